/** `ops/clip.ts`. */
import { F, fma, lanesAt, put } from "./simd";

@unmanaged
class SumOfSquares {
  length: i32;
  parts: i32;
  gradients: usize;
  partials: usize;
}

/** Parts 4·from to 4·to: a vector of parts at a time goes through the bank in strides. */
export function sumOfSquares(job: SumOfSquares, from: i32, to: i32): void {
  const parts = job.parts;
  for (let p = 4 * from; p < 4 * to; p += 4) {
    let sum = f32x4.splat(0);
    let i = p;
    for (; i + 4 <= job.length; i += parts) {
      const g = v128.load(job.gradients + <usize>i * F);
      sum = fma(g, g, sum);
    }
    // The bank's last elements, of which the vector's last parts may have none.
    for (; i < job.length; i += parts) {
      const there = i32x4.lt_s(i32x4.add(i32x4.splat(i), i32x4(0, 1, 2, 3)), i32x4.splat(job.length));
      const g = v128.and(v128.load(job.gradients + <usize>i * F), there);
      sum = fma(g, g, sum);
    }
    put(job.partials + <usize>p * F, sum, lanesAt(p, parts));
  }
}

@unmanaged
class ClipFactor {
  parts: i32;
  partials: usize;
  metrics: usize;
  hyper: usize;
  clip: usize;
}

/** The place of `clipNorm` in `hyper`, in bytes. */
const clipNorm: usize = 4;

export function clipFactor(job: ClipFactor): void {
  let sum: f64 = 0;
  for (let p = 0; p < job.parts; p++) sum += <f64>f32.load(job.partials + <usize>p * F);
  const norm = Math.sqrt(sum);
  const limit = <f64>f32.load(job.hyper, clipNorm);
  const isSound = norm < Infinity && Math.abs(f32.load(job.metrics)) < Infinity;
  const wasHealthy = f32.load(job.clip, 8) === 1;
  f32.store(job.clip, <f32>norm);
  f32.store(job.clip, limit > 0 ? <f32>Math.min(1, limit / (norm + 1e-6)) : 1, 4);
  f32.store(job.clip, wasHealthy && isSound ? 1 : 0, 8);
}
