/** What the symbols of a text are, characters or words: how it is read, and how it is written again. */
import {
  buildVocabulary,
  characterEncoder,
  type ForgivingEncoding,
  maxCharacters,
  tableOfSymbols,
  unknownSymbol,
  type Vocabulary,
} from "./vocabulary";
import { areWords, buildWordVocabulary, joinWords, maxWords, wordEncoder, words } from "./words";

export type TextUnit = "characters" | "words";

/** How many symbols a vocabulary may have, the unknown one included: as a rule, and at most. Each costs a row of the head. */
export const vocabularyLimits: Readonly<
  Record<TextUnit, { readonly usual: number; readonly min: number; readonly max: number }>
> = {
  characters: { usual: maxCharacters, min: 10, max: maxCharacters },
  words: { usual: maxWords, min: 10, max: 20_000 },
};

/**
 * From so many symbols on they are what a step costs: with V = 5000 and H = 64, one of 32 sequences of 64 takes a core 110 ms, one of
 * 16 sequences of 24 takes 20.
 */
export const manySymbols = 1000;

/** A vocabulary that was kept on its own tells what it is of. */
export const unitOf = (symbols: readonly string[]): TextUnit => (areWords(symbols) ? "words" : "characters");

/**
 * At most `maxSize` symbols of a text of which some are held out at its end: words come from before that alone, so that nothing of what is held out is known. Characters
 * are those of all of it: there are few, and hardly any that occurs in a part alone.
 */
export const vocabularyOf = (
  text: string,
  unit: TextUnit,
  heldOut: (symbols: number) => number,
  maxSize = vocabularyLimits[unit].usual,
): Vocabulary =>
  unit === "words" ? buildWordVocabulary(text, { maxSize, heldOut }) : buildVocabulary(text, { maxSize });

/** The symbols that a network reads already, with what is unknown of a text. */
export function vocabularyWith(text: string, unit: TextUnit, symbols: readonly string[]): Vocabulary {
  const known = new Set([...symbols, unknownSymbol]);
  const kinds = new Set<string>();
  let unknownCharacters = 0;
  for (const symbol of unit === "words" ? words(text) : text) {
    if (known.has(symbol)) continue;
    kinds.add(symbol);
    unknownCharacters++;
  }
  return { ...tableOfSymbols(symbols), unknownCharacters, unknownKinds: kinds.size };
}

export const otherUnit = (unit: TextUnit): TextUnit => (unit === "words" ? "characters" : "words");

/** Reads texts with the symbols of a vocabulary; what it does not know is read as another symbol, and counted. */
export function encoderOf(symbols: readonly string[]): (text: string) => ForgivingEncoding {
  const table = tableOfSymbols(symbols);
  return unitOf(symbols) === "words" ? wordEncoder(table) : characterEncoder(table);
}

/** Symbols as a text. */
export const joinSymbols = (symbols: readonly string[], unit: TextUnit): string =>
  unit === "words" ? joinWords(symbols) : symbols.join("");
