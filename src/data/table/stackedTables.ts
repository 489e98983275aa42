/**
 * Several tables in one text, one below the other: a summary above bookings, the blocks that a device or a spreadsheet exports. Each begins
 * where an empty line, a heading or another number of cells comes before names that are not those of the table above.
 */
import { mostAbove } from "../looksLikeTable";
import { findTop, isMissing, isNumber, isValue, sampleRows } from "./tableTop";

/** One of a text, whose rows are counted from 0, empty lines included; null is an empty line. */
export type TextRow = readonly string[] | null;

export interface StackedTable {
  /** Its heading, or its first names, with the rows in which it stands, as a spreadsheet numbers them. */
  readonly name: string;
  /** With what stands above it. */
  readonly from: number;
  /** The row behind its last. */
  readonly to: number;
  /** Rows from its names on. */
  readonly rows: number;
}

/** Names in up to so many rows, as units below them. */
export const mostNameRows = 4;
/** Rows below the names that tell which columns have values. */
const bodyRows = 20;
/** So many rows of equal length are a table without names. */
const fewestUnnamed = 4;
const valueShare = 0.8;

/** A number or a date, or an amount with its currency or unit. */
export const isEntry = (cell: string): boolean => isValue(cell) || amount.test(cell);
const amount = /^[^\p{L}\d]*\d[^\p{L}]*(\s\p{L}{1,3})?$/u;

interface Begin {
  readonly at: number;
  /** Null where there are none. */
  readonly names: readonly string[] | null;
  /** Cells of a row. */
  readonly length: number;
  /** Columns that have values. */
  readonly values: readonly number[];
}

/** In their order; none where there are fewer than two. */
export function stackedTables(rows: readonly TextRow[]): readonly StackedTable[] {
  const begins: Begin[] = [];
  for (let at = 0; at < rows.length; at++) {
    const begin = beginAt(rows, at, begins.at(-1) ?? null);
    if (begin) begins.push(begin);
  }
  while (begins.length > 1 && isSettings(rows, begins[0], begins[1])) begins.shift();
  if (begins.length < 2) return [];
  const starts = begins.map(({ at }, i) => (i === 0 ? 0 : startOf(rows, at, begins[i - 1])));
  // What is no preamble any more is a table that was not understood.
  if (begins.some(({ at }, i) => at - starts[i] > mostAbove)) return [];
  return begins.map((begin, i) => {
    const to = lastFilled(rows, begin.at, starts[i + 1] ?? rows.length) + 1;
    return { name: nameOf(rows, begin, starts[i], to), from: starts[i], to, rows: to - begin.at };
  });
}

/** The one that a file is rather about: that of the most rows. */
export const longestOf = (tables: readonly StackedTable[]): StackedTable =>
  tables.reduce((longest, one) => (one.rows > longest.rows ? one : longest));

/** Words and a value of each, one below the other or one row of them, above what they are about; where they are skipped, read as one table. */
function isSettings(rows: readonly TextRow[], { at, names, values }: Begin, below: Begin): boolean {
  if (!names || below.at > mostAbove) return false;
  const isOneRow = lastFilled(rows, at, startOf(rows, below.at, { at, values })) === at + 1;
  const isPairs = names.length === 2 && !values.includes(0) && below.length > 2;
  return (isOneRow || isPairs) && skippedRows(rows) > at;
}

/** Above the names of what is read as one table, empty lines included. */
function skippedRows(rows: readonly TextRow[]): number {
  const places: number[] = [];
  for (let at = 0; at < rows.length && places.length < sampleRows; at++) if (rows[at]) places.push(at);
  const { skipped } = findTop(places.map((at) => rows[at] ?? []));
  return places[skipped] ?? 0;
}

/** Without the empty cells at its end. */
export const trimmed = (row: readonly string[]): readonly string[] => {
  const last = row.findLastIndex((cell) => cell.trim() !== "");
  return row.slice(0, last + 1);
};

const isEmpty = (row: TextRow | undefined): row is null | undefined =>
  !row || row.every((cell) => cell.trim() === "");

/** A single cell, which names what stands below it. */
const isHeading = (row: TextRow | undefined): boolean =>
  !isEmpty(row) && row.filter((cell) => cell.trim() !== "").length === 1;

function beginAt(rows: readonly TextRow[], at: number, above: Begin | null): Begin | null {
  const row = rows[at];
  const before = rows[at - 1];
  if (isEmpty(row)) return null;
  const isApart = at === 0 || isEmpty(before) || isHeading(before);
  if (!isApart && before?.length === row.length) return null;
  const names = namesIn(row);
  if (names) return names.join("\n") === above?.names?.join("\n") ? null : namedBegin(rows, at, names, above);
  const mayBeUnnamed = !above || (above.length !== row.length && (!above.names || isHeading(before)));
  return isApart && mayBeUnnamed ? unnamedBegin(rows, at) : null;
}

