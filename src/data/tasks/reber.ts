import { message } from "../../words/message";
import { conditionalEntropy } from "./entropy";
import type { MemoryTask } from "./memoryTask";
import { reberStatistics, reberString, reberSymbols, shortestString, symbolId } from "./reberGrammar";

interface ReberParameters {
  readonly embeddings: number;
  readonly longest: number;
}

const begin = symbolId("B");
const end = symbolId("E");
const wrappers = [symbolId("T"), symbolId("P")];

/**
 * A string of Reber's grammar, wrapped n times as B w … w E where w is T or P; the answer at every step is the next symbol.
 * n = 0 is Reber's own grammar, n = 1 the embedded one of the articles. The next symbol is often one of two, so that no memory
 * brings the loss to 0; `withMemory` says how far it can get.
 */
export const reber: MemoryTask<keyof ReberParameters> = {
  name: "reber",
  citation: {
    text: "Cleeremans, A., Servan-Schreiber, D. and McClelland, J. L. (1989), Finite State Automata and Simple Recurrent Networks; embedded as in Hochreiter, S. and Schmidhuber, J. (1997), Long Short-Term Memory, experiment 1",
    url: "https://doi.org/10.1162/neco.1989.1.3.372",
  },
  parameters: {
    embeddings: {
      min: 0,
      max: 4,
      fallback: 1,
      integer: true,
    },
    longest: {
      min: 5,
      max: 60,
      fallback: 20,
      integer: true,
    },
  },
  input: () => ({ kind: "symbols", symbols: reberSymbols }),
  answer: () => ({ kind: "class", at: "every", ahead: true, labels: reberSymbols }),
  steps: ({ embeddings, longest }) => ({
    longest: longest + 4 * embeddings - 1,
    varies: longest > shortestString,
  }),
  generate(random, { embeddings, longest }) {
    let string = reberString(random, longest);
    for (let i = 0; i < embeddings; i++) {
      const wrapper = wrappers[random.integer(0, 1)];
      string = [begin, wrapper, ...string, wrapper, end];
    }
    return {
      steps: string.length - 1,
      input: Int32Array.from(string.slice(0, -1)),
      answer: Int32Array.from(string.slice(1)),
    };
  },
  withoutMemory: (parameters) => ({
    loss: conditionalEntropy(wrappedPairs(parameters)),
    why: message("tasks.whyReber"),
  }),
  withMemory(parameters) {
    const { choices } = reberStatistics(parameters.longest);
    const answers = wrappedPairs(parameters)
      .flat()
      .reduce((a, b) => a + b, 0);
    return ((choices + parameters.embeddings) * Math.LN2) / answers;
  },
  suggested: ({ embeddings, longest }) => ({
    hiddenSizes: [32],
    sequenceLength: longest + 4 * embeddings - 1,
    batchSize: 32,
    learningRate: 0.01,
  }),
};

/** How often symbol x is followed by y in a wrapped string, in the mean. */
function wrappedPairs({ embeddings, longest }: ReberParameters): number[][] {
  const { pairs } = reberStatistics(longest);
  for (const wrapper of wrappers) {
    // B w and w B before the inner string, E w and w E behind it, each once a wrapping.
    pairs[begin][wrapper] += embeddings / 2;
    pairs[wrapper][begin] += embeddings / 2;
    pairs[end][wrapper] += embeddings / 2;
    pairs[wrapper][end] += embeddings / 2;
  }
  return pairs;
}
