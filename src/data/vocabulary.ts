/**
 * Characters to token ids and back. A character is a Unicode code point; half a surrogate pair, which is none,
 * counts as U+FFFD.
 *
 * Symbols: V vocabulary size.
 */

import type { Said } from "../words/message";

/** Stands for every character outside the vocabulary. */
export const unknownSymbol = "\uFFFD";
const unknownCodePoint = 0xfffd;
const codePointCount = 0x110000;

/** Of a text of characters: room for every one of most Chinese texts, which have 3,000 to 6,000 kinds. */
export const maxCharacters = 8000;

/** The symbols by token id, V of them, ordered by code point. */
export interface SymbolTable {
  readonly symbols: readonly string[];
  /** The id of U+FFFD, if it is one of the symbols. */
  readonly unknownId: number | null;
}

export interface Vocabulary extends SymbolTable {
  /** How many characters of the text, and how many different ones, became the unknown symbol. */
  readonly unknownCharacters: number;
  readonly unknownKinds: number;
  /** Those of them that do not occur in the part that the vocabulary was taken from; the others have no room, or are too rare. */
  readonly unseen?: { readonly characters: number; readonly kinds: number };
}

export interface VocabularyOptions {
  /** The largest V, the unknown symbol included; at least 2. */
  readonly maxSize?: number;
}

/**
 * The symbols of a text. If it has more kinds of characters than `maxSize`, the rarest share the unknown symbol; of
 * equally rare ones the higher code points go first. A U+FFFD in the text is the unknown symbol already, and does
 * not count as having become it.
 */
export function buildVocabulary(
  text: string,
  { maxSize = maxCharacters }: VocabularyOptions = {},
): Vocabulary {
  if (maxSize < 2) throw new RangeError(`A vocabulary needs room for 2 symbols, not ${maxSize}.`);
  const counts = countKinds(text);
  const kinds: number[] = [];
  for (let c = 0; c < codePointCount; c++) if (counts[c] > 0) kinds.push(c);
  if (kinds.length <= maxSize) return { ...symbolTable(kinds), unknownCharacters: 0, unknownKinds: 0 };

  const known = kinds.filter((c) => c !== unknownCodePoint);
  known.sort((a, b) => counts[b] - counts[a] || a - b);
  const dropped = known.splice(maxSize - 1);
  return {
    ...symbolTable([...known, unknownCodePoint].sort((a, b) => a - b)),
    unknownCharacters: dropped.reduce((sum, c) => sum + counts[c], 0),
    unknownKinds: dropped.length,
  };
}

/** The table of a list of symbols that was kept on its own, as in a checkpoint. */
export function tableOfSymbols(symbols: readonly string[]): SymbolTable {
  return { symbols, unknownId: unknownIdIn(symbols) };
}

/** The id of the unknown symbol among symbols or labels, if it is one of them. */
export function unknownIdIn(labels: readonly Said[]): number | null {
  const index = labels.indexOf(unknownSymbol);
  return index < 0 ? null : index;
}

/** Characters (code points) of a text. */
export function countCharacters(text: string): number {
  let characters = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      characters--;
      i++;
    }
  }
  return characters;
}

/** How many characters of a text are not in the vocabulary. */
export function countUnknown(text: string, table: SymbolTable): number {
  const ids = idsByCodePoint(table);
  let unknown = 0;
  for (let i = 0; i < text.length; i++) {
    const c = codePointAt(text, i);
    if (c > 0xffff) i++;
    if (!(ids[c] >= 0)) unknown++;
  }
  return unknown;
}

/**
 * The token ids of a text, one per character; characters outside the vocabulary become the unknown symbol.
 * Throws if there are such characters and the vocabulary has no unknown symbol, which cannot happen with the
 * vocabulary of the same text.
 */
export function encode(text: string, table: SymbolTable): Int32Array<ArrayBuffer> {
  const { tokens, unknownCharacters } = encodeWith(text, idsByCodePoint(table), table, table.unknownId ?? -1);
  if (unknownCharacters > 0 && table.unknownId === null) {
    throw new RangeError(
      `${unknownCharacters} characters are not in the vocabulary, and it has no unknown symbol.`,
    );
  }
  return tokens;
}

export interface ForgivingEncoding {
  readonly tokens: Int32Array<ArrayBuffer>;
  /** How many characters were not in the vocabulary. */
  readonly unknownCharacters: number;
  /** The symbol that they are read as. */
  readonly readAs: string;
}

/**
 * The token ids of what someone typed. A character that is not in the vocabulary becomes the unknown symbol; if there
 * is none, a space; if there is no space either, token 0.
 */
export function encodeForgiving(text: string, table: SymbolTable): ForgivingEncoding {
  return characterEncoder(table)(text);
}

/** `encodeForgiving` for many texts. */
export function characterEncoder(table: SymbolTable): (text: string) => ForgivingEncoding {
  const ids = idsByCodePoint(table);
  const replacement = table.unknownId ?? Math.max(0, table.symbols.indexOf(" "));
  return (text) => encodeWith(text, ids, table, replacement);
}

function encodeWith(
  text: string,
  ids: Int32Array,
  table: SymbolTable,
  replacement: number,
): ForgivingEncoding {
  const tokens = new Int32Array(countCharacters(text));
  let unknownCharacters = 0;
  for (let i = 0, k = 0; i < text.length; i++, k++) {
    const c = codePointAt(text, i);
    if (c > 0xffff) i++;
    // Beyond the table is undefined, which is not >= 0 either.
    const known = ids[c] >= 0;
    tokens[k] = known ? ids[c] : replacement;
    if (!known) unknownCharacters++;
  }
  return { tokens, unknownCharacters, readAs: table.symbols[replacement] ?? unknownSymbol };
}

function symbolTable(codePoints: readonly number[]): SymbolTable {
  return tableOfSymbols(codePoints.map((c) => String.fromCodePoint(c)));
}

/** [highest code point + 1]: the id of each, -1 where there is none. */
function idsByCodePoint({ symbols }: SymbolTable): Int32Array {
  const codePoints = symbols.map((symbol) => codePointAt(symbol, 0));
  const ids = new Int32Array(Math.max(-1, ...codePoints) + 1).fill(-1);
  codePoints.forEach((c, id) => {
    ids[c] = id;
  });
  return ids;
}

function countKinds(text: string): Uint32Array {
  const counts = new Uint32Array(codePointCount);
  for (let i = 0; i < text.length; i++) {
    const c = codePointAt(text, i);
    if (c > 0xffff) i++;
    counts[c]++;
  }
  return counts;
}

/** Like the string's own method, but U+FFFD for half a surrogate pair. */
function codePointAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if ((unit & 0xf800) !== 0xd800) return unit;
  const next = text.charCodeAt(index + 1);
  if (!isHigh(unit) || !isLow(next)) return unknownCodePoint;
  return ((unit - 0xd800) << 10) + (next - 0xdc00) + 0x10000;
}

const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number) => (unit & 0xfc00) === 0xdc00;
