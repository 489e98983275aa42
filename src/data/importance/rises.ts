/**
 * How much the loss rises when an input is exchanged between examples: permutation importance (Breiman 2001, Random forests; Fisher,
 * Rudin and Dominici 2019, All models are wrong, but many are useful). An example's rise is the mean over the repeats; where the mean of
 * all may lie tells the spread of the means of blocks of neighbouring examples, which windows of a series are.
 */
export interface Rise {
  readonly mean: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

/** More blocks than this say no more. */
const mostBlocks = 20;
/** Of a normal distribution. */
const quantile = 1.96;

/** Of one input, of the n examples in their order. */
export class Rises {
  readonly #sums: Float64Array;
  readonly #counts: Int32Array;

  constructor(examples: number) {
    this.#sums = new Float64Array(examples);
    this.#counts = new Int32Array(examples);
  }

  add(place: number, rise: number): void {
    this.#sums[place] += rise;
    this.#counts[place]++;
  }

  /** Null where nothing is known yet. */
  told(): Rise | null {
    const known = [...this.#counts.keys()].filter((i) => this.#counts[i] > 0);
    if (known.length === 0) return null;
    const rises = known.map((i) => this.#sums[i] / this.#counts[i]);
    const mean = meanOf(rises);
    const blocks = Math.min(mostBlocks, rises.length);
    const means = Array.from({ length: blocks }, (_, b) =>
      meanOf(
        rises.slice(Math.floor((b * rises.length) / blocks), Math.floor(((b + 1) * rises.length) / blocks)),
      ),
    );
    const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, blocks - 1);
    const around = quantile * Math.sqrt(variance / blocks);
    return { mean, low: mean - around, high: mean + around };
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
