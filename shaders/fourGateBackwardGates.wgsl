// Third phase of a time step back through the four-gate GRU; equations in src/engine/ops/fourGate.ts. One invocation per
// value of [h', x] and batch row takes its share of [u, v]: for h' it computes da_f and adds to the carry, for x it
// computes da_i and the beginning of dx.
// #include lib/fourGate.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read> weights: array<f32>;
@group(0) @binding(4) var<storage, read> state: array<f32>;
@group(0) @binding(5) var<storage, read> gates: array<f32>;
@group(0) @binding(6) var<storage, read_write> dParts: array<f32>;
@group(0) @binding(7) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(8) var<storage, read> stateMask: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let width = joinedWidth();
  let k = id.x;
  let b = id.y;
  if (k >= width || b >= dims.B) { return; }
  let row = dims.t * dims.B + b;
  let parts = row * partWidth();
  var back = 0.0;
  for (var i = 0u; i < H; i++) {
    back += dParts[parts + placeOfC() + i] * weights[dims.weightC + i * width + k];
  }
  if (k < H) {
    let f = gates[row * gateWidth() + placeOfF() + k];
    dParts[parts + placeOfF() + k] = -back * stateForProduct(b, k) * f * (1.0 - f);
    dInitial[b * H + k] += back * (1.0 - f) * maskOf(b, k);
  } else {
    let i = gates[row * gateWidth() + k - H];
    dParts[parts + k - H] = back * x[dims.xOffset + row * dims.I + k - H] * i * (1.0 - i);
    dParts[parts + placeOfDX() + k - H] = back * i;
  }
}
