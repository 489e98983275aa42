/** What one time step of the data is, and what the symbols are that are read. */
import { type TextUnit, unitOf } from "../data/textUnit";
import type { DataSummary } from "../session/protocol";

/** @param data null before the page has read its first text */
export const stepUnit = (data: DataSummary | null): TextUnit | "steps" =>
  data?.kind === "examples" ? "steps" : (data?.unit ?? "characters");

/** What the symbols that are read are, where symbols are read. */
export function symbolUnit(data: DataSummary | null): TextUnit {
  if (data?.kind === "text") return data.unit;
  return data?.input.kind === "symbols" ? unitOf(data.input.symbols) : "characters";
}
