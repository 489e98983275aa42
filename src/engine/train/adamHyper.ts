/** Adam's constants, as its authors and every framework set them. */
const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

/**
 * The `hyper` tensor [8] of the ops `clipFactor` and `adam` for one step, counted from 1.
 * The differences from 1 are computed here, in float64, where 1 - 0.999 keeps its digits.
 */
export function adamHyper(step: number, learningRate: number, clipNorm: number): Float64Array {
  return Float64Array.of(
    learningRate,
    beta1,
    beta2,
    epsilon,
    1 - beta1 ** step,
    1 - beta2 ** step,
    clipNorm,
    1 - beta2,
  );
}
