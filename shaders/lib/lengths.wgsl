// Whether sequence b is over at time step t. The includer binds `lengths` [B], if there are any.
fn isMasked(t: u32, b: u32) -> bool {
  return dims.hasLengths == 1u && i32(t) >= lengths[b];
}
