// C = A·B + bias in any arrangement, by strides: for sizes that the vectorised variants do not take.
// One invocation computes 4 × 4 elements of C in registers; indices beyond an edge read the last row or column again,
// and are not stored.

struct Dims {
  M: u32, N: u32, K: u32,
  aOffset: u32, aRow: u32, aColumn: u32,
  bOffset: u32, bRow: u32, bColumn: u32,
  hasBias: u32,
}

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> c: array<f32>;
@group(0) @binding(4) var<storage, read> bias: array<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let M = dims.M;
  let N = dims.N;
  let K = dims.K;
  let n0 = id.x * 4u;
  let m0 = id.y * 4u;
  if (n0 >= N || m0 >= M) { return; }
  let steps = vec4u(0u, 1u, 2u, 3u);
  let rows = min(m0 + steps, vec4u(M - 1u));
  let columns = min(n0 + steps, vec4u(N - 1u));
  var p = dims.aOffset + id.z * M * K + rows * dims.aRow;
  var q = dims.bOffset + id.z * K * N + columns * dims.bColumn;
  var c0 = vec4f(0.0);
  if (dims.hasBias == 1u) { c0 = vec4f(bias[columns.x], bias[columns.y], bias[columns.z], bias[columns.w]); }
  var c1 = c0;
  var c2 = c0;
  var c3 = c0;
  for (var k = 0u; k < K; k++) {
    let bk = vec4f(b[q.x], b[q.y], b[q.z], b[q.w]);
    c0 += a[p.x] * bk;
    c1 += a[p.y] * bk;
    c2 += a[p.z] * bk;
    c3 += a[p.w] * bk;
    p += vec4u(dims.aColumn);
    q += vec4u(dims.bRow);
  }
  let sums = array<vec4f, 4>(c0, c1, c2, c3);
  for (var i = 0u; i < 4u; i++) {
    for (var j = 0u; j < 4u; j++) {
      if (m0 + i < M && n0 + j < N) { c[(id.z * M + m0 + i) * N + n0 + j] = sums[i][j]; }
    }
  }
}
