/**
 * The tensor `dropoutSeed` of a training step: masks follow from the run's seed and the step's number, counted from 1, alone.
 *
 *     seed of the step = 1000003 · seed + step     (modulo 2³²)
 */
export function dropoutSeed(seed: number, step: number): Int32Array {
  return Int32Array.of((Math.imul(seed, 1_000_003) + step) | 0, 1);
}

/** With it, nothing is dropped. */
export const noDropout = () => Int32Array.of(0, 0);
