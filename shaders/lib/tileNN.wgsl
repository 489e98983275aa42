// sumR_Q: the columns n + 4Q … n + 4Q + 3 of row R of X·W, as `vec4f`.
// #for r in rows
// #for q in quads
var sum${r}_${q} = vec4f(0.0);
// #end
// #end
for (var k = kFirst; k + 4u <= kEnd; k += 4u) {
  let w0 = p.w + k * p.wStride + n;
  let w1 = w0 + p.wStride;
  let w2 = w1 + p.wStride;
  let w3 = w2 + p.wStride;
  // #for q in quads
  let right${q} = mat4x4f(${w}4(w0 + 4u * ${q}u), ${w}4(w1 + 4u * ${q}u), ${w}4(w2 + 4u * ${q}u), ${w}4(w3 + 4u * ${q}u));
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
  let right${q} = ${w}4(p.w + k * p.wStride + n + 4u * ${q}u);
  // #end
  // #for r in rows
  // #for q in quads
  sum${r}_${q} += right${q} * ${x}1(row${r} + k);
  // #end
  // #end
}
// #end
