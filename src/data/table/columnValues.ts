/** Whole columns as numbers or as classes. */
import { byteValue } from "./byteValue";
import { cellValue } from "./cellValue";
import type { DescribedTable } from "./describeTable";
import { missingTest } from "./interpretTable";

export interface NumericColumn {
  /** [rows]: numbers, or milliseconds since 1970; NaN where there is none. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Rows with a cell that is not of the type, or is infinite. */
  readonly invalidRows: readonly number[];
}

/** @param rowCount of the first rows, all of them by default */
export function numericColumn(
  { table, interpretation }: DescribedTable,
  column: number,
  rowCount = table.rowCount,
): NumericColumn {
  const values = new Float64Array(rowCount);
  const invalidRows: number[] = [];
  const value = cellValue(interpretation.types[column], interpretation.format);
  const ofBytes = byteValue(interpretation.types[column], interpretation.format);
  table.columns[column].reader(value, ofBytes)(0, rowCount, (number, row) => {
    if (number === null || !(Number.isFinite(number) || Number.isNaN(number))) {
      invalidRows.push(row);
      values[row] = Number.NaN;
    } else values[row] = number;
  });
  return { values, invalidRows };
}

export interface WordColumn {
  /** [rows]: into the words, −1 where there is none. */
  readonly ids: Int32Array<ArrayBuffer>;
  /** In the order in which they first appear, without space around them. */
  readonly words: readonly string[];
}

export function wordColumn(
  { table, interpretation }: DescribedTable,
  column: number,
  rowCount = table.rowCount,
): WordColumn {
  const ids = new Int32Array(rowCount);
  const known = new Map<string, number>();
  const words: string[] = [];
  const isMissing = missingTest(interpretation.format.missing);
  const idOf = (cell: string): number => {
    if (isMissing(cell)) return -1;
    const word = cell.trim();
    const id = known.get(word);
    if (id !== undefined) return id;
    known.set(word, words.length);
    return words.push(word) - 1;
  };
  table.columns[column].reader(idOf)(0, rowCount, (id, row) => {
    ids[row] = id;
  });
  return { ids, words };
}
