// Second phase of a time step back through the GRU (reset before): da_r, and e ⊙ r into the carry, one invocation per unit
// and batch row; equations in src/engine/ops/gruResetBefore.ts.
// #include lib/recurrent.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(2) var<storage, read> gates: array<f32>;
@group(0) @binding(3) var<storage, read> state: array<f32>;
@group(0) @binding(4) var<storage, read> weightHh: array<f32>;
@group(0) @binding(5) var<storage, read_write> dInputPart: array<f32>;
@group(0) @binding(6) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(7) var<storage, read> stateMask: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let first = (dims.t * dims.B + b) * 3u * H;
  var e = 0.0;
  for (var i = 2u * H; i < 3u * H; i++) { e += dInputPart[first + i] * weightHh[i * H + j]; }
  let r = gates[first + j];
  dInputPart[first + j] = e * stateForProduct(b, j) * r * (1.0 - r);
  dInitial[b * H + j] += e * r * maskOf(b, j);
}
