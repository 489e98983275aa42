// Variational dropout multiplies h' where it enters products, and what comes back through them, by `stateMask` [B, H], if
// there is one.
fn maskOf(b: u32, j: u32) -> V {
  // #if hasStateMask
  return stateMaskAt(b * dims.H + j);
  // #else
  return V(1.0);
  // #end
}
