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
  title: "Copy",
  description:
    "Some symbols are read, then nothing for a while, then a sign to recall. While the sign is read, the symbols are to be given back in their order.",
  shows:
    "Whether the update gate can shut: every symbol has to be written into the state, kept through the delay unharmed, and read out in its turn.",
  citation: {
    text: "Hochreiter, S. and Schmidhuber, J. (1997), Long Short-Term Memory; in this form Arjovsky, M., Shah, A. and Bengio, Y. (2016), Unitary Evolution Recurrent Neural Networks",
    url: "https://arxiv.org/abs/1511.06464",
  },
  parameters: {
    symbols: {
      label: "Symbols to copy",
      hint: "How many have to be remembered at once.",
      min: 1,
      max: 20,
      fallback: 5,
      integer: true,
    },
    alphabet: {
      label: "Alphabet",
      hint: "How many different symbols there are; each has to be told from the others.",
      min: 2,
      max: 16,
      fallback: 4,
      integer: true,
    },
    delay: {
      label: "Delay",
      hint: "Steps between the last symbol and the sign to recall.",
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
    why: `The sign to recall says when to answer, but each of the ${symbols} answers can only be guessed among ${alphabet} symbols; the other steps are certain.`,
  }),
  withMemory: () => 0,
  suggested: ({ symbols, delay }) => ({
    hiddenSizes: [64],
    sequenceLength: 2 * symbols + delay,
    batchSize: 32,
    learningRate: 0.01,
  }),
};
