/** `ops/meanMetrics.ts`. */
import { F, vectorBytes } from "./simd";

@unmanaged
class MeanMetrics {
  N: i32;
  rowMeasures: usize;
  metrics: usize;
}

/** In double precision: there may be many rows. */
export function meanMetrics(job: MeanMetrics): void {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let n = 0; n < job.N; n++) {
    const row = job.rowMeasures + <usize>n * vectorBytes;
    low = f64x2.add(low, f64x2.promote_low_f32x4(v128.load64_zero(row)));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.load64_zero(row, 8)));
  }
  const weight = f64x2.extract_lane(low, 1);
  // No row counts.
  if (f64x2.extract_lane(high, 1) === 0) {
    for (let k = 0; k < 3; k++) f32.store(job.metrics + <usize>k * F, 0);
    return;
  }
  f32.store(job.metrics, <f32>(f64x2.extract_lane(low, 0) / weight));
  f32.store(job.metrics, <f32>(f64x2.extract_lane(high, 0) / f64x2.extract_lane(high, 1)), 4);
  f32.store(job.metrics, <f32>(1 / weight), 8);
}
