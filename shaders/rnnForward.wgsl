// One time step of the simple recurrent network, one invocation per unit and batch row; equations in
// src/engine/ops/rnn.ts.
// #include lib/activations.wgsl
// #include lib/recurrent.wgsl
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl
// #include lib/edits.wgsl

@group(0) @binding(1) var<storage, read> inputPart: array<f32>;
@group(0) @binding(2) var<storage, read> weightHh: array<f32>;
@group(0) @binding(3) var<storage, read> biasHh: array<f32>;
@group(0) @binding(4) var<storage, read_write> state: array<f32>;
@group(0) @binding(5) var<storage, read> lengths: array<i32>;
@group(0) @binding(6) var<storage, read> stateMask: array<f32>;
@group(0) @binding(7) var<storage, read> edits: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  var h = stateBefore(b, j);
  if (!isMasked(dims.t, b)) {
    var sum = inputPart[(dims.t * dims.B + b) * H + j] + biasHh[j];
    for (var k = 0u; k < H; k++) { sum += weightHh[j * H + k] * stateForProduct(b, k); }
    h = edited(j, H, tanhOf(sum));
  }
  state[(dims.after * dims.B + b) * H + j] = h;
}
