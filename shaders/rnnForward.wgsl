// The simple recurrent network; equations in src/engine/ops/rnn.ts. The row of h holds W_h h' until h takes its place.
// #bindings
// #include lib/scan.wgsl backward=0
// #include lib/activations.wgsl
// #include lib/masks.wgsl
// #include lib/edits.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=hiddenPart arrangement=NT x=stateInProduct w=weightHh out=state set=setState4 add=0 masked=0
// #include lib/units.wgsl phase=phase1 unit=step size=dims.H

fn phase0(t: u32) {
  let H = dims.H;
  hiddenPart(Product(placeBefore(t, firstRow), H, 0u, H, placeAfter(t, firstRow), H, H, H));
}

fn step(t: u32, b: u32, j: u32) {
  let after = placeAfter(t, b) + j;
  let sum = inputPartAt(rowOf(t, b) * dims.H + j) + stateAt(after) + biasHhAt(j);
  var h = edited(t, j, dims.H, tanhOf(sum));
  if (isMasked(t, b)) { h = stateAt(placeBefore(t, b) + j); }
  setState(after, h);
}
