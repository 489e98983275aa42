/** How one symbol of a text is drawn in a cell, and what it is called when it is read aloud. */
import type { Words } from "../../words/catalogue";

/** A map: symbols are anybody's words, and objects have names of their own ("constructor"). */
const marks: ReadonlyMap<
  string,
  { readonly glyph: string; readonly name: keyof Words["stage"]["symbolNames"] }
> = new Map([
  [" ", { glyph: "␣", name: "space" }],
  ["\n", { glyph: "↵", name: "newLine" }],
  ["\t", { glyph: "⇥", name: "tab" }],
  ["\r", { glyph: "␍", name: "carriageReturn" }],
  ["\u00a0", { glyph: "␣", name: "noBreakSpace" }],
  ["\u3000", { glyph: "□", name: "ideographicSpace" }],
  ["\u00ad", { glyph: "▯", name: "softHyphen" }],
  ["\u200b", { glyph: "▯", name: "zeroWidthSpace" }],
  ["\u200c", { glyph: "▯", name: "zeroWidthNonJoiner" }],
  ["\u200d", { glyph: "▯", name: "zeroWidthJoiner" }],
  ["\u200e", { glyph: "▯", name: "leftToRightMark" }],
  ["\u200f", { glyph: "▯", name: "rightToLeftMark" }],
  ["\ufe0f", { glyph: "▯", name: "emojiSelector" }],
  ["\u2060", { glyph: "▯", name: "wordJoiner" }],
  ["\u2009", { glyph: "␣", name: "thinSpace" }],
  ["\u202f", { glyph: "␣", name: "narrowNoBreakSpace" }],
  ["\u2028", { glyph: "↵", name: "lineSeparator" }],
  ["\u2029", { glyph: "↵", name: "paragraphSeparator" }],
  ["\u061c", { glyph: "▯", name: "arabicLetterMark" }],
  ["\u034f", { glyph: "▯", name: "graphemeJoiner" }],
  ["\ufe0e", { glyph: "▯", name: "textSelector" }],
  ["\u202a", { glyph: "▯", name: "leftToRightEmbedding" }],
  ["\u202b", { glyph: "▯", name: "rightToLeftEmbedding" }],
  ["\u202c", { glyph: "▯", name: "popDirectionalFormatting" }],
  ["\u202d", { glyph: "▯", name: "leftToRightOverride" }],
  ["\u202e", { glyph: "▯", name: "rightToLeftOverride" }],
  ["\u2066", { glyph: "▯", name: "leftToRightIsolate" }],
  ["\u2067", { glyph: "▯", name: "rightToLeftIsolate" }],
  ["\u2068", { glyph: "▯", name: "firstStrongIsolate" }],
  ["\u2069", { glyph: "▯", name: "popDirectionalIsolate" }],
  ["\ufeff", { glyph: "▯", name: "byteOrderMark" }],
]);

const codePoint = (symbol: string) => {
  const hex = (symbol.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, "0")}`;
};

/** What is drawn: the symbol itself wherever it can be seen. */
export function symbolGlyph(symbol: string): string {
  const mark = marks.get(symbol);
  if (mark) return mark.glyph;
  if (/^\p{Z}$/u.test(symbol)) return "␣";
  if (isInvisible(symbol)) return "▯";
  if (/^\p{M}/u.test(symbol)) return `◌${symbol}`;
  return symbol;
}

/** What is said: the symbol itself, or a name where it cannot be pronounced. */
export function symbolName({ stage }: Words, symbol: string): string {
  const mark = marks.get(symbol);
  if (mark) return stage.symbolNames[mark.name];
  return isHardToSee(symbol) ? codePoint(symbol) : symbol;
}

/** Those whose glyph is no other's. */
const telling: ReadonlySet<string> = new Set([" ", "\n", "\t", "\r", "\u3000"]);

/** What stands in a list of symbols: where the glyph could be many, its code point as well. */
export function symbolLabel(symbol: string): string {
  const glyph = symbolGlyph(symbol);
  return telling.has(symbol) || !isHardToSee(symbol) ? glyph : `${glyph} ${codePoint(symbol)}`;
}

/** Controls, joiners, unassigned and private ones; and letters that fill a place without being drawn. */
const isInvisible = (symbol: string) =>
  /^\p{C}$/u.test(symbol) || /^(?!\p{M})\p{Default_Ignorable_Code_Point}$/u.test(symbol);

/** Of words the first character tells. */
const isHardToSee = (symbol: string) => /^[\p{Z}\p{C}\p{M}]/u.test(symbol) || isInvisible(symbol);
