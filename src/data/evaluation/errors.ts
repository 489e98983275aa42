import type { NumberErrors } from "./evaluationTypes";

/** Mean absolute error, root of the mean squared error, and mean error (said − truth); all 0 where there is nothing. */
export function errorsOf(truth: ArrayLike<number>, said: ArrayLike<number>): NumberErrors {
  let [absolute, squared, sum] = [0, 0, 0];
  for (let i = 0; i < truth.length; i++) {
    const error = said[i] - truth[i];
    absolute += Math.abs(error);
    squared += error * error;
    sum += error;
  }
  const count = Math.max(1, truth.length);
  return { mae: absolute / count, rmse: Math.sqrt(squared / count), bias: sum / count };
}

/**
 * 1 − Σ(said − truth)² / Σ(mean − truth)², with the mean of the truth itself; null where the truth does not vary. Of several series the
 * mean is that of each: beside one mean of all, to know which is the larger would explain nearly everything.
 *
 * @param series which one each is of; all are of one by default
 */
export function rSquared(
  truth: ArrayLike<number>,
  said: ArrayLike<number>,
  series?: readonly number[],
): number | null {
  const seriesAt = (i: number) => series?.[i] ?? 0;
  const totals = new Map<number, { sum: number; count: number }>();
  for (let i = 0; i < truth.length; i++) {
    const { sum, count } = totals.get(seriesAt(i)) ?? { sum: 0, count: 0 };
    totals.set(seriesAt(i), { sum: sum + truth[i], count: count + 1 });
  }
  const means = new Map(Array.from(totals, ([own, { sum, count }]) => [own, sum / count]));
  let [left, all] = [0, 0];
  for (let i = 0; i < truth.length; i++) {
    left += (said[i] - truth[i]) ** 2;
    all += ((means.get(seriesAt(i)) ?? 0) - truth[i]) ** 2;
  }
  return all === 0 ? null : 1 - left / all;
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / Math.max(1, values.length);
}
