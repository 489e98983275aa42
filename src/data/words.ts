/**
 * Words as the tokens of a text, and back. A token is a word, a number, a mark of punctuation (up to three of the same kind in
 * a row) or a line break; spaces are none, and are put back by rule. Words keep their case.
 *
 * Symbols: V vocabulary size.
 */
import {
  type ForgivingEncoding,
  type SymbolTable,
  tableOfSymbols,
  unknownSymbol,
  type Vocabulary,
} from "./vocabulary";

export const maxWords = 5000;

const part = "[\\p{L}\\p{M}\\p{N}_]+";
/** Parts are held together by an apostrophe or a hyphen, digits by a point or a comma as well. */
const word = `${part}(?:(?:['’‐-]|(?<=\\p{N})[.,](?=\\p{N}))${part})*`;
const tokenPattern = new RegExp(`\\n|${word}|(\\S)\\1{0,2}`, "gu");

/** What is written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The tokens of a text, in order. Where a script has no spaces between words, the platform divides it by its dictionary
 * (`Intl.Segmenter`), and without one each character is a word. The platform is asked about one run of such a script at a time:
 * V8's takes a time that grows with the square of a text's length, a quarter of an hour for a megabyte.
 */
export function* words(text: string): Generator<string> {
  for (const [token] of text.matchAll(tokenPattern)) {
    if (unspaced.test(token)) yield* dictionaryWords(token);
    else yield isHalfPair(token) ? unknownSymbol : token;
  }
}

const segmenter =
  typeof Intl.Segmenter === "function" ? new Intl.Segmenter("en", { granularity: "word" }) : null;

function* dictionaryWords(run: string): Generator<string> {
  if (!segmenter) yield* run;
  else for (const { segment } of segmenter.segment(run)) yield segment;
}

/** Of surrogates, which is no character. */
const isHalfPair = (token: string) => /^\p{Surrogate}/u.test(token);

export interface WordVocabularyOptions {
  /** The largest V, the unknown symbol included; at least 2. */
  readonly maxSize?: number;
  /** Words that occur less often are unknown. */
  readonly minCount?: number;
  /** Of so many words of the text, how many at its end are held out, so that none is taken from there; none by default. */
  readonly heldOut?: (words: number) => number;
}

/**
 * The words of a text, the most frequent first, of equally frequent ones the one that sorts first. What is too rare or has no
 * room becomes the unknown symbol, which is then the last; a U+FFFD in the text is the unknown symbol already.
 */
export function buildWordVocabulary(
  text: string,
  { maxSize = maxWords, minCount = 1, heldOut = () => 0 }: WordVocabularyOptions = {},
): Vocabulary {
  if (maxSize < 2) throw new RangeError(`A vocabulary needs room for 2 symbols, not ${maxSize}.`);
  const all = countWords(text);
  const length = [...all.values()].reduce((sum, count) => sum + count, 0);
  const counts = heldOut(length) === 0 ? new Map(all) : countWords(text, length - heldOut(length));
  const hadUnknown = counts.delete(unknownSymbol);
  const kinds = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const frequent = kinds.findIndex(([, count]) => count < minCount);
  const enough = frequent < 0 ? kinds.length : frequent;
  const take = (count: number) => {
    const symbols = kinds.slice(0, Math.min(enough, count)).map(([token]) => token);
    return { symbols, ...unknownOf(all, new Set([...symbols, unknownSymbol])) };
  };
  const unseen = unknownOf(all, new Set([...counts.keys(), unknownSymbol]));
  const whole = take(maxSize);
  const isWhole = !hadUnknown && whole.unknownCharacters === 0;
  const { symbols, ...unknown } = isWhole || whole.symbols.length < maxSize ? whole : take(maxSize - 1);
  return {
    ...tableOfSymbols(isWhole ? symbols : [...symbols, unknownSymbol]),
    ...unknown,
    ...(unseen.unknownKinds > 0 && {
      unseen: { characters: unseen.unknownCharacters, kinds: unseen.unknownKinds },
    }),
  };
}

/** How often each occurs among the first `most`. A dictionary is slow to ask: texts are divided no more often than needed. */
function countWords(text: string, most = Number.POSITIVE_INFINITY): Map<string, number> {
  const counts = new Map<string, number>();
  let read = 0;
  for (const token of words(text)) {
    if (read++ >= most) break;
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

function unknownOf(counts: ReadonlyMap<string, number>, known: ReadonlySet<string>) {
  let [unknownCharacters, unknownKinds] = [0, 0];
  for (const [token, count] of counts) {
    if (known.has(token)) continue;
    unknownKinds++;
    unknownCharacters += count;
  }
  return { unknownCharacters, unknownKinds };
}

/**
 * The token ids of a text. Words that are not in the vocabulary become the unknown symbol; if there is none, a line break; if
 * there is no line break either, token 0. `unknownCharacters` counts words.
 */
export function encodeWords(text: string, table: SymbolTable): ForgivingEncoding {
  return wordEncoder(table)(text);
}

/** `encodeWords` for many texts. */
export function wordEncoder({ symbols, unknownId }: SymbolTable): (text: string) => ForgivingEncoding {
  const ids = new Map(symbols.map((symbol, id) => [symbol, id]));
  const replacement = unknownId ?? ids.get("\n") ?? 0;
  const readAs = symbols[replacement] ?? unknownSymbol;
  return (text) => {
    const tokens: number[] = [];
    let unknownCharacters = 0;
    for (const token of words(text)) {
      const id = ids.get(token);
      if (id === undefined) unknownCharacters++;
      tokens.push(id ?? replacement);
    }
    return { tokens: Int32Array.from(tokens), unknownCharacters, readAs };
  };
}

/** Whether the symbols of a vocabulary are words: some have more than one character. */
export const areWords = (symbols: readonly string[]): boolean =>
  symbols.some((symbol) => symbol.length > 1 && Array.from(symbol).length > 1);

/** Tokens as a text that can be read. */
export function joinWords(tokens: Iterable<string>): string {
  const spacing = wordSpacing();
  let text = "";
  for (const token of tokens) text += spacing(token) + token;
  return text;
}

const closing = /^[.,;:!?%)\]}”’»…。，、！？；：」』）]/u;
const opening = /[([{“‘«¿¡#@「『（]$/u;

/**
 * What stands before each token, a space or nothing, asked in their order. Straight quotes open and close in turn, and those
 * that are open at the end of a line are forgotten.
 */
export function wordSpacing(): (token: string) => "" | " " {
  let last: string | null = null;
  let glued = true;
  const open = new Set<string>();
  return (token) => {
    const isQuote = token === '"' || token === "'";
    const closes = isQuote ? open.has(token) : closing.test(token);
    const space = !glued && !closes && token !== "\n" && !(last !== null && unspacedPair(last, token));
    if (isQuote && !open.delete(token)) open.add(token);
    if (token === "\n") open.clear();
    glued = token === "\n" || (isQuote ? open.has(token) : opening.test(token));
    last = token;
    return space ? " " : "";
  };
}

const unspacedPair = (a: string, b: string) => isDense(a) && isDense(b);

/** Of a script without spaces, or one of its marks, which have room of their own. */
const isDense = (token: string) => unspaced.test(token) || /[\u3000-\u303F\uFF01-\uFF65]/u.test(token);
