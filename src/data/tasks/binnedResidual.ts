import type { Example } from "../examples";

const bins = 50;

/**
 * The mean squared error of the best forecast from one number alone, estimated from examples with one feature and O numbers at
 * every step: within each of 50 bins of the feature, the variance of the answers.
 */
export function binnedResidual(examples: readonly Example[], O: number): number {
  const inputs = examples.flatMap(({ input }) => [...input]);
  const answers = examples.flatMap(({ answer }) => [...answer]);
  const low = inputs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = inputs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const binOf = (value: number) => Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins * O);
  const squares = new Float64Array(bins * O);
  for (const [i, value] of inputs.entries()) {
    const bin = binOf(value);
    counts[bin]++;
    for (let o = 0; o < O; o++) {
      const answer = answers[i * O + o];
      sums[bin * O + o] += answer;
      squares[bin * O + o] += answer * answer;
    }
  }
  let residual = 0;
  for (let k = 0; k < bins * O; k++) {
    const count = counts[Math.floor(k / O)];
    // The mean is fitted to the same answers, which costs one of them.
    if (count > 1) residual += (squares[k] - (sums[k] * sums[k]) / count) * (count / (count - 1));
  }
  return residual / (inputs.length * O);
}
