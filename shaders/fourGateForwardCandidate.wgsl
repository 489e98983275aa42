// Second phase of a time step of the four-gate GRU: c, one invocation per unit and batch row; equations in
// src/engine/ops/fourGate.ts.
// #include lib/activations.wgsl
// #include lib/fourGate.wgsl
// #include lib/lengths.wgsl
// #include lib/edits.wgsl

@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(4) var<storage, read_write> gates: array<f32>;
@group(0) @binding(5) var<storage, read_write> candidateInput: array<f32>;
@group(0) @binding(6) var<storage, read> lengths: array<i32>;
@group(0) @binding(8) var<storage, read> edits: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let j = id.x;
  let b = id.y;
  if (j >= dims.H || b >= dims.B) { return; }
  let row = dims.t * dims.B + b;
  let width = joinedWidth();
  var c = 0.0;
  if (!isMasked(dims.t, b)) {
    let weight = dims.weightC + j * width;
    var sum = 0.0;
    for (var k = 0u; k < width; k++) { sum += weights[weight + k] * candidateInput[row * width + k]; }
    c = edited(placeOfC() + j, gateWidth() + dims.H, tanhOf(sum) + weights[dims.biasC + j]);
  }
  gates[row * gateWidth() + placeOfC() + j] = c;
}
