// First phase of a time step back through the four-gate GRU; equations in src/engine/ops/fourGate.ts. One invocation per
// value of [h', x] and batch row takes its share of the next step's [e_2, w]: for x it finishes that step's dx, for h' the
// carry, from which it computes da_o and the beginning of dc.
// #include lib/fourGate.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(1) var<storage, read_write> dH: array<f32>;
@group(0) @binding(3) var<storage, read> weights: array<f32>;
@group(0) @binding(4) var<storage, read> state: array<f32>;
@group(0) @binding(5) var<storage, read> gates: array<f32>;
@group(0) @binding(6) var<storage, read_write> dParts: array<f32>;
@group(0) @binding(7) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(8) var<storage, read> stateMask: array<f32>;

// Column k of da_i · W_i + da_f · W_f of the row of `dParts` that begins at `parts`.
fn throughGates(parts: u32, k: u32) -> f32 {
  let width = joinedWidth();
  var sum = 0.0;
  for (var i = 0u; i < dims.I; i++) { sum += dParts[parts + i] * weights[dims.weightI + i * width + k]; }
  for (var i = 0u; i < dims.H; i++) {
    sum += dParts[parts + placeOfF() + i] * weights[dims.weightF + i * width + k];
  }
  return sum;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let k = id.x;
  let b = id.y;
  if (k >= joinedWidth() || b >= dims.B) { return; }
  let place = b * H + k;
  var carry = 0.0;
  if (dims.next < dims.T) {
    let parts = (dims.next * dims.B + b) * partWidth();
    let back = throughGates(parts, k);
    if (k < H) { carry = dInitial[place] + back * maskOf(b, k); }
    else { dParts[parts + placeOfDX() + k - H] += back; }
  }
  if (k >= H) { return; }
  if (dims.t == dims.T) {
    dInitial[place] = carry;
    return;
  }
  let row = dims.t * dims.B + b;
  let c = gates[row * gateWidth() + placeOfC() + k];
  let o = gates[row * gateWidth() + placeOfO() + k];
  let g = dH[row * H + k] + carry;
  dParts[row * partWidth() + placeOfO() + k] = g * (c - stateBefore(b, k)) * o * (1.0 - o);
  dParts[row * partWidth() + placeOfDC() + k] = g * o;
  dH[row * H + k] = g;
  dInitial[place] = g * (1.0 - o);
}
