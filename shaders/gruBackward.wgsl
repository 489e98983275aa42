// One time step back through the GRU (reset after), one invocation per unit and batch row; equations in
// src/engine/ops/gru.ts. `t` counts one more than the time step, so that t = 0 only finishes the carry to h[0].
//
// The carry of step t is read from `dInitial`, which holds g ⊙ z of the step after, and from that step's dHiddenPart.

struct Dims { T: u32, B: u32, H: u32, t: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> dH: array<f32>;
@group(0) @binding(2) var<storage, read> gates: array<f32>;
@group(0) @binding(3) var<storage, read> h: array<f32>;
@group(0) @binding(4) var<storage, read> weightHh: array<f32>;
@group(0) @binding(5) var<storage, read_write> dInputPart: array<f32>;
@group(0) @binding(6) var<storage, read_write> dHiddenPart: array<f32>;
@group(0) @binding(7) var<storage, read_write> dInitial: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  if (j >= H || id.y >= dims.B) { return; }
  let place = id.y * H + j;
  var carry = 0.0;
  if (dims.t < dims.T) {
    carry = dInitial[place];
    let next = (dims.t * dims.B + id.y) * 3u * H;
    for (var i = 0u; i < 3u * H; i++) { carry += dHiddenPart[next + i] * weightHh[i * H + j]; }
  }
  if (dims.t == 0u) {
    dInitial[place] = carry;
    return;
  }
  let row = (dims.t - 1u) * dims.B + id.y;
  let at = row * 4u * H + j;
  let r = gates[at];
  let z = gates[at + H];
  let n = gates[at + 2u * H];
  let g = dH[row * H + j] + carry;
  let dn = g * (1.0 - z) * (1.0 - n * n);
  let dz = g * (h[row * H + j] - n) * z * (1.0 - z);
  let dr = dn * gates[at + 3u * H] * r * (1.0 - r);
  let d = row * 3u * H + j;
  dInputPart[d] = dr;
  dInputPart[d + H] = dz;
  dInputPart[d + 2u * H] = dn;
  dHiddenPart[d] = dr;
  dHiddenPart[d + H] = dz;
  dHiddenPart[d + 2u * H] = dn * r;
  dInitial[place] = g * z;
}
