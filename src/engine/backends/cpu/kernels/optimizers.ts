/** `ops/optimizers.ts`. Work is divided into vectors of four elements; banks are multiples of that, or end in spare bytes. */
import { F, fma, lanesAt, put } from "./simd";

@unmanaged
class Optimizer {
  length: i32;
  parameters: usize;
  gradients: usize;
  firstMoment: usize;
  secondMoment: usize;
  hyper: usize;
  clip: usize;
}

/** Places in `hyper`, in the order of `ops/hyper.ts`. */
const learningRate: i32 = 0;
const clipValue: i32 = 2;
const weightDecay: i32 = 3;
const decoupledDecay: i32 = 4;
const beta1: i32 = 5;
const beta2: i32 = 6;
const oneMinusBeta1: i32 = 7;
const oneMinusBeta2: i32 = 8;
const epsilon: i32 = 9;
const correction1: i32 = 10;
const correction2: i32 = 11;
const nesterov: i32 = 12;

function hyper(job: Optimizer, place: i32): f32 {
  return f32.load(job.hyper + <usize>place * F);
}

function isHealthy(job: Optimizer): bool {
  return f32.load(job.clip, 8) === 1;
}

/** The gradient of element i on: clamp(factor · gradients, ±clipValue) + weightDecay · parameters. */
function gradientAt(job: Optimizer, at: usize, p: v128, factor: v128, limit: v128, decay: v128): v128 {
  const scaled = f32x4.mul(factor, v128.load(job.gradients + at));
  const clipped = f32x4.pmax(f32x4.pmin(scaled, limit), f32x4.neg(limit));
  return fma(decay, p, clipped);
}

function factorOf(job: Optimizer): v128 {
  return f32x4.splat(f32.load(job.clip, 4));
}

function limitOf(job: Optimizer): v128 {
  const value = hyper(job, clipValue);
  return f32x4.splat(value > 0 ? value : Infinity);
}

export function adam(job: Optimizer, from: i32, to: i32): void {
  if (!isHealthy(job)) return;
  const factor = factorOf(job);
  const limit = limitOf(job);
  const decay = f32x4.splat(hyper(job, weightDecay));
  const b1 = f32x4.splat(hyper(job, beta1));
  const b2 = f32x4.splat(hyper(job, beta2));
  const c1 = f32x4.splat(hyper(job, oneMinusBeta1));
  const c2 = f32x4.splat(hyper(job, oneMinusBeta2));
  const eps = f32x4.splat(hyper(job, epsilon));
  const rate = f32x4.splat(hyper(job, learningRate) / hyper(job, correction1));
  const root = f32x4.splat(<f32>(1 / Math.sqrt(<f64>hyper(job, correction2))));
  const shrink = f32x4.splat(hyper(job, learningRate) * hyper(job, decoupledDecay));
  for (let i = 4 * from; i < 4 * to; i += 4) {
    const at = <usize>i * F;
    const n = lanesAt(i, job.length);
    const p = v128.load(job.parameters + at);
    const g = gradientAt(job, at, p, factor, limit, decay);
    const m = fma(b1, v128.load(job.firstMoment + at), f32x4.mul(c1, g));
    const v = fma(b2, v128.load(job.secondMoment + at), f32x4.mul(f32x4.mul(c2, g), g));
    const step = f32x4.div(f32x4.mul(rate, m), fma(f32x4.sqrt(v), root, eps));
    put(job.firstMoment + at, m, n);
    put(job.secondMoment + at, v, n);
    put(job.parameters + at, f32x4.sub(f32x4.sub(p, f32x4.mul(shrink, p)), step), n);
  }
}

export function sgd(job: Optimizer, from: i32, to: i32): void {
  if (!isHealthy(job)) return;
  const factor = factorOf(job);
  const limit = limitOf(job);
  const decay = f32x4.splat(hyper(job, weightDecay));
  const momentum = f32x4.splat(hyper(job, beta1));
  const rate = f32x4.splat(hyper(job, learningRate));
  const looksAhead = hyper(job, nesterov) === 1;
  for (let i = 4 * from; i < 4 * to; i += 4) {
    const at = <usize>i * F;
    const n = lanesAt(i, job.length);
    const p = v128.load(job.parameters + at);
    const g = gradientAt(job, at, p, factor, limit, decay);
    const m = fma(momentum, v128.load(job.firstMoment + at), g);
    const step = looksAhead ? fma(momentum, m, g) : m;
    put(job.firstMoment + at, m, n);
    put(job.parameters + at, f32x4.sub(p, f32x4.mul(rate, step)), n);
  }
}

export function rmsprop(job: Optimizer, from: i32, to: i32): void {
  if (!isHealthy(job)) return;
  const factor = factorOf(job);
  const limit = limitOf(job);
  const decay = f32x4.splat(hyper(job, weightDecay));
  const momentum = f32x4.splat(hyper(job, beta1));
  const alpha = f32x4.splat(hyper(job, beta2));
  const rest = f32x4.splat(hyper(job, oneMinusBeta2));
  const eps = f32x4.splat(hyper(job, epsilon));
  const rate = f32x4.splat(hyper(job, learningRate));
  for (let i = 4 * from; i < 4 * to; i += 4) {
    const at = <usize>i * F;
    const n = lanesAt(i, job.length);
    const p = v128.load(job.parameters + at);
    const g = gradientAt(job, at, p, factor, limit, decay);
    const v = fma(alpha, v128.load(job.secondMoment + at), f32x4.mul(f32x4.mul(rest, g), g));
    const share = f32x4.div(g, f32x4.add(f32x4.sqrt(v), eps));
    const m = fma(momentum, v128.load(job.firstMoment + at), share);
    put(job.secondMoment + at, v, n);
    put(job.firstMoment + at, m, n);
    put(job.parameters + at, f32x4.sub(p, f32x4.mul(rate, m)), n);
  }
}
