// C = A·B + bias [N] in one of the arrangements of src/engine/ops/matmul.ts. An invocation computes ${rows} rows of
// ${quads} vectors of C in registers; of ${split} invocations at one place, each sums over its share of k.
// #bindings
// #include lib/matmul.wgsl

// #if isSplit
// [split, tile's vectors, places]: places side by side, for neighbouring invocations to write neighbouring vectors.
var<workgroup> shares: array<vec4f, ${split} * ${rows} * ${quads} * ${lanesX} * ${lanesY}>;
// #end

@compute @workgroup_size(${lanesX}, ${lanesY}, ${split})
fn main(
  @builtin(local_invocation_id) local: vec3u,
  @builtin(workgroup_id) group: vec3u,
  // #if inQuads
  @builtin(subgroup_invocation_id) invocation: u32,
  // #end
) {
  let M = dims.M;
  let N = dims.N;
  let m = ((dims.firstGroup + group.y) * ${lanesY}u + local.y) * ${rows}u;
  let n = (group.x * ${lanesX}u + local.x) * 4u * ${quads}u;
  let batch = group.z;
  let p = productOf(batch);
  // #if isSplit
  let share = (dims.K + 4u * ${split}u - 1u) / (4u * ${split}u) * 4u;
  let kFirst = min(local.z * share, dims.K);
  let kEnd = min(kFirst + share, dims.K);
  // #else
  let kFirst = 0u;
  let kEnd = dims.K;
  // #end
  // #if inQuads
  // Each of four neighbours loads every fourth row.
  let quadLane = invocation % 4u;
  // #for r in rows by 4
  let row${r} = p.x + min(m + ${r}u + quadLane, M - 1u) * p.xStride;
  // #end
  // #else
  // #if isSplit
  // #else
  if (m >= M || n >= N) { return; }
  // #end
  // #for r in rows
  let row${r} = p.x + min(m + ${r}u, M - 1u) * p.xStride;
  // #end
  // #end
  // #include lib/tile${arrangement}.wgsl x=a w=b
  // #include lib/tileSums.wgsl of=sum
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
