/** `ops/copyBlock.ts`. */
import { F } from "./simd";

@unmanaged
class CopyBlock {
  rows: i32;
  columns: i32;
  xStart: i32;
  xStride: i32;
  outStart: i32;
  outStride: i32;
  x: usize;
  out: usize;
  clip: usize;
}

/** Rows `from` to `to`. */
export function copyBlock(job: CopyBlock, from: i32, to: i32): void {
  if (job.clip !== 0 && load<f32>(job.clip + 2 * F) !== 1) return;
  for (let m = from; m < to; m++) {
    const source = job.x + <usize>(job.xStart + m * job.xStride) * F;
    memory.copy(job.out + <usize>(job.outStart + m * job.outStride) * F, source, <usize>job.columns * F);
  }
}
