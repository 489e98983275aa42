/**
 * Where a table begins: what stands above it (a title, a preamble, comments), and in which rows its columns have their names.
 * Empty lines are no rows here.
 */
import { mostAbove } from "../looksLikeTable";
import { dateOrders, dateParser } from "./dates";
import { numberParser } from "./numbers";
import { defaultMissing, missingAmongNumbers, type TableFormat } from "./tableTypes";

export type TableTop = Pick<TableFormat, "header" | "skipped" | "headerRows"> & {
  /** The names, or, of a table without, the first row; empty where there is none. */
  readonly firstRow: readonly string[];
};

type Rows = readonly (readonly string[])[];

/** So many of the first rows tell what a table is. */
export const sampleRows = 200;
const mostHeaderRows = 4;

/**
 * @param rows the first ones of the file
 * @param known what the user has chosen
 */
export function findTop(
  rows: Rows,
  known: Partial<Pick<TableFormat, "header" | "skipped" | "headerRows">> = {},
): TableTop {
  const above = known.skipped ?? rowsAboveNames(rows, rowsAbove(rows));
  const skipped = Math.min(above, Math.max(0, rows.length - 1));
  const table = rows.slice(skipped);
  const header = known.header ?? looksLikeHeader(table);
  const headerRows = header
    ? (known.headerRows ?? (known.skipped === undefined ? rowsOfNames(table) : 1))
    : 1;
  const firstRow = header ? joinedNames(table.slice(0, headerRows)) : (table[0] ?? []);
  return { header, skipped, headerRows, firstRow };
}

/** The number of cells that most rows have; of equally frequent ones the larger. */
export function usualLength(rows: Rows): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual ? usual[0] : 1;
}

const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== "").length;
const isComment = (row: readonly string[]) => row[0].trimStart().startsWith("#");
const isSeparatorLine = (row: readonly string[]) => /^"?sep=.?"?$/i.test(row.join("").trim());

/** What MATLAB writes above numbers that it has divided: "1.0e+03 *". */
const isFactor = (row: readonly string[]) => /^\d(\.\d+)?e[+-]\d+ \*$/i.test(row.join(" ").trim());

/** Leading rows that are no part of the table, because they are comments or have far fewer cells than the others. */
function rowsAbove(rows: Rows): number {
  const usual = usualLength(rows);
  const isAbove = (row: readonly string[], [next, ...others]: Rows) => {
    if (isSeparatorLine(row) || isFactor(row)) return true;
    // A comment with as many cells is a header, unless the names stand below it; the last of several may have units.
    if (isComment(row)) {
      if (row.length !== usual || next === undefined) return row.length !== usual;
      if (!isComment(next)) return areNamesAbove(next, others);
      return next.length !== usual || others.length === 0 || isComment(others[0]) || !others[0].some(isValue);
    }
    return filled(row) <= Math.max(1, usual / 2) && usual > 1 && !isValue(row[0]);
  };
  let count = 0;
  while (count < Math.min(rows.length, mostAbove) && isAbove(rows[count], rows.slice(count + 1))) count++;
  // What is above something has a table below it, whose first row is full.
  const below = rows.slice(count);
  return below.length > 0 && filled(below[0]) > Math.max(1, usual / 2) - (usual === 1 ? 1 : 0) ? count : 0;
}

/** Words and nothing else, above rows of which each has a value. */
const areNamesAbove = (row: readonly string[], below: Rows): boolean =>
  below.length > 0 && !row.some(isValue) && below.every((other) => other.some(isValue));

/** Of the rows below names, so many must have values where the columns have them. */
const conforming = 0.95;
const fewestBelow = 4;

/**
 * A preamble may be a table of its own, as wide as the one below or wider: the names are then in a row of words above nothing but values,
 * and what stands above that is neither names nor values of these columns.
 *
 * @param count of rows that are above the table in any case
 */
