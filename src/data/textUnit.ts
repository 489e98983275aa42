/** What the symbols of a text are, characters or words: how it is read, and how it is written again. */
import {
  buildVocabulary,
  characterEncoder,
  type ForgivingEncoding,
  tableOfSymbols,
  type Vocabulary,
} from "./vocabulary";
import { areWords, buildWordVocabulary, joinWords, wordEncoder } from "./words";

export type TextUnit = "characters" | "words";

/** A vocabulary that was kept on its own tells what it is of. */
export const unitOf = (symbols: readonly string[]): TextUnit => (areWords(symbols) ? "words" : "characters");

/**
 * Of a text whose first `trainShare` trains: words come from there alone, so that nothing of what is held out is known. Characters
 * are those of all of it: there are few, and hardly any that occurs in a part alone.
 */
export const vocabularyOf = (text: string, unit: TextUnit, trainShare: number): Vocabulary =>
  unit === "words"
    ? buildWordVocabulary(text, { training: text.slice(0, Math.floor(trainShare * text.length)) })
    : buildVocabulary(text);

/** Reads texts with the symbols of a vocabulary; what it does not know is read as another symbol, and counted. */
export function encoderOf(symbols: readonly string[]): (text: string) => ForgivingEncoding {
  const table = tableOfSymbols(symbols);
  return unitOf(symbols) === "words" ? wordEncoder(table) : characterEncoder(table);
}

/** Symbols as a text. */
export const joinSymbols = (symbols: readonly string[], unit: TextUnit): string =>
  unit === "words" ? joinWords(symbols) : symbols.join("");
