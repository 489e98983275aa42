// The gradient of the simple recurrent network; equations in src/engine/ops/rnn.ts.
// #bindings
// #include lib/scan.wgsl backward=1
// #include lib/lengths.wgsl
// #include lib/carry.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=carryBack arrangement=NN x=dPart w=weightHh out=dInitial set=setDInitial4 add=1 masked=${hasStateMask}
// #include lib/units.wgsl phase=phase0 unit=step size=dims.H

fn step(t: u32, b: u32, j: u32) {
  let at = rowOf(t, b) * dims.H + j;
  let h = stateAt(placeAfter(t, b) + j);
  let g = dHAt(at) + carried(b, j);
  let masked = isMasked(t, b);
  setDPart(at, select(g * (1.0 - h * h), V(0.0), masked));
  setDH(at, g);
  setDInitial(b * dims.H + j, select(V(0.0), g, masked));
}

fn phase1(t: u32) {
  let H = dims.H;
  carryBack(Product(rowOf(t, firstRow) * H, H, 0u, H, firstRow * H, H, H, H));
}
