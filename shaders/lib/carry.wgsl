// What the step taken after this one carried back to unit j of sequence b.
fn carried(b: u32, j: u32) -> V {
  if (isFirstStep) { return V(0.0); }
  return dInitialAt(b * dims.H + j);
}
