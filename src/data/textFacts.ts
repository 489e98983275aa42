/** Plain facts of each place in a text: what a unit of a network that reads it may follow (Karpathy et al. 2015, arXiv 1506.02078). */

export const textFacts = ["quotes", "brackets", "line", "word"] as const;
export type TextFact = (typeof textFacts)[number];

const fromSymbolOfLine = 5;
const fromLetterOfWord = 3;

const closers: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["（", "）"],
]);
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["「", "」"],
]);

/**
 * Whether each fact holds once symbol t is read, 1 or 0, [T] each: inside of what that symbol has opened, and outside of what it has
 * closed.
 *
 * - `quotes`: a quotation is open. A paragraph, which an empty line ends, closes what was left open;
 * - `brackets`: a round, square or curly bracket is open;
 * - `line`: it is the fifth symbol of a line or a later one;
 * - `word`: it is the third letter of a word or a later one. Only in scripts that have spaces: of Chinese all are 0.
 */
export function factsOfText(symbols: readonly string[]): Readonly<Record<TextFact, Uint8Array>> {
  return {
    quotes: openOf(symbols, quotes),
    brackets: openOf(symbols, closers),
    line: placeIn(symbols, (symbol) => symbol !== "\n", fromSymbolOfLine),
    word: placeIn(
      symbols,
      (symbol) => /^[\p{L}\p{M}]$/u.test(symbol) && !/^\p{Script=Han}$/u.test(symbol),
      fromLetterOfWord,
    ),
  };
}

/** Whether anything is open after each symbol. */
function openOf(symbols: readonly string[], pairs: ReadonlyMap<string, string>): Uint8Array {
  let open: string[] = [];
  return Uint8Array.from(symbols, (symbol, t) => {
    if (symbol === "\n" && symbols[t - 1] === "\n") open = [];
    if (open.at(-1) === symbol) open.pop();
    else {
      const closer = pairs.get(symbol);
      if (closer !== undefined) open.push(closer);
    }
    return open.length > 0 ? 1 : 0;
  });
}

/** Whether each symbol is the `from`th or a later one of a stretch that belongs together. */
function placeIn(symbols: readonly string[], belongs: (symbol: string) => boolean, from: number): Uint8Array {
  let place = 0;
  return Uint8Array.from(symbols, (symbol) => {
    place = belongs(symbol) ? place + 1 : 0;
    return place >= from ? 1 : 0;
  });
}
