// One time step of the GRU (reset after), one invocation per unit and batch row; equations in src/engine/ops/gru.ts.
// #include lib/activations.wgsl

struct Dims { B: u32, H: u32, t: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> inputPart: array<f32>;
@group(0) @binding(2) var<storage, read> weightHh: array<f32>;
@group(0) @binding(3) var<storage, read> biasHh: array<f32>;
@group(0) @binding(4) var<storage, read_write> h: array<f32>;
@group(0) @binding(5) var<storage, read_write> gates: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  if (j >= H || id.y >= dims.B) { return; }
  let row = dims.t * dims.B + id.y;
  var pr = biasHh[j];
  var pz = biasHh[H + j];
  var q = biasHh[2u * H + j];
  for (var k = 0u; k < H; k++) {
    let hk = h[row * H + k];
    pr += weightHh[j * H + k] * hk;
    pz += weightHh[(H + j) * H + k] * hk;
    q += weightHh[(2u * H + j) * H + k] * hk;
  }
  let a = row * 3u * H + j;
  let r = sigmoid(inputPart[a] + pr);
  let z = sigmoid(inputPart[a + H] + pz);
  let n = tanhOf(inputPart[a + 2u * H] + r * q);
  let g = row * 4u * H + j;
  gates[g] = r;
  gates[g + H] = z;
  gates[g + 2u * H] = n;
  gates[g + 3u * H] = q;
  h[(row + dims.B) * H + j] = (1.0 - z) * n + z * h[row * H + j];
}