function rowsAboveNames(rows: Rows, count: number): number {
  const usual = usualLength(rows.slice(count));
  if (isAboutNames(rows.slice(count), usual)) return count + 1;
  for (let h = Math.min(rows.length - fewestBelow - 1, mostAbove); h > count + 1; h--) {
    const [row, below] = [rows[h], rows.slice(h + 1)];
    // A last column may have a name and nothing else.
    if ((row.length !== usual && row.length !== usual + 1) || below.length < fewestBelow) continue;
    const numeric = valueColumns(below, usual);
    if (numeric.length === 0 || !numeric.every((c) => !isValue(row[c]) && !isMissing(row[c]))) continue;
    const fits = (other: readonly string[]) =>
      other.length === usual &&
      numeric.every((c) => isMissing(other[c]) || isValue(other[c])) &&
      numeric.some((c) => isValue(other[c]));
    const isNames = (other: readonly string[]) => numeric.every((c) => !isValue(other[c] ?? ""));
    const between = rows.slice(count, h);
    if (below.filter(fits).length < conforming * below.length) continue;
    if (between.some(fits) || between.slice(-2).every(isNames)) return count;
    // Units may stand below the names.
    let top = h;
    while (
      h - top < mostHeaderRows - 1 &&
      top > count &&
      rows[top - 1].length === usual &&
      isNames(rows[top - 1])
    )
      top--;
    return top;
  }
  return count;
}

/** Whether the first row, of data loggers for one, is about the file: names and units stand below it, and it is wider or has numbers where the columns have them. */
function isAboutNames([first, names, units, ...others]: Rows, usual: number): boolean {
  if (others.length < fewestBelow || names.length !== usual || units.length !== usual) return false;
  const numeric = valueColumns(others.slice(1), usual);
  if (numeric.length < usual / 2 || first.length < usual || first.some((cell) => cell.trim() === ""))
    return false;
  const areWords = (row: readonly string[]) => !row.some(isValue);
  return (
    areWords(names) &&
    names.every((cell) => cell.trim() !== "") &&
    new Set(names).size === usual &&
    areWords(units) &&
    filled(units) > 1 &&
    first.filter((cell) => !isValue(cell)).length > 1 &&
    (first.length > usual + 1 || numeric.some((c) => isValue(first[c])))
  );
}

/** Columns that have values in nearly all rows, as far as they are not missing. */
function valueColumns(rows: Rows, width: number): readonly number[] {
  return Array.from({ length: width }, (_, c) => c).filter((c) => {
    const cells = rows.flatMap((row) => (isMissing(row[c] ?? "") ? [] : [row[c]]));
    return cells.length >= rows.length / 2 && cells.filter(isValue).length >= conforming * cells.length;
  });
}

/** Rows below the names that have no values where the columns have them: units, tickers, the name of the index. Some are empty. */
function rowsOfNames(table: Rows): number {
  let count = 1;
  for (let next = 1; next < mostHeaderRows && table.length > next + 2; next++) {
    if (isMoreNames(table[next], table.slice(next + 1))) count = next + 1;
    else if (filled(table[next]) > 0) break;
  }
  return count;
}

function isMoreNames(row: readonly string[], rest: Rows): boolean {
  const below = rest.slice(mostHeaderRows - 1);
  const numeric = row.map((_, column) => {
    const cells = below.flatMap((other) => (isMissing(other[column] ?? "") ? [] : [other[column]]));
    return cells.length > 0 && cells.filter(isValue).length >= 0.8 * cells.length;
  });
  if (numeric.filter(Boolean).length < Math.max(1, row.length / 2)) return false;
  return (
    row.every((cell, c) => !numeric[c] || !isValue(cell)) &&
    row.some((cell, c) => numeric[c] && !isMissing(cell))
  );
}

/**
 * The names of the first row; of equal ones with what tells them apart below. A row that differs from column to column has their
 * units, and the last one names the first column where it names nothing else.
 */
