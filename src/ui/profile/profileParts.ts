/** The steps of the plan, gathered to what a reader would tell apart. */
import type { ProfileReport, StepReport } from "../../session/protocol";
import type { AllWords } from "../../words/catalogue";

export interface ProfilePart {
  readonly section: StepReport["section"];
  /** One of the catalogue's parts, or an op that has none. */
  readonly name: string;
  readonly elapsedMs: number;
  /** Of the whole step's time, 0 to 1. */
  readonly share: number;
  readonly launches: number;
  readonly flop: number;
}

const opsOfParts: Readonly<Record<keyof AllWords["profile"]["parts"], readonly string[]>> = {
  recurrence: [
    "gruForward",
    "gruBackward",
    "gruResetBeforeForward",
    "gruResetBeforeBackward",
    "fourGateForward",
    "fourGateBackward",
    "lstmForward",
    "lstmBackward",
    "rnnForward",
    "rnnBackward",
  ],
  products: ["matmulNN", "matmulNT", "matmulTN"],
  embedding: ["embeddingForward", "embeddingBackward", "oneHot"],
  loss: [
    "crossEntropyForward",
    "crossEntropyBackward",
    "squaredErrorForward",
    "squaredErrorBackward",
    "binaryCrossEntropyForward",
    "binaryCrossEntropyBackward",
    "meanMetrics",
  ],
  biases: ["columnSums"],
  clipping: ["sumOfSquares", "clipFactor"],
  optimizer: ["adam", "sgd", "rmsprop"],
  copies: ["gatherWindows", "copyBlock", "zeros", "add", "applyMask", "dropoutMask"],
};

/** What a reader would call what an op does; a test holds it to the engine's registry. */
export const partOfOp: ReadonlyMap<string, string> = new Map(
  Object.entries(opsOfParts).flatMap(([part, ops]) => ops.map((op) => [op, part] as const)),
);

/** An op without a part is a part of its own, so that nothing hides in another. */
const kindOf = (op: string): string => partOfOp.get(op) ?? op;

/** In the order of the sections, the longest part of each first. */
export function profileParts(steps: readonly StepReport[]): readonly ProfilePart[] {
  const total = totalMs(steps);
  const sections = ["forward", "backward", "update"] as const;
  return sections.flatMap((section) => {
    const own = steps.filter((step) => step.section === section);
    const names = [...new Set(own.map(({ op }) => kindOf(op)))];
    return names.map((name) => partOf(section, name, own, total)).sort((a, b) => b.elapsedMs - a.elapsedMs);
  });
}

function partOf(
  section: StepReport["section"],
  name: string,
  steps: readonly StepReport[],
  total: number,
): ProfilePart {
  const own = steps.filter(({ op }) => kindOf(op) === name);
  const elapsedMs = totalMs(own);
  return {
    section,
    name,
    elapsedMs,
    share: total > 0 ? elapsedMs / total : 0,
    launches: sumOf(own, ({ launches }) => launches),
    flop: sumOf(own, ({ flop }) => flop),
  };
}

const sumOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

const totalMs = (steps: readonly StepReport[]): number => sumOf(steps, ({ elapsedMs }) => elapsedMs);

export interface ProfileTotals {
  readonly launches: number;
  readonly flop: number;
}

export const profileTotals = ({ steps }: ProfileReport): ProfileTotals => ({
  launches: sumOf(steps, ({ launches }) => launches),
  flop: sumOf(steps, ({ flop }) => flop),
});

/** 10⁹ operations a second; null where the clock has seen no time pass. */
export const gigaflops = ({ flop, elapsedMs }: { readonly flop: number; readonly elapsedMs: number }) =>
  elapsedMs > 0 ? flop / elapsedMs / 1e6 : null;
