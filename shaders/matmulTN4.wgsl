// C [M, N] = A [K, M]ᵀ · B [K, N] + bias, for M, N and both offsets divisible by 4.
// One invocation computes 4 × 4 elements of C as a sum of outer products, two vector loads each.

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

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let M4 = dims.M / 4u;
  let N4 = dims.N / 4u;
  if (id.x >= N4 || id.y >= M4) { return; }
  var p = dims.aOffset / 4u + id.z * dims.K * M4 + id.y;
  var q = dims.bOffset / 4u + id.z * dims.K * N4 + id.x;
  var c0 = vec4f(0.0);
  if (dims.hasBias == 1u) { c0 = bias[id.x]; }
  var c1 = c0;
  var c2 = c0;
  var c3 = c0;
  for (var k = 0u; k < dims.K; k++) {
    let ak = a[p];
    let bk = b[q];
    c0 += ak.x * bk;
    c1 += ak.y * bk;
    c2 += ak.z * bk;
    c3 += ak.w * bk;
    p += M4;
    q += N4;
  }
  let out = (id.z * dims.M + id.y * 4u) * N4 + id.x;
  c[out] = c0;
  c[out + N4] = c1;
  c[out + 2u * N4] = c2;
  c[out + 3u * N4] = c3;
}
