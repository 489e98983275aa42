/**
 * An exponential mean over what was measured at uneven places, without the bias of its beginning:
 *
 *     m[i] = d[i]·m[i-1] + (1 - d[i])·y[i],  d[i] = exp(-(x[i] - x[i-1]) / τ),  divided by the same mean of ones
 *
 * Curves whose points stand for different numbers of steps are so smoothed alike. Of a τ of 0 they stay as they are.
 */
export function smoothed(x: readonly number[], y: readonly number[], tau: number): readonly number[] {
  let sum = 0;
  let weight = 0;
  return y.map((value, i) => {
    const kept = tau > 0 && i > 0 ? Math.exp(-(x[i] - x[i - 1]) / tau) : 0;
    // The first stands for as long as the second will.
    const share = i > 0 || tau <= 0 ? 1 - kept : 1 - Math.exp(-((x[1] ?? x[0] + tau) - x[0]) / tau);
    sum = kept * sum + share * value;
    weight = kept * weight + share;
    return weight > 0 ? sum / weight : value;
  });
}
