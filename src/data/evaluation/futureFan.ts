/** How far off forecasts may be, from how far off they were on what is held out. */
import { fewestJudged } from "./evaluationTypes";

/** Of the truths, this share is to lie within. */
export const fanShares = [0.5, 0.8] as const;

/** Errors of one step ahead: bounds to be added to a forecast; NaN where there were too few. */
export interface ErrorBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The ⌊(m + 1)·α/2⌋-th and the ⌈(m + 1)·(1 − α/2)⌉-th of m errors in order, with α = 1 − share: of m + 1 errors that are alike but
 * for chance, at least this share lies within (split conformal prediction; Vovk et al. 2005, Algorithmic learning in a random
 * world).
 */
export function errorBounds(errors: ArrayLike<number>, share: number): ErrorBounds {
  const m = errors.length;
  const half = (1 - share) / 2;
  // Sums of binary fractions: 10·0.9 is a little more than 9.
  const low = Math.floor((m + 1) * half + 1e-9);
  const high = Math.ceil((m + 1) * (1 - half) - 1e-9);
  if (m < fewestJudged || low < 1 || high > m) return { low: Number.NaN, high: Number.NaN };
  const ordered = Float64Array.from(errors).sort();
  return { low: ordered[low - 1], high: ordered[high - 1] };
}

/** The median of errors of one step ahead; NaN where there were too few. */
export function errorMiddle(errors: ArrayLike<number>): number {
  const m = errors.length;
  if (m < fewestJudged) return Number.NaN;
  const ordered = Float64Array.from(errors).sort();
  return (ordered[Math.floor((m - 1) / 2)] + ordered[Math.ceil((m - 1) / 2)]) / 2;
}

/** What is held out is cut into so many stretches of time. */
export const folds = 5;

/** An error, when its forecast was made, and how many rows ahead. */
export interface AheadError {
  readonly ahead: number;
  readonly error: number;
  /** In which of the `folds` of what is held out the forecast was made, 0 first. */
  readonly fold: number;
}

export interface FanCoverage {
  /** Of those that could be judged, the share that lies within. */
  readonly share: number;
  readonly count: number;
}

/**
 * How many errors of each stretch of time lie within the bounds that the other stretches give, each among those of as many rows
 * ahead: what a fan promises is not measured on the errors that it was made from (blocked cross-validation; Bergmeir and Benítez
 * 2012, On the use of cross-validation for time series predictor evaluation). Null where there are too few.
 */
export function fanCoverage(errors: readonly AheadError[], share: number): FanCoverage | null {
  const byAhead = new Map<number, AheadError[]>();
  for (const one of errors) {
    const group = byAhead.get(one.ahead);
    if (group) group.push(one);
    else byAhead.set(one.ahead, [one]);
  }
  let [within, count] = [0, 0];
  for (const group of byAhead.values())
    for (let fold = 0; fold < folds; fold++) {
      const others = group.filter((one) => one.fold !== fold).map(({ error }) => error);
      const { low, high } = errorBounds(others, share);
      if (Number.isNaN(low)) continue;
      const own = group.filter((one) => one.fold === fold);
      count += own.length;
      within += own.filter(({ error }) => error >= low && error <= high).length;
    }
  return count > 0 ? { share: within / count, count } : null;
}
