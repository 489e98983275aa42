/** `ops/lstm.ts`. */
import { hyperbolicTangent, sigmoid } from "./activations";
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
import { clear, F, fma, put } from "./simd";

@unmanaged
class Forward extends Recurrence {
  inputPart: usize;
  weightHh: usize;
  biasHh: usize;
  state: usize;
  gates: usize;
  lengths: usize;
  stateMask: usize;
  edits: usize;
  /** Packed W_hhᵀ, then W_hh h' + b_hh, then h' as it enters products. */
  scratch: usize;
}

/** Bytes from h to c in `state`. */
function cells(job: Recurrence): usize {
  return <usize>((job.T + 1) * job.B * job.H) * F;
}

export function lstmForwardPack(job: Forward, from: i32, to: i32): void {
  const H = job.H;
  packColumns(job.weightHh, H, H, 4 * H, job.scratch, panelBytes(H), from, to);
}

export function lstmForward(job: Forward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const sums = job.scratch + packedBytes(H, 4 * H);
  const sumsRow = <usize>paddedColumns(4 * H) * F;
  const room = sums + <usize>job.B * sumsRow;
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, s);
    const before = stateForProduct(job, job.state, job.stateMask, room, t, from, to);
    rowProduct(before, H, job.scratch, job.biasHh, sums, 4 * H, from, to);
    for (let b = from; b < to; b++) {
      if (isMasked(job.lengths, t, b)) carryThrough(job, t, b);
      else forwardRow(job, t, b, sums + <usize>b * sumsRow);
    }
  }
}

/** No gates, h = h', c = c'. */
function carryThrough(job: Forward, t: i32, b: i32): void {
  const H = job.H;
  clear(job.gates + <usize>(t * job.B + b) * 4 * H * F, 4 * H);
  const before = job.state + placeBefore(job, t, b);
  const after = job.state + placeAfter(job, t, b);
  memory.copy(after, before, <usize>H * F);
  memory.copy(after + cells(job), before + cells(job), <usize>H * F);
}

function forwardRow(job: Forward, t: i32, b: i32, sums: usize): void {
  const H = job.H;
  const row = <usize>(t * job.B + b) * 4 * H * F;
  const before = job.state + placeBefore(job, t, b) + cells(job);
  const after = job.state + placeAfter(job, t, b);
  const edit = job.edits ? job.edits + <usize>(t * 6 * H) * F : 0;
  const offsets = <usize>(job.T * 6 * H) * F;
  const input = job.inputPart + row;
  const gates = job.gates + row;
  const c = cells(job);
  let j = 0;
  for (; j + 4 <= H; j += 4) forwardUnits(input, sums, gates, before, after, c, edit, offsets, H, j, 4);
  if (j < H) forwardUnits(input, sums, gates, before, after, c, edit, offsets, H, j, H - j);
}

/** n units from j on; `cells` bytes after h lies c. */
function forwardUnits(
  input: usize,
  sums: usize,
  gates: usize,
  cBefore: usize,
  after: usize,
  cells: usize,
  edit: usize,
  offsets: usize,
  H: i32,
  j: i32,
  n: i32,
): void {
  const plane = <usize>H * F;
  const at = <usize>j * F;
  const first = edit ? edit + at : 0;
  const step = edit ? plane : 0;
  const sumI = f32x4.add(v128.load(input + at), v128.load(sums + at));
  const sumF = f32x4.add(v128.load(input + at + plane), v128.load(sums + at + plane));
  const sumG = f32x4.add(v128.load(input + at + 2 * plane), v128.load(sums + at + 2 * plane));
  const sumO = f32x4.add(v128.load(input + at + 3 * plane), v128.load(sums + at + 3 * plane));
  const i = edited(first, offsets, sigmoid(sumI));
  const f = edited(first + step, offsets, sigmoid(sumF));
  const g = edited(first + 2 * step, offsets, hyperbolicTangent(sumG));
  const o = edited(first + 3 * step, offsets, sigmoid(sumO));
  const c = edited(first + 5 * step, offsets, fma(f, v128.load(cBefore + at), f32x4.mul(i, g)));
  const h = edited(first + 4 * step, offsets, f32x4.mul(o, hyperbolicTangent(c)));
  put(gates + at, i, n);
  put(gates + at + plane, f, n);
  put(gates + at + 2 * plane, g, n);
  put(gates + at + 3 * plane, o, n);
  put(after + cells + at, c, n);
  put(after + at, h, n);
}

