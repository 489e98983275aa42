// Second phase of a time step back through the four-gate GRU; equations in src/engine/ops/fourGate.ts. One invocation per
// value of [c, h'] and batch row takes its share of [e_c, e_1]: for c it finishes dc and computes da_c, for h' it adds to
// the carry.
// #include lib/fourGate.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(3) var<storage, read> weights: array<f32>;
@group(0) @binding(4) var<storage, read> state: array<f32>;
@group(0) @binding(5) var<storage, read> gates: array<f32>;
@group(0) @binding(6) var<storage, read_write> dParts: array<f32>;
@group(0) @binding(7) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(8) var<storage, read> stateMask: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let k = id.x;
  let b = id.y;
  if (k >= 2u * H || b >= dims.B) { return; }
  let row = dims.t * dims.B + b;
  let parts = row * partWidth();
  var back = 0.0;
  for (var i = 0u; i < H; i++) {
    back += dParts[parts + placeOfO() + i] * weights[dims.weightO + i * 2u * H + k];
  }
  if (k >= H) {
    dInitial[b * H + k - H] += back * maskOf(b, k - H);
    return;
  }
  let squashed = gates[row * gateWidth() + placeOfC() + k] - weights[dims.biasC + k];
  let dc = dParts[parts + placeOfDC() + k] + back;
  dParts[parts + placeOfC() + k] = dc * (1.0 - squashed * squashed);
  dParts[parts + placeOfDC() + k] = dc;
}
