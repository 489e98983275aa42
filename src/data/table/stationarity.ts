/** Whether a series keeps its level, or wanders or rises away from it. */
import type { Pieces } from "../inTurns";

/** Of the statistic where the level is kept: exceeded in one series of twenty (Kwiatkowski and others 1992, table 1). */
export const kpssCritical = 0.463;

/** Of sums, which take some 10 ms. */
const termsOfPiece = 5_000_000;

/**
 * The statistic of Kwiatkowski, Phillips, Schmidt and Shin 1992, Testing the null hypothesis of stationarity against the
 * alternative of a unit root, for a constant level:
 *
 *     η = Σ S_t² / (n² · s²)          S_t = Σ_{i ≤ t} (x_i − mean)
 *
 * with the long-run variance s² from autocovariances up to lag ⌊3√n / 13⌋ and Bartlett's weights, as Hyndman and Khandakar 2008,
 * Automatic time series forecasting, choose how often to take differences. 0 for a constant series.
 *
 * @param values NaN where there is none
 */
export function* kpssStatistic(values: ArrayLike<number>): Pieces<number> {
  const deviations = new Float64Array(values.length);
  let [n, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    deviations[n++] = value;
    sum += value;
  }
  const mean = sum / Math.max(1, n);
  for (let i = 0; i < n; i++) deviations[i] -= mean;
  const covariance = (lag: number): number => {
    let products = 0;
    for (let i = lag; i < n; i++) products += deviations[i] * deviations[i - lag];
    return products / n;
  };
  const lags = Math.floor((3 * Math.sqrt(n)) / 13);
  const variance = n > 0 ? covariance(0) : 0;
  // What is left of a constant series after rounding is no variance.
  if (variance <= 1e-20 * mean * mean) return 0;
  let [longRun, summed] = [variance, n];
  for (let lag = 1; lag <= lags; lag++, summed += n) {
    if (summed >= termsOfPiece) {
      summed = 0;
      yield;
    }
    longRun += 2 * (1 - lag / (lags + 1)) * covariance(lag);
  }
  let [partial, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    partial += deviations[i];
    squares += partial * partial;
  }
  return squares / (n * n * longRun);
}
