/** `ops/elementwise.ts`. Work is divided into vectors of four elements. */
import { clear, F, lanesAt, put } from "./simd";

@unmanaged
class Zeros {
  length: i32;
  out: usize;
}

export function zeros(job: Zeros, from: i32, to: i32): void {
  clear(job.out + <usize>from * 16, min(job.length, 4 * to) - 4 * from);
}

@unmanaged
class Add {
  length: i32;
  x: usize;
  out: usize;
}

export function add(job: Add, from: i32, to: i32): void {
  for (let i = 4 * from; i < 4 * to; i += 4) {
    const at = <usize>i * F;
    const sum = f32x4.add(v128.load(job.out + at), v128.load(job.x + at));
    put(job.out + at, sum, lanesAt(i, job.length));
  }
}

@unmanaged
class ApplyMask {
  length: i32;
  period: i32;
  x: usize;
  mask: usize;
  out: usize;
}

/** In runs that end where the mask begins anew. */
export function applyMask(job: ApplyMask, from: i32, to: i32): void {
  const end = min(job.length, 4 * to);
  let i = 4 * from;
  while (i < end) {
    const place = i % job.period;
    const runEnd = min(end, i - place + job.period);
    let mask = job.mask + <usize>place * F;
    for (; i < runEnd; i += 4) {
      const at = <usize>i * F;
      put(job.out + at, f32x4.mul(v128.load(job.x + at), v128.load(mask)), lanesAt(i, runEnd));
      mask += 16;
    }
    i = runEnd;
  }
}
