/** `ops/rows.ts`: what the losses share. */
import { isMasked } from "./recurrent";
import { vectorBytes, zero } from "./simd";

export function isMaskedRow(lengths: usize, n: i32, B: i32): bool {
  return lengths !== 0 && isMasked(lengths, n / B, n % B);
}

export function writeMeasures(rows: usize, n: i32, weightedLoss: f32, weight: f32, right: f32): void {
  const measures = f32x4.replace_lane(f32x4.splat(1), 0, weightedLoss);
  v128.store(
    rows + <usize>n * vectorBytes,
    f32x4.replace_lane(f32x4.replace_lane(measures, 1, weight), 2, right),
  );
}

export function writeMasked(rows: usize, n: i32): void {
  v128.store(rows + <usize>n * vectorBytes, zero());
}
