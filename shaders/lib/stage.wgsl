// ${tile}, in workgroup memory: ${extent} rows or columns of ${source} from ${first} on, `depth` values of k from `k0` on, and zeros
// where k has ended. Beyond the last row or column the last ones are read again.
for (var i = lane; i < ${extent}u * depth / 4u; i += lanes) {
  // #if alongK
  let k = k0 + i % (depth / 4u) * 4u;
  let at = ${base} + min(${first} + i / (depth / 4u), ${limit} - 1u) * ${stride} + k;
  // #else
  let k = k0 + i / (${extent}u / 4u);
  let at = ${base} + k * ${stride} + min(${first} + i % (${extent}u / 4u) * 4u, ${limit} - 4u);
  // #end
  if (k < dims.K) { ${tile}[i] = ${source}4(at); } else { ${tile}[i] = vec4f(0.0); }
}