function joinedNames(header: Rows): readonly string[] {
  const [first, ...others] = header;
  if (first === undefined) return [];
  const names = first.map((cell) => cell.trim().replace(/^#\s*/, ""));
  for (const row of others) {
    const cells = names.map((_, column) => (row[column] ?? "").trim().replace(/^#\s*/, ""));
    const rest = cells.slice(1).filter((cell) => cell !== "");
    if (rest.length === 0) {
      if (cells[0] !== "") names[0] = cells[0];
      continue;
    }
    const repeats = new Set(names).size < names.length;
    const isSame = !repeats && new Set(rest).size === 1 && rest.length > 1;
    for (let c = 0; c < names.length; c++) {
      if (cells[c] === "" || cells[c] === names[c]) continue;
      if (names[c] === "") names[c] = cells[c];
      else if (isSame || (c === 0 && repeats)) continue;
      else if (repeats) names[c] = `${names[c]} ${cells[c]}`.trim();
      else if (cells[c].length <= 12 && saysMore(cells[c], names[c]))
        names[c] = `${names[c]} (${cells[c].replace(/^[([]|[)\]]$/g, "")})`;
    }
  }
  return names;
}

/** Metres are a unit here; what loggers write below times and numbers of rows is none, and what ends the name is known. */
const saysMore = (cell: string, name: string): boolean =>
  (!isMissing(cell) || /^mm?$/.test(cell)) &&
  !/^(?:TS|RN)$/.test(cell) &&
  !name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(cell.toLowerCase());

export const isNumber = (cell: string) =>
  [".", ","].some(
    (decimal) => !Number.isNaN(numberParser({ decimal: decimal === "," ? "," : ".", thousands: "" })(cell)),
  );
const dateParsers = dateOrders.map(dateParser);
export const isValue = (cell: string) =>
  isNumber(cell) || dateParsers.some((parse) => !Number.isNaN(parse(cell)));
const missing = new Set([...defaultMissing, ...missingAmongNumbers].map((word) => word.toLowerCase()));
export const isMissing = (cell: string) => missing.has(cell.trim().toLowerCase());

/** Every column has a vote: for a header, where a text stands above numbers, or above texts that repeat but never it. */
function looksLikeHeader(rows: Rows): boolean {
  if (rows.length === 0) return false;
  if (isComment(rows[0]) && rows.length > 1) return true;
  const [first, ...rest] = rows;
  if (rest.length === 0) return first.every((cell) => !isValue(cell) && !isMissing(cell));
  if (countsUp(first) && !countsUp(rest[0])) return true;
  const votes = first.reduce((sum, cell, column) => sum + vote(cell, column, rest), 0);
  if (votes !== 0) return votes > 0;
  const names = new Set(first.map((cell) => cell.trim()));
  return names.size === first.length && first.every((cell) => cell.length <= 60 && !isValue(cell));
}

/** Years, or the numbers of steps, above a column each: at least three, one more every time. */
function countsUp(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^\s*\d+\s*$/.test(cell)).map(Number);
  return numbers.length >= 3 && numbers.every((value, i) => i === 0 || value === numbers[i - 1] + 1);
}

/** A number, with or without the letters with which statistics mark some: "105.6 p". */
const isMeasured = (cell: string): boolean => isNumber(cell) || (flagged.test(cell) && !isValue(cell));
const flagged = /^\s*[-+−]?\d+(?:[.,]\d+)?\s+[a-z]{1,3}\s*$/i;

function vote(cell: string, column: number, rest: Rows): number {
  const below = rest.flatMap((row) => (column < row.length && !isMissing(row[column]) ? [row[column]] : []));
  if (below.length === 0) return 0;
  const values = below.filter(isValue).length;
  // A time above numbers is the name of their column.
  const isTime = isValue(cell) && !isNumber(cell) && below.filter(isMeasured).length >= 0.8 * below.length;
  if (isTime) return 1;
  if (values >= 0.8 * below.length) return isValue(cell) ? -1 : isMissing(cell) && column > 0 ? -0.5 : 1;
  if (isValue(cell)) return -0.5;
  const different = new Set(below);
  if (different.has(cell)) return -1;
  return different.size <= 0.5 * below.length ? 1 : 0;
}
