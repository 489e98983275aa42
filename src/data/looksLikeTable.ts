/** Whether the beginning of a text file without a telling name is that of a table. */

import { tableForm } from "./table/forms/tableForm";

/** Lines that are looked at. */
const maxLines = 50;
const minLines = 3;
const delimiters = ["\t", ";", ",", "|"] as const;

/** Nobody writes a longer preamble, in lines. */
export const mostAbove = 60;
/** So many rows below a preamble are a table. */
const fewestBelow = 5;

/**
 * All lines have the same number of cells, two or more, and in some column all cells but the first, which may be a name, are
 * numbers or dates. A poem with one comma in every line is no table. Cells between tabs need no numbers: nobody writes so by hand.
 * What stands above may be anything, if numbers and dates are all that is below.
 */
export function looksLikeTable(beginning: Uint8Array): boolean {
  const text = decoded(beginning);
  if (tableForm("", text) !== "delimited") return true;
  const lines = wholeLines(text);
  if (lines.length < minLines) return false;
  const first = lines.slice(0, maxLines);
  if (isAligned(first) || splitters.some((cells) => isOfRows(first.map(cells), cells === tabbed)))
    return true;
  return [spaced, ...splitters].some((cells) => isBelowPreamble(lines.map(cells)));
}

const tabbed = (line: string) => cellsOf(line, "\t");
const splitters = delimiters.map((delimiter) =>
  delimiter === "\t" ? tabbed : (line: string) => cellsOf(line, delimiter),
);
const spaced = (line: string): readonly string[] => line.trim().split(/[ \t]+/);

function isOfRows(rows: readonly (readonly string[])[], hasTabs: boolean): boolean {
  const width = rows[0].length;
  if (width < 2 || rows.some((cells) => cells.length !== width)) return false;
  const isNumeric = (_: string, column: number) =>
    rows.slice(1).every((cells) => numeric.test(cells[column]));
  return hasTabs || rows[0].some(isNumeric);
}

/** The last rows, as far up as they are as wide and have numbers or dates in most columns. */
function isBelowPreamble(rows: readonly (readonly string[])[]): boolean {
  const width = rows[rows.length - 1].length;
  if (width < 2) return false;
  const isRow = (cells: readonly string[]) => {
    const values = cells.filter((cell) => numeric.test(cell)).length;
    const words = cells.filter((cell) => !numeric.test(cell) && !isMissing(cell)).length;
    return cells.length === width && values > 0 && words <= 1 && words < width / 2;
  };
  const above = rows.findLastIndex((cells) => !isRow(cells)) + 1;
  return above <= mostAbove && rows.length - above >= fewestBelow;
}

/** Numbers between runs of spaces, as many in each line; words in one column at most. */
function isAligned(lines: readonly string[]): boolean {
  const rows = lines.map(spaced);
  const width = rows[0].length;
  if (width < 2 || rows.some((cells) => cells.length !== width)) return false;
  const wordy = rows[0].filter((_, column) => rows.slice(1).some((cells) => !number.test(cells[column])));
  return wordy.length <= 1 && wordy.length < width / 2;
}

const number = /^[-+−]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[-+]?\d+)?$/i;

/** A number or a date, to the eye: it begins with a digit, and nothing in it is a word. */
const numeric = /^\s*["']?[-+−]?[\d.,:/\- T]*\d[\d.,:/\- TZ]*(?:e[-+]?\d+)?["']?\s*$/i;

/** Nothing, or the same word as devices write it. */
const isMissing = (cell: string) => /^\s*["']?(?:[-.]*|nan|na|n\/a|null|mm|m)["']?\s*$/i.test(cell);

/** By its byte order mark; other encodings differ only in letters, which do not matter here. */
function decoded(bytes: Uint8Array): string {
  const mark = (bytes[0] << 8) | bytes[1];
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** Without empty ones, and without the last, which may be cut off. */
function wholeLines(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/);
  return lines.slice(0, -1).filter((line) => line.trim() !== "");
}

/** Quotes keep delimiters together; what they mean further is the reader's affair. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [""];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    if (character === delimiter && !quoted) cells.push("");
    else cells[cells.length - 1] += character;
  }
  return cells;
}
