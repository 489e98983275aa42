// The gradient of the GRU (reset before); equations in src/engine/ops/gruResetBefore.ts. e lies in the place of da_r until
// da_r takes it.
// #bindings
// #include lib/scan.wgsl backward=1
// #include lib/stateMask.wgsl
// #include lib/carry.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=candidateBack arrangement=NN x=dInputPart w=weightHh out=dInputPart set=setDInputPart4 add=0 masked=0
// #include lib/product.wgsl name=carryBack arrangement=NN x=dInputPart w=weightHh out=dInitial set=setDInitial4 add=1 masked=${hasStateMask}
// #include lib/units.wgsl phase=phase0 unit=candidate size=dims.H
// #include lib/units.wgsl phase=phase2 unit=reset size=dims.H

fn candidate(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let row = rowOf(t, b);
  let a = row * 3u * H + j;
  let z = gatesAt(a + H);
  let n = gatesAt(a + 2u * H);
  let g = dHAt(row * H + j) + carried(b, j);
  setDInputPart(a + H, g * (stateAt(placeBefore(t, b) + j) - n) * z * (1.0 - z));
  setDInputPart(a + 2u * H, g * (1.0 - z) * (1.0 - n * n));
  setDH(row * H + j, g);
  setDInitial(b * H + j, g * z);
}

fn phase1(t: u32) {
  let H = dims.H;
  let a = rowOf(t, firstRow) * 3u * H;
  candidateBack(Product(a + 2u * H, 3u * H, 2u * H * H, H, a, 3u * H, H, H));
}

fn reset(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let a = rowOf(t, b) * 3u * H + j;
  let r = gatesAt(a);
  let e = dInputPartAt(a) * maskOf(b, j);
  setDInputPart(a, e * stateAt(placeBefore(t, b) + j) * r * (1.0 - r));
  setDInitial(b * H + j, dInitialAt(b * H + j) + e * r);
}

fn phase3(t: u32) {
  let H = dims.H;
  carryBack(Product(rowOf(t, firstRow) * 3u * H, 3u * H, 0u, H, firstRow * H, H, 2u * H, H));
}
