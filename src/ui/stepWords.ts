/** What one time step of the data is called. */
import { type TextUnit, unitOf } from "../data/textUnit";
import type { DataSummary } from "../session/protocol";

export interface StepWords {
  readonly one: string;
  readonly many: string;
}

/** What a symbol of a text is called. */
export const unitWords = {
  characters: { one: "character", many: "characters" },
  words: { one: "word", many: "words" },
} as const satisfies Readonly<Record<TextUnit, StepWords>>;

/** @param data null before the page has read its first text. */
export function stepWords(data: DataSummary | null): StepWords {
  if (data?.kind === "examples") return { one: "time step", many: "time steps" };
  return unitWords[data?.unit ?? "characters"];
}

/** What the symbols that are read are, where symbols are read. */
export function symbolUnit(data: DataSummary | null): TextUnit {
  if (data?.kind === "text") return data.unit;
  return data?.input.kind === "symbols" ? unitOf(data.input.symbols) : "characters";
}

/** "Characters", "Time steps": as a title begins. */
export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
