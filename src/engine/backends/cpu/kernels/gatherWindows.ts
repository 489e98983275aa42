/** `ops/gatherWindows.ts`. */
import { F } from "./simd";

@unmanaged
class GatherWindows {
  L: i32;
  T: i32;
  B: i32;
  corpus: usize;
  starts: usize;
  tokens: usize;
  targets: usize;
}

/** Time steps `from` to `to`. Integers have the size of floats. */
export function gatherWindows(job: GatherWindows, from: i32, to: i32): void {
  const B = job.B;
  for (let t = from; t < to; t++) {
    for (let b = 0; b < B; b++) {
      const start = load<i32>(job.starts + <usize>b * F);
      const source = job.corpus + <usize>(start + t) * F;
      const place = <usize>(t * B + b) * F;
      store<i32>(job.tokens + place, load<i32>(source));
      store<i32>(job.targets + place, load<i32>(source + F));
    }
  }
}
