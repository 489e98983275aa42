import { type Op, read, write } from "./op";

/** The PCG hash of 32 bits (Jarzynski and Olano, Hash Functions for GPU Rendering, JCGT 9(3), 2020). */
function hash(value: number): number {
  const state = (Math.imul(value, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** 1 / (1 - p). */
export const dropoutScale = (threshold: number) => 2 ** 32 / (2 ** 32 - threshold);

/**
 * A mask of inverted dropout (Srivastava and others 2014): each element is 0 with probability p = threshold / 2³², else
 * 1 / (1 - p). It is drawn by hashing, so that every backend draws the same one.
 *
 *     mask[i] = hash(i + hash(seed + hash(salt))) < threshold ? 0 : 1 / (1 - p)
 *
 * Shapes: seed [2]: the seed of the step, and whether there is dropout at all (0 or 1; without it the mask is all 1);
 * mask [length]. `salt` tells masks of one plan apart.
 */
export const dropoutMask: Op = {
  name: "dropoutMask",
  dims: ["length", "threshold", "salt"],
  slots: {
    seed: read(() => [2], "i32"),
    mask: write(({ length }) => [length]),
  },
  cost: ({ length }) => 8 * length,
  reference(tensors, { length, threshold, salt }) {
    const [seed, isOn] = tensors.integer("seed");
    const mask = tensors.float("mask");
    const key = hash(seed + hash(salt));
    const scale = dropoutScale(threshold);
    for (let i = 0; i < length; i++) mask[i] = isOn === 0 ? 1 : hash(i + key) < threshold ? 0 : scale;
  },
};
