/** `ops/gruResetBefore.ts`. */
import { hyperbolicTangent, sigmoid } from "./activations";
import { packColumns, packedBytes, packRows, paddedColumns, panelBytes, panelCount } from "./panels";
import {
  addToCarry,
  edited,
  isMasked,
  placeAfter,
  placeBefore,
  product,
  Recurrence,
  rowProduct,
  stateForProduct,
  timeAt,
} from "./recurrent";
import { clear, F, fma, lanesAt, put } from "./simd";

@unmanaged
class Forward extends Recurrence {
  inputPart: usize;
  weightHh: usize;
  state: usize;
  gates: usize;
  resetState: usize;
  lengths: usize;
  stateMask: usize;
  edits: usize;
  /** Packed W_hr,hzᵀ and W_hnᵀ, then the sums of r and z, those of n, and h' as it enters products. */
  scratch: usize;
}

/** Panels of r and z, then those of n. */
export function gruResetBeforeForwardPack(job: Forward, from: i32, to: i32): void {
  const H = job.H;
  const gates = panelCount(2 * H);
  const stride = panelBytes(H);
  const candidate = job.weightHh + <usize>(2 * H * H) * F;
  packColumns(job.weightHh, H, H, 2 * H, job.scratch, stride, from, min(to, gates));
  const packed = job.scratch + packedBytes(H, 2 * H);
  packColumns(candidate, H, H, H, packed, stride, max(0, from - gates), to - gates);
}

export function gruResetBeforeForward(job: Forward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const candidate = job.scratch + packedBytes(H, 2 * H);
  const sums = candidate + packedBytes(H, H);
  const sumsRow = <usize>paddedColumns(2 * H) * F;
  const candidateSums = sums + <usize>job.B * sumsRow;
  const candidateRow = <usize>paddedColumns(H) * F;
  const room = candidateSums + <usize>job.B * candidateRow;
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, s);
    const before = stateForProduct(job, job.state, job.stateMask, room, t, from, to);
    rowProduct(before, H, job.scratch, 0, sums, 2 * H, from, to);
    for (let b = from; b < to; b++) {
      const h = before + <usize>(b * H) * F;
      if (isMasked(job.lengths, t, b)) carryThrough(job, t, b);
      else forwardGates(job, t, b, sums + <usize>b * sumsRow, h);
    }
    const reset = job.resetState + <usize>(t * job.B * H) * F;
    rowProduct(reset, H, candidate, 0, candidateSums, H, from, to);
    for (let b = from; b < to; b++) {
      if (isMasked(job.lengths, t, b)) continue;
      forwardState(job, t, b, candidateSums + <usize>b * candidateRow);
    }
  }
}

/** r = n = 0, z = 1, h = h'. */
function carryThrough(job: Forward, t: i32, b: i32): void {
  const H = job.H;
  const row = <usize>((t * job.B + b) * H) * F;
  const gates = job.gates + 3 * row;
  clear(gates, 3 * H);
  clear(job.resetState + row, H);
  for (let j = 0; j < H; j++) f32.store(gates + <usize>(H + j) * F, 1);
  memory.copy(job.state + placeAfter(job, t, b), job.state + placeBefore(job, t, b), <usize>H * F);
}

/** r, z and r ⊙ h', `h` being h' as it enters products. */
function forwardGates(job: Forward, t: i32, b: i32, sums: usize, h: usize): void {
  const H = job.H;
  const plane = <usize>H * F;
  const row = <usize>((t * job.B + b) * H) * F;
  const edit = job.edits ? job.edits + <usize>(t * 4 * H) * F : 0;
  const offsets = <usize>(job.T * 4 * H) * F;
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const input = job.inputPart + 3 * row + at;
    const gates = job.gates + 3 * row + at;
    const sumR = f32x4.add(v128.load(input), v128.load(sums + at));
    const sumZ = f32x4.add(v128.load(input + plane), v128.load(sums + plane + at));
    const r = edited(edit ? edit + at : 0, offsets, sigmoid(sumR));
    put(gates, r, n);
    put(gates + plane, edited(edit ? edit + plane + at : 0, offsets, sigmoid(sumZ)), n);
    put(job.resetState + row + at, f32x4.mul(r, v128.load(h + at)), n);
  }
}

