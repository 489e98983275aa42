// The four-gate GRU; equations in src/engine/ops/fourGate.ts. `gates` holds the products until the gates take their place.
// #bindings
// #include lib/scan.wgsl backward=0
// #include lib/fourGate.wgsl
// #include lib/activations.wgsl
// #include lib/masks.wgsl
// #include lib/edits.wgsl
// #include lib/productShape.wgsl
// #include lib/product.wgsl name=ofState arrangement=NT x=stateInProduct w=weights out=gates set=setGates4 add=0 masked=0
// #include lib/product.wgsl name=addOfX arrangement=NT x=x w=weights out=gates set=setGates4 add=1 masked=0
// #include lib/product.wgsl name=ofInput arrangement=NT x=candidateInput w=weights out=gates set=setGates4 add=0 masked=0
// #include lib/product.wgsl name=addOfC arrangement=NT x=gates w=weights out=gates set=setGates4 add=1 masked=0
// #include lib/units.wgsl phase=inputGates unit=inputGate size=dims.I
// #include lib/units.wgsl phase=forgetGates unit=forgetGate size=dims.H
// #include lib/units.wgsl phase=phase3 unit=candidate size=dims.H
// #include lib/units.wgsl phase=phase5 unit=update size=dims.H

fn edit(t: u32, k: u32, value: V) -> V {
  return edited(t, k, gateWidth() + dims.H, value);
}

// W [h', x] of i and of f, and what W_o takes from h'. A loop, because each call is compiled anew.
fn phase0(t: u32) {
  let H = dims.H;
  let I = dims.I;
  let row = rowOf(t, firstRow);
  let weight = vec3u(dims.weightI, dims.weightF, dims.weightO + H);
  let wStride = vec3u(H + I, H + I, 2u * H);
  let out = row * gateWidth() + vec3u(0u, placeOfF(), placeOfO());
  let N = vec3u(I, H, H);
  for (var g = 0u; g < 3u; g++) {
    ofState(Product(placeBefore(t, firstRow), H, weight[g], wStride[g], out[g], gateWidth(), H, N[g]));
  }
  for (var g = 0u; g < 2u; g++) {
    addOfX(Product(dims.x + row * I, I, weight[g] + H, wStride[g], out[g], gateWidth(), I, N[g]));
  }
}

fn phase1(t: u32) {
  inputGates(t);
  forgetGates(t);
}

// i, which lets x through.
fn inputGate(t: u32, b: u32, k: u32) {
  let row = rowOf(t, b);
  let at = row * gateWidth() + k;
  var i = edit(t, k, sigmoid(gatesAt(at) + weightsAt(dims.biasI + k)));
  if (isMasked(t, b)) { i = V(0.0); }
  setGates(at, i);
  setCandidateInput(row * joinedWidth() + dims.H + k, xAt(dims.x + row * dims.I + k) * i);
}

// f, which keeps h' back.
fn forgetGate(t: u32, b: u32, j: u32) {
  let row = rowOf(t, b);
  let at = row * gateWidth() + placeOfF() + j;
  var f = edit(t, placeOfF() + j, sigmoid(gatesAt(at) + weightsAt(dims.biasF + j)));
  var passed = stateAt(placeBefore(t, b) + j) * maskOf(b, j) * (1.0 - f);
  if (isMasked(t, b)) {
    f = V(0.0);
    passed = V(0.0);
  }
  setGates(at, f);
  setCandidateInput(row * joinedWidth() + j, passed);
}

fn phase2(t: u32) {
  let row = rowOf(t, firstRow);
  let width = joinedWidth();
  let out = row * gateWidth() + placeOfC();
  ofInput(Product(row * width, width, dims.weightC, width, out, gateWidth(), width, dims.H));
}

fn candidate(t: u32, b: u32, j: u32) {
  let at = rowOf(t, b) * gateWidth() + placeOfC() + j;
  var c = edit(t, placeOfC() + j, tanhOf(gatesAt(at)) + weightsAt(dims.biasC + j));
  if (isMasked(t, b)) { c = V(0.0); }
  setGates(at, c);
}

fn phase4(t: u32) {
  let H = dims.H;
  let first = rowOf(t, firstRow) * gateWidth();
  addOfC(Product(first + placeOfC(), gateWidth(), dims.weightO, 2u * H, first + placeOfO(), gateWidth(), H, H));
}

fn update(t: u32, b: u32, j: u32) {
  let first = rowOf(t, b) * gateWidth() + j;
  let before = stateAt(placeBefore(t, b) + j);
  var o = edit(t, placeOfO() + j, sigmoid(gatesAt(first + placeOfO()) + weightsAt(dims.biasO + j)));
  var h = edit(t, gateWidth() + j, o * gatesAt(first + placeOfC()) + (1.0 - o) * before);
  if (isMasked(t, b)) {
    o = V(0.0);
    h = before;
  }
  setGates(first + placeOfO(), o);
  setState(placeAfter(t, b) + j, h);
}
