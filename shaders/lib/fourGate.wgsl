// The uniforms of the four-gate GRU, which begin as those of lib/recurrent.wgsl, and the rows of its tensors; equations in
// src/engine/ops/fourGate.ts.

struct Dims {
  T: u32, B: u32, H: u32,
  t: u32, before: u32, after: u32,
  next: u32,
  hasLengths: u32, hasStateMask: u32, hasEdits: u32,
  I: u32,
  // Where each parameter begins in `weights`.
  weightI: u32, biasI: u32, weightF: u32, biasF: u32, weightC: u32, biasC: u32, weightO: u32, biasO: u32,
  xOffset: u32,
}

@group(0) @binding(0) var<uniform> dims: Dims;

// The width of [h', x].
fn joinedWidth() -> u32 {
  return dims.H + dims.I;
}

// i, f, c, o in a row of `gates`; in `dParts` the gradients of their sums lie in the same places.
fn gateWidth() -> u32 {
  return dims.I + 3u * dims.H;
}

// Then the gradients of c and of x.
fn partWidth() -> u32 {
  return 2u * dims.I + 4u * dims.H;
}

fn placeOfF() -> u32 {
  return dims.I;
}

fn placeOfC() -> u32 {
  return dims.I + dims.H;
}

fn placeOfO() -> u32 {
  return dims.I + 2u * dims.H;
}

fn placeOfDC() -> u32 {
  return dims.I + 3u * dims.H;
}

fn placeOfDX() -> u32 {
  return dims.I + 4u * dims.H;
}
