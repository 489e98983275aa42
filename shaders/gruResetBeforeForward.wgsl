// The GRU (reset before); equations in src/engine/ops/gruResetBefore.ts. `gates` holds the products until the gates take
// their place.
// #bindings
// #include lib/scan.wgsl backward=0
// #include lib/activations.wgsl
// #include lib/masks.wgsl
// #include lib/edits.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=gatePart arrangement=NT x=stateInProduct w=weightHh out=gates set=setGates4 add=0 masked=0
// #include lib/product.wgsl name=candidatePart arrangement=NT x=resetState w=weightHh out=gates set=setGates4 add=0 masked=0
// #include lib/units.wgsl phase=phase1 unit=reset size=dims.H
// #include lib/units.wgsl phase=phase3 unit=update size=dims.H

// Editable values: r, z, n, h.
fn edit(t: u32, plane: u32, j: u32, value: V) -> V {
  return edited(t, plane * dims.H + j, 4u * dims.H, value);
}

fn phase0(t: u32) {
  let H = dims.H;
  gatePart(Product(placeBefore(t, firstRow), H, 0u, H, rowOf(t, firstRow) * 3u * H, 3u * H, H, 2u * H));
}

fn reset(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let a = rowOf(t, b) * 3u * H + j;
  var r = edit(t, 0u, j, sigmoid(inputPartAt(a) + gatesAt(a)));
  var z = edit(t, 1u, j, sigmoid(inputPartAt(a + H) + gatesAt(a + H)));
  if (isMasked(t, b)) {
    r = V(0.0);
    z = V(1.0);
  }
  setGates(a, r);
  setGates(a + H, z);
  setResetState(rowOf(t, b) * H + j, r * stateAt(placeBefore(t, b) + j) * maskOf(b, j));
}

fn phase2(t: u32) {
  let H = dims.H;
  let row = rowOf(t, firstRow);
  candidatePart(Product(row * H, H, 2u * H * H, H, (row * 3u + 2u) * H, 3u * H, H, H));
}

fn update(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let a = rowOf(t, b) * 3u * H + j;
  let before = stateAt(placeBefore(t, b) + j);
  let z = gatesAt(a + H);
  var n = edit(t, 2u, j, tanhOf(inputPartAt(a + 2u * H) + gatesAt(a + 2u * H)));
  var h = edit(t, 3u, j, (1.0 - z) * n + z * before);
  if (isMasked(t, b)) {
    n = V(0.0);
    h = before;
  }
  setGates(a + 2u * H, n);
  setState(placeAfter(t, b) + j, h);
}
