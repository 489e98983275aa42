/** Series of a table of many, from which what is proposed for all of them is judged. */
import { idColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { rowTimes } from "./rowTimes";
import { groupRows } from "./seriesReading";
import type { SeriesId } from "./tableTypes";

/** So many rows of the table are looked at. */
const mostLookedAt = 200_000;
/** So many series. */
const mostSeries = 20;

export interface LongestSeries {
  /** Of the table, in order of time. */
  readonly rows: Int32Array<ArrayBuffer>;
  /** Of these rows. */
  readonly times: Float64Array<ArrayBuffer>;
  /** The rows of this one and of the next longest ones, in order of time as well. */
  readonly several: readonly Int32Array<ArrayBuffer>[];
  /** Rows that half of all series have at least. */
  readonly usualLength: number;
}

/** @param most rows of each, the first ones */
export function longestSeries(
  described: DescribedTable,
  { id, idWith, time }: SeriesId & { readonly id: number; readonly time: readonly number[] },
  most: number,
): LongestSeries {
  const rowCount = Math.min(described.table.rowCount, mostLookedAt);
  const { rows, starts, count } = groupRows(idColumn(described, { id, idWith }, rowCount));
  const lengths = Array.from({ length: count }, (_, group) => starts[group + 1] - starts[group]);
  const groups = Array.from(lengths.keys()).sort((a, b) => lengths[b] - lengths[a] || a - b);
  const at = time.length > 0 ? rowTimes(described, time, rowCount) : null;
  const several = groups.slice(0, mostSeries).map((group) => {
    const own = rows.slice(starts[group], starts[group + 1]);
    if (at) own.sort((a, b) => at[a] - at[b] || a - b);
    return own.slice(0, most);
  });
  const first = several[0] ?? new Int32Array(0);
  return {
    rows: first,
    times: Float64Array.from(first, (row) => at?.[row] ?? row),
    several,
    usualLength: lengths.sort((a, b) => b - a)[count >> 1] ?? 0,
  };
}
