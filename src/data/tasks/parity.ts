import { message } from "../../words/message";
import { conditionalEntropy, emptyJoint } from "./entropy";
import type { MemoryTask } from "./memoryTask";

/**
 * Random bits; the answer at every step is the number of ones so far, this one included, modulo m. With m = 2 it is the
 * parity. Bengio et al. ask after the last bit only; to ask at every step is the same function, learned sooner.
 */
export const parity: MemoryTask<"steps" | "modulus"> = {
  name: "parity",
  citation: {
    text: "Bengio, Y., Simard, P. and Frasconi, P. (1994), Learning long-term dependencies with gradient descent is difficult",
    url: "https://doi.org/10.1109/72.279181",
  },
  parameters: {
    steps: {
      min: 4,
      max: 250,
      fallback: 40,
      integer: true,
    },
    modulus: {
      min: 2,
      max: 6,
      fallback: 2,
      integer: true,
    },
  },
  input: () => ({ kind: "symbols", symbols: ["0", "1"] }),
  answer: ({ modulus }) => ({ kind: "class", at: "every", labels: remainders(modulus) }),
  steps: ({ steps }) => ({ longest: steps, varies: false }),
  generate(random, { steps, modulus }) {
    const input = Int32Array.from({ length: steps }, () => random.integer(0, 1));
    let count = 0;
    const answer = input.map((bit) => {
      count = (count + bit) % modulus;
      return count;
    });
    return { steps, input, answer };
  },
  withoutMemory: (parameters) => ({
    loss: conditionalEntropy(jointOf(parameters)),
    why: message("tasks.whyParity", { modulus: parameters.modulus }),
  }),
  withMemory: () => 0,
  suggested: ({ steps }) => ({ hiddenSizes: [32], sequenceLength: steps, batchSize: 32, learningRate: 0.01 }),
};

function remainders(modulus: number): string[] {
  return modulus === 2 ? ["even", "odd"] : Array.from({ length: modulus }, (_, i) => String(i));
}

/** How often a bit comes with an answer, from the distribution of the count at every step. */
function jointOf({ steps, modulus }: { readonly steps: number; readonly modulus: number }): number[][] {
  const joint = emptyJoint(2, modulus);
  let counts = [1, ...new Array<number>(modulus - 1).fill(0)];
  for (let t = 0; t < steps; t++) {
    const next = new Array<number>(modulus).fill(0);
    for (const [count, probability] of counts.entries())
      for (const bit of [0, 1]) {
        const after = (count + bit) % modulus;
        joint[bit][after] += probability / 2;
        next[after] += probability / 2;
      }
    counts = next;
  }
  return joint;
}
