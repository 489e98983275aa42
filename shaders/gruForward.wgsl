// The GRU (reset after); equations in src/engine/ops/gru.ts. `gates` holds W_h* h' until the gates take its place.
// #bindings
// #include lib/scan.wgsl backward=0
// #include lib/activations.wgsl
// #include lib/masks.wgsl
// #include lib/edits.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=hiddenPart arrangement=NT x=stateInProduct w=weightHh out=gates set=setGates4 add=0 masked=0
// #include lib/units.wgsl phase=phase1 unit=step size=dims.H

fn phase0(t: u32) {
  let H = dims.H;
  hiddenPart(Product(placeBefore(t, firstRow), H, 0u, H, rowOf(t, firstRow) * 4u * H, 4u * H, H, 3u * H));
}

// Editable values: r, z, n, h.
fn edit(t: u32, plane: u32, j: u32, value: V) -> V {
  return edited(t, plane * dims.H + j, 4u * dims.H, value);
}

fn step(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let a = rowOf(t, b) * 3u * H + j;
  let g = rowOf(t, b) * 4u * H + j;
  let before = stateAt(placeBefore(t, b) + j);
  var q = gatesAt(g + 2u * H) + biasHhAt(2u * H + j);
  var r = edit(t, 0u, j, sigmoid(inputPartAt(a) + gatesAt(g) + biasHhAt(j)));
  var z = edit(t, 1u, j, sigmoid(inputPartAt(a + H) + gatesAt(g + H) + biasHhAt(H + j)));
  var n = edit(t, 2u, j, tanhOf(inputPartAt(a + 2u * H) + r * q));
  var h = edit(t, 3u, j, (1.0 - z) * n + z * before);
  if (isMasked(t, b)) {
    q = V(0.0);
    r = V(0.0);
    z = V(1.0);
    n = V(0.0);
    h = before;
  }
  setGates(g, r);
  setGates(g + H, z);
  setGates(g + 2u * H, n);
  setGates(g + 3u * H, q);
  setState(placeAfter(t, b) + j, h);
}
