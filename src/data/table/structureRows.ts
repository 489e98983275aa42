/** Which rows of a table tell what it is made of. */
import type { RowChoice } from "./columnValues";
import type { DescribedTable } from "./describeTable";

/** All of a table that has no more. */
const fewRows = 40_000;
const rowsAtFirst = 10_000;
/** Columns that may tell series apart, looked through for places where a series ends and the next begins. */
const mostColumns = 6;
const places = 24;
const mostEnds = 8;
const rowsBeside = 300;

/**
 * Of a long table its beginning, and rows around the ends of series, spread over the file: the first 40,000 rows may be those of one
 * series alone. Where two of the places that are looked at differ, a series ends between them; halving finds where.
 *
 * @param ids columns that may tell series apart, the likeliest first
 */
export function structureRows({ table, preview }: DescribedTable, ids: readonly number[]): RowChoice {
  const { rowCount } = preview;
  if (rowCount <= fewRows) return rowCount;
  const spread = Array.from({ length: places + 1 }, (_, i) => Math.floor((i * (rowCount - 1)) / places));
  const ends = ids.slice(0, mostColumns).flatMap((column) => {
    const cellAt = (row: number) => table.columns[column].at(row);
    const found = spread.slice(1).flatMap((to, i) => {
      const from = spread[i];
      return cellAt(from) === cellAt(to) ? [] : [changeBetween(cellAt, from, to)];
    });
    const step = Math.max(1, Math.ceil(found.length / mostEnds));
    return found.filter((_, i) => i % step === 0);
  });
  return rowsOf(
    [
      { from: 0, to: rowsAtFirst },
      ...ends.map((end) => ({
        from: Math.max(0, end - rowsBeside),
        to: Math.min(rowCount, end + rowsBeside),
      })),
    ].sort((a, b) => a.from - b.from),
  );
}

/** A row that differs from the one before it. */
function changeBetween(cellAt: (row: number) => string, from: number, to: number): number {
  const first = cellAt(from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (cellAt(middle) === first) low = middle;
    else high = middle;
  }
  return high;
}

/** Each once, in order. */
function rowsOf(blocks: readonly { readonly from: number; readonly to: number }[]): Int32Array {
  const rows: number[] = [];
  let next = 0;
  for (const { from, to } of blocks) {
    for (let row = Math.max(from, next); row < to; row++) rows.push(row);
    next = Math.max(next, to);
  }
  return Int32Array.from(rows);
}
