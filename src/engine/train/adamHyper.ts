export interface AdamOptions {
  readonly learningRate: number;
  /** Largest L2 norm of the whole gradient; 0 for no clipping. */
  readonly clipNorm: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/**
 * The `hyper` tensor [8] of the ops `clipFactor` and `adam` for one step, counted from 1; the constants are by default
 * those of Adam's authors and of every framework.
 * The differences from 1 are computed here, in float64, where 1 - 0.999 keeps its digits.
 */
export function adamHyper(step: number, options: AdamOptions): Float64Array {
  const { learningRate, clipNorm, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  const corrections = [1 - beta1 ** step, 1 - beta2 ** step];
  return Float64Array.of(learningRate, beta1, beta2, epsilon, ...corrections, clipNorm, 1 - beta2);
}
