/** What one time step of the data is called. */
import type { DataSummary } from "../session/protocol";

export interface StepWords {
  readonly one: string;
  readonly many: string;
}

const words = {
  characters: { one: "character", many: "characters" },
  words: { one: "word", many: "words" },
} as const satisfies Readonly<Record<string, StepWords>>;

/** @param data null before the page has read its first text. */
export function stepWords(data: DataSummary | null): StepWords {
  if (data?.kind === "examples") return { one: "time step", many: "time steps" };
  return words[data?.unit ?? "characters"];
}

/** "Characters", "Time steps": as a title begins. */
export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
