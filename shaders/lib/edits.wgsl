// The k-th of the E values that time step t computes for a sequence, as `edits` [2, T, E], if there are any, changes it.
fn edited(t: u32, k: u32, E: u32, value: V) -> V {
  if (dims.hasEdits == 0u) { return value; }
  let scale = t * E + k;
  return editsAt(scale) * value + editsAt(dims.T * E + scale);
}
