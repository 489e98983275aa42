/** Which symbols people read as one character: a letter with its marks, a joined emoji. Each symbol keeps its step. */

export interface Grapheme {
  /** Its first step. */
  readonly first: number;
  /** How many symbols it is made of. */
  readonly count: number;
  readonly text: string;
}

const segmenter =
  typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

/** Marks on what is not drawn, and line breaks of two signs, stay apart: there each sign has a mark of its own. */
const isDrawnAsOne = (text: string) => /^[^\p{Z}\p{C}\p{M}]/u.test(text);

/** All symbols in their order, those that are read as one together. */
export function graphemesOf(symbols: readonly string[]): readonly Grapheme[] {
  const ends = new Set<number>();
  if (segmenter) for (const { index } of segmenter.segment(symbols.join(""))) ends.add(index);
  const found: Grapheme[] = [];
  let place = 0;
  for (const [first, text] of symbols.entries()) {
    const before = found[found.length - 1];
    // Words are no parts of a character.
    const goesOn = segmenter !== null && text !== "" && !ends.has(place) && Array.from(text).length === 1;
    if (before && goesOn && isDrawnAsOne(before.text))
      found[found.length - 1] = { ...before, count: before.count + 1, text: before.text + text };
    else found.push({ first, count: 1, text });
    place += text.length;
  }
  return found;
}

/** Arabic letters that do not join the one after them. */
const endsJoin = /[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0649\u0671\u0688\u0691\u0698\u06d2]/u;
const joins = /\p{Script=Arabic}/u;
const isLetter = /^\p{L}/u;
const joiner = "\u200d";

/** The text of a grapheme as it is written between its neighbours: Arabic letters have other forms where they are joined. */
export function shapedText(
  { text }: Grapheme,
  before: string | undefined,
  after: string | undefined,
): string {
  if (!isArabicLetter(text)) return text;
  const letterOf = (one: string) => one.replaceAll(/\p{M}/gu, "");
  const joinsBefore = before !== undefined && isArabicLetter(before) && !endsJoin.test(letterOf(before));
  const joinsAfter = after !== undefined && isArabicLetter(after) && !endsJoin.test(letterOf(text));
  return `${joinsBefore ? joiner : ""}${text}${joinsAfter ? joiner : ""}`;
}

const isArabicLetter = (text: string) => isLetter.test(text) && joins.test(text);
