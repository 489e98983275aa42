// The rows of the four-gate GRU's tensors; see src/engine/ops/fourGate.ts.

// The width of [h', x].
fn joinedWidth() -> u32 {
  return dims.H + dims.I;
}

// i, f, c, o in a row of `gates`.
fn gateWidth() -> u32 {
  return dims.I + 3u * dims.H;
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