/** Words, each another or as often as all of them, or a word before times of which each is another; null where a row is none of names. */
function namesIn(row: readonly string[]): readonly string[] | null {
  if (row.length < 2 || isEntry(row[0])) return null;
  const names = trimmed(row).map((cell) => cell.trim());
  const [first, ...others] = names;
  if (names.length < 2 || first.startsWith("#") || others.some((name) => name === "")) return null;
  if (!areDifferent(names)) return null;
  if (!others.some(isEntry)) return names;
  return others.length > 2 && others.every(isTimeAbove) ? names : null;
}

/** But where series stand side by side, with the same names for each. */
function areDifferent(names: readonly string[]): boolean {
  const block = names.indexOf(names[0], 1);
  const own = block < 2 ? names : names.slice(0, block);
  return (
    new Set(own).size === own.length &&
    names.length % own.length === 0 &&
    names.every((name, i) => name === own[i % own.length])
  );
}

const isTimeAbove = (cell: string): boolean => (isNumber(cell) ? /^(19|20)\d\d$/.test(cell) : isValue(cell));

function namedBegin(
  rows: readonly TextRow[],
  at: number,
  names: readonly string[],
  above: Begin | null,
): Begin | null {
  // What stands where the table above has values must be a name.
  if (above?.values.some((column) => column < names.length && isMissing(names[column]))) return null;
  let first = at + 1;
  if (isEmpty(rows[first])) first++;
  while (first < at + mostNameRows && !isEmpty(rows[first]) && !rows[first]?.some(isEntry)) first++;
  const length = rows[at]?.length ?? 0;
  const isRow = (row: readonly string[]) => {
    const filled = trimmed(row).length;
    // Spreadsheets put as many delimiters behind a remark as behind names: what stands below has no more cells than names.
    if (filled === names.length || (row.length === length && filled < names.length)) return true;
    // The column of the rows' own names may have none.
    return row.length === names.length + 1 && row.length !== above?.length;
  };
  const body = bodyFrom(rows, first).filter(isRow);
  const values = valueColumns(body, names.length);
  return body.length > 0 && body[0].some(isEntry) && values.length > 0 ? { at, names, length, values } : null;
}

function unnamedBegin(rows: readonly TextRow[], at: number): Begin | null {
  const body = bodyFrom(rows, at);
  const length = body[0]?.length ?? 0;
  if (length < 2 || body.length < fewestUnnamed) return null;
  if (!body.every((row) => row.length === length && row.some(isEntry))) return null;
  // Settings, one a row, are no table.
  if (length === 2 && body.every(([key]) => !isEntry(key))) return null;
  const values = valueColumns(body, length);
  return values.length > 0 ? { at, names: null, length, values } : null;
}

/** The rows that follow each other from there on, a few. */
function bodyFrom(rows: readonly TextRow[], first: number): readonly (readonly string[])[] {
  const body: (readonly string[])[] = [];
  for (let at = first; at < rows.length && body.length < bodyRows; at++) {
    const row = rows[at];
    if (isEmpty(row)) break;
    body.push(row);
  }
  return body;
}

function valueColumns(body: readonly (readonly string[])[], width: number): readonly number[] {
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const cells = body.flatMap((row) => (isMissing(row[column] ?? "") ? [] : [row[column]]));
    return cells.length > 0 && cells.filter(isEntry).length >= valueShare * cells.length;
  });
}

/** Where what belongs to a table begins: its headings, which are no rows of the table above. */
function startOf(rows: readonly TextRow[], at: number, above: Pick<Begin, "at" | "values">): number {
  const isOfAbove = (row: TextRow) =>
    !isEmpty(row) &&
    above.values.every((column) => isMissing(row[column] ?? "") || isEntry(row[column])) &&
    above.values.some((column) => isEntry(row[column] ?? ""));
  let start = at;
  while (start > above.at + 1 && !isOfAbove(rows[start - 1])) start--;
  return lastFilled(rows, start, at) < start ? at : firstFilled(rows, start);
}

function firstFilled(rows: readonly TextRow[], from: number): number {
  let at = from;
  while (isEmpty(rows[at])) at++;
  return at;
}

function lastFilled(rows: readonly TextRow[], from: number, to: number): number {
  let at = to - 1;
  while (at >= from && isEmpty(rows[at])) at--;
  return at;
}

const mostOfTitle = 40;
const mostNames = 3;

function nameOf(rows: readonly TextRow[], { at, names }: Begin, from: number, to: number): string {
  const place = `${at + 1}–${to}`;
  const above = rows.slice(from, at).filter((row) => !isEmpty(row));
  const heading = above.length === 1 && isHeading(above[0]) ? headingText(above[0] ?? []) : "";
  const first = names ? [...names.slice(0, mostNames), ...(names.length > mostNames ? ["…"] : [])] : [];
  const title = heading === "" ? first.join(", ") : heading;
  if (title === "") return place;
  return `${title.length > mostOfTitle ? `${title.slice(0, mostOfTitle - 1)}…` : title} (${place})`;
}

const headingText = (row: readonly string[]): string =>
  row
    .join("")
    .trim()
    .replace(/^[#[(=*\s-]+|[\])=*:\s-]+$/g, "");