/** n and h. */
function forwardState(job: Forward, t: i32, b: i32, sums: usize): void {
  const H = job.H;
  const plane = <usize>H * F;
  const row = <usize>((t * job.B + b) * H) * F;
  const before = job.state + placeBefore(job, t, b);
  const after = job.state + placeAfter(job, t, b);
  const edit = job.edits ? job.edits + <usize>(t * 4 * H) * F + 2 * plane : 0;
  const offsets = <usize>(job.T * 4 * H) * F;
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const gates = job.gates + 3 * row + at;
    const sum = f32x4.add(v128.load(job.inputPart + 3 * row + at + 2 * plane), v128.load(sums + at));
    const candidate = edited(edit ? edit + at : 0, offsets, hyperbolicTangent(sum));
    const z = v128.load(gates + plane);
    const share = f32x4.mul(f32x4.sub(f32x4.splat(1), z), candidate);
    const h = fma(z, v128.load(before + at), share);
    put(gates + 2 * plane, candidate, n);
    put(after + at, edited(edit ? edit + plane + at : 0, offsets, h), n);
  }
}

@unmanaged
class Backward extends Recurrence {
  dH: usize;
  gates: usize;
  state: usize;
  weightHh: usize;
  dInputPart: usize;
  dInitial: usize;
  stateMask: usize;
  /** Packed W_hr,hz and W_hn, then what goes back through a product, and h' as it enters products. */
  scratch: usize;
}

/** Panels of W_hr,hz, then those of W_hn. */
export function gruResetBeforeBackwardPack(job: Backward, from: i32, to: i32): void {
  const H = job.H;
  const gates = panelCount(H);
  packRows(job.weightHh, H, 2 * H, H, job.scratch, panelBytes(2 * H), from, min(to, gates));
  const candidate = job.weightHh + <usize>(2 * H * H) * F;
  const packed = job.scratch + packedBytes(2 * H, H);
  packRows(candidate, H, H, H, packed, panelBytes(H), max(0, from - gates), to - gates);
}

export function gruResetBeforeBackward(job: Backward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const candidate = job.scratch + packedBytes(2 * H, H);
  const back = candidate + packedBytes(H, H);
  const backRow = <usize>paddedColumns(H) * F;
  const room = back + <usize>job.B * backRow;
  const partRow = <usize>(3 * H) * F;
  if (step === 0) clear(job.dInitial + <usize>(from * H) * F, (to - from) * H);
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, job.T - 1 - s);
    for (let b = from; b < to; b++) backwardCandidate(job, t, b);
    const parts = job.dInputPart + <usize>(t * job.B * 3 * H) * F;
    const dCandidate = parts + <usize>(2 * H) * F;
    product(dCandidate, partRow, H, candidate, panelBytes(H), 0, 0, back, backRow, H, from, to);
    const before = stateForProduct(job, job.state, job.stateMask, room, t, from, to);
    for (let b = from; b < to; b++) {
      backwardReset(job, t, b, back + <usize>b * backRow, before + <usize>(b * H) * F);
    }
    addToCarry(job, job.dInitial, back, backRow, job.stateMask, from, to);
    product(parts, partRow, 2 * H, job.scratch, panelBytes(2 * H), 0, 0, back, backRow, H, from, to);
    addToCarry(job, job.dInitial, back, backRow, job.stateMask, from, to);
  }
}

/** da_z and da_n; leaves g z in the carry. */
function backwardCandidate(job: Backward, t: i32, b: i32): void {
  const H = job.H;
  const plane = <usize>H * F;
  const row = <usize>((t * job.B + b) * H) * F;
  const before = job.state + placeBefore(job, t, b);
  const one = f32x4.splat(1);
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const gates = job.gates + 3 * row + at;
    const dPart = job.dInputPart + 3 * row + at;
    const carry = job.dInitial + <usize>(b * H) * F + at;
    const z = v128.load(gates + plane);
    const candidate = v128.load(gates + 2 * plane);
    const g = f32x4.add(v128.load(job.dH + row + at), v128.load(carry));
    const rest = f32x4.mul(g, f32x4.sub(one, z));
    const dz = f32x4.mul(f32x4.mul(rest, z), f32x4.sub(v128.load(before + at), candidate));
    put(dPart + plane, dz, n);
    put(dPart + 2 * plane, f32x4.mul(rest, f32x4.sub(one, f32x4.mul(candidate, candidate))), n);
    put(job.dH + row + at, g, n);
    put(carry, f32x4.mul(g, z), n);
  }
}

/** da_r from e = `back`, which becomes e ⊙ r. */
function backwardReset(job: Backward, t: i32, b: i32, back: usize, before: usize): void {
  const H = job.H;
  const row = <usize>((t * job.B + b) * H) * F;
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const r = v128.load(job.gates + 3 * row + at);
    const e = v128.load(back + at);
    const slope = f32x4.mul(r, f32x4.sub(f32x4.splat(1), r));
    const n = lanesAt(j, H);
    put(job.dInputPart + 3 * row + at, f32x4.mul(f32x4.mul(e, v128.load(before + at)), slope), n);
    put(back + at, f32x4.mul(e, r), n);
  }
}
