// One time step of the GRU (reset after), one invocation per unit and batch row; equations in src/engine/ops/gru.ts.
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

// Editable values: r, z, n, h.
fn edit(plane: u32, j: u32, value: f32) -> f32 {
  return edited(plane * dims.H + j, 4u * dims.H, value);
}

fn finish(b: u32, j: u32, r: f32, z: f32, n: f32, q: f32, h: f32) {
  let H = dims.H;
  let g = (dims.t * dims.B + b) * 4u * H + j;
  gates[g] = r;
  gates[g + H] = z;
  gates[g + 2u * H] = n;
  gates[g + 3u * H] = q;
  state[(dims.after * dims.B + b) * H + j] = h;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let before = stateBefore(b, j);
  if (isMasked(dims.t, b)) {
    finish(b, j, 0.0, 1.0, 0.0, 0.0, before);
    return;
  }
  var pr = biasHh[j];
  var pz = biasHh[H + j];
  var q = biasHh[2u * H + j];
  for (var k = 0u; k < H; k++) {
    let hk = stateForProduct(b, k);
    pr += weightHh[j * H + k] * hk;
    pz += weightHh[(H + j) * H + k] * hk;
    q += weightHh[(2u * H + j) * H + k] * hk;
  }
  let a = (dims.t * dims.B + b) * 3u * H + j;
  let r = edit(0u, j, sigmoid(inputPart[a] + pr));
  let z = edit(1u, j, sigmoid(inputPart[a + H] + pz));
  let n = edit(2u, j, tanhOf(inputPart[a + 2u * H] + r * q));
  finish(b, j, r, z, n, q, edit(3u, j, (1.0 - z) * n + z * before));
}
