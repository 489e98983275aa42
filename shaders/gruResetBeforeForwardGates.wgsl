// First phase of a time step of the GRU (reset before): r, z and r ⊙ h', one invocation per unit and batch row; equations
// in src/engine/ops/gruResetBefore.ts.
// #include lib/activations.wgsl
// #include lib/recurrent.wgsl
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl
// #include lib/edits.wgsl

@group(0) @binding(1) var<storage, read> inputPart: array<f32>;
@group(0) @binding(2) var<storage, read> weightHh: array<f32>;
@group(0) @binding(3) var<storage, read_write> state: array<f32>;
@group(0) @binding(4) var<storage, read_write> gates: array<f32>;
@group(0) @binding(5) var<storage, read_write> resetState: array<f32>;
@group(0) @binding(6) var<storage, read> lengths: array<i32>;
@group(0) @binding(7) var<storage, read> stateMask: array<f32>;
@group(0) @binding(8) var<storage, read> edits: array<f32>;

// Editable values: r, z, n, h.
fn edit(plane: u32, j: u32, value: f32) -> f32 {
  return edited(plane * dims.H + j, 4u * dims.H, value);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let row = dims.t * dims.B + b;
  let a = row * 3u * H + j;
  var r = 0.0;
  var z = 1.0;
  if (!isMasked(dims.t, b)) {
    var sumR = inputPart[a];
    var sumZ = inputPart[a + H];
    for (var k = 0u; k < H; k++) {
      let hk = stateForProduct(b, k);
      sumR += weightHh[j * H + k] * hk;
      sumZ += weightHh[(H + j) * H + k] * hk;
    }
    r = edit(0u, j, sigmoid(sumR));
    z = edit(1u, j, sigmoid(sumZ));
  }
  gates[a] = r;
  gates[a + H] = z;
  resetState[row * H + j] = r * stateForProduct(b, j);
}
