import { entropy } from "./entropy";
import type { MemoryTask } from "./memoryTask";

const letters = "abcdefgh";

/** Random symbols; the answer at step t is the symbol of step t − d, and "nothing" in the first d steps. */
export const echo: MemoryTask<"delay" | "echoed" | "alphabet"> = {
  name: "echo",
  title: "Delayed echo",
  description:
    "A random symbol is read at every step. At every step the symbol of a fixed number of steps ago is asked.",
  shows:
    "A queue: as many symbols as the delay is long are in the state at once, and each step writes one, moves all and reads one. Units need gates at work at every step, none can simply stay shut.",
  citation: {
    text: "White, O. L., Lee, D. D. and Sompolinsky, H. (2004), Short-term memory in orthogonal neural networks",
    url: "https://arxiv.org/abs/cond-mat/0402452",
  },
  parameters: {
    delay: {
      label: "Delay",
      hint: "How many steps later a symbol is asked, and how many have to be remembered at once.",
      min: 1,
      max: 50,
      fallback: 4,
      integer: true,
    },
    echoed: {
      label: "Symbols asked",
      hint: "Steps after the delay; a sequence has as many as both together.",
      min: 5,
      max: 200,
      fallback: 36,
      integer: true,
    },
    alphabet: {
      label: "Alphabet",
      hint: "How many different symbols there are.",
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
    why: `The symbol that is read says nothing of the one ${delay === 1 ? "before it" : `${delay} steps before`}: one of ${alphabet} has to be guessed, and whether the echo has begun.`,
  }),
  withMemory: () => 0,
  suggested: ({ delay, echoed }) => ({
    hiddenSizes: [64],
    sequenceLength: delay + echoed,
    batchSize: 32,
    learningRate: 0.01,
  }),
};
