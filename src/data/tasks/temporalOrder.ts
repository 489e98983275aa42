import { message } from "../../words/message";
import type { MemoryTask } from "./memoryTask";

const start = 0;
const end = 1;
/** X, and Y after it. */
const relevant = 2;
const firstDistractor = 4;
const symbols = ["E", "B", "X", "Y", "a", "b", "c", "d"];

/**
 * E, then random symbols of a to d with an X or Y in each of n equal parts, then B; the class is the order of the X and Y, one
 * of 2ⁿ. As in the article, sequences differ in length by a tenth; there X and Y keep to narrower places.
 */
export const temporalOrder: MemoryTask<"steps" | "relevant"> = {
  name: "temporalOrder",
  citation: {
    text: "Hochreiter, S. and Schmidhuber, J. (1997), Long Short-Term Memory, experiment 6",
    url: "https://doi.org/10.1162/neco.1997.9.8.1735",
  },
  parameters: {
    steps: {
      min: 10,
      max: 250,
      fallback: 50,
      integer: true,
    },
    relevant: {
      min: 2,
      max: 4,
      fallback: 2,
      integer: true,
    },
  },
  input: () => ({ kind: "symbols", symbols }),
  answer: (parameters) => ({ kind: "class", at: "last", labels: orders(parameters.relevant) }),
  steps: ({ steps }) => ({ longest: steps, varies: shortest(steps) < steps }),
  generate(random, parameters) {
    const steps = random.integer(shortest(parameters.steps), parameters.steps);
    const n = parameters.relevant;
    const input = Int32Array.from({ length: steps }, () =>
      random.integer(firstDistractor, symbols.length - 1),
    );
    input[0] = start;
    input[steps - 1] = end;
    let order = 0;
    for (let i = 0; i < n; i++) {
      const from = 1 + Math.floor((i * (steps - 2)) / n);
      const behind = 1 + Math.floor(((i + 1) * (steps - 2)) / n);
      const isY = random.integer(0, 1);
      input[random.integer(from, behind - 1)] = relevant + isY;
      order = 2 * order + isY;
    }
    return { steps, input, answer: Int32Array.of(order) };
  },
  withoutMemory: (parameters) => ({
    loss: parameters.relevant * Math.LN2,
    why: message("tasks.whyTemporalOrder", { orders: 2 ** parameters.relevant }),
  }),
  withMemory: () => 0,
  suggested: ({ steps }) => ({ hiddenSizes: [32], sequenceLength: steps, batchSize: 32, learningRate: 0.01 }),
};

function shortest(steps: number): number {
  return Math.ceil(0.9 * steps);
}

/** "XX", "XY", … in the order of their classes: the first X or Y is the highest binary digit. */
function orders(n: number): string[] {
  return Array.from({ length: 2 ** n }, (_, k) =>
    Array.from({ length: n }, (_, i) => "XY"[(k >> (n - 1 - i)) & 1]).join(""),
  );
}
