/** Sequences of different length in one batch: `lengths` [B], where there is one, ends each of them. */
import { type HostArray, type Operands, optional, read } from "./op";

export const lengthsSlot = optional(read(({ B }) => [B], "i32"));

/** Whether sequence b is over at time step t: the step is masked. */
export function isMasked(tensors: Operands, t: number, b: number): boolean {
  return tensors.has("lengths") && t >= tensors.integer("lengths")[b];
}

/**
 * A copy of values [T, B, …] with zeros at masked steps. What stands there counts nowhere, but 0 times NaN is NaN, and a token
 * id that does not exist cannot be looked up.
 */
export function withoutPadding(values: HostArray, T: number, lengths: ArrayLike<number>): HostArray {
  const B = lengths.length;
  const width = values.length / (T * B);
  const out = values.slice();
  for (let t = 0; t < T; t++) {
    for (let b = 0; b < B; b++) {
      const row = (t * B + b) * width;
      if (t >= lengths[b]) out.fill(0, row, row + width);
    }
  }
  return out;
}
