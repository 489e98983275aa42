// The gradient of the GRU (reset after); equations in src/engine/ops/gru.ts.
// #bindings
// #include lib/scan.wgsl backward=1
// #include lib/carry.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=carryBack arrangement=NN x=dHiddenPart w=weightHh out=dInitial set=setDInitial4 add=1 masked=${hasStateMask}
// #include lib/units.wgsl phase=phase0 unit=step size=dims.H

fn step(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let row = rowOf(t, b);
  let at = row * 4u * H + j;
  let r = gatesAt(at);
  let z = gatesAt(at + H);
  let n = gatesAt(at + 2u * H);
  let g = dHAt(row * H + j) + carried(b, j);
  let dn = g * (1.0 - z) * (1.0 - n * n);
  let dz = g * (stateAt(placeBefore(t, b) + j) - n) * z * (1.0 - z);
  let dr = dn * gatesAt(at + 3u * H) * r * (1.0 - r);
  let d = row * 3u * H + j;
  setDInputPart(d, dr);
  setDInputPart(d + H, dz);
  setDInputPart(d + 2u * H, dn);
  setDHiddenPart(d, dr);
  setDHiddenPart(d + H, dz);
  setDHiddenPart(d + 2u * H, dn * r);
  setDH(row * H + j, g);
  setDInitial(b * H + j, g * z);
}

fn phase1(t: u32) {
  let H = dims.H;
  carryBack(Product(rowOf(t, firstRow) * 3u * H, 3u * H, 0u, H, firstRow * H, H, 3u * H, H));
}
