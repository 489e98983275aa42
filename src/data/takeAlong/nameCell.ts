import type { Said } from "../../words/message";
import type { CsvCell } from "../csv/csvWriter";

/**
 * A name as a cell: of a row that has none its number in the file, of a window what it is of and its first row. A name that is another
 * message is one of the page's own samples: their number stands for it.
 */
export function nameCell(name: Said, number: number): CsvCell {
  if (typeof name === "string") return name;
  const { row, name: of } = name.values;
  if (typeof row !== "number") return number;
  if (name.key === "table.rowNamed") return row;
  if (name.key !== "table.windowFrom") return number;
  return typeof of === "string" ? `${of} ${row}` : row;
}
