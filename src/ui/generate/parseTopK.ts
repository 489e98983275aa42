/** How many symbols to draw from, as people type it: a number, or nothing or "all" for all. */
import { message } from "../../words/message";
import { type Parsed, parseNumber } from "../controls/parseNumber";

/** @param all the page's word for it, in its language */
export function parseTopK(text: string, vocabularySize: number, all: string): Parsed<number | null> {
  const word = text.trim().toLowerCase();
  if (word === "" || word === all) return { value: null };
  const parsed = parseNumber(word, { min: 1, max: vocabularySize, integer: true });
  if ("value" in parsed) return parsed;
  return { problem: message("generate.topKWanted", { most: vocabularySize }) };
}
