import type { Example } from "../examples";

const bins = 50;

/**
 * The mean squared error of the best forecast from one number alone, estimated from an example with one feature and O numbers at
 * every step: within each of 50 bins of the feature, the variance of the answers.
 */
export function binnedResidual({ input: inputs, answer: answers }: Example, O: number): number {
  let low = inputs[0];
  let high = inputs[0];
  for (const value of inputs) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
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
