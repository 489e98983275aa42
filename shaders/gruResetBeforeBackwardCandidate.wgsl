// First phase of a time step back through the GRU (reset before): da_z and da_n, one invocation per unit and batch row;
// equations in src/engine/ops/gruResetBefore.ts.
// #include lib/recurrent.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(1) var<storage, read_write> dH: array<f32>;
@group(0) @binding(2) var<storage, read> gates: array<f32>;
@group(0) @binding(3) var<storage, read> state: array<f32>;
@group(0) @binding(4) var<storage, read> weightHh: array<f32>;
@group(0) @binding(5) var<storage, read_write> dInputPart: array<f32>;
@group(0) @binding(6) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(7) var<storage, read> stateMask: array<f32>;

// What the next step carried back: `dInitial` holds its g z and e ⊙ r, and the rest comes through its da_r and da_z.
fn carried(b: u32, j: u32) -> f32 {
  if (dims.next == dims.T) { return 0.0; }
  let H = dims.H;
  let d = (dims.next * dims.B + b) * 3u * H;
  var product = 0.0;
  for (var i = 0u; i < 2u * H; i++) { product += dInputPart[d + i] * weightHh[i * H + j]; }
  return dInitial[b * H + j] + product * maskOf(b, j);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let carry = carried(b, j);
  if (dims.t == dims.T) {
    dInitial[b * H + j] = carry;
    return;
  }
  let row = dims.t * dims.B + b;
  let a = row * 3u * H + j;
  let z = gates[a + H];
  let n = gates[a + 2u * H];
  let g = dH[row * H + j] + carry;
  dInputPart[a + H] = g * (stateBefore(b, j) - n) * z * (1.0 - z);
  dInputPart[a + 2u * H] = g * (1.0 - z) * (1.0 - n * n);
  dH[row * H + j] = g;
  dInitial[b * H + j] = g * z;
}
