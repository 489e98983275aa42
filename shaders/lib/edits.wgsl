// The k-th of the E values that this time step computes for a sequence, as `edits` [2, T, E], if there are any, changes it.
// The includer binds them.
fn edited(k: u32, E: u32, value: f32) -> f32 {
  if (dims.hasEdits == 0u) { return value; }
  let scale = dims.t * E + k;
  return edits[scale] * value + edits[dims.T * E + scale];
}
