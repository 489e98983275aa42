import { message } from "../../words/message";
import type { MemoryTask } from "./memoryTask";

/** Ids of the two symbols that are not copied; the others follow them. */
const wait = 0;
const recall = 1;
const firstSymbol = 2;
const letters = "abcdefghijklmnop";

/**
 * K symbols, D signs to wait, K signs to recall; the answers are K + D times "nothing", then the K symbols in their order.
 * In the form of Arjovsky et al. the sign to recall is read once. Here it stays on, so that knowing when to answer takes no
 * memory, and the loss without memory is the one that they give: K ln S nats, divided among 2K + D steps.
 */
export const copy: MemoryTask<"symbols" | "alphabet" | "delay"> = {
  name: "copy",
  citation: {
    text: "Hochreiter, S. and Schmidhuber, J. (1997), Long Short-Term Memory; in this form Arjovsky, M., Shah, A. and Bengio, Y. (2016), Unitary Evolution Recurrent Neural Networks",
    url: "https://arxiv.org/abs/1511.06464",
  },
  parameters: {
    symbols: {
      min: 1,
      max: 20,
      fallback: 5,
      integer: true,
    },
    alphabet: {
      min: 2,
      max: 16,
      fallback: 4,
      integer: true,
    },
    delay: {
      min: 2,
      max: 200,
      fallback: 20,
      integer: true,
    },
  },
  input: ({ alphabet }) => ({ kind: "symbols", symbols: ["·", "?", ...letters.slice(0, alphabet)] }),
  answer: ({ alphabet }) => ({ kind: "class", at: "every", labels: ["·", ...letters.slice(0, alphabet)] }),
  steps: ({ symbols, delay }) => ({ longest: 2 * symbols + delay, varies: false }),
  generate(random, { symbols, alphabet, delay }) {
    const steps = 2 * symbols + delay;
    const input = new Int32Array(steps).fill(wait);
    const answer = new Int32Array(steps);
    for (let i = 0; i < symbols; i++) {
      const letter = random.integer(0, alphabet - 1);
      input[i] = firstSymbol + letter;
      input[symbols + delay + i] = recall;
      answer[symbols + delay + i] = 1 + letter;
    }
    return { steps, input, answer };
  },
  withoutMemory: ({ symbols, alphabet, delay }) => ({
    loss: (symbols * Math.log(alphabet)) / (2 * symbols + delay),
    why: message("tasks.whyCopy", { symbols, alphabet }),
  }),
  withMemory: () => 0,
  suggested: ({ symbols, delay }) => ({
    hiddenSizes: [64],
    sequenceLength: 2 * symbols + delay,
    batchSize: 32,
    learningRate: 0.01,
  }),
};
