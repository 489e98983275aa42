/** `ops/gru.ts`. */
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

export function gruForwardPack(job: Forward, from: i32, to: i32): void {
  const H = job.H;
  packColumns(job.weightHh, H, H, 3 * H, job.scratch, panelBytes(H), from, to);
}

export function gruForward(job: Forward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const sums = job.scratch + packedBytes(H, 3 * H);
  const sumsRow = <usize>paddedColumns(3 * H) * F;
  const room = sums + <usize>job.B * sumsRow;
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, s);
    const before = stateForProduct(job, job.state, job.stateMask, room, t, from, to);
    rowProduct(before, H, job.scratch, job.biasHh, sums, 3 * H, from, to);
    for (let b = from; b < to; b++) {
      if (isMasked(job.lengths, t, b)) carryThrough(job, t, b);
      else forwardRow(job, t, b, sums + <usize>b * sumsRow);
    }
  }
}

/** r = n = q = 0, z = 1, h = h'. */
function carryThrough(job: Forward, t: i32, b: i32): void {
  const H = job.H;
  const gates = job.gates + <usize>(t * job.B + b) * 4 * H * F;
  clear(gates, 4 * H);
  for (let j = 0; j < H; j++) f32.store(gates + <usize>(H + j) * F, 1);
  memory.copy(job.state + placeAfter(job, t, b), job.state + placeBefore(job, t, b), <usize>H * F);
}

function forwardRow(job: Forward, t: i32, b: i32, sums: usize): void {
  const H = job.H;
  const row = <usize>(t * job.B + b) * H * F;
  const input = job.inputPart + 3 * row;
  const gates = job.gates + 4 * row;
  const before = job.state + placeBefore(job, t, b);
  const after = job.state + placeAfter(job, t, b);
  const edit = job.edits ? job.edits + <usize>(t * 4 * H) * F : 0;
  const offsets = <usize>(job.T * 4 * H) * F;
  let j = 0;
  for (; j + 4 <= H; j += 4) forwardUnits(input, sums, gates, before, after, edit, offsets, H, j, 4);
  if (j < H) forwardUnits(input, sums, gates, before, after, edit, offsets, H, j, H - j);
}

/** n units from j on. */
function forwardUnits(
  input: usize,
  sums: usize,
  gates: usize,
  before: usize,
  after: usize,
  edit: usize,
  offsets: usize,
  H: i32,
  j: i32,
  n: i32,
): void {
  const plane = <usize>H * F;
  const at = <usize>j * F;
  const q = v128.load(sums + at + 2 * plane);
  const edit0 = edit ? edit + at : 0;
  const edit1 = edit ? edit0 + plane : 0;
  const edit2 = edit ? edit1 + plane : 0;
  const edit3 = edit ? edit2 + plane : 0;
  const sumR = f32x4.add(v128.load(input + at), v128.load(sums + at));
  const sumZ = f32x4.add(v128.load(input + at + plane), v128.load(sums + at + plane));
  const r = edited(edit0, offsets, sigmoid(sumR));
  const z = edited(edit1, offsets, sigmoid(sumZ));
  const sumN = fma(r, q, v128.load(input + at + 2 * plane));
  const candidate = edited(edit2, offsets, hyperbolicTangent(sumN));
  const share = f32x4.mul(f32x4.sub(f32x4.splat(1), z), candidate);
  const h = edited(edit3, offsets, fma(z, v128.load(before + at), share));
  put(gates + at, r, n);
  put(gates + at + plane, z, n);
  put(gates + at + 2 * plane, candidate, n);
  put(gates + at + 3 * plane, q, n);
  put(after + at, h, n);
}

@unmanaged
class Backward extends Recurrence {
  dH: usize;
  gates: usize;
  state: usize;
  weightHh: usize;
  dInputPart: usize;
  dHiddenPart: usize;
  dInitial: usize;
  stateMask: usize;
  /** Packed W_hh, then dHiddenPart · W_hh. */
  scratch: usize;
}

export function gruBackwardPack(job: Backward, from: i32, to: i32): void {
  const H = job.H;
  packRows(job.weightHh, H, 3 * H, H, job.scratch, panelBytes(3 * H), from, to);
}

export function gruBackward(job: Backward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const back = job.scratch + packedBytes(3 * H, H);
  const backRow = <usize>paddedColumns(H) * F;
  if (step === 0) clear(job.dInitial + <usize>(from * H) * F, (to - from) * H);
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, job.T - 1 - s);
    for (let b = from; b < to; b++) backwardRow(job, t, b);
    const part = job.dHiddenPart + <usize>(t * job.B * 3 * H) * F;
    rowProduct(part, 3 * H, job.scratch, 0, back, H, from, to);
    addToCarry(job, job.dInitial, back, backRow, job.stateMask, from, to);
  }
}

function backwardRow(job: Backward, t: i32, b: i32): void {
  const H = job.H;
  const row = <usize>(t * job.B + b) * H * F;
  const before = job.state + placeBefore(job, t, b);
  const carry = job.dInitial + <usize>(b * H) * F;
  const dH = job.dH + row;
  const gates = job.gates + 4 * row;
  const dInput = job.dInputPart + 3 * row;
  const dHidden = job.dHiddenPart + 3 * row;
  let j = 0;
  for (; j + 4 <= H; j += 4) backwardUnits(dH, gates, before, carry, dInput, dHidden, H, j, 4);
  if (j < H) backwardUnits(dH, gates, before, carry, dInput, dHidden, H, j, H - j);
}

function backwardUnits(
  dH: usize,
  gates: usize,
  before: usize,
  carry: usize,
  dInput: usize,
  dHidden: usize,
  H: i32,
  j: i32,
  n: i32,
): void {
  const plane = <usize>H * F;
  const at = <usize>j * F;
  const one = f32x4.splat(1);
  const r = v128.load(gates + at);
  const z = v128.load(gates + at + plane);
  const candidate = v128.load(gates + at + 2 * plane);
  const q = v128.load(gates + at + 3 * plane);
  const g = f32x4.add(v128.load(dH + at), v128.load(carry + at));
  const rest = f32x4.mul(g, f32x4.sub(one, z));
  const dn = f32x4.mul(rest, f32x4.sub(one, f32x4.mul(candidate, candidate)));
  const dz = f32x4.mul(f32x4.mul(rest, z), f32x4.sub(v128.load(before + at), candidate));
  const dr = f32x4.mul(f32x4.mul(dn, q), f32x4.mul(r, f32x4.sub(one, r)));
  put(dInput + at, dr, n);
  put(dInput + at + plane, dz, n);
  put(dInput + at + 2 * plane, dn, n);
  put(dHidden + at, dr, n);
  put(dHidden + at + plane, dz, n);
  put(dHidden + at + 2 * plane, f32x4.mul(dn, r), n);
  put(dH + at, g, n);
  put(carry + at, f32x4.mul(g, z), n);
}
