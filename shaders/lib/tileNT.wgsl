// sumR_Q: the columns n + 4Q … n + 4Q + 3 of row R of X·Wᵀ, as `vec4f`. Every load of four elements along k serves all
// rows or all columns of the tile; columns beyond the last read the last one again.
// #for r in rows
// #for q in quads
var sum${r}_${q} = vec4f(0.0);
// #end
// #end
// #for q in quads
let w${q}_0 = p.w + min(n + 4u * ${q}u, p.N - 1u) * p.wStride;
let w${q}_1 = p.w + min(n + 4u * ${q}u + 1u, p.N - 1u) * p.wStride;
let w${q}_2 = p.w + min(n + 4u * ${q}u + 2u, p.N - 1u) * p.wStride;
let w${q}_3 = p.w + min(n + 4u * ${q}u + 3u, p.N - 1u) * p.wStride;
// #end
for (var k = kFirst; k + 4u <= kEnd; k += 4u) {
  // #for q in quads
  let right${q} = transpose(mat4x4f(${w}4(w${q}_0 + k), ${w}4(w${q}_1 + k), ${w}4(w${q}_2 + k), ${w}4(w${q}_3 + k)));
  // #end
  // #if inQuads
  // #for r in rows by 4
  let shared${r} = ${x}4(row${r} + k);
  // #end
  // #end
  // #for r in rows
  // #if inQuads
  let left${r} = quadBroadcast(shared${r/4*4}, ${r%4}u);
  // #else
  let left${r} = ${x}4(row${r} + k);
  // #end
  // #for q in quads
  sum${r}_${q} += right${q} * left${r};
  // #end
  // #end
}
// #if hasRemainder
for (var k = kEnd - (kEnd - kFirst) % 4u; k < kEnd; k++) {
  // #for q in quads
  let right${q} = vec4f(${w}1(w${q}_0 + k), ${w}1(w${q}_1 + k), ${w}1(w${q}_2 + k), ${w}1(w${q}_3 + k));
  // #end
  // #for r in rows
  // #for q in quads
  sum${r}_${q} += right${q} * ${x}1(row${r} + k);
  // #end
  // #end
}
// #end
