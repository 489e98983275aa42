// One time step back through the GRU (reset after), one invocation per unit and batch row; equations in
// src/engine/ops/gru.ts.
// #include lib/recurrent.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(1) var<storage, read_write> dH: array<f32>;
@group(0) @binding(2) var<storage, read> gates: array<f32>;
@group(0) @binding(3) var<storage, read> state: array<f32>;
@group(0) @binding(4) var<storage, read> weightHh: array<f32>;
@group(0) @binding(5) var<storage, read_write> dInputPart: array<f32>;
@group(0) @binding(6) var<storage, read_write> dHiddenPart: array<f32>;
@group(0) @binding(7) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(8) var<storage, read> stateMask: array<f32>;

// What the next step carried back: `dInitial` holds its g z, and the rest comes through its dHiddenPart.
fn carried(b: u32, j: u32) -> f32 {
  if (dims.next == dims.T) { return 0.0; }
  let H = dims.H;
  let d = (dims.next * dims.B + b) * 3u * H;
  var product = 0.0;
  for (var i = 0u; i < 3u * H; i++) { product += dHiddenPart[d + i] * weightHh[i * H + j]; }
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
  let at = row * 4u * H + j;
  let r = gates[at];
  let z = gates[at + H];
  let n = gates[at + 2u * H];
  let g = dH[row * H + j] + carry;
  let dn = g * (1.0 - z) * (1.0 - n * n);
  let dz = g * (stateBefore(b, j) - n) * z * (1.0 - z);
  let dr = dn * gates[at + 3u * H] * r * (1.0 - r);
  let d = row * 3u * H + j;
  dInputPart[d] = dr;
  dInputPart[d + H] = dz;
  dInputPart[d + 2u * H] = dn;
  dHiddenPart[d] = dr;
  dHiddenPart[d + H] = dz;
  dHiddenPart[d + 2u * H] = dn * r;
  dH[row * H + j] = g;
  dInitial[b * H + j] = g * z;
}
