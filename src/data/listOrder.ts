/** Whether a text is a list, one entry a line, whose order makes its end another kind of thing than its beginning. */
import { Random } from "../random";

export interface ListOrder {
  readonly lines: number;
  /** `alphabetical`: sorted. `uneven`: the last tenth has other first letters or lengths than the lines before. */
  readonly order: "alphabetical" | "uneven";
}

/** Fewer lines can be in any order by chance. */
const fewestLines = 100;
/** Of longer entries the text is one to be read. */
const mostWords = 3;
const mostCharacters = 40;
/** Of neighbours in a random list half are in order. */
const sortedShare = 0.9;
/** The part that validates. */
const endShare = 0.1;
/** Deviations of what chance makes of a list in random order. */
const noticeable = 8;

/** Null where it is no list, or its end is like the rest of it. */
export function listOrder(text: string): ListOrder | null {
  const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  if (lines.length < fewestLines || !lines.every(isEntry)) return null;
  const order = isSorted(lines) ? "alphabetical" : endsOtherwise(lines) ? "uneven" : null;
  return order && { lines: lines.length, order };
}

/** The same lines in an order that follows from their number alone; a text without a last line end has none afterwards. */
export function shuffledLines(text: string): string {
  const isEnded = text.endsWith("\n");
  const lines = (isEnded ? text.slice(0, -1) : text).split("\n");
  const random = Random.fromSeed(lines.length);
  for (let i = lines.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [lines[i], lines[j]] = [lines[j], lines[i]];
  }
  return lines.join("\n") + (isEnded ? "\n" : "");
}

const isEntry = (line: string): boolean =>
  line.length <= mostCharacters && line.split(/\s+/).length <= mostWords;

function isSorted(lines: readonly string[]): boolean {
  let inOrder = 0;
  for (let i = 1; i < lines.length; i++) if (lines[i - 1].toLowerCase() <= lines[i].toLowerCase()) inOrder++;
  return inOrder >= sortedShare * (lines.length - 1);
}

function endsOtherwise(lines: readonly string[]): boolean {
  const first = Math.floor((1 - endShare) * lines.length);
  const parts = [lines.slice(0, first), lines.slice(first)] as const;
  return lengthDifference(...parts) > noticeable || letterDifference(...parts) > noticeable;
}

/** Welch's t of the lengths of lines. */
function lengthDifference(before: readonly string[], end: readonly string[]): number {
  const [a, b] = [before, end].map((lines) => momentsOf(lines.map(({ length }) => length)));
  const error = Math.sqrt(a.variance / before.length + b.variance / end.length);
  return error > 0 ? Math.abs(a.mean - b.mean) / error : a.mean === b.mean ? 0 : Number.POSITIVE_INFINITY;
}

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

/** Pearson's χ² of the first letters in both parts, as deviations from what it is by chance: (χ² − d) / √(2d) of d degrees. */
function letterDifference(before: readonly string[], end: readonly string[]): number {
  const counts = new Map<string, [number, number]>();
  for (const [part, lines] of [before, end].entries())
    for (const line of lines) {
      const letter = line.slice(0, 1).toLowerCase();
      const known = counts.get(letter) ?? [0, 0];
      known[part]++;
      counts.set(letter, known);
    }
  const total = before.length + end.length;
  let squares = 0;
  for (const [inFirst, inEnd] of counts.values()) {
    const all = inFirst + inEnd;
    for (const [found, size] of [
      [inFirst, before.length],
      [inEnd, end.length],
    ]) {
      const expected = (all * size) / total;
      squares += (found - expected) ** 2 / expected;
    }
  }
  const degrees = counts.size - 1;
  return degrees > 0 ? (squares - degrees) / Math.sqrt(2 * degrees) : 0;
}
