/** What was read from a text, in words. */
import { counted, formatCount } from "../../data/phrases";
import type { TextSummary } from "../../session/protocol";
import { unitWords } from "../stepWords";

type Unknown = Pick<TextSummary, "unit" | "unknownSymbols" | "unknownKinds">;

/** Null where every character or word has a symbol of its own. */
export function unknownInWords({ unit, unknownSymbols, unknownKinds }: Unknown): string | null {
  if (unknownSymbols === 0) return null;
  const are = unknownSymbols === 1 ? "is" : "are";
  const count = unknownSymbols === 1 ? "counts" : "count";
  return `${counted(unknownSymbols, unitWords[unit].one)} of ${counted(unknownKinds, "kind")} ${are} too rare and ${count} as one unknown symbol �.`;
}

export function splitInWords({ trainSymbols, heldOutSymbols }: TextSummary): string {
  return `Trained on the first ${formatCount(trainSymbols)}; the last ${formatCount(heldOutSymbols)} are kept for validation.`;
}
