// C = A·B + bias [N] in one of the arrangements of src/engine/ops/matmul.ts, where all of them are vectors of four. A workgroup
// copies a part of A and of B to its own memory, from where every value is read by many invocations; each computes ${rows}
// rows of ${quads} vectors of C in registers.
// #bindings
// #include lib/matmul.wgsl

// Values of k in workgroup memory.
const depth = 16u;
const lanes = ${lanesX}u * ${lanesY}u;

var<workgroup> tileA: array<vec4f, ${extentM} * depth / 4>;
var<workgroup> tileB: array<vec4f, ${extentN} * depth / 4>;

fn tileA4(i: u32) -> vec4f {
  return tileA[i / 4u];
}

fn tileB4(i: u32) -> vec4f {
  return tileB[i / 4u];
}

@compute @workgroup_size(${lanesX}, ${lanesY})
fn main(
  @builtin(local_invocation_id) local: vec3u,
  @builtin(local_invocation_index) lane: u32,
  @builtin(workgroup_id) group: vec3u,
) {
  let whole = productOf(group.z);
  let firstM = (dims.firstGroup + group.y) * ${extentM}u;
  let firstN = group.x * ${extentN}u;
  // From here on a product of the two tiles.
  let p = Product(0u, ${tileAStride}, 0u, ${tileBStride}, 0u, 0u, depth, ${extentN}u);
  let m = local.y * ${rows}u;
  let n = local.x * 4u * ${quads}u;
  let kFirst = 0u;
  let kEnd = depth;
  // #for r in rows
  let row${r} = (m + ${r}u) * p.xStride;
  // #for q in quads
  var total${r}_${q} = vec4f(0.0);
  // #end
  // #end
  for (var k0 = 0u; k0 < dims.K; k0 += depth) {
    // #include lib/stage.wgsl tile=tileA source=a base=whole.x stride=whole.xStride first=firstM limit=dims.M extent=${extentM} alongK=${aAlongK}
    // #include lib/stage.wgsl tile=tileB source=b base=whole.w stride=whole.wStride first=firstN limit=dims.N extent=${extentN} alongK=${bAlongK}
    workgroupBarrier();
    // #include lib/tile${arrangement}.wgsl x=tileA w=tileB
    // #for r in rows
    // #for q in quads
    total${r}_${q} += sum${r}_${q};
    // #end
    // #end
    workgroupBarrier();
  }
  // #include lib/tileSums.wgsl of=total
  for (var v = 0u; v < ${rows}u * ${quads}u; v++) {
    store(group.z, firstM + m + v / ${quads}u, firstN + n + v % ${quads}u * 4u, sums[v]);
  }
}
