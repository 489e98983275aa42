/** Delimiter, quotes, header and number of columns of a table, from the beginning of its text. */
import { mostAbove } from "../looksLikeTable";
import { CsvRows } from "./csvRows";
import { type CutNumbers, cutNumbers, joinedCells, rowsAreNamed } from "./cutNumbers";
import { stackedTables } from "./stackedTables";
import { findTop, isValue, sampleRows, type TableTop, usualLength } from "./tableTop";
import { type Delimiter, delimiters, type FewNames, type Quote, type TableFormat } from "./tableTypes";

export type Dialect = Pick<TableFormat, "delimiter" | "quote"> &
  TableTop & {
    /** Of most rows; 1 or more. */
    readonly columnCount: number;
    /** What quotes were found to be, where it was in doubt: the rows are more even so. */
    readonly quotesFound: QuotesFound | null;
    /** Where rows have more cells than there are names. */
    readonly fewNames: FewNames | null;
    /** The numbers whose cells are joined. */
    readonly cut: CutNumbers | null;
  };

export type QuotesFound = "characters" | "enclosing";

/** Dialects are tried on this much text, in UTF-16 units. */
const sampleLength = 2 ** 16;
/** And what quotes are on this much: a stream may give more at once. */
const quotesLength = 2 ** 18;

/**
 * @param text the beginning of the table
 * @param whole whether that is all of it; otherwise its last row may be cut, and does not count
 * @param known what the user has chosen
 */
export function detectDialect(
  text: string,
  whole: boolean,
  known: Partial<
    Pick<TableFormat, "delimiter" | "quote" | "header" | "skipped" | "headerRows" | "decimalsJoined">
  > = {},
): Dialect {
  const said = known.delimiter ?? saidDelimiter(text);
  const sample = text.slice(0, sampleLength);
  const isWhole = whole && sample.length === text.length;
  const candidates = (said === null ? delimiters : [said]).flatMap((delimiter) =>
    quotesTried(delimiter, known.quote).map((quote) => {
      const rows =
        delimiter === " " ? spacedRows(sample, isWhole) : rowsOf(sample, isWhole, delimiter, quote);
      const score = delimiter === " " ? scoreOfSpaces(rows) : scoreOf(rows, sample, quote);
      return { delimiter, quote, rows, score };
    }),
  );
  const likeliest = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  const best = ofStackedTables(likeliest, candidates) ?? likeliest;
  const { delimiter } = best;
  const looked = text.slice(0, quotesLength);
  const quotesFound =
    known.quote === undefined ? whatQuotesAre(looked, whole && looked.length === text.length, best) : null;
  const quote = quotesFound === "characters" ? "" : best.quote;
  const apart = quotesFound === "characters" ? rowsOf(sample, isWhole, delimiter, quote) : best.rows;
  const found = delimiter === "," && known.header !== false ? cutBelowNames(apart) : null;
  const cut = found?.before && (known.decimalsJoined ?? true) ? found : null;
  const rows = cut ? apart.map((row) => joinedCells(row, cut)) : apart;
  const top = findTop(rows, known);
  const below = rows.slice(top.skipped + (top.header ? top.headerRows : 0));
  const columnCount = usualLength(rows.slice(top.skipped));
  // A name of which no row has anything is no column.
  const isLonger = below.length > 1 && below.every(({ length }) => length === columnCount);
  const names = isLonger ? top.firstRow.slice(0, columnCount) : top.firstRow;
  const even = below.filter(({ length }) => length === columnCount);
  const isNamed = top.header && !found && rowsAreNamed(names, even);
  const isShort =
    top.header && names.length < columnCount && even.some((row) => row[columnCount - 1].trim() !== "");
  const fewNames =
    found || isShort
      ? {
          names: found?.names ?? names.length,
          cells: found?.cells ?? columnCount,
          example: found?.example ?? null,
          canBeJoined: (found?.before ?? null) !== null,
          isNamed,
        }
      : null;
  // A row's own name has none in the header.
  const firstRow = isNamed ? ["", ...names] : names;
  return { delimiter, quote, ...top, firstRow, columnCount, quotesFound, fewNames, cut };
}

/** Below a row of words, rows with a cell more for each number that a decimal comma has cut in two. */
function cutBelowNames(rows: readonly (readonly string[])[]): CutNumbers | null {
  const cells = usualLength(rows);
  const first = rows.findIndex(({ length }) => length === cells);
  const [header, below] = [rows[first - 1], rows.slice(first)];
  if (header === undefined || header.length >= cells || header.some(isValue)) return null;
  const fits = below.filter(({ length }) => length === cells || length === header.length);
  return fits.length >= 0.95 * below.length ? cutNumbers(header, below, cells) : null;
}

/** Where no delimiter makes even rows, the one that makes tables of several, one below the other. */
function ofStackedTables<T extends { readonly rows: readonly (readonly string[])[] }>(
  likeliest: T,
  candidates: readonly T[],
): T | undefined {
  if (usualLength(likeliest.rows) > 1) return undefined;
  return candidates.find(({ rows }) => stackedTables(rows).length > 0);
}

const quotesTried = (delimiter: Delimiter, known: Quote | undefined): readonly Quote[] => {
  if (delimiter === " ") return [""];
  return known === undefined ? ['"', "'"] : [known];
};

/** So many quotes without an end are no slip of the pen. */
const manyUnclosed = 3;
/** More are not looked for: each costs a look at all that follows. */
const enoughUnclosed = manyUnclosed;

