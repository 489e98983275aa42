// The state before the step as it is carried over, and as it enters products: there variational dropout multiplies it,
// and what comes back through them, by `stateMask` [B, H], if there is one. The includer binds it and `state`.

fn maskOf(b: u32, k: u32) -> f32 {
  if (dims.hasStateMask == 0u) { return 1.0; }
  return stateMask[b * dims.H + k];
}

fn stateBefore(b: u32, k: u32) -> f32 {
  return state[(dims.before * dims.B + b) * dims.H + k];
}

fn stateForProduct(b: u32, k: u32) -> f32 {
  return stateBefore(b, k) * maskOf(b, k);
}