@unmanaged
class Backward extends Recurrence {
  dH: usize;
  gates: usize;
  state: usize;
  weightHh: usize;
  dPart: usize;
  dInitial: usize;
  lengths: usize;
  stateMask: usize;
  /** Packed W_hh, then dPart · W_hh. */
  scratch: usize;
}

export function lstmBackwardPack(job: Backward, from: i32, to: i32): void {
  const H = job.H;
  packRows(job.weightHh, H, 4 * H, H, job.scratch, panelBytes(4 * H), from, to);
}

export function lstmBackward(job: Backward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const back = job.scratch + packedBytes(4 * H, H);
  const backRow = <usize>paddedColumns(H) * F;
  if (step === 0) {
    clear(job.dInitial + <usize>(from * H) * F, (to - from) * H);
    clear(job.dInitial + <usize>((job.B + from) * H) * F, (to - from) * H);
  }
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, job.T - 1 - s);
    for (let b = from; b < to; b++) {
      if (isMasked(job.lengths, t, b)) carryBack(job, t, b);
      else backwardRow(job, t, b);
    }
    rowProduct(job.dPart + <usize>(t * job.B * 4 * H) * F, 4 * H, job.scratch, 0, back, H, from, to);
    addToCarry(job, job.dInitial, back, backRow, job.stateMask, from, to);
  }
}

/** A masked step: d and s stay as they are, and nothing goes to the parts. */
function carryBack(job: Backward, t: i32, b: i32): void {
  const H = job.H;
  const dH = job.dH + <usize>((t * job.B + b) * H) * F;
  const carry = job.dInitial + <usize>(b * H) * F;
  clear(job.dPart + <usize>(t * job.B + b) * 4 * H * F, 4 * H);
  for (let j = 0; j < H; j++) {
    const at = <usize>j * F;
    const d = f32.load(dH + at) + f32.load(carry + at);
    f32.store(dH + at, d);
    f32.store(carry + at, d);
  }
}

function backwardRow(job: Backward, t: i32, b: i32): void {
  const H = job.H;
  const row = <usize>(t * job.B + b) * H * F;
  const cBefore = job.state + placeBefore(job, t, b) + cells(job);
  const cAfter = job.state + placeAfter(job, t, b) + cells(job);
  const carry = job.dInitial + <usize>(b * H) * F;
  const carryC = <usize>(job.B * H) * F;
  const gates = job.gates + 4 * row;
  const dPart = job.dPart + 4 * row;
  const dH = job.dH + row;
  let j = 0;
  for (; j + 4 <= H; j += 4) backwardUnits(dH, gates, cBefore, cAfter, carry, carryC, dPart, H, j, 4);
  if (j < H) backwardUnits(dH, gates, cBefore, cAfter, carry, carryC, dPart, H, j, H - j);
}

/** s (1 - s), the slope of σ. */
function slope(s: v128): v128 {
  return f32x4.mul(s, f32x4.sub(f32x4.splat(1), s));
}

/** n units from j on; `carryC` bytes after the carry of h lies that of c. */
function backwardUnits(
  dH: usize,
  gates: usize,
  cBefore: usize,
  cAfter: usize,
  carry: usize,
  carryC: usize,
  dPart: usize,
  H: i32,
  j: i32,
  n: i32,
): void {
  const plane = <usize>H * F;
  const at = <usize>j * F;
  const one = f32x4.splat(1);
  const i = v128.load(gates + at);
  const f = v128.load(gates + at + plane);
  const g = v128.load(gates + at + 2 * plane);
  const o = v128.load(gates + at + 3 * plane);
  const squashed = hyperbolicTangent(v128.load(cAfter + at));
  const d = f32x4.add(v128.load(dH + at), v128.load(carry + at));
  const through = f32x4.mul(f32x4.mul(d, o), f32x4.sub(one, f32x4.mul(squashed, squashed)));
  const s = f32x4.add(v128.load(carry + carryC + at), through);
  const dG = f32x4.mul(f32x4.mul(s, i), f32x4.sub(one, f32x4.mul(g, g)));
  put(dPart + at, f32x4.mul(f32x4.mul(s, g), slope(i)), n);
  put(dPart + at + plane, f32x4.mul(f32x4.mul(s, v128.load(cBefore + at)), slope(f)), n);
  put(dPart + at + 2 * plane, dG, n);
  put(dPart + at + 3 * plane, f32x4.mul(f32x4.mul(d, squashed), slope(o)), n);
  put(dH + at, d, n);
  put(carry + at, f32x4.splat(0), n);
  put(carry + carryC + at, f32x4.mul(s, f), n);
}