/**
 * Whether quotes are characters like others. Cells in quotes that hold line ends and delimiters are a sign of it, and so are many
 * quotes without an end; the rows tell, which are then at least as even without quotes as with them. Null where there is no sign.
 */
function whatQuotesAre(
  text: string,
  whole: boolean,
  { delimiter, quote }: Pick<TableFormat, "delimiter" | "quote">,
): QuotesFound | null {
  if (quote === "" || !text.includes(quote)) return null;
  const quoted: string[][] = [];
  let [doubtful, unclosed] = [0, 0];
  const parser = new CsvRows(
    { delimiter, quote },
    {
      ...deaf,
      row: (cells) => quoted.push(cells),
      unclosedQuote: () => unclosed++,
      joinedLines: (_, isDoubtful) => {
        if (isDoubtful) doubtful++;
      },
    },
    enoughUnclosed,
  );
  drain(parser.push(text));
  if (whole) drain(parser.finish());
  if (doubtful === 0 && unclosed < manyUnclosed) return null;
  const isMoreEven = evenness(allRowsOf(text, whole, delimiter, "")) >= evenness(quoted);
  return isMoreEven ? "characters" : "enclosing";
}

/** The share of rows with as many cells as most. */
function evenness(rows: readonly (readonly string[])[]): number {
  const usual = usualLength(rows);
  return rows.length === 0 ? 0 : rows.filter(({ length }) => length === usual).length / rows.length;
}

/** Spreadsheets take it from a first line such as "sep=;". */
function saidDelimiter(text: string): Delimiter | null {
  const match = /^\uFEFF?"?sep=(.)"?\s*$/im.exec(text.slice(0, 20).split(/[\r\n]/, 1)[0]);
  return delimiters.find((one) => one === match?.[1]) ?? null;
}

const deaf = { blankLine() {}, unclosedQuote() {}, strayQuote() {}, joinedLines() {} };

function rowsOf(sample: string, whole: boolean, delimiter: Delimiter, quote: Quote): string[][] {
  return allRowsOf(sample, whole, delimiter, quote).slice(0, sampleRows);
}

function allRowsOf(sample: string, whole: boolean, delimiter: Delimiter, quote: Quote): string[][] {
  const rows: string[][] = [];
  const sink = { ...deaf, row: (cells: string[]) => rows.push(cells) };
  // Within a beginning, a quote without an end says all that there is to know.
  const parser = new CsvRows({ delimiter, quote }, sink, whole ? enoughUnclosed : 1);
  drain(parser.push(sample));
  // A single line without an end is all there is to look at.
  if (whole || rows.length === 0) drain(parser.finish());
  return rows;
}

/** A sample is small enough to be worked through at once. */
function drain(turns: Iterable<void>): void {
  for (const _ of turns);
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
  // A quote without its other half: the cell was cut in two.
  const cut = rows.filter((row) => row.some(hasHalfQuotes)).length >= rows.length / 2 ? 0.5 : 1;
  const preference = quote === '"' ? 1 : 0.95 * quoted;
  if (columns === 1) return 0.2 * preference * unquoted;
  return even ** 2 * clean * preference * unquoted * cut * (1 + 0.001 * Math.min(columns, 20));
}

/**
 * Spaces are in every text: only where all rows below what stands above have as many cells, and most columns hold numbers below their
 * names, do they divide columns. What another delimiter explains as well is that one's.
 */
function scoreOfSpaces(rows: readonly (readonly string[])[]): number {
  const columns = usualLength(rows);
  const above = rows.findIndex(({ length }) => length === columns);
  const table = rows.slice(above);
  if (columns < 2 || above > mostAbove || evenness(table) < 0.95) return 0;
  const body = table.slice(Math.min(2, table.length - 1)).filter(({ length }) => length === columns);
  const isNumeric = (column: number) =>
    body.filter((row) => number.test(row[column])).length >= 0.8 * body.length;
  const numeric = Array.from({ length: columns }, (_, column) => isNumeric(column)).filter(Boolean).length;
  return body.length > 0 && numeric >= columns / 2 ? 0.5 : 0;
}

/** Rows between runs of spaces. Names of several words stand in quotes, or between two spaces or more, where that makes as many as there are columns. */
function spacedRows(sample: string, whole: boolean): string[][] {
  const rows = rowsOf(sample, whole, " ", "");
  const columns = usualLength(rows);
  const lines = sample.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  return rows.map((row, i) => {
    if (row.length <= columns || i > mostAbove) return row;
    const wide = [quotedWords(lines[i]), lines[i].trim().split(/\t+| {2,}\t*/)];
    return wide.find(({ length }) => length === columns) ?? row;
  });
}

const quotedWords = (line: string): string[] =>
  Array.from(line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g), ([, one, two, bare]) => one ?? two ?? bare);

const hasHalfQuotes = (cell: string) => cell.split('"').length % 2 === 0;

const number = /^[-+−]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?$/;

const decimalComma = /^\s*[+-]?[\d.]*,\d+([eE][+-]?\d+)?\s*$/;
/** As India groups them, a sign before or behind: "₹ 2,85,191.00". */
const pairedDigits = /^[^\d,]{0,5}\d{1,2}(,\d{2})+,\d{3}(\.\d+)?[^\d,]{0,5}$/;
const otherDelimiters = /[;\t|]/;

/** A comma in a text is no surprise. */
function isClean(cell: string): boolean {
  return (
    !otherDelimiters.test(cell) && (!/\d,\d/.test(cell) || decimalComma.test(cell) || pairedDigits.test(cell))
  );
}
