/** How many symbols to draw from, as people type it: a number, or nothing or "all" for all. */
import { type Parsed, parseNumber } from "../controls/parseNumber";

export function parseTopK(text: string, vocabularySize: number): Parsed<number | null> {
  const word = text.trim().toLowerCase();
  if (word === "" || word === "all") return { value: null };
  const parsed = parseNumber(word, { min: 1, max: vocabularySize, integer: true });
  if ("value" in parsed) return parsed;
  return { problem: `A whole number from 1 to ${vocabularySize}, or “all”.` };
}
