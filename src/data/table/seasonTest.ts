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
 * any shape: the less of both, twice.
 */
export class SeasonTest {
  readonly #whitened: Float64Array;
  readonly #count: number;
  readonly #squares: number;

  /** @param series without its trend; NaN where there is no value */
  constructor(series: Float64Array) {
    const phi = persistenceOf(series);
    const changes = series.subarray(1).map((value, i) => value - phi * series[i]);
    const known = changes.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    this.#whitened = changes.map((value) => (Number.isNaN(value) ? 0 : value - mean));
    this.#count = known.length;
    this.#squares = this.#whitened.reduce((sum, value) => sum + value * value, 0);
  }

  chanceOf(period: number): number {
    const shares = this.#shares(period);
    return Math.min(1, 2 * Math.min(this.#chance(shares.slice(0, 1)), this.#chance(shares)));
  }

  #chance(shares: readonly number[]): number {
    const J = shares.length;
    const nu = (this.#count - 1 - 2 * J) / 2;
    if (nu <= 0) return 1;
    const share = Math.min(
      1,
      shares.reduce((sum, one) => sum + one, 0),
    );
    let [term, sum] = [1, 1];
    for (let j = 1; j < J; j++) {
      term *= ((nu + j - 1) / j) * share;
      sum += term;
    }
    return Math.min(1, (1 - share) ** nu * sum);
  }

  /** Of the variance what each harmonic explains. */
  #shares(period: number): readonly number[] {
    const sums = new Float64Array(period);
    for (let row = 0; row < this.#whitened.length; row++) sums[row % period] += this.#whitened[row];
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
      return this.#squares > 0 ? (both * (cosine ** 2 + sine ** 2)) / (this.#count * this.#squares) : 0;
    });
  }
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
