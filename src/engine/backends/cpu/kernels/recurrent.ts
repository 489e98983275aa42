/**
 * What the recurrences share, as `ops/recurrent.ts` has it. Their work is divided in two ways: into rows of the batch, which
 * do not know of each other, and into steps in the order in which time is taken (backward in a gradient). Before the first
 * step the recurrent weights are packed, once for all of them.
 */
import { multiply, paddedColumns, panelBytes } from "./panels";
import { F, fma, lanesAt, put } from "./simd";

/** The dimensions that every recurrence begins with. */
@unmanaged
export class Recurrence {
  T: i32;
  B: i32;
  H: i32;
  reverse: i32;
}

/** The time step that is taken as the s-th, forward. */
export function timeAt(job: Recurrence, s: i32): i32 {
  return job.reverse ? job.T - 1 - s : s;
}

/** The place of sequence b's state before time step t, in bytes, in the T + 1 rows of `state`. */
export function placeBefore(job: Recurrence, t: i32, b: i32): usize {
  return <usize>((t + job.reverse) * job.B + b) * job.H * F;
}

export function placeAfter(job: Recurrence, t: i32, b: i32): usize {
  return <usize>((t + 1 - job.reverse) * job.B + b) * job.H * F;
}

export function isMasked(lengths: usize, t: i32, b: i32): bool {
  return lengths !== 0 && t >= i32.load(lengths + <usize>b * F);
}

/** scale · v + offset where there are edits [2, T, E]; `edit` is the place of v's scale in them, or 0. */
export function edited(edit: usize, offsets: usize, v: v128): v128 {
  return edit ? f32x4.add(f32x4.mul(v128.load(edit), v), v128.load(edit + offsets)) : v;
}

/** Rows `from` to `to` of h' [B, H] as it enters products: where it is, or in `room` times the mask. */
export function stateForProduct(
  job: Recurrence,
  state: usize,
  mask: usize,
  room: usize,
  t: i32,
  from: i32,
  to: i32,
): usize {
  const before = state + placeBefore(job, t, 0);
  if (mask === 0) return before;
  const end = to * job.H;
  for (let i = from * job.H; i < end; i += 4) {
    const at = <usize>i * F;
    put(room + at, f32x4.mul(v128.load(before + at), v128.load(mask + at)), lanesAt(i, end));
  }
  return room;
}

/** carry += product ⊙ mask, for rows `from` to `to`; a row of `product` begins every `rowBytes`. */
export function addToCarry(
  job: Recurrence,
  carry: usize,
  product: usize,
  rowBytes: usize,
  mask: usize,
  from: i32,
  to: i32,
): void {
  const H = job.H;
  for (let b = from; b < to; b++) {
    const row = <usize>b * H * F;
    for (let j = 0; j < H; j += 4) {
      const at = row + <usize>j * F;
      const back = v128.load(product + <usize>b * rowBytes + <usize>j * F);
      const old = v128.load(carry + at);
      const sum = mask ? fma(back, v128.load(mask + at), old) : f32x4.add(back, old);
      put(carry + at, sum, lanesAt(j, H));
    }
  }
}

/**
 * sums [B, N] = start + a [B, K] · packed, for rows `from` to `to`.
 *
 * @param a rows of `aRow` bytes
 * @param start one row for all if `startRow` is 0, or a matrix of such rows, as `sums` itself, or 0 for none
 * @param sums rows of `sumsRow` bytes, enough for whole panels and always the same in one job: else threads would meet
 */
export function product(
  a: usize,
  aRow: usize,
  K: i32,
  packed: usize,
  panelStride: usize,
  start: usize,
  startRow: usize,
  sums: usize,
  sumsRow: usize,
  N: i32,
  from: i32,
  to: i32,
): void {
  const first = <usize>from;
  const begin = start ? start + first * startRow : 0;
  const x = a + first * aRow;
  const out = sums + first * sumsRow;
  const columns = paddedColumns(N);
  multiply<f32>(x, aRow, packed, panelStride, K, begin, startRow, out, sumsRow, to - from, columns);
}

/** sums [B, N padded to panels] = bias + x [B, K] · packed, for rows `from` to `to`. */
export function rowProduct(
  x: usize,
  K: i32,
  packed: usize,
  bias: usize,
  sums: usize,
  N: i32,
  from: i32,
  to: i32,
): void {
  const sumsRow = <usize>paddedColumns(N) * F;
  product(x, <usize>K * F, K, packed, panelBytes(K), bias, 0, sums, sumsRow, N, from, to);
}
