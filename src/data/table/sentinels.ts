/** Numbers that stand for "no value", as −999 does: found by where they lie, and asked about. */

export interface Sentinel {
  readonly value: number;
  /** As it stands in cells, one or more ways. */
  readonly cells: readonly string[];
  readonly isLowest: boolean;
}

/** A column of numbers, as far as a sample tells. */
export interface SampledNumbers {
  readonly column: number;
  readonly cells: readonly string[];
  /** Of each cell, NaN where it is no plain number. */
  readonly values: readonly number[];
}

/** Of the range of all other values, how far such a number is from the nearest of them. */
const farShare = 5;
/** The same for what is written only for this. */
const codeShare = 0.5;
const code = /^-?9{2,}(\.0+|\.9+)?$|^-?(1(\.0+)?e\+?[23]\d)$/i;
const fewestTimes = 3;
/** Of fewer other values nothing is known of their range. */
const fewestOthers = 5;

/** By column: the lowest or highest number where it repeats, far outside of the rest. */
export function findSentinels(columns: readonly SampledNumbers[]): ReadonlyMap<number, Sentinel> {
  const found = new Map<number, Sentinel>();
  for (const one of columns) {
    const sentinel = sentinelOf(one, (cell) => (code.test(cell) ? codeShare : farShare));
    if (sentinel) found.set(one.column, sentinel);
  }
  // What stands for "no value" in one column does so in others, though they may come near it.
  const known = new Set([...found.values()].map(({ value }) => value));
  for (const one of columns) {
    if (found.has(one.column)) continue;
    const sentinel = sentinelOf(one, () => 0);
    if (sentinel && known.has(sentinel.value)) found.set(one.column, sentinel);
  }
  return found;
}

function sentinelOf({ cells, values }: SampledNumbers, shareFor: (cell: string) => number): Sentinel | null {
  const numbers = values.filter((value) => !Number.isNaN(value));
  for (const isLowest of [true, false]) {
    const value = numbers.reduce(
      (a, b) => (isLowest ? Math.min(a, b) : Math.max(a, b)),
      isLowest ? Infinity : -Infinity,
    );
    const others = numbers.filter((other) => other !== value);
    // A count of none, and a single one, are values.
    if (Math.abs(value) <= 1 || numbers.length - others.length < fewestTimes) continue;
    if (new Set(others).size < fewestOthers) continue;
    const [low, high] = others.reduce(
      ([a, b], other) => [Math.min(a, other), Math.max(b, other)],
      [Infinity, -Infinity],
    );
    const gap = isLowest ? low - value : value - high;
    const written = [...new Set(cells.filter((_, i) => values[i] === value).map((cell) => cell.trim()))];
    if (gap > shareFor(written[0]) * (high - low)) return { value, cells: written, isLowest };
  }
  return null;
}
