/** `ops/dropoutMask.ts`. */
import { F } from "./simd";

@unmanaged
class DropoutMask {
  length: i32;
  threshold: u32;
  salt: u32;
  seed: usize;
  mask: usize;
}

/** The PCG hash of 32 bits, as in the op. */
function hash(value: u32): u32 {
  const state = value * 747796405 + 2891336453;
  const word = ((state >> ((state >> 28) + 4)) ^ state) * 277803737;
  return (word >> 22) ^ word;
}

/** Elements 4·from to 4·to. */
export function dropoutMask(job: DropoutMask, from: i32, to: i32): void {
  const isOff = i32.load(job.seed, 4) === 0;
  const key = hash(<u32>i32.load(job.seed) + hash(job.salt));
  const scale = <f32>(4294967296.0 / (4294967296.0 - <f64>job.threshold));
  const end = min(job.length, 4 * to);
  for (let i = 4 * from; i < end; i++) {
    const value: f32 = isOff ? 1 : hash(<u32>i + key) < job.threshold ? 0 : scale;
    f32.store(job.mask + <usize>i * F, value);
  }
}
