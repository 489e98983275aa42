// The masks of a forward recurrence.
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl

// The states at a place of `state`, as they enter products.
fn stateInProduct4(place: u32) -> vec4f {
  // #if hasStateMask
  return state4(place) * stateMask4(place % (dims.B * dims.H));
  // #else
  return state4(place);
  // #end
}

fn stateInProduct1(place: u32) -> f32 {
  // #if hasStateMask
  return state1(place) * stateMask1(place % (dims.B * dims.H));
  // #else
  return state1(place);
  // #end
}
