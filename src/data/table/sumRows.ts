/** Rows between those of a table that have the sum of the ones above. */
import type { Table } from "./table";

/** Tables that a person, or a sheet, has closed groups in. */
const mostRows = 100_000;
/** Groups are named in one of the first columns. */
const namedIn = 3;
/** What rows of the table have, they nearly all have. */
const mostEmpty = 0.1;

const sumWord =
  /^(sub-?\s?|grand\s)?(total|sum)s?\b|\b(sub-?\s?)?totals?$|^(zwischen)?summe\b|^gesamt|\b(summe|gesamt)$|^(sous-)?total|^итого|^razem|^suma\b|(小计|小計|合计|合計|总计|總計)$/i;

export interface SumRows {
  readonly column: number;
  /** In order. */
  readonly rows: readonly number[];
}

/**
 * Those whose name says so, with an empty cell where other rows have a value or a date; null where there are none. Where most rows are such
 * it is what the table is about.
 */
export function sumRows(table: Table): SumRows | null {
  const { rowCount, columns } = table;
  if (rowCount > mostRows || rowCount < 6) return null;
  for (let c = 0; c < Math.min(namedIn, columns.length - 1); c++) {
    if (columns[c].at(0).trim() === "") continue;
    const found: number[] = [];
    for (let row = 0; row < rowCount; row++) if (sumWord.test(columns[c].at(row).trim())) found.push(row);
    if (found.length === 0 || found.length > rowCount / 4) continue;
    const known = new Set(found);
    const isFull = columns.map((column, other) => {
      if (other === c) return false;
      let empty = 0;
      for (let row = 0; row < rowCount; row++) if (!known.has(row) && column.at(row).trim() === "") empty++;
      return empty <= mostEmpty * rowCount;
    });
    const rows = found.filter((row) =>
      columns.some((column, other) => isFull[other] && column.at(row).trim() === ""),
    );
    // A total among shares has values as these have.
    if (rows.length >= 0.9 * found.length) return { column: c, rows };
  }
  return null;
}
