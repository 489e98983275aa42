/** What is read of a table: all of its rows, or those that a filter leaves. */
import type { CellColumn } from "./cellColumn";
import type { Table } from "./table";

export type Cells = Pick<CellColumn, "at" | "reader">;

export interface TableRows extends Pick<Table, "origin" | "format" | "names"> {
  readonly columns: readonly Cells[];
  readonly rowCount: number;
  /** Rows with too few or too many cells; they rise. */
  readonly raggedRows: ArrayLike<number> & Iterable<number>;
  /** The row as a spreadsheet numbers it: that of the file, whatever is left out. */
  rowNumber(row: number): number;
  /** With all rows, of which what went wrong while the file was read is told. */
  readonly whole: Table;
}
