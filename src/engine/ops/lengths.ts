/** Sequences of different length in one batch: `lengths` [B], where there is one, ends each of them. */
import { type Operands, optional, read } from "./op";

export const lengthsSlot = optional(read(({ B }) => [B], "i32"));

/** Whether sequence b is over at time step t: the step is masked. */
export function isMasked(tensors: Operands, t: number, b: number): boolean {
  return tensors.has("lengths") && t >= tensors.integer("lengths")[b];
}
