// Third phase of a time step of the four-gate GRU: o and h, one invocation per unit and batch row; equations in
// src/engine/ops/fourGate.ts.
// #include lib/activations.wgsl
// #include lib/fourGate.wgsl
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl
// #include lib/edits.wgsl

@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> state: array<f32>;
@group(0) @binding(4) var<storage, read_write> gates: array<f32>;
@group(0) @binding(6) var<storage, read> lengths: array<i32>;
@group(0) @binding(7) var<storage, read> stateMask: array<f32>;
@group(0) @binding(8) var<storage, read> edits: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let row = (dims.t * dims.B + b) * gateWidth();
  let c = row + placeOfC();
  var o = 0.0;
  var h = stateBefore(b, j);
  if (!isMasked(dims.t, b)) {
    let weight = dims.weightO + j * 2u * H;
    var sum = weights[dims.biasO + j];
    for (var k = 0u; k < H; k++) {
      sum += weights[weight + k] * gates[c + k] + weights[weight + H + k] * stateForProduct(b, k);
    }
    let E = gateWidth() + H;
    o = edited(placeOfO() + j, E, sigmoid(sum));
    h = edited(gateWidth() + j, E, o * gates[c + j] + (1.0 - o) * h);
  }
  gates[row + placeOfO() + j] = o;
  state[(dims.after * dims.B + b) * H + j] = h;
}
