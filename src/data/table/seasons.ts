/** After how many rows a series repeats, and how much of it is a steady rise or fall. */
import FFT from "fft.js";
import { SeasonTest } from "./seasonTest";
import { type Spacing, spacingMs, unitMs } from "./spacing";

/** A season must have been seen so often. */
const fewestSeasons = 3;
/** So often, at most, one is found that is chance, of those of clocks and calendars, and so often of all others. */
const mostChance = 0.02;
/** How far values a season apart go together, at least: a season that can be shown, but is small, is of no use. */
const leastNatural = 0.2;
const leastFree = 0.3;
/** A shorter season is taken before a longer one that has it within, if its correlation is this share of the other's. */
const shorterShare = 0.6;

/** Of many long series the first ones are enough. */
const mostRows = 40_000;

/**
 * Rows of the season that a series has, or several have together, or null: the lag of the strongest autocorrelation without the
 * linear trend, of those that noise would not have (`SeasonTest`, times the number of lags that are tried). Seasons of clocks and
 * calendars come first (an hour, a day, a week, a year), then any other: of few lags the strongest is less by chance than of many.
 * What repeats after a season repeats after two as well, so of the lags that fit about equally the shortest is taken. Of several
 * series the correlations are averaged, so that the season is the one that fits all of them best.
 *
 * @param series of each the training part, NaN where there is no value; the longest first
 */
export function seasonOf(series: readonly ArrayLike<number>[], spacing: Spacing | null): number | null {
  const most = longestSeasonIn(series);
  if (most < 2) return null;
  const judged = enoughOf(series);
  const humps = humpsOf(judged);
  const test = new SeasonTest(judged.map(withoutTrend), fewestSeasons);
  const isSeason = (period: number, least: number, candidates: number) =>
    humps.at(period) >= Math.max(least - humps.noise, humps.noise) &&
    humps.standsOut(period) &&
    test.chanceOf(period) * candidates <= mostChance;
  const natural = naturalPeriods(spacing).filter((period) => period <= most);
  return (
    strongest(
      natural.filter((period) => isSeason(period, leastNatural, natural.length)),
      humps,
    ) ??
    strongest(
      humps.tops(most).filter((period) => isSeason(period, leastFree, most - 1)),
      humps,
    )
  );
}

/** Rows of the longest season that is looked for. */
export const longestSeasonIn = (series: readonly ArrayLike<number>[]): number =>
  Math.floor(Math.max(0, ...series.map(({ length }) => length)) / fewestSeasons);

function enoughOf(series: readonly ArrayLike<number>[]): readonly ArrayLike<number>[] {
  let rows = 0;
  return series.filter(({ length }) => {
    const isIn = rows === 0 || rows + length <= mostRows;
    if (isIn) rows += length;
    return isIn;
  });
}

/** The mean of their correlations, by their rows, at each lag of those that have it. */
function humpsOf(series: readonly ArrayLike<number>[]): Humps {
  const all = series.map((values) => ({ own: autocorrelations(values), rows: values.length }));
  const lags = Math.max(...all.map(({ own }) => own.length));
  const correlations = Float64Array.from({ length: lags }, (_, lag) => {
    let [sum, weight] = [0, 0];
    for (const { own, rows } of all)
      if (lag < own.length) [sum, weight] = [sum + rows * own[lag], weight + rows];
    return sum / weight;
  });
  return new Humps(
    correlations,
    all.reduce((sum, { rows }) => sum + rows, 0),
  );
}

/** Of those about as strong as the strongest the shortest. */
function strongest(periods: readonly number[], humps: Humps): number | null {
  const highest = Math.max(0, ...periods.map((period) => humps.at(period)));
  return periods.find((period) => humps.at(period) >= shorterShare * highest) ?? null;
}

/** Rows of an hour, a day, a week and a year, as far as there are two or more, the shortest first. */
function naturalPeriods(spacing: Spacing | null): readonly number[] {
  if (!spacing) return [];
  const step = spacingMs(spacing);
  // Days and what is shorter do not know of leap years.
  const year = step <= unitMs.day ? 365 * unitMs.day : unitMs.year;
  return [unitMs.minute, unitMs.hour, unitMs.day, unitMs.week, year]
    .map((length) => length / step)
    .filter((rows) => rows >= 1.9 && Math.abs(rows - Math.round(rows)) <= 0.02 * rows)
    .map(Math.round);
}

