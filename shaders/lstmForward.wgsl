// The LSTM; equations in src/engine/ops/lstm.ts. `gates` holds W_h* h' until the gates take its place.
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
  hiddenPart(Product(placeBefore(t, firstRow), H, 0u, H, rowOf(t, firstRow) * 4u * H, 4u * H, H, 4u * H));
}

// Editable values: i, f, g, o, h, c.
fn edit(t: u32, plane: u32, j: u32, value: V) -> V {
  return edited(t, plane * dims.H + j, 6u * dims.H, value);
}

// What a gate's activation takes; `first` is the gate's place among the G·H.
fn sumOf(t: u32, b: u32, first: u32) -> V {
  let at = rowOf(t, b) * 4u * dims.H + first;
  return inputPartAt(at) + gatesAt(at) + biasHhAt(first);
}

fn step(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let cells = (dims.T + 1u) * dims.B * H;
  let cBefore = stateAt(cells + placeBefore(t, b) + j);
  var i = edit(t, 0u, j, sigmoid(sumOf(t, b, j)));
  var f = edit(t, 1u, j, sigmoid(sumOf(t, b, H + j)));
  var g = edit(t, 2u, j, tanhOf(sumOf(t, b, 2u * H + j)));
  var o = edit(t, 3u, j, sigmoid(sumOf(t, b, 3u * H + j)));
  var c = edit(t, 5u, j, f * cBefore + i * g);
  var h = edit(t, 4u, j, o * tanhOf(c));
  if (isMasked(t, b)) {
    i = V(0.0);
    f = V(0.0);
    g = V(0.0);
    o = V(0.0);
    c = cBefore;
    h = stateAt(placeBefore(t, b) + j);
  }
  let at = rowOf(t, b) * 4u * H + j;
  setGates(at, i);
  setGates(at + H, f);
  setGates(at + 2u * H, g);
  setGates(at + 3u * H, o);
  setState(cells + placeAfter(t, b) + j, c);
  setState(placeAfter(t, b) + j, h);
}
