import { message } from "../../words/message";
import { conditionalEntropy, emptyJoint } from "./entropy";
import type { MemoryTask } from "./memoryTask";

const openers = ["(", "[", "{", "<"];
const closers = [")", "]", "}", ">"];

interface DyckParameters {
  readonly pairs: number;
  readonly kinds: number;
  readonly depth: number;
}

/**
 * A random word of balanced brackets, of k kinds and a bounded depth; the answer at every step is the bracket that may close
 * next, or "none" where nothing is open. That is what varies in the set of allowed next symbols, which is asked by Suzgun
 * et al. (openers are always allowed there), and the top of the stack that a parser would have.
 */
export const dyck: MemoryTask<keyof DyckParameters> = {
  name: "dyck",
  citation: {
    text: "Suzgun, M., Gehrmann, S., Belinkov, Y. and Shieber, S. M. (2019), Memory-Augmented Recurrent Neural Networks Can Learn Generalized Dyck Languages",
    url: "https://arxiv.org/abs/1911.03329",
  },
  parameters: {
    pairs: {
      min: 2,
      max: 120,
      fallback: 20,
      integer: true,
    },
    kinds: {
      min: 1,
      max: 4,
      fallback: 2,
      integer: true,
    },
    depth: {
      min: 2,
      max: 10,
      fallback: 4,
      integer: true,
    },
  },
  input: ({ kinds }) => ({
    kind: "symbols",
    symbols: [...openers.slice(0, kinds), ...closers.slice(0, kinds)],
  }),
  answer: ({ kinds }) => ({
    kind: "class",
    at: "every",
    labels: [...closers.slice(0, kinds), message("tasks.noBracket")],
  }),
  steps: ({ pairs }) => ({ longest: 2 * pairs, varies: false }),
  generate(random, parameters) {
    const { pairs, kinds } = parameters;
    const steps = 2 * pairs;
    const input = new Int32Array(steps);
    const answer = new Int32Array(steps);
    const open: number[] = [];
    for (let t = 0; t < steps; t++) {
      const opens = random.uniform() < openProbability(open.length, t, parameters);
      if (opens) open.push(random.integer(0, kinds - 1));
      input[t] = opens ? open[open.length - 1] : kinds + (open.pop() ?? 0);
      answer[t] = open.length > 0 ? open[open.length - 1] : kinds;
    }
    return { steps, input, answer };
  },
  withoutMemory: (parameters) => ({
    loss: conditionalEntropy(jointOf(parameters)),
    why: message("tasks.whyDyck"),
  }),
  withMemory: () => 0,
  suggested: ({ pairs }) => ({
    hiddenSizes: [64],
    sequenceLength: 2 * pairs,
    batchSize: 32,
    learningRate: 0.01,
  }),
};

/** A half, except where only one of opening and closing is possible. */
function openProbability(open: number, t: number, { pairs, depth }: DyckParameters): number {
  if (open === 0) return 1;
  const left = 2 * pairs - t;
  return open === depth || open === left ? 0 : 0.5;
}

/** How often a bracket comes with an answer, from the distribution of the depth at every step. Kinds are all alike. */
function jointOf(parameters: DyckParameters): number[][] {
  const { pairs, kinds, depth } = parameters;
  const joint = emptyJoint(2 * kinds, kinds + 1);
  const each = Array.from({ length: kinds }, (_, kind) => kind);
  let depths = [1, ...new Array<number>(depth).fill(0)];
  for (let t = 0; t < 2 * pairs; t++) {
    const next = new Array<number>(depth + 1).fill(0);
    for (const [open, probability] of depths.entries()) {
      if (probability === 0) continue;
      const opening = probability * openProbability(open, t, parameters);
      const closing = probability - opening;
      if (opening > 0) next[open + 1] += opening;
      if (closing > 0) next[open - 1] += closing;
      for (const kind of each) {
        joint[kind][kind] += opening / kinds;
        if (open === 1) joint[kinds + kind][kinds] += closing / kinds;
        else for (const outer of each) joint[kinds + kind][outer] += closing / kinds ** 2;
      }
    }
    depths = next;
  }
  return joint;
}
