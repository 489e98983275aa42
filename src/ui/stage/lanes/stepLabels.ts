import type { Snapshot } from "../../../session/protocol";

/** The symbols that are read, or "" at each step where features are. [T] */
export function stepLabels({ sequence, steps }: Pick<Snapshot, "sequence" | "steps">): readonly string[] {
  if (sequence.input.kind === "symbols") return sequence.input.symbols;
  return Array.from({ length: steps }, () => "");
}
