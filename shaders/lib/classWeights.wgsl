// The weight of class v, 1 if there are no `classWeights` [V]. The includer binds them.
fn classWeight(v: u32) -> f32 {
  if (dims.hasClassWeights == 0u) { return 1.0; }
  return classWeights[v];
}
