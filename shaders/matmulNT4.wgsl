// C [M, N] = A [M, K] · B [N, K]ᵀ + bias, for K and both offsets divisible by 4.
// One invocation computes 4 × 4 elements of C; eight vector loads give sixteen dot products.

struct Dims {
  M: u32, N: u32, K: u32,
  aOffset: u32, aRow: u32, aColumn: u32,
  bOffset: u32, bRow: u32, bColumn: u32,
  hasBias: u32,
}

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> a: array<vec4f>;
@group(0) @binding(2) var<storage, read> b: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> c: array<f32>;
@group(0) @binding(4) var<storage, read> bias: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let M = dims.M;
  let N = dims.N;
  let K4 = dims.K / 4u;
  let n0 = id.x * 4u;
  let m0 = id.y * 4u;
  if (n0 >= N || m0 >= M) { return; }
  let steps = vec4u(0u, 1u, 2u, 3u);
  let columns = min(n0 + steps, vec4u(N - 1u));
  let p = dims.aOffset / 4u + (id.z * M + min(m0 + steps, vec4u(M - 1u))) * K4;
  let q = dims.bOffset / 4u + (id.z * N + columns) * K4;
  var c0 = vec4f(0.0);
  if (dims.hasBias == 1u) { c0 = vec4f(bias[columns.x], bias[columns.y], bias[columns.z], bias[columns.w]); }
  var c1 = c0;
  var c2 = c0;
  var c3 = c0;
  for (var k = 0u; k < K4; k++) {
    let a0 = a[p.x + k];
    let a1 = a[p.y + k];
    let a2 = a[p.z + k];
    let a3 = a[p.w + k];
    let b0 = b[q.x + k];
    let b1 = b[q.y + k];
    let b2 = b[q.z + k];
    let b3 = b[q.w + k];
    c0 += vec4f(dot(a0, b0), dot(a0, b1), dot(a0, b2), dot(a0, b3));
    c1 += vec4f(dot(a1, b0), dot(a1, b1), dot(a1, b2), dot(a1, b3));
    c2 += vec4f(dot(a2, b0), dot(a2, b1), dot(a2, b2), dot(a2, b3));
    c3 += vec4f(dot(a3, b0), dot(a3, b1), dot(a3, b2), dot(a3, b3));
  }
  let sums = array<vec4f, 4>(c0, c1, c2, c3);
  for (var i = 0u; i < 4u; i++) {
    for (var j = 0u; j < 4u; j++) {
      if (m0 + i < M && n0 + j < N) { c[(id.z * M + m0 + i) * N + n0 + j] = sums[i][j]; }
    }
  }
}
