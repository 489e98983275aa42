// The uniforms of a recurrence, of which a dispatch does one time step or one phase of it; see
// src/engine/ops/recurrent.ts. Going back, `next` is the step handled just before this one, and there is one dispatch
// more than steps, which only finishes the carry. A step that does not exist is T.

struct Dims {
  T: u32, B: u32, H: u32,
  // The time step, and the rows of `state` before and after it.
  t: u32, before: u32, after: u32,
  next: u32,
  hasLengths: u32, hasStateMask: u32, hasEdits: u32,
}

@group(0) @binding(0) var<uniform> dims: Dims;
