/** `ops/embedding.ts` and `ops/oneHot.ts`. */
import { clear, F, put } from "./simd";

@unmanaged
class Forward {
  N: i32;
  V: i32;
  E: i32;
  weight: usize;
  tokens: usize;
  out: usize;
}

/** Rows `from` to `to`. */
export function embeddingForward(job: Forward, from: i32, to: i32): void {
  const row = <usize>job.E * F;
  for (let n = from; n < to; n++) {
    const token = <usize>i32.load(job.tokens + <usize>n * F);
    memory.copy(job.out + <usize>n * row, job.weight + token * row, row);
  }
}

@unmanaged
class Backward {
  N: i32;
  V: i32;
  E: i32;
  dOut: usize;
  tokens: usize;
  dWeight: usize;
}

/** Columns 4·from to 4·to, in the order of n. */
export function embeddingBackward(job: Backward, from: i32, to: i32): void {
  const row = <usize>job.E * F;
  const first = <usize>from * 16;
  const columns = min(job.E, 4 * to) - 4 * from;
  for (let v = 0; v < job.V; v++) clear(job.dWeight + <usize>v * row + first, columns);
  for (let n = 0; n < job.N; n++) {
    const token = <usize>i32.load(job.tokens + <usize>n * F);
    const from = job.dOut + <usize>n * row + first;
    addRow(job.dWeight + token * row + first, from, columns);
  }
}

function addRow(to: usize, from: usize, columns: i32): void {
  let e = 0;
  for (; e + 4 <= columns; e += 4) {
    const at = <usize>e * F;
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  }
  if (e === columns) return;
  const at = <usize>e * F;
  put(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)), columns - e);
}

@unmanaged
class OneHot {
  N: i32;
  V: i32;
  tokens: usize;
  out: usize;
}

/** Rows `from` to `to`. */
export function oneHot(job: OneHot, from: i32, to: i32): void {
  clear(job.out + <usize>from * job.V * F, (to - from) * job.V);
  for (let n = from; n < to; n++) {
    f32.store(job.out + <usize>(n * job.V + i32.load(job.tokens + <usize>n * F)) * F, 1);
  }
}
