// The product of a time step, ${arrangement}: for the rows r of the workgroup's sequences and all N columns n
//
//     ${out} [r, n] = Σ_k ${x} [r, k] · ${w} [n, k]  (NT)  or  ${w} [k, n]  (NN)
//
// or, with `add`, that much more, and with `masked` the sum times the mask of variational dropout, which lies as ${out} does.
fn ${name}(p: Product) {
  let rows = min(dims.B - firstRow, ${rows}u);
  for (var first = 0u; first < p.N; first += lanes * 4u * ${quads}u) {
    let n = first + lane * 4u * ${quads}u;
    // #if inQuads
    // Four neighbours leave together.
    let leftmost = min(min(quadBroadcast(n, 0u), quadBroadcast(n, 1u)), min(quadBroadcast(n, 2u), quadBroadcast(n, 3u)));
    if (leftmost >= p.N) { break; }
    // #for r in rows by 4
    let row${r} = p.x + min(${r}u + quadLane, rows - 1u) * p.xStride;
    // #end
    // #else
    if (n >= p.N) { break; }
    // #for r in rows
    let row${r} = p.x + min(${r}u, rows - 1u) * p.xStride;
    // #end
    // #end
    let kFirst = 0u;
    let kEnd = p.K;
    // #include lib/tile${arrangement}.wgsl
    // #include lib/tileSums.wgsl of=sum
    for (var i = 0u; i < ${rows}u * ${quads}u; i++) {
      let r = i / ${quads}u;
      let column = n + i % ${quads}u * 4u;
      if (r >= rows || column >= p.N) { continue; }
      let at = p.out + r * p.outStride + column;
      var sum = sums[i];
      // #if masked
      sum *= stateMask4(at);
      // #end
      // #if add
      sum += ${out}4(at);
      // #end
      ${set}(at, p.N - column, sum);
    }
  }
}
