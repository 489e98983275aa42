// The gradient of the four-gate GRU; equations in src/engine/ops/fourGate.ts. u lies in the place of da_f and v in that of
// da_i until these take it.
// #bindings
// #include lib/scan.wgsl backward=1
// #include lib/fourGate.wgsl
// #include lib/stateMask.wgsl
// #include lib/carry.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=toParts arrangement=NN x=dParts w=weights out=dParts set=setDParts4 add=0 masked=0
// #include lib/product.wgsl name=addToParts arrangement=NN x=dParts w=weights out=dParts set=setDParts4 add=1 masked=0
// #include lib/product.wgsl name=addToCarry arrangement=NN x=dParts w=weights out=dInitial set=setDInitial4 add=1 masked=${hasStateMask}
// #include lib/units.wgsl phase=phase0 unit=output size=dims.H
// #include lib/units.wgsl phase=phase2 unit=candidate size=dims.H
// #include lib/units.wgsl phase=forgetGates unit=forgetGate size=dims.H
// #include lib/units.wgsl phase=inputGates unit=inputGate size=dims.I

// da_i, da_f, da_c, da_o lie where i, f, c, o do in `gates`; after them dc and dx.
fn partWidth() -> u32 {
  return 2u * dims.I + 4u * dims.H;
}

fn placeOfDC() -> u32 {
  return dims.I + 3u * dims.H;
}

fn placeOfDX() -> u32 {
  return dims.I + 4u * dims.H;
}

fn output(t: u32, b: u32, j: u32) {
  let H = dims.H;
  let row = rowOf(t, b);
  let gate = row * gateWidth() + j;
  let part = row * partWidth() + j;
  let c = gatesAt(gate + placeOfC());
  let o = gatesAt(gate + placeOfO());
  let g = dHAt(row * H + j) + carried(b, j);
  setDParts(part + placeOfO(), g * (c - stateAt(placeBefore(t, b) + j)) * o * (1.0 - o));
  setDParts(part + placeOfDC(), g * o);
  setDH(row * H + j, g);
  setDInitial(b * H + j, g * (1.0 - o));
}

// [e_c, e_1] = da_o · W_o.
fn phase1(t: u32) {
  let H = dims.H;
  let first = rowOf(t, firstRow) * partWidth();
  let width = partWidth();
  addToParts(Product(first + placeOfO(), width, dims.weightO, 2u * H, first + placeOfDC(), width, H, H));
  addToCarry(Product(first + placeOfO(), width, dims.weightO + H, 2u * H, firstRow * H, H, H, H));
}

fn candidate(t: u32, b: u32, j: u32) {
  let part = rowOf(t, b) * partWidth() + j;
  let squashed = gatesAt(rowOf(t, b) * gateWidth() + placeOfC() + j) - weightsAt(dims.biasC + j);
  setDParts(part + placeOfC(), dPartsAt(part + placeOfDC()) * (1.0 - squashed * squashed));
}

// [u, v] = da_c · W_c.
fn phase3(t: u32) {
  let first = rowOf(t, firstRow) * partWidth();
  let c = first + placeOfC();
  let width = partWidth();
  let weight = dims.weightC + vec2u(0u, dims.H);
  let out = first + vec2u(placeOfF(), 0u);
  let N = vec2u(dims.H, dims.I);
  for (var g = 0u; g < 2u; g++) {
    toParts(Product(c, width, weight[g], joinedWidth(), out[g], width, dims.H, N[g]));
  }
}

fn phase4(t: u32) {
  forgetGates(t);
  inputGates(t);
}

fn forgetGate(t: u32, b: u32, j: u32) {
  let place = b * dims.H + j;
  let at = rowOf(t, b) * partWidth() + placeOfF() + j;
  let f = gatesAt(rowOf(t, b) * gateWidth() + placeOfF() + j);
  let u = dPartsAt(at) * maskOf(b, j);
  setDParts(at, -u * stateAt(placeBefore(t, b) + j) * f * (1.0 - f));
  setDInitial(place, dInitialAt(place) + u * (1.0 - f));
}

fn inputGate(t: u32, b: u32, k: u32) {
  let row = rowOf(t, b);
  let at = row * partWidth() + k;
  let i = gatesAt(row * gateWidth() + k);
  let v = dPartsAt(at);
  setDParts(at, v * xAt(dims.x + row * dims.I + k) * i * (1.0 - i));
  setDParts(at + placeOfDX(), v * i);
}

// [e_2, w] = da_i · W_i + da_f · W_f.
fn phase5(t: u32) {
  let H = dims.H;
  let first = rowOf(t, firstRow) * partWidth();
  let width = partWidth();
  let gate = first + vec2u(0u, placeOfF());
  let weight = vec2u(dims.weightI, dims.weightF);
  let K = vec2u(dims.I, H);
  for (var g = 0u; g < 2u; g++) {
    addToCarry(Product(gate[g], width, weight[g], joinedWidth(), firstRow * H, H, K[g], H));
    addToParts(Product(gate[g], width, weight[g] + H, joinedWidth(), first + placeOfDX(), width, K[g], dims.I));
  }
}
