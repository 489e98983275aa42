/** The entropy of a distribution that is given by weights ≥ 0, of any sum > 0: −Σ p ln p, in nats. */
export function entropy(weights: readonly number[]): number {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.reduce((sum, w) => (w > 0 ? sum - (w / total) * Math.log(w / total) : sum), 0);
}

/**
 * H(Y | X) in nats: the least mean cross-entropy of an answer y that is given from x alone. `joint[x][y]` is how often the
 * two come together, to any scale.
 */
export function conditionalEntropy(joint: readonly (readonly number[])[]): number {
  let total = 0;
  let sum = 0;
  for (const row of joint) {
    const weight = row.reduce((a, b) => a + b, 0);
    total += weight;
    if (weight > 0) sum += weight * entropy(row);
  }
  return sum / total;
}

/** A table of zeros, to be filled with how often x and y come together. */
export function emptyJoint(xs: number, ys: number): number[][] {
  return Array.from({ length: xs }, () => new Array<number>(ys).fill(0));
}
