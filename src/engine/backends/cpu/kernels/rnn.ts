/** `ops/rnn.ts`. */
import { hyperbolicTangent } from "./activations";
import { packColumns, packedBytes, packRows, paddedColumns, panelBytes } from "./panels";
import {
  addToCarry,
  edited,
  isMasked,
  placeAfter,
  placeBefore,
  Recurrence,
  rowProduct,
  stateForProduct,
  timeAt,
} from "./recurrent";
import { clear, F, lanesAt, put } from "./simd";

@unmanaged
class Forward extends Recurrence {
  inputPart: usize;
  weightHh: usize;
  biasHh: usize;
  state: usize;
  lengths: usize;
  stateMask: usize;
  edits: usize;
  /** Packed W_hhᵀ, then W_hh h' + b_hh, then h' as it enters products. */
  scratch: usize;
}

export function rnnForwardPack(job: Forward, from: i32, to: i32): void {
  const H = job.H;
  packColumns(job.weightHh, H, H, H, job.scratch, panelBytes(H), from, to);
}

export function rnnForward(job: Forward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const sums = job.scratch + packedBytes(H, H);
  const sumsRow = <usize>paddedColumns(H) * F;
  const room = sums + <usize>job.B * sumsRow;
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, s);
    const before = stateForProduct(job, job.state, job.stateMask, room, t, from, to);
    rowProduct(before, H, job.scratch, job.biasHh, sums, H, from, to);
    for (let b = from; b < to; b++) {
      if (isMasked(job.lengths, t, b)) carryThrough(job, t, b);
      else forwardRow(job, t, b, sums + <usize>b * sumsRow);
    }
  }
}

/** h = h'. */
function carryThrough(job: Forward, t: i32, b: i32): void {
  memory.copy(job.state + placeAfter(job, t, b), job.state + placeBefore(job, t, b), <usize>job.H * F);
}

function forwardRow(job: Forward, t: i32, b: i32, sums: usize): void {
  const H = job.H;
  const input = job.inputPart + <usize>((t * job.B + b) * H) * F;
  const after = job.state + placeAfter(job, t, b);
  const edit = job.edits ? job.edits + <usize>(t * H) * F : 0;
  const offsets = <usize>(job.T * H) * F;
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const sum = f32x4.add(v128.load(input + at), v128.load(sums + at));
    put(after + at, edited(edit ? edit + at : 0, offsets, hyperbolicTangent(sum)), lanesAt(j, H));
  }
}

@unmanaged
class Backward extends Recurrence {
  dH: usize;
  state: usize;
  weightHh: usize;
  dPart: usize;
  dInitial: usize;
  lengths: usize;
  stateMask: usize;
  /** Packed W_hh, then dPart · W_hh. */
  scratch: usize;
}

export function rnnBackwardPack(job: Backward, from: i32, to: i32): void {
  const H = job.H;
  packRows(job.weightHh, H, H, H, job.scratch, panelBytes(H), from, to);
}

export function rnnBackward(job: Backward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const back = job.scratch + packedBytes(H, H);
  const backRow = <usize>paddedColumns(H) * F;
  if (step === 0) clear(job.dInitial + <usize>(from * H) * F, (to - from) * H);
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, job.T - 1 - s);
    for (let b = from; b < to; b++) backwardRow(job, t, b);
    rowProduct(job.dPart + <usize>(t * job.B * H) * F, H, job.scratch, 0, back, H, from, to);
    addToCarry(job, job.dInitial, back, backRow, job.stateMask, from, to);
  }
}

function backwardRow(job: Backward, t: i32, b: i32): void {
  const H = job.H;
  const row = <usize>((t * job.B + b) * H) * F;
  const after = job.state + placeAfter(job, t, b);
  const carry = job.dInitial + <usize>(b * H) * F;
  const masked = isMasked(job.lengths, t, b);
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const h = v128.load(after + at);
    const g = f32x4.add(v128.load(job.dH + row + at), v128.load(carry + at));
    const d = f32x4.mul(g, f32x4.sub(f32x4.splat(1), f32x4.mul(h, h)));
    put(job.dPart + row + at, masked ? f32x4.splat(0) : d, n);
    put(job.dH + row + at, g, n);
    put(carry + at, masked ? g : f32x4.splat(0), n);
  }
}