class Humps {
  readonly #correlations: Float64Array;
  /** [lags + 1]: sums of those before. */
  readonly #sums: Float64Array;
  /** The deviation of correlations of noise. */
  readonly noise: number;

  constructor(correlations: Float64Array, rows: number) {
    this.#correlations = correlations;
    this.noise = 1 / Math.sqrt(rows);
    this.#sums = new Float64Array(correlations.length + 1);
    for (let lag = 0; lag < correlations.length; lag++)
      this.#sums[lag + 1] = this.#sums[lag] + correlations[lag];
  }

  /** Long seasons are not exact to a row. */
  at(lag: number): number {
    return this.#mean(lag, Math.floor(lag / 100));
  }

  /** Lags from 2 on about which it is less. */
  tops(most: number): readonly number[] {
    const found: number[] = [];
    for (let lag = 2; lag <= most; lag++)
      if (this.at(lag) >= this.at(lag - 1) && this.at(lag) >= this.at(lag + 1)) found.push(lag);
    return found;
  }

  /** Beside the lags half a season before and after. */
  standsOut(lag: number): boolean {
    const beside = Math.floor(lag / 20);
    return this.at(lag) > Math.max(this.#mean(lag / 2, beside), this.#mean(1.5 * lag, beside));
  }

  #mean(center: number, beside: number): number {
    const last = this.#correlations.length - 1;
    const from = Math.min(last, Math.max(1, Math.floor(center) - beside));
    const to = Math.min(last, Math.max(from, Math.ceil(center) + beside));
    return (this.#sums[to + 1] - this.#sums[from]) / (to - from + 1);
  }
}

/**
 * Σ (x_i − m)(x_{i+k} − m) over the pairs that there are, by the variance, for all lags k up to two thirds of the length; m is
 * the line of least squares, and missing values are left out. 0 for a constant series. By the fast Fourier transform of the series
 * with as many zeros behind it (Wiener–Khinchin).
 */
export function autocorrelations(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const series = withoutTrend(values);
  const known = Float64Array.from(series, (value) => (Number.isNaN(value) ? 0 : 1));
  const count = known.reduce((sum, one) => sum + one, 0);
  const products = correlation(series.map((value) => (Number.isNaN(value) ? 0 : value)));
  const pairs = count === n ? Float64Array.from(products, (_, lag) => n - lag) : correlation(known);
  const variance = count > 0 ? products[0] / count : 0;
  const lags = Math.min(n, Math.floor((2 * n) / 3) + 2);
  // What is left of a constant series after rounding is no variance.
  const isConstant = variance <= 1e-20 * meanSquare(values);
  return Float64Array.from({ length: lags }, (_, lag) =>
    isConstant || pairs[lag] < 0.5 ? 0 : products[lag] / pairs[lag] / variance,
  );
}

/** Σ x_i x_{i+k} for all k. */
function correlation(values: Float64Array): Float64Array {
  const n = values.length;
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * n)));
  const fft = new FFT(size);
  const padded = new Float64Array(size);
  padded.set(values);
  // Lists of numbers would take several times as much while they fill.
  const spectrum = new Float64Array(2 * size);
  fft.realTransform(spectrum, padded);
  fft.completeSpectrum(spectrum);
  for (let k = 0; k < size; k++) {
    spectrum[2 * k] = spectrum[2 * k] ** 2 + spectrum[2 * k + 1] ** 2;
    spectrum[2 * k + 1] = 0;
  }
  const back = new Float64Array(2 * size);
  fft.inverseTransform(back, spectrum);
  return Float64Array.from({ length: n }, (_, lag) => back[2 * lag]);
}

function meanSquare(values: ArrayLike<number>): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++)
    if (!Number.isNaN(values[i])) [sum, count] = [sum + values[i] ** 2, count + 1];
  return count > 0 ? sum / count : 0;
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
