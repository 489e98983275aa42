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
}

/** Rows `from` to `to`. */
export function copyBlock(job: CopyBlock, from: i32, to: i32): void {
  for (let m = from; m < to; m++) {
    const source = job.x + <usize>(job.xStart + m * job.xStride) * F;
    memory.copy(job.out + <usize>(job.outStart + m * job.outStride) * F, source, <usize>job.columns * F);
  }
}
