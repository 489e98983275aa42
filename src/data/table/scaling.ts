/** Shift and scale of a column, from its training part only; the network sees (value − shift) / scale. */
import type { PrepareOptions } from "./tableTypes";

export interface Scale {
  readonly shift: number;
  readonly scale: number;
}

export const unscaled: Scale = { shift: 0, scale: 1 };

/**
 * A constant column, and one without values, has scale 1. NaN are left out.
 *
 * @param isTrain [values]: only those that have 1 here count, where it is given
 */
export function fitScale(
  values: ArrayLike<number>,
  scaling: PrepareOptions["scaling"],
  isTrain?: Uint8Array,
): Scale {
  if (scaling === "none") return unscaled;
  let [count, mean, squares] = [0, 0, 0];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value) || (isTrain && isTrain[i] !== 1)) continue;
    // Welford's algorithm: sums of squares would cancel for large values of small spread.
    count++;
    const distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (count === 0) return unscaled;
  if (scaling === "minMax") return { shift: min, scale: positive(max - min) };
  const deviation = Math.sqrt(squares / count);
  // What is left of a constant column after rounding is no deviation.
  return { shift: mean, scale: positive(deviation > 1e-12 * Math.abs(mean) ? deviation : 0) };
}

const positive = (scale: number) => (scale > 0 ? scale : 1);
