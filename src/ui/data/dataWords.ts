/** What was read from a text, in words. */
import type { DataSummary } from "../../session/protocol";
import { formatCount, formatCounted } from "../format";

type Unknown = Pick<DataSummary, "unknownCharacters" | "unknownKinds">;

/** Null where every character has a symbol of its own. */
export function unknownInWords({ unknownCharacters, unknownKinds }: Unknown): string | null {
  if (unknownCharacters === 0) return null;
  const are = unknownCharacters === 1 ? "is" : "are";
  const count = unknownCharacters === 1 ? "counts" : "count";
  return `${formatCounted(unknownCharacters, "character")} of ${formatCounted(unknownKinds, "kind")} ${are} too rare and ${count} as one unknown symbol �.`;
}

export function splitInWords({ trainCharacters, validationCharacters }: DataSummary): string {
  return `Trained on the first ${formatCount(trainCharacters)}; the last ${formatCount(validationCharacters)} are kept for validation.`;
}
