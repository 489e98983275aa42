/**
 * What the losses share. Their rows are the N positions of a batch, time-major: row n is step ⌊n / B⌋ of sequence
 * n mod B. Rows at steps beyond a sequence's length are masked: they have weight 0 and count nowhere.
 *
 * `rowMeasures` [N, 4] holds of each row: weight · loss, the weight, whether it was right (0 to 1), whether it counts.
 */
import { isMasked } from "./lengths";
import { type Dims, type Operands, write } from "./op";

export const measuresPerRow = 4;

export const rowMeasuresSlot = write(({ N }: Dims) => [N, measuresPerRow]);

export const isMaskedRow = (tensors: Operands, n: number, { B }: Dims): boolean =>
  isMasked(tensors, Math.floor(n / B), n % B);

export function writeMeasures(
  tensors: Operands,
  n: number,
  measured: { readonly weightedLoss: number; readonly weight: number; readonly right: number },
): void {
  const { weightedLoss, weight, right } = measured;
  tensors.float("rowMeasures").set([weightedLoss, weight, right, 1], n * measuresPerRow);
}

export function writeMasked(tensors: Operands, n: number): void {
  tensors.float("rowMeasures").fill(0, n * measuresPerRow, (n + 1) * measuresPerRow);
}
