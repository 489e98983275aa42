/** Columns whose cells stand for all rows below, up to the next one, as merged cells of a sheet are saved. */
import type { CellColumn } from "./cellColumn";
import { dateOrders, dateParser } from "./dates";
import { numberParser } from "./numbers";
import type { Table } from "./table";
import { isMissing } from "./tableTop";

/** So many rows are looked at, of tables that a person may have laid out so. */
const mostRows = 5000;
const mostColumns = 64;
/** These are looked at first: hardly a table has such a column. */
const firstRows = 200;
/** Of the rows at least this share is empty in such a column. */
const leastEmpty = 0.5;
/** Of the other columns at least this share of cells is filled. */
const leastFilled = 0.95;

/**
 * A column qualifies where most of its cells are empty, the first is not, all others are full, and a time or a number of another column
 * begins anew wherever it has a cell, and nowhere else: a month below each region, an hour below each day.
 */
export function mergedColumns(table: Table): readonly number[] {
  const rowCount = Math.min(table.rowCount, mostRows);
  if (rowCount < 6 || table.columns.length < 2 || table.columns.length > mostColumns) return [];
  if (!table.columns.some((column) => isMostlyEmpty(column, Math.min(rowCount, firstRows)))) return [];
  const columns = table.columns.map((column) => Array.from({ length: rowCount }, (_, row) => column.at(row)));
  const filled = columns.map((cells) => cells.filter((cell) => cell.trim() !== "").length);
  const candidates = columns.flatMap((cells, c) =>
    cells[0].trim() !== "" && filled[c] >= 2 && filled[c] <= (1 - leastEmpty) * rowCount ? [c] : [],
  );
  const others = columns.flatMap((_, c) => (candidates.includes(c) ? [] : [c]));
  if (others.length === 0 || others.some((c) => filled[c] < leastFilled * rowCount)) return [];
  const clocks = others.map((c) => valuesOf(columns[c])).filter((values) => values !== null);
  return candidates.filter((c) => {
    const starts = columns[c].flatMap((cell, row) => (row > 0 && cell.trim() !== "" ? [row] : []));
    return clocks.some((values) => {
      const back = values.flatMap((value, row) => (row > 0 && value < values[row - 1] ? [row] : []));
      return back.length === starts.length && back.every((row, i) => row === starts[i]);
    });
  });
}

/** But for its first cell. */
function isMostlyEmpty(column: CellColumn, rowCount: number): boolean {
  if (column.at(0).trim() === "") return false;
  let empty = 0;
  for (let row = 1; row < rowCount; row++) if (column.at(row).trim() === "") empty++;
  return empty >= leastEmpty * rowCount;
}

/** As dates or numbers, if all of them are; null where they are not. */
function valuesOf(cells: readonly string[]): readonly number[] | null {
  const [first] = cells;
  const parsers = [
    numberParser({ decimal: ".", thousands: "" }),
    ...[...dateOrders, "timeOfDay" as const].map(dateParser),
  ];
  for (const parse of parsers) {
    if (Number.isNaN(parse(first))) continue;
    const values = cells.map(parse);
    if (values.every((value, i) => !Number.isNaN(value) || isMissing(cells[i]))) return values;
  }
  return null;
}
