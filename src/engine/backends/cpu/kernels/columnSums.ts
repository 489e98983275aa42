/** `ops/columnSums.ts`. */
import { F, lanesAt, put, zero } from "./simd";

@unmanaged
class ColumnSums {
  M: i32;
  N: i32;
  x: usize;
  out: usize;
}

/** Vectors of columns `from` to `to`. Even and odd rows have sums of their own, which hides the latency of an addition. */
export function columnSums(job: ColumnSums, from: i32, to: i32): void {
  let v = from;
  for (; v + 4 <= to && (v + 4) * 4 <= job.N; v += 4) sumFour(job, v * 4);
  for (; v < to; v++) sumOne(job, v * 4);
}

/** Sixteen columns. */
function sumFour(job: ColumnSums, n: i32): void {
  const row = <usize>job.N * F;
  let x = job.x + <usize>n * F;
  let a0 = zero(),
    a1 = zero(),
    a2 = zero(),
    a3 = zero();
  let b0 = zero(),
    b1 = zero(),
    b2 = zero(),
    b3 = zero();
  let m = 0;
  for (; m + 2 <= job.M; m += 2) {
    a0 = f32x4.add(a0, v128.load(x));
    a1 = f32x4.add(a1, v128.load(x, 16));
    a2 = f32x4.add(a2, v128.load(x, 32));
    a3 = f32x4.add(a3, v128.load(x, 48));
    x += row;
    b0 = f32x4.add(b0, v128.load(x));
    b1 = f32x4.add(b1, v128.load(x, 16));
    b2 = f32x4.add(b2, v128.load(x, 32));
    b3 = f32x4.add(b3, v128.load(x, 48));
    x += row;
  }
  if (m < job.M) {
    a0 = f32x4.add(a0, v128.load(x));
    a1 = f32x4.add(a1, v128.load(x, 16));
    a2 = f32x4.add(a2, v128.load(x, 32));
    a3 = f32x4.add(a3, v128.load(x, 48));
  }
  const out = job.out + <usize>n * F;
  v128.store(out, f32x4.add(a0, b0));
  v128.store(out, f32x4.add(a1, b1), 16);
  v128.store(out, f32x4.add(a2, b2), 32);
  v128.store(out, f32x4.add(a3, b3), 48);
}

/** At most four columns. */
function sumOne(job: ColumnSums, n: i32): void {
  const row = <usize>job.N * F;
  let x = job.x + <usize>n * F;
  let a = zero();
  let b = zero();
  let m = 0;
  for (; m + 2 <= job.M; m += 2) {
    a = f32x4.add(a, v128.load(x));
    b = f32x4.add(b, v128.load(x + row));
    x += 2 * row;
  }
  if (m < job.M) a = f32x4.add(a, v128.load(x));
  put(job.out + <usize>n * F, f32x4.add(a, b), lanesAt(n, job.N));
}
