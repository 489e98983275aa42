/** `ops/perOutput.ts`: squared error and the logistic cross-entropy. Work is divided into rows. */
import { exponential, logOnePlus, sigmoid } from "./activations";
import { isMaskedRow, writeMasked, writeMeasures } from "./rows";
import { clear, F, firstLanes, laneSum, lanesAt, put, zero } from "./simd";

@unmanaged
class Forward {
  N: i32;
  B: i32;
  V: i32;
  outputs: usize;
  targets: usize;
  rowMeasures: usize;
  lengths: usize;
}

function squaredError(a: v128, y: v128): v128 {
  const error = f32x4.sub(a, y);
  return f32x4.mul(error, error);
}

/** max(a, 0) - a y + log(1 + exp(-|a|)). */
function logistic(a: v128, y: v128): v128 {
  const linear = f32x4.sub(f32x4.max(a, zero()), f32x4.mul(a, y));
  return f32x4.add(linear, logOnePlus(exponential(f32x4.neg(f32x4.abs(a)))));
}

/** Bits of the lanes in which (a > 0) = (y > 1/2). */
function agreeing(a: v128, y: v128): i32 {
  return i32x4.bitmask(i32x4.eq(f32x4.gt(a, zero()), f32x4.gt(y, f32x4.splat(0.5))));
}

function forward(job: Forward, from: i32, to: i32, isLogistic: bool): void {
  const V = job.V;
  for (let n = from; n < to; n++) {
    if (isMaskedRow(job.lengths, n, job.B)) {
      writeMasked(job.rowMeasures, n);
      continue;
    }
    const row = <usize>(n * V) * F;
    let sums = zero();
    let right = 0;
    for (let v = 0; v < V; v += 4) {
      const a = v128.load(job.outputs + row + <usize>v * F);
      const y = v128.load(job.targets + row + <usize>v * F);
      const lanes = lanesAt(v, V);
      const loss = isLogistic ? logistic(a, y) : squaredError(a, y);
      sums = f32x4.add(sums, v128.and(loss, firstLanes(lanes)));
      if (isLogistic) right += popcnt(agreeing(a, y) & ((1 << lanes) - 1));
    }
    writeMeasures(job.rowMeasures, n, laneSum(sums) / <f32>V, 1, <f32>right / <f32>V);
  }
}

export function squaredErrorForward(job: Forward, from: i32, to: i32): void {
  forward(job, from, to, false);
}

export function binaryCrossEntropyForward(job: Forward, from: i32, to: i32): void {
  forward(job, from, to, true);
}

@unmanaged
class Backward {
  N: i32;
  B: i32;
  V: i32;
  outputs: usize;
  targets: usize;
  metrics: usize;
  gradient: usize;
  lengths: usize;
}

function backward(job: Backward, from: i32, to: i32, isLogistic: bool): void {
  const V = job.V;
  const perOutput = f32.load(job.metrics, 8) / <f32>V;
  const scale = f32x4.splat(isLogistic ? perOutput : 2 * perOutput);
  for (let n = from; n < to; n++) {
    const row = <usize>(n * V) * F;
    if (isMaskedRow(job.lengths, n, job.B)) {
      clear(job.gradient + row, V);
      continue;
    }
    for (let v = 0; v < V; v += 4) {
      const at = row + <usize>v * F;
      const a = v128.load(job.outputs + at);
      const error = f32x4.sub(isLogistic ? sigmoid(a) : a, v128.load(job.targets + at));
      put(job.gradient + at, f32x4.mul(scale, error), lanesAt(v, V));
    }
  }
}

export function squaredErrorBackward(job: Backward, from: i32, to: i32): void {
  backward(job, from, to, false);
}

export function binaryCrossEntropyBackward(job: Backward, from: i32, to: i32): void {
  backward(job, from, to, true);
}
