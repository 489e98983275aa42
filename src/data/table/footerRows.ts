import type { Table } from "./table";
import { isMissing, isValue } from "./tableTop";

const mostRows = 12;
/** So many rows before say what a row of the table looks like. */
const bodyRows = 40;
const closingWord = /^(grand )?(total|sum|average|mean|source|note|notes|quelle|summe|gesamt)\b/i;

const firstIn = ({ columns }: Table, row: number): string =>
  columns.map((column) => column.at(row).trim()).find((cell) => cell !== "") ?? "";

/**
 * How many of the last rows are no part of the table: empty cells, or a text where all rows before have a value, alone in its row
 * or named as what closes a table.
 */
export function footerRows(table: Table): number {
  const { rowCount, columns } = table;
  if (rowCount < 2) return 0;
  const first = Math.max(1, rowCount - mostRows);
  const body = Array.from({ length: Math.min(bodyRows, first) }, (_, i) => first - 1 - i);
  const leading = columns.findIndex(
    (column) => body.filter((row) => isValue(column.at(row))).length >= 0.9 * body.length,
  );
  const isFooter = (row: number): boolean => {
    const filled = columns.filter((column) => column.at(row).trim() !== "").length;
    if (columns.length === 1) return false;
    if (filled === 0) return true;
    if (leading < 0) return filled === 1 && table.faults.blankLines.values().includes(row);
    const cell = columns[leading].at(row);
    // The name of a sum stands in a column of words before the first one of values.
    if (cell.trim() === "") return closingWord.test(firstIn(table, row));
    const isText = cell.trim() !== "" && !isValue(cell) && !isMissing(cell);
    return isText && (filled === 1 || closingWord.test(cell.trim()));
  };
  let count = 0;
  while (count < mostRows && rowCount - count > 1 && isFooter(rowCount - count - 1)) count++;
  return count;
}
