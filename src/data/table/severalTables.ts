/** Looks for several tables in a text that was read as one, where something in it speaks for them. */
import { type Breathing, startBreathing } from "../breathing";
import { decoderOf } from "../decoderOf";
import { CsvRows, type CsvSyntax } from "./csvRows";
import { PieceReader } from "./pieceReader";
import {
  isEntry,
  longestOf,
  mostNameRows,
  type StackedTable,
  stackedTables,
  type TextRow,
  trimmed,
} from "./stackedTables";
import type { Table } from "./table";
import type { ReadOptions, TableSource } from "./tableSource";

/** Larger files are not looked through once more. */
const mostBytes = 2 ** 24;

/** The beginning of a file. */
export interface Sample {
  readonly bytes: Uint8Array;
  /** Whether these are all. */
  readonly whole: boolean;
}

interface ReadAsOne {
  readonly source: TableSource;
  readonly sample: Sample;
  /** Whether its beginning has lines without a value, with more below. */
  readonly hasGaps: boolean;
  readonly options: ReadOptions;
}

export interface SeveralTables {
  readonly tables: readonly StackedTable[];
  /** Null: all of them as one. */
  readonly chosen: StackedTable | null;
  textOf(table: StackedTable): string;
}

/** Null where there is one table. Rejects with the signal's reason when it is aborted. */
export async function severalTables(
  whole: Table,
  { source, sample, hasGaps, options }: ReadAsOne,
): Promise<SeveralTables | null> {
  const { format } = whole;
  const { format: { sheet = null } = {}, signal } = options;
  if (source.size > mostBytes) return null;
  const breathing = startBreathing(signal);
  const beginning = () => decoderOf(format.encoding).decode(sample.bytes);
  const isSure = sheet !== null || mayBeSeveral(whole);
  if (!isSure && !hasGaps && format.skipped === 0) return null;
  if (!isSure && !sample.whole) {
    const { rows } = await textRows(beginning(), format, breathing);
    if (stackedTables(rows).length === 0) return null;
  }
  const text = sample.whole ? beginning() : await allOf(source, format.encoding, signal);
  const { rows, starts } = await textRows(text, format, breathing);
  const tables = stackedTables(rows);
  if (tables.length === 0) return null;
  const named = tables.find(({ name }) => name === sheet) ?? longestOf(tables);
  return {
    tables,
    chosen: sheet === "" ? null : named,
    textOf: (table) => linesOf(table, { text, rows, starts }, format.delimiter),
  };
}

/** Without the delimiters that spreadsheets put where another table of the sheet has more columns. */
function linesOf(
  { from, to }: StackedTable,
  { text, rows, starts }: TextRows & { readonly text: string },
  delimiter: string,
): string {
  const own = rows.slice(from, to);
  const width = own.reduce((most, row) => Math.max(most, row ? trimmed(row).length : 0), 0);
  const lines = own.map((row, i) => {
    const line = text.slice(starts[from + i], starts[from + i + 1] ?? text.length);
    const surplus = delimiter.repeat(Math.max(0, (row?.length ?? 0) - width));
    const cells = line.replace(/\r?\n$|\r$/, "");
    return surplus !== "" && cells.endsWith(surplus)
      ? cells.slice(0, -surplus.length) + line.slice(cells.length)
      : line;
  });
  return lines.join("");
}

async function allOf(source: TableSource, encoding: string, signal?: AbortSignal): Promise<string> {
  const decoder = decoderOf(encoding);
  const pieces = new PieceReader(source.stream());
  const end = () => pieces.cancel();
  signal?.addEventListener("abort", end, { once: true });
  try {
    const texts: string[] = [];
    for (let bytes = await pieces.next(); bytes; bytes = await pieces.next())
      texts.push(decoder.decode(bytes, { stream: true }));
    signal?.throwIfAborted();
    return texts.join("") + decoder.decode();
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}

interface TextRows {
  /** Empty lines included. */
  readonly rows: readonly TextRow[];
  /** Where each begins, in UTF-16 units. */
  readonly starts: readonly number[];
}

async function textRows(text: string, syntax: CsvSyntax, breathing: Breathing): Promise<TextRows> {
  const rows: TextRow[] = [];
  const lines: number[] = [];
  let joined = 0;
  const take = (row: TextRow) => {
    rows.push(row);
    lines.push(1 + joined);
    joined = 0;
  };
  const parser = new CsvRows(syntax, {
    row: take,
    blankLine: () => take(null),
    joinedLines: (count) => {
      joined = count;
    },
    unclosedQuote() {},
    strayQuote() {},
  });
  for (const _ of parser.push(text)) await breathing.breathe();
  for (const _ of parser.finish()) await breathing.breathe();
  const ends = lineEnds(text);
  let line = 0;
  const starts = lines.map((count) => {
    const start = line === 0 ? 0 : (ends[line - 1] ?? text.length);
    line += count;
    return start;
  });
  return { rows, starts };
}

/** Behind each end of a line, whichever kind it is of. */
function lineEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) ends.push(index + end.length);
  return ends;
}

/** Empty lines and rows of another length that are looked at, of a table that was read as one. */
const mostBreaks = 1000;

/** Whether a table that was read as one has rows that look like the names of another: what is needed to look at its text once more. */
export function mayBeSeveral(table: Table): boolean {
  const { columns, faults, rowCount, raggedRows } = table;
  const ragged = raggedRows.filter((row, i) => i === 0 || row !== raggedRows[i - 1] + 1);
  const breaks = new Set([
    ...ragged.slice(0, mostBreaks),
    ...faults.blankLines.values().slice(0, mostBreaks),
  ]);
  const hasValue = (row: number) => columns.some((column) => isEntry(column.at(row)));
  for (const at of breaks)
    for (let row = at; row < Math.min(at + mostNameRows, rowCount - 1); row++)
      if (!hasValue(row) && hasValue(row + 1) && columns.some((column) => column.at(row).trim() !== ""))
        return true;
  return false;
}
