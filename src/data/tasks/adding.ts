import { message } from "../../words/message";
import type { MemoryTask } from "./memoryTask";
import { plain } from "./plain";

/**
 * T pairs of a value from 0 to 1 and a mark that is 0 or 1; the answer is the sum of the marked values. There is one mark in
 * each of n equal parts of the sequence, and none at its last step, where the value could simply be read.
 */
export const adding: MemoryTask<"steps" | "terms"> = {
  name: "adding",
  citation: {
    text: "Hochreiter, S. and Schmidhuber, J. (1997), Long Short-Term Memory, experiment 4; with numbers from 0 to 1 as in Arjovsky, M., Shah, A. and Bengio, Y. (2016)",
    url: "https://doi.org/10.1162/neco.1997.9.8.1735",
  },
  parameters: {
    steps: {
      min: 10,
      max: 250,
      fallback: 50,
      integer: true,
    },
    terms: {
      min: 2,
      max: 6,
      fallback: 2,
      integer: true,
    },
  },
  input: () => ({
    kind: "features",
    features: [plain(message("tasks.number")), plain(message("tasks.mark"))],
    display: { kind: "lines" },
  }),
  answer: () => ({ kind: "numbers", at: "last", outputs: [plain(message("tasks.sum"))], forecast: null }),
  steps: ({ steps }) => ({ longest: steps, varies: false }),
  generate(random, { steps, terms }) {
    const input = new Float32Array(2 * steps);
    for (let t = 0; t < steps; t++) input[2 * t] = random.uniform();
    let sum = 0;
    for (let i = 0; i < terms; i++) {
      const from = Math.floor((i * (steps - 1)) / terms);
      const end = Math.floor(((i + 1) * (steps - 1)) / terms);
      const t = random.integer(from, end - 1);
      input[2 * t + 1] = 1;
      sum += input[2 * t];
    }
    return { steps, input, answer: Float32Array.of(sum) };
  },
  withoutMemory: ({ terms }) => ({
    loss: terms / 12,
    why: message("tasks.whyAdding", { terms }),
  }),
  withMemory: () => 0,
  suggested: ({ steps }) => ({ hiddenSizes: [32], sequenceLength: steps, batchSize: 32, learningRate: 0.01 }),
};
