// The gradient of the LSTM; equations in src/engine/ops/lstm.ts.
// #bindings
// #include lib/scan.wgsl backward=1
// #include lib/activations.wgsl
// #include lib/lengths.wgsl
// #include lib/carry.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=carryBack arrangement=NN x=dPart w=weightHh out=dInitial set=setDInitial4 add=1 masked=${hasStateMask}
// #include lib/units.wgsl phase=phase0 unit=step size=dims.H

fn setParts(at: u32, i: V, f: V, g: V, o: V) {
  setDPart(at, i);
  setDPart(at + dims.H, f);
  setDPart(at + 2u * dims.H, g);
  setDPart(at + 3u * dims.H, o);
}

fn step(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let at = rowOf(t, b) * 4u * H + j;
  let place = b * H + j;
  // c's half of `dInitial`; sequence B + b of the first half.
  let cPlace = place + dims.B * H;
  let d = dHAt(rowOf(t, b) * H + j) + carried(b, j);
  var s = carried(dims.B + b, j);
  setDH(rowOf(t, b) * H + j, d);
  if (isMasked(t, b)) {
    setParts(at, V(0.0), V(0.0), V(0.0), V(0.0));
    setDInitial(place, d);
    setDInitial(cPlace, s);
    return;
  }
  let i = gatesAt(at);
  let f = gatesAt(at + H);
  let g = gatesAt(at + 2u * H);
  let o = gatesAt(at + 3u * H);
  let cells = (dims.T + 1u) * dims.B * H + j;
  let squashed = tanhOf(stateAt(cells + placeAfter(t, b)));
  s += d * o * (1.0 - squashed * squashed);
  let df = s * stateAt(cells + placeBefore(t, b)) * f * (1.0 - f);
  setParts(at, s * g * i * (1.0 - i), df, s * i * (1.0 - g * g), d * squashed * o * (1.0 - o));
  setDInitial(place, V(0.0));
  setDInitial(cPlace, s * f);
}

fn phase1(t: u32) {
  let H = dims.H;
  carryBack(Product(rowOf(t, firstRow) * 4u * H, 4u * H, 0u, H, firstRow * H, H, 4u * H, H));
}
