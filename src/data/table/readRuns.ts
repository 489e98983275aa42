import type { ColumnReader } from "./cellColumn";

export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Goes over some rows of a column, which rise, with the place of each among them: neighbours at once. */
export function readRuns<T>(
  read: ColumnReader<T>,
  rows: Int32Array,
  each: (value: T, i: number) => void,
  { from, to }: RowRange = { from: 0, to: rows.length },
): void {
  for (let i = from; i < to; ) {
    let end = i + 1;
    while (end < to && rows[end] === rows[end - 1] + 1) end++;
    const before = i - rows[i];
    read(rows[i], rows[end - 1] + 1, (value, row) => each(value, before + row));
    i = end;
  }
}
