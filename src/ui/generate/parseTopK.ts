/** How many symbols to draw from, as people type it: a number, or nothing or "all" for all. */
import type { AllWords } from "../../words/catalogue";
import { type Parsed, parseNumber } from "../controls/parseNumber";

/** @param words of the page's language, in which "all" may be typed */
export function parseTopK(
  text: string,
  vocabularySize: number,
  words: AllWords["generate"],
): Parsed<number | null> {
  const word = text.trim().toLowerCase();
  if (word === "" || word === words.all) return { value: null };
  const parsed = parseNumber(word, { min: 1, max: vocabularySize, integer: true });
  if ("value" in parsed) return parsed;
  return { problem: words.topKWanted({ most: vocabularySize }) };
}
