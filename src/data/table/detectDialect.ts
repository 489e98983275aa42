/** Delimiter, quotes, header and number of columns of a table, from the beginning of its text. */
import { CsvRows } from "./csvRows";
import { dateOrders, dateParser } from "./dates";
import { numberParser } from "./numbers";
import { type Delimiter, defaultMissing, delimiters, type Quote, type TableFormat } from "./tableTypes";

export type Dialect = Pick<TableFormat, "delimiter" | "quote" | "header"> & {
  /** Of most rows; 1 or more. */
  readonly columnCount: number;
  /** The first row, empty where there is none. */
  readonly firstRow: readonly string[];
};

const sampleRows = 200;
/** Dialects are tried on this much text, in UTF-16 units. */
const sampleLength = 2 ** 16;

/**
 * @param text the beginning of the table
 * @param whole whether that is all of it; otherwise its last row may be cut, and does not count
 * @param known what the user has chosen
 */
export function detectDialect(
  text: string,
  whole: boolean,
  known: Partial<Pick<TableFormat, "delimiter" | "quote" | "header">> = {},
): Dialect {
  const sample = text.slice(0, sampleLength);
  const isWhole = whole && sample.length === text.length;
  const candidates = (known.delimiter === undefined ? delimiters : [known.delimiter]).flatMap((delimiter) =>
    (known.quote === undefined ? (['"', "'"] as const) : [known.quote]).map((quote) => {
      const rows = rowsOf(sample, isWhole, delimiter, quote);
      return { delimiter, quote, rows, score: scoreOf(rows, sample, quote) };
    }),
  );
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  const { delimiter, quote, rows } = best;
  return {
    delimiter,
    quote,
    header: known.header ?? looksLikeHeader(rows),
    columnCount: usualLength(rows),
    firstRow: rows[0] ?? [],
  };
}

function rowsOf(sample: string, whole: boolean, delimiter: Delimiter, quote: Quote): string[][] {
  const rows: string[][] = [];
  const parser = new CsvRows(
    { delimiter, quote },
    { row: (cells) => rows.push(cells), blankLine() {}, unclosedQuote() {}, strayQuote() {} },
  );
  parser.push(sample);
  // A single line without an end is all there is to look at.
  if (whole || rows.length === 0) parser.finish();
  return rows.slice(0, sampleRows);
}

/** The number of cells that most rows have; of equally frequent ones the larger. */
function usualLength(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual ? usual[0] : 1;
}

/**
 * How well a dialect explains the text: the share of rows with as many cells as most, times that of cells that have no other
 * delimiter in them unless they are numbers. "1,5;2,5" is two numbers, or three cells of which one is "5;2". A table of a
 * single column explains anything, and is worth little.
 */
function scoreOf(rows: readonly (readonly string[])[], sample: string, quote: Quote): number {
  if (rows.length === 0) return 0;
  const columns = usualLength(rows);
  const even = rows.filter(({ length }) => length === columns).length / rows.length;
  const cells = rows.flat();
  const clean = cells.filter(isClean).length / cells.length;
  // Quotes within words are apostrophes: single ones count only where they stand at the beginning of cells.
  const quoted = quote === "'" && !/(^|[,;\t|\n\r])'/.test(sample) ? 0 : 1;
  const unquoted = cells.some((cell) => cell.startsWith('"') || cell.startsWith("'")) ? 0.9 : 1;
  const preference = quote === '"' ? 1 : 0.95 * quoted;
  if (columns === 1) return 0.2 * preference * unquoted;
  return even ** 2 * clean * preference * unquoted * (1 + 0.001 * Math.min(columns, 20));
}

const decimalComma = /^\s*[+-]?[\d.]*,\d+([eE][+-]?\d+)?\s*$/;
const otherDelimiters = /[;\t|]/;

/** A comma in a text is no surprise. */
function isClean(cell: string): boolean {
  return !otherDelimiters.test(cell) && (!/\d,\d/.test(cell) || decimalComma.test(cell));
}

const isNumber = (cell: string) =>
  [".", ","].some(
    (decimal) => !Number.isNaN(numberParser({ decimal: decimal === "," ? "," : ".", thousands: "" })(cell)),
  );
const dateParsers = dateOrders.map(dateParser);
const isValue = (cell: string) => isNumber(cell) || dateParsers.some((parse) => !Number.isNaN(parse(cell)));
const missing = new Set(defaultMissing.map((word) => word.toLowerCase()));
const isMissing = (cell: string) => missing.has(cell.trim().toLowerCase());

/** Every column has a vote: for a header, where a text stands above numbers, or above texts that repeat but never it. */
function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  if (rows.length === 0) return false;
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

function vote(cell: string, column: number, rest: readonly (readonly string[])[]): number {
  const below = rest.flatMap((row) => (column < row.length && !isMissing(row[column]) ? [row[column]] : []));
  if (below.length === 0) return 0;
  const values = below.filter(isValue).length;
  if (values >= 0.8 * below.length) return isValue(cell) ? -1 : isMissing(cell) && column > 0 ? -0.5 : 1;
  if (isValue(cell)) return -0.5;
  const different = new Set(below);
  if (different.has(cell)) return -1;
  return different.size <= 0.5 * below.length ? 1 : 0;
}
