// A recurrence; see src/engine/ops/recurrent.ts. A workgroup owns ${rows} sequences and goes through time with them. A time
// step is ${phases} phases, `phase0(t)`, `phase1(t)`, …, which the includer gives, and in each of which an invocation
// does its share of the workgroup's products or units. All that passes from one phase to the next lies in tensors, so that a
// dispatch may as well do one phase of one step, with several workgroups on the same sequences.

struct Dims {
  T: u32, B: u32, H: u32, reverse: u32,
  // Steps and phases of this dispatch; steps are counted in the order in which they are taken.
  firstStep: u32, endStep: u32, firstPhase: u32, endPhase: u32,
  hasLengths: u32, hasEdits: u32,
  // Four-gate GRU: the width of x, where it and each parameter begin.
  I: u32, x: u32,
  weightI: u32, biasI: u32, weightF: u32, biasF: u32, weightC: u32, biasC: u32, weightO: u32, biasO: u32,
}

@group(0) @binding(0) var<uniform> dims: Dims;

// What equations are written in: one unit, or four where H and all that is bound are multiples of 4.
// #if vectors
alias V = vec4f;
const unitsPerItem = 4u;
// #else
alias V = f32;
const unitsPerItem = 1u;
// #end

var<private> firstRow: u32;
var<private> lane: u32;
var<private> lanes: u32;
// #if inQuads
var<private> quadLane: u32;
// #end
// Nothing was carried from a step before this one.
var<private> isFirstStep: bool;

// The place of state h' of sequence b before time step t, and of h after it.
fn placeBefore(t: u32, b: u32) -> u32 {
  return ((t + dims.reverse) * dims.B + b) * dims.H;
}

fn placeAfter(t: u32, b: u32) -> u32 {
  return ((t + 1u - dims.reverse) * dims.B + b) * dims.H;
}

// The row of sequence b at time step t in tensors [T, B, …].
fn rowOf(t: u32, b: u32) -> u32 {
  return t * dims.B + b;
}

@compute @workgroup_size(${lanes})
fn main(
  @builtin(local_invocation_index) index: u32,
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  // #if inQuads
  @builtin(subgroup_invocation_id) invocation: u32,
  // #end
) {
  // #if inQuads
  quadLane = invocation % 4u;
  // #end
  firstRow = group.x * ${rows}u;
  lane = group.y * ${lanes}u + index;
  lanes = groups.y * ${lanes}u;
  let isAscending = dims.reverse == ${backward}u;
  for (var step = dims.firstStep; step < dims.endStep; step++) {
    isFirstStep = step == 0u;
    let t = select(dims.T - 1u - step, step, isAscending);
    // #for p in phases
    if (dims.firstPhase <= ${p}u && ${p}u < dims.endPhase) { phase${p}(t); }
    storageBarrier();
    // #end
  }
}
