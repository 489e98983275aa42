/** How a column that tells series apart fits a column of times. */
import type { RowChoice, WordColumn } from "./columnValues";

/** Rows by what a column says of them; rows without a value are in no group. */
export interface Grouping {
  /** [rows]: −1 where there is none. */
  readonly groupOf: Int32Array;
  readonly count: number;
  /** [rows in groups]: one group after the other, each in the order of the file. */
  readonly rows: Int32Array;
  /** [groups + 1]. */
  readonly starts: Int32Array;
}

/** A counting sort. */
export function groupRows({ ids, words }: Pick<WordColumn, "ids" | "words">): Grouping {
  const starts = new Int32Array(words.length + 1);
  for (const id of ids) if (id >= 0) starts[id + 1]++;
  for (let group = 0; group < words.length; group++) starts[group + 1] += starts[group];
  const next = starts.slice();
  const rows = new Int32Array(starts[words.length]);
  for (let row = 0; row < ids.length; row++) if (ids[row] >= 0) rows[next[ids[row]]++] = row;
  return { groupOf: ids, count: words.length, rows, starts };
}

/** All shares are from 0 to 1. */
export interface SeriesReading {
  readonly count: number;
  readonly meanLength: number;
  /** Rows whose time an earlier row of the same series has. */
  readonly repeated: number;
  /** Steps, as the rows stand in the file, that go the way most of them go. */
  readonly inOrder: number;
  /** Steps in order of time that are about as long as the usual one. */
  readonly regular: number;
  /** Whether the rows of each series stand together. */
  readonly inStretches: boolean;
  /** Series that begin anew, and not where the one above them has ended. */
  readonly anew: number;
  /** Rows whose time is that of another row too. */
  readonly shared: number;
  /** Of all times in all series, those that there are. */
  readonly coverage: number;
}

/** Steps within this share of the usual one are like it: months are of different length. */
const likeness = 0.15;

/**
 * @param times [rows], NaN where there is none
 * @param places of the rows in the file, where they do not all follow each other
 */
export function readingOf(
  { groupOf, count, rows, starts }: Grouping,
  times: Float64Array,
  places: RowChoice = times.length,
): SeriesReading {
  let [up, down, equal, repeated] = [0, 0, 0, 0];
  const steps: number[] = [];
  for (let group = 0; group < count; group++) {
    const of = Float64Array.from(rows.subarray(starts[group], starts[group + 1]), (row) => times[row]).filter(
      (time) => !Number.isNaN(time),
    );
    for (let i = 1; i < of.length; i++) {
      if (of[i] > of[i - 1]) up++;
      else if (of[i] < of[i - 1]) down++;
      else equal++;
    }
    of.sort();
    for (let i = 1; i < of.length; i++) {
      if (of[i] === of[i - 1]) repeated++;
      else steps.push(of[i] - of[i - 1]);
    }
  }
  const isUp = up >= down;
  const usual = steps.slice().sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  const like = steps.filter((step) => Math.abs(step - usual) <= likeness * usual).length;
  const distinct = new Set(times).size - (times.some(Number.isNaN) ? 1 : 0);
  const { runs, anew } = runsOf(groupOf, times, {
    isUp,
    follows: (row, last) => typeof places === "number" || places[row] - places[last] === row - last,
  });
  const known = rows.length;
  return {
    count,
    meanLength: known / Math.max(1, count),
    repeated: repeated / Math.max(1, known),
    inOrder: Math.max(up, down) / Math.max(1, up + down + equal),
    regular: like / Math.max(1, steps.length),
    inStretches: runs <= 1.2 * count,
    anew,
    shared: 1 - distinct / Math.max(1, known),
    coverage: known / Math.max(1, count * distinct),
  };
}

function runsOf(
  groupOf: Int32Array,
  times: Float64Array,
  { isUp, follows }: { readonly isUp: boolean; readonly follows: (row: number, last: number) => boolean },
) {
  let [runs, changes, anew, last] = [0, 0, 0, -1];
  for (let row = 0; row < groupOf.length; row++) {
    if (groupOf[row] < 0 || Number.isNaN(times[row])) continue;
    if (last < 0 || groupOf[row] !== groupOf[last]) {
      runs++;
      if (last >= 0 && follows(row, last)) {
        changes++;
        if (!(isUp ? times[row] > times[last] : times[row] < times[last])) anew++;
      }
    }
    last = row;
  }
  return { runs, anew: anew / Math.max(1, changes) };
}
