// C [M, N] = A [M, K] · B [K, N] + bias, for K, N and both offsets divisible by 4.
// One invocation computes 4 rows of one vector of C.

struct Dims {
  M: u32, N: u32, K: u32,
  aOffset: u32, aRow: u32, aColumn: u32,
  bOffset: u32, bRow: u32, bColumn: u32,
  hasBias: u32,
}

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> a: array<vec4f>;
@group(0) @binding(2) var<storage, read> b: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> c: array<vec4f>;
@group(0) @binding(4) var<storage, read> bias: array<vec4f>;

fn addProduct(sum: vec4f, x: vec4f, b0: vec4f, b1: vec4f, b2: vec4f, b3: vec4f) -> vec4f {
  return sum + x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let M = dims.M;
  let N4 = dims.N / 4u;
  let K4 = dims.K / 4u;
  let m0 = id.y * 4u;
  if (id.x >= N4 || m0 >= M) { return; }
  let rows = min(m0 + vec4u(0u, 1u, 2u, 3u), vec4u(M - 1u));
  let p = dims.aOffset / 4u + (id.z * M + rows) * K4;
  var q = dims.bOffset / 4u + id.z * dims.K * N4 + id.x;
  var c0 = vec4f(0.0);
  if (dims.hasBias == 1u) { c0 = bias[id.x]; }
  var c1 = c0;
  var c2 = c0;
  var c3 = c0;
  for (var k = 0u; k < K4; k++) {
    let b0 = b[q];
    let b1 = b[q + N4];
    let b2 = b[q + 2u * N4];
    let b3 = b[q + 3u * N4];
    c0 = addProduct(c0, a[p.x + k], b0, b1, b2, b3);
    c1 = addProduct(c1, a[p.y + k], b0, b1, b2, b3);
    c2 = addProduct(c2, a[p.z + k], b0, b1, b2, b3);
    c3 = addProduct(c3, a[p.w + k], b0, b1, b2, b3);
    q += 4u * N4;
  }
  let out = (id.z * M + m0) * N4 + id.x;
  c[out] = c0;
  if (m0 + 1u < M) { c[out + N4] = c1; }
  if (m0 + 2u < M) { c[out + 2u * N4] = c2; }
  if (m0 + 3u < M) { c[out + 3u * N4] = c3; }
}
