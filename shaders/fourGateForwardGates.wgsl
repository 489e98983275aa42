// First phase of a time step of the four-gate GRU: i, f and the candidate's input, one invocation per gate value and batch
// row; equations in src/engine/ops/fourGate.ts.
// #include lib/activations.wgsl
// #include lib/fourGate.wgsl
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl
// #include lib/edits.wgsl

@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> state: array<f32>;
@group(0) @binding(4) var<storage, read_write> gates: array<f32>;
@group(0) @binding(5) var<storage, read_write> candidateInput: array<f32>;
@group(0) @binding(6) var<storage, read> lengths: array<i32>;
@group(0) @binding(7) var<storage, read> stateMask: array<f32>;
@group(0) @binding(8) var<storage, read> edits: array<f32>;

// σ(W [h', x] + b) for the row of W that begins at `weight`.
fn gate(b: u32, weight: u32, bias: u32) -> f32 {
  var sum = weights[bias];
  for (var k = 0u; k < dims.H; k++) { sum += weights[weight + k] * stateForProduct(b, k); }
  let inputs = (dims.t * dims.B + b) * dims.I;
  for (var k = 0u; k < dims.I; k++) { sum += weights[weight + dims.H + k] * x[dims.xOffset + inputs + k]; }
  return sigmoid(sum);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let k = id.x;
  let b = id.y;
  let width = joinedWidth();
  if (k >= width || b >= dims.B) { return; }
  let row = dims.t * dims.B + b;
  let E = gateWidth() + dims.H;
  let masked = isMasked(dims.t, b);
  var value = 0.0;
  var passed = 0.0;
  // First the I values of i, which let x through, then the H values of f, which keep h' back.
  if (k < dims.I) {
    if (!masked) {
      value = edited(k, E, gate(b, dims.weightI + k * width, dims.biasI + k));
      passed = x[dims.xOffset + row * dims.I + k] * value;
    }
    candidateInput[row * width + dims.H + k] = passed;
  } else {
    let j = k - dims.I;
    if (!masked) {
      value = edited(k, E, gate(b, dims.weightF + j * width, dims.biasF + j));
      passed = stateForProduct(b, j) * (1.0 - value);
    }
    candidateInput[row * width + j] = passed;
  }
  gates[row * gateWidth() + k] = value;
}
