// sumR_Q: the columns n + 4Q … n + 4Q + 3 of row m + R of Xᵀ·W, as `vec4f`; the tile's rows lie side by side in X.
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
  let first = p.x + k * p.xStride + m;
  // #for r in rows by 4
  let at${r} = first + ${r}u;
  // #if inQuads
  let shared${r} = ${x}4(at${r} + quadLane * p.xStride);
  let left${r} = transpose(mat4x4f(
    quadBroadcast(shared${r}, 0u), quadBroadcast(shared${r}, 1u), quadBroadcast(shared${r}, 2u), quadBroadcast(shared${r}, 3u),
  ));
  // #else
  let left${r} = transpose(mat4x4f(
    ${x}4(at${r}), ${x}4(at${r} + p.xStride), ${x}4(at${r} + 2u * p.xStride), ${x}4(at${r} + 3u * p.xStride),
  ));
  // #end
  // #end
  // #for r in rows
  // #for q in quads
  sum${r}_${q} += right${q} * left${r/4*4}[${r%4}];
  // #end
  // #end
}
// #if hasRemainder
for (var k = kEnd - (kEnd - kFirst) % 4u; k < kEnd; k++) {
  // #for q in quads
  let right${q} = ${w}4(p.w + k * p.wStride + n + 4u * ${q}u);
  // #end
  // #for r in rows by 4
  let left${r} = ${x}4(p.x + k * p.xStride + m + ${r}u);
  // #end
  // #for r in rows
  // #for q in quads
  sum${r}_${q} += right${q} * left${r/4*4}[${r%4}];
  // #end
  // #end
}
// #end
