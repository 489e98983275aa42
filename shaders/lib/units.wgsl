// ${phase}: `${unit}(t, b, j)` for the items of ${size} units of each sequence that the workgroup owns; j is an item's first unit.
fn ${phase}(t: u32) {
  let items = ${size} / unitsPerItem;
  for (var i = lane; i < ${rows}u * items; i += lanes) {
    let b = firstRow + i / items;
    if (b < dims.B) { ${unit}(t, b, i % items * unitsPerItem); }
  }
}
