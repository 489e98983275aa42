/** `ops/crossEntropy.ts`. Work is divided into rows. */
import { exponential } from "./activations";
import { isMaskedRow, writeMasked, writeMeasures } from "./rows";
import { clear, F, firstLanes, laneSum, lanesAt, put, zero } from "./simd";

const smoothingUnit: f64 = 1e-6;

@unmanaged
class Forward {
  N: i32;
  B: i32;
  V: i32;
  smoothing: i32;
  ignored: i32;
  logits: usize;
  targets: usize;
  probabilities: usize;
  rowMeasures: usize;
  lengths: usize;
  classWeights: usize;
}

function floatAt(row: usize, v: i32): f32 {
  return f32.load(row + <usize>v * F);
}

function weightOf(classWeights: usize, v: i32): f32 {
  return classWeights ? floatAt(classWeights, v) : 1;
}

export function crossEntropyForward(job: Forward, from: i32, to: i32): void {
  const V = job.V;
  for (let n = from; n < to; n++) {
    const row = <usize>(n * V) * F;
    const logits = job.logits + row;
    const largest = largestOf(logits, V);
    const sum = softmax(logits, largest, V, job.probabilities + row);
    const y = i32.load(job.targets + <usize>n * F);
    if (y === job.ignored || isMaskedRow(job.lengths, n, job.B)) {
      writeMasked(job.rowMeasures, n);
      continue;
    }
    const logSum = Math.log(<f64>sum) + <f64>largest;
    const weight = weightOf(job.classWeights, y);
    let loss = <f64>weight * (logSum - <f64>floatAt(logits, y));
    if (job.smoothing > 0) {
      const s = <f64>job.smoothing * smoothingUnit;
      loss = (1 - s) * loss + (s / <f64>V) * wholeLoss(job, logits, logSum);
    }
    const right: f32 = isFirstLargest(logits, y, largest) ? 1 : 0;
    writeMeasures(job.rowMeasures, n, <f32>loss, weight, right);
  }
}

function largestOf(logits: usize, V: i32): f32 {
  let largest = f32.load(logits);
  if (V < 4) {
    for (let v = 1; v < V; v++) largest = max(largest, floatAt(logits, v));
    return largest;
  }
  // The last vector may overlap the one before it.
  let best = v128.load(logits + <usize>(V - 4) * F);
  for (let v = 0; v + 4 < V; v += 4) best = f32x4.max(best, v128.load(logits + <usize>v * F));
  const a = max(f32x4.extract_lane(best, 0), f32x4.extract_lane(best, 1));
  return max(a, max(f32x4.extract_lane(best, 2), f32x4.extract_lane(best, 3)));
}

/** Writes exp(logit - largest) / their sum, and returns the sum. */
function softmax(logits: usize, largest: f32, V: i32, to: usize): f32 {
  const shift = f32x4.splat(largest);
  let sums = zero();
  for (let v = 0; v < V; v += 4) {
    const at = <usize>v * F;
    const n = lanesAt(v, V);
    const e = v128.and(exponential(f32x4.sub(v128.load(logits + at), shift)), firstLanes(n));
    sums = f32x4.add(sums, e);
    put(to + at, e, n);
  }
  const sum = laneSum(sums);
  const scale = f32x4.splat(1 / sum);
  for (let v = 0; v < V; v += 4) {
    const at = <usize>v * F;
    put(to + at, f32x4.mul(v128.load(to + at), scale), lanesAt(v, V));
  }
  return sum;
}

/** Mostly a glance at one logit: those before it are looked at where it is the largest. */
function isFirstLargest(logits: usize, y: i32, largest: f32): bool {
  if (floatAt(logits, y) !== largest) return false;
  for (let v = 0; v < y; v++) if (floatAt(logits, v) === largest) return false;
  return true;
}

/** Sum over v of w[v] times minus log p[v]. */
function wholeLoss(job: Forward, logits: usize, logSum: f64): f64 {
  let sum: f64 = 0;
  for (let v = 0; v < job.V; v++) {
    sum += <f64>weightOf(job.classWeights, v) * (logSum - <f64>floatAt(logits, v));
  }
  return sum;
}

@unmanaged
class Backward {
  N: i32;
  B: i32;
  V: i32;
  smoothing: i32;
  ignored: i32;
  probabilities: usize;
  targets: usize;
  metrics: usize;
  dLogits: usize;
  lengths: usize;
  classWeights: usize;
}

/**
 * dLogits = perWeight (((1 - s) w[y] + s / V W) p - s / V w), from which the y-th loses perWeight (1 - s) w[y].
 */
export function crossEntropyBackward(job: Backward, from: i32, to: i32): void {
  const V = job.V;
  const s = <f64>job.smoothing * smoothingUnit;
  const perClass = s / <f64>V;
  const perWeight = f32.load(job.metrics, 8);
  const whole = wholeWeight(job);
  for (let n = from; n < to; n++) {
    const row = <usize>(n * V) * F;
    const out = job.dLogits + row;
    const y = i32.load(job.targets + <usize>n * F);
    if (y === job.ignored || isMaskedRow(job.lengths, n, job.B)) {
      clear(out, V);
      continue;
    }
    const sharp = (1 - s) * <f64>weightOf(job.classWeights, y);
    const slope = <f32>(<f64>perWeight * (sharp + perClass * whole));
    scaledRow(job, job.probabilities + row, slope, <f32>(<f64>perWeight * perClass), out);
    const place = out + <usize>y * F;
    f32.store(place, f32.load(place) - <f32>(<f64>perWeight * sharp));
  }
}

/** to = slope · p - perClass · w. */
function scaledRow(job: Backward, p: usize, slope: f32, perClass: f32, to: usize): void {
  const factor = f32x4.splat(slope);
  const smooth = f32x4.splat(perClass);
  for (let v = 0; v < job.V; v += 4) {
    const at = <usize>v * F;
    const less = job.classWeights ? f32x4.mul(smooth, v128.load(job.classWeights + at)) : smooth;
    put(to + at, f32x4.sub(f32x4.mul(factor, v128.load(p + at)), less), lanesAt(v, job.V));
  }
}

function wholeWeight(job: Backward): f64 {
  if (job.classWeights === 0) return <f64>job.V;
  let sum: f64 = 0;
  for (let v = 0; v < job.V; v++) sum += <f64>floatAt(job.classWeights, v);
  return sum;
}
