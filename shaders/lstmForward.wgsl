// One time step of the LSTM, one invocation per unit and batch row; equations in src/engine/ops/lstm.ts.
// #include lib/activations.wgsl
// #include lib/recurrent.wgsl
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl
// #include lib/edits.wgsl

@group(0) @binding(1) var<storage, read> inputPart: array<f32>;
@group(0) @binding(2) var<storage, read> weightHh: array<f32>;
@group(0) @binding(3) var<storage, read> biasHh: array<f32>;
@group(0) @binding(4) var<storage, read_write> state: array<f32>;
@group(0) @binding(5) var<storage, read_write> gates: array<f32>;
@group(0) @binding(6) var<storage, read> lengths: array<i32>;
@group(0) @binding(7) var<storage, read> stateMask: array<f32>;
@group(0) @binding(8) var<storage, read> edits: array<f32>;

// Editable values: i, f, g, o, h, c.
fn edit(plane: u32, j: u32, value: f32) -> f32 {
  return edited(plane * dims.H + j, 6u * dims.H, value);
}

fn finish(b: u32, j: u32, i: f32, f: f32, g: f32, o: f32, c: f32, h: f32) {
  let H = dims.H;
  let at = (dims.t * dims.B + b) * 4u * H + j;
  let after = (dims.after * dims.B + b) * H + j;
  gates[at] = i;
  gates[at + H] = f;
  gates[at + 2u * H] = g;
  gates[at + 3u * H] = o;
  state[(dims.T + 1u) * dims.B * H + after] = c;
  state[after] = h;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let cBefore = state[((dims.T + 1u + dims.before) * dims.B + b) * H + j];
  if (isMasked(dims.t, b)) {
    finish(b, j, 0.0, 0.0, 0.0, 0.0, cBefore, stateBefore(b, j));
    return;
  }
  let a = (dims.t * dims.B + b) * 4u * H + j;
  var sums = vec4f(inputPart[a], inputPart[a + H], inputPart[a + 2u * H], inputPart[a + 3u * H]);
  sums += vec4f(biasHh[j], biasHh[H + j], biasHh[2u * H + j], biasHh[3u * H + j]);
  let w = vec4u(j, H + j, 2u * H + j, 3u * H + j) * H;
  for (var k = 0u; k < H; k++) {
    let weights = vec4f(weightHh[w.x + k], weightHh[w.y + k], weightHh[w.z + k], weightHh[w.w + k]);
    sums += weights * stateForProduct(b, k);
  }
  let i = edit(0u, j, sigmoid(sums.x));
  let f = edit(1u, j, sigmoid(sums.y));
  let g = edit(2u, j, tanhOf(sums.z));
  let o = edit(3u, j, sigmoid(sums.w));
  let c = edit(5u, j, f * cBefore + i * g);
  finish(b, j, i, f, g, o, c, edit(4u, j, o * tanhOf(c)));
}
