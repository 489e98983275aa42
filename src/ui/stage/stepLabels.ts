import type { Snapshot } from "../../session/protocol";

/** What is read at each step, in a word: its symbol, or the number of the step. [T] */
export function stepLabels({ sequence, steps }: Pick<Snapshot, "sequence" | "steps">): readonly string[] {
  if (sequence.input.kind === "symbols") return sequence.input.symbols;
  return Array.from({ length: steps }, (_, t) => String(t));
}
