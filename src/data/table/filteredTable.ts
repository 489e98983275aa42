/** Some rows of a table, without a copy of their cells. */
import type { CellColumn } from "./cellColumn";
import { readRuns } from "./readRuns";
import type { Table } from "./table";
import type { Cells, TableRows } from "./tableRows";

/** @param rows of the table; they rise */
export function filteredTable(whole: Table, rows: Int32Array): TableRows {
  const { origin, format, names } = whole;
  return {
    whole,
    origin,
    format,
    names,
    columns: whole.columns.map((column) => cellsOf(column, rows)),
    rowCount: rows.length,
    raggedRows: placesAmong(whole.raggedRows, rows),
    // Behind the last one, and above the first, it is the file's own.
    rowNumber: (row) => whole.rowNumber(row < 0 ? row : (rows[row] ?? whole.rowCount)),
  };
}

const cellsOf = (column: CellColumn, rows: Int32Array): Cells => ({
  at: (row) => column.at(rows[row]),
  reader: (meaning, byteMeaning) => {
    const read = column.reader(meaning, byteMeaning);
    return (from, to, each) => readRuns(read, rows, each, { from, to });
  },
});

/** Both rise. */
function placesAmong(some: ArrayLike<number>, rows: Int32Array): readonly number[] {
  const places: number[] = [];
  for (let [i, k] = [0, 0]; i < some.length && k < rows.length; ) {
    if (some[i] === rows[k]) places.push(k);
    if (some[i] <= rows[k]) i++;
    else k++;
  }
  return places;
}
