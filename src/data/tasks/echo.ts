import { message } from "../../words/message";
import { entropy } from "./entropy";
import type { MemoryTask } from "./memoryTask";

const letters = "abcdefgh";

/** Random symbols; the answer at step t is the symbol of step t − d, and "nothing" in the first d steps. */
export const echo: MemoryTask<"delay" | "echoed" | "alphabet"> = {
  name: "echo",
  citation: {
    text: "White, O. L., Lee, D. D. and Sompolinsky, H. (2004), Short-term memory in orthogonal neural networks",
    url: "https://arxiv.org/abs/cond-mat/0402452",
  },
  parameters: {
    delay: {
      min: 1,
      max: 50,
      fallback: 4,
      integer: true,
    },
    echoed: {
      min: 5,
      max: 200,
      fallback: 36,
      integer: true,
    },
    alphabet: {
      min: 2,
      max: 8,
      fallback: 4,
      integer: true,
    },
  },
  input: ({ alphabet }) => ({ kind: "symbols", symbols: [...letters.slice(0, alphabet)] }),
  answer: ({ alphabet }) => ({ kind: "class", at: "every", labels: [...letters.slice(0, alphabet), "·"] }),
  steps: ({ delay, echoed }) => ({ longest: delay + echoed, varies: false }),
  generate(random, { delay, echoed, alphabet }) {
    const steps = delay + echoed;
    const input = Int32Array.from({ length: steps }, () => random.integer(0, alphabet - 1));
    const answer = input.map((_, t) => (t < delay ? alphabet : input[t - delay]));
    return { steps, input, answer };
  },
  withoutMemory: ({ delay, echoed, alphabet }) => ({
    loss: entropy([delay, echoed]) + (echoed / (delay + echoed)) * Math.log(alphabet),
    why: message("tasks.whyEcho", { delay, alphabet }),
  }),
  withMemory: () => 0,
  suggested: ({ delay, echoed }) => ({
    hiddenSizes: [64],
    sequenceLength: delay + echoed,
    batchSize: 32,
    learningRate: 0.01,
  }),
};
