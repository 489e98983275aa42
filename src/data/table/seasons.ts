/** How far apart the rows of a series are, and after how many of them it repeats. */

export type Spacing = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

const dayMs = 86_400_000;

/** From more than so many milliseconds on. */
const spacings: readonly (readonly [Spacing, number, number])[] = [
  ["second", 500, 2_000],
  ["minute", 30_000, 120_000],
  ["hour", 1_800_000, 7_200_000],
  ["day", 0.6 * dayMs, 1.5 * dayMs],
  ["week", 5 * dayMs, 9 * dayMs],
  ["month", 27 * dayMs, 32 * dayMs],
  ["quarter", 88 * dayMs, 93 * dayMs],
  ["year", 360 * dayMs, 370 * dayMs],
];

/** By the median distance of neighbours; null for distances that have no name. */
export function spacingOf(timesMs: ArrayLike<number>): Spacing | null {
  const distances: number[] = [];
  for (let i = 1; i < timesMs.length; i++) {
    const distance = timesMs[i] - timesMs[i - 1];
    if (distance > 0) distances.push(distance);
  }
  if (distances.length === 0) return null;
  distances.sort((a, b) => a - b);
  const median = distances[distances.length >> 1];
  return spacings.find(([, low, high]) => median >= low && median <= high)?.[0] ?? null;
}

/** Rows of the seasons that such series may have, the longest first. */
const periods: Readonly<Record<Spacing, readonly number[]>> = {
  second: [3600, 60],
  minute: [1440, 60],
  hour: [168, 24],
  day: [365, 7],
  week: [52],
  month: [12],
  quarter: [4],
  year: [],
};

/** A season must have been seen so often. */
const fewestSeasons = 3;
const leastCorrelation = 0.2;

/**
 * Rows of the season that a series has, or null: the autocorrelation after a whole season, without the linear trend, must be
 * high, and higher than after half of one.
 *
 * @param values of the training part, NaN where there is none
 */
export function seasonOf(values: ArrayLike<number>, spacing: Spacing): number | null {
  const detrended = withoutTrend(values);
  const whole = periods[spacing].find((period) => {
    if (values.length < fewestSeasons * period) return false;
    const correlation = autocorrelation(detrended, period);
    return (
      correlation >= leastCorrelation && correlation > autocorrelation(detrended, Math.round(period / 2))
    );
  });
  return whole ?? null;
}

/** Σ (x_i − m)(x_{i+lag} − m) / Σ (x_i − m)², missing values left out; 0 for a constant series. */
export function autocorrelation(values: ArrayLike<number>, lag: number): number {
  let products = 0;
  let pairs = 0;
  let squares = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    squares += values[i] ** 2;
    count++;
    const later = i + lag < values.length ? values[i + lag] : Number.NaN;
    if (Number.isNaN(later)) continue;
    products += values[i] * later;
    pairs++;
  }
  return squares > 0 && pairs > 0 ? products / pairs / (squares / count) : 0;
}

/**
 * How much of what happens in a series is a steady rise or fall: the share of its variance that the line of least squares
 * explains, 0 to 1.
 *
 * @param values of the training part, NaN where there is none
 */
export function driftOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  const variance = sumOfSquares(Float64Array.from(values, (y) => y - mean));
  return variance > 0 ? Math.max(0, 1 - sumOfSquares(withoutTrend(values)) / variance) : 0;
}

function meanOf(values: ArrayLike<number>): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++)
    if (!Number.isNaN(values[i])) [sum, count] = [sum + values[i], count + 1];
  return count > 0 ? sum / count : 0;
}

const sumOfSquares = (values: Float64Array) =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value * value), 0);

/** Minus the line of least squares. */
function withoutTrend(values: ArrayLike<number>): Float64Array {
  let [n, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
  for (let x = 0; x < values.length; x++) {
    const y = values[x];
    if (Number.isNaN(y)) continue;
    n++;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  const spread = n * sumXX - sumX * sumX;
  const slope = spread > 0 ? (n * sumXY - sumX * sumY) / spread : 0;
  const start = n > 0 ? (sumY - slope * sumX) / n : 0;
  return Float64Array.from(values, (y, x) => y - start - slope * x);
}
