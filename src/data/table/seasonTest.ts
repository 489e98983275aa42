/** Whether a series repeats by more than chance. */

/** More harmonics of a season are not looked at: what is left of a shape beyond them is little. */
const mostHarmonics = 12;

/**
 * How probable it is that noise alone repeats after `period` rows as much as a series does. Noise is of the first order here,
 * x_t = φ x_{t−1} + e_t: what wanders seems to go up and down in waves (Slutzky 1937, The summation of random causes as the source
 * of cyclic processes), so the season is looked for in ê_t = x_t − φ̂ x_{t−1}, where it still is, but waves of chance are none.
 *
 * Of ê the harmonics 1/period, 2/period, … explain the share R² of the variance. Where ê is white, this share or more comes with
 *
 *     P(J) = (1 − R²)^ν · Σ_{j<J} (ν)_j / j! · R^{2j}          ν = (n − 1 − 2J) / 2
 *
 * which is the tail of F with 2J and 2ν degrees of freedom. A season may be a wave, which is its first harmonic alone, or have
 * any shape: the less of both, twice. Of S series each has waves of its own: R² is their mean, by their rows, J is S times, and n
 * all rows less one of each.
 */
export class SeasonTest {
  readonly #series: readonly Whitened[];
  readonly #fewestSeasons: number;

  /**
   * @param series without their trends; NaN where there is no value
   * @param fewestSeasons that a series must have had, to be asked
   */
  constructor(series: readonly Float64Array[], fewestSeasons: number) {
    this.#series = series.map(whitenedOf).filter(({ squares }) => squares > 0);
    this.#fewestSeasons = fewestSeasons;
  }

  chanceOf(period: number): number {
    const asked = this.#series.filter(({ values }) => values.length + 1 >= this.#fewestSeasons * period);
    if (asked.length === 0) return 1;
    const rows = asked.reduce((sum, { count }) => sum + count, 0);
    const freedom = rows - asked.length;
    const shares = asked.map((one) => ({ weight: one.count / rows, own: sharesOf(one, period) }));
    const J = shares[0].own.length;
    const shareOf = (harmonics: number) =>
      shares.reduce((sum, { weight, own }) => sum + weight * sumOf(own.slice(0, harmonics)), 0);
    const chances = [1, J].map((harmonics) =>
      chanceOfShare(shareOf(harmonics), harmonics * asked.length, freedom),
    );
    return Math.min(1, 2 * Math.min(...chances));
  }
}

interface Whitened {
  /** ê less its mean, 0 where it is not known. */
  readonly values: Float64Array;
  /** Of those that are known. */
  readonly count: number;
  readonly squares: number;
}

function whitenedOf(series: Float64Array): Whitened {
  const phi = persistenceOf(series);
  const changes = series.subarray(1).map((value, i) => value - phi * series[i]);
  const known = changes.filter((value) => !Number.isNaN(value));
  const mean = sumOf(known) / Math.max(1, known.length);
  const values = changes.map((value) => (Number.isNaN(value) ? 0 : value - mean));
  return { values, count: known.length, squares: sumOf(values.map((value) => value * value)) };
}

const sumOf = (values: Float64Array | readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Of the variance what each harmonic explains. */
function sharesOf({ values, count, squares }: Whitened, period: number): readonly number[] {
  const sums = new Float64Array(period);
  for (let row = 0; row < values.length; row++) sums[row % period] += values[row];
  const J = Math.max(1, Math.min(mostHarmonics, Math.floor(period / 2)));
  return Array.from({ length: J }, (_, j) => {
    let [cosine, sine] = [0, 0];
    for (let phase = 0; phase < period; phase++) {
      const angle = (2 * Math.PI * (j + 1) * phase) / period;
      cosine += sums[phase] * Math.cos(angle);
      sine += sums[phase] * Math.sin(angle);
    }
    // The highest one of an even period has no sine.
    const both = 2 * (j + 1) === period ? 1 : 2;
    return (both * (cosine ** 2 + sine ** 2)) / (count * squares);
  });
}

/** P(J), of which single terms are too large for a number where there are many rows. */
function chanceOfShare(explained: number, J: number, freedom: number): number {
  const nu = (freedom - 2 * J) / 2;
  if (nu <= 0) return 1;
  const share = Math.min(1, explained);
  if (share === 0 || share === 1) return 1 - share;
  const none = nu * Math.log1p(-share);
  let [logTerm, sum] = [none, Math.exp(none)];
  for (let j = 1; j < J; j++) {
    logTerm += Math.log(((nu + j - 1) / j) * share);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** φ of least squares; a line was taken out of the series, and so it is too small by about (2 + 4φ) / n (Tjøstheim and Paulsen 1983). */
function persistenceOf(series: Float64Array): number {
  let [products, squares, count] = [0, 0, 0];
  for (let row = 1; row < series.length; row++) {
    const [before, value] = [series[row - 1], series[row]];
    if (Number.isNaN(before) || Number.isNaN(value)) continue;
    products += before * value;
    squares += before * before;
    count++;
  }
  const phi = squares > 0 ? products / squares : 0;
  return Math.max(-1, Math.min(1, phi + (2 + 4 * phi) / Math.max(1, count)));
}
