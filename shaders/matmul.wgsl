// C = A·B + bias [N] in one of the arrangements of src/engine/ops/matmul.ts. An invocation computes ${rows} rows of
// ${quads} vectors of C in registers; of ${split} invocations at one place, each sums over its share of k.
// #bindings
// #include lib/productShape.wgsl

// `a` and `b`: where these begin.
struct Dims { M: u32, N: u32, K: u32, a: u32, b: u32, hasBias: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;

// #if isSplit
// [split, tile's vectors, places]: places side by side, for neighbouring invocations to write neighbouring vectors.
var<workgroup> shares: array<vec4f, ${split} * ${rows} * ${quads} * ${lanesX} * ${lanesY}>;
// #end

@compute @workgroup_size(${lanesX}, ${lanesY}, ${split})
fn main(
  @builtin(local_invocation_id) local: vec3u,
  @builtin(workgroup_id) group: vec3u,
) {
  let M = dims.M;
  let N = dims.N;
  let m = (group.y * ${lanesY}u + local.y) * ${rows}u;
  let n = (group.x * ${lanesX}u + local.x) * 4u * ${quads}u;
  let batch = group.z;
  let p = productOf(batch);
  // #if isSplit
  let share = (dims.K + 4u * ${split}u - 1u) / (4u * ${split}u) * 4u;
  let kFirst = min(local.z * share, dims.K);
  let kEnd = min(kFirst + share, dims.K);
  // #else
  if (m >= M || n >= N) { return; }
  let kFirst = 0u;
  let kEnd = dims.K;
  // #end
  // #for r in rows
  let row${r} = p.x + min(m + ${r}u, M - 1u) * p.xStride;
  // #end
  // #include lib/tile${arrangement}.wgsl x=a w=b
  // #include lib/tileSums.wgsl
  // #if isSplit
  let places = ${lanesX}u * ${lanesY}u;
  let place = local.y * ${lanesX}u + local.x;
  for (var v = 0u; v < ${rows}u * ${quads}u; v++) {
    shares[(local.z * ${rows}u * ${quads}u + v) * places + place] = sums[v];
  }
  workgroupBarrier();
  // The shares are added in the order of k, each vector of the tile by another invocation.
  for (var v = local.z; v < ${rows}u * ${quads}u; v += ${split}u) {
    var sum = shares[v * places + place];
    for (var s = 1u; s < ${split}u; s++) { sum += shares[(s * ${rows}u * ${quads}u + v) * places + place]; }
    store(batch, m + v / ${quads}u, n + v % ${quads}u * 4u, sum);
  }
  // #else
  for (var v = 0u; v < ${rows}u * ${quads}u; v++) {
    store(batch, m + v / ${quads}u, n + v % ${quads}u * 4u, sums[v]);
  }
  // #end
}

fn productOf(batch: u32) -> Product {
  let a = dims.a + batch * dims.M * dims.K;
  let b = dims.b + batch * dims.K * dims.N;
  return Product(a, ${aStride}, b, ${bStride}, 0u, 0u, dims.K, dims.N);
}

fn store(batch: u32, m: u32, n: u32, sum: vec4f) {
  if (m >= dims.M || n >= dims.N) { return; }
  var value = sum;
  if (dims.hasBias == 1u) { value += bias4(n); }
  setC4((batch * dims.M + m) * dims.N + n, dims.N - n, value);
}
