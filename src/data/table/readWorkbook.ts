/** Reads a sheet of an Excel workbook, or one of several tables in it. */
import { NoAnswer } from "../../within";
import { message } from "../../words/message";
import { type Breathing, startBreathing } from "../breathing";
import { failure, type Result, success } from "../result";
import { footerRows } from "./footerRows";
import { type WorkbookParts, workbookParts } from "./forms/workbookParts";
import { type SheetRow, workbookRows } from "./forms/workbookRows";
import { PieceReader } from "./pieceReader";
import { mayBeSeveral } from "./severalTables";
import { allOfSheet, tableOfSheet } from "./sheetNames";
import { longestOf, type StackedTable, stackedTables, type TextRow } from "./stackedTables";
import { mostColumns, Table } from "./table";
import type { ReadOptions, TableSource } from "./tableSource";
import { findTop, sampleRows, usualLength } from "./tableTop";
import type { TableFormat } from "./tableTypes";

/** A sheet of more is not looked through for several tables. */
const mostCells = 2 ** 21;
/** So many are looked at first. */
const firstCells = 2 ** 17;

/** Of a sheet (ECMA-376, part 1, 18.3.1.73). */
const mostRows = 2 ** 20;

/** Rejects with the signal's reason when it is aborted. */
export async function readWorkbook(source: TableSource, options: ReadOptions): Promise<Result<Table>> {
  const { name } = source;
  const { format: known = {}, signal, onBeginning } = options;
  const breathing = startBreathing(signal);
  const workbook = await wholeOf(source, signal);
  const parts = await workbookParts(workbook, name, known.sheet ?? null, breathing);
  if (!parts.ok) return parts;
  const { archive, sheet } = parts.value;
  const sheetTable = new SheetTable(source, parts.value, known);
  const first = new FirstRows();
  try {
    for await (const row of workbookRows(archive, sheet, breathing)) {
      const problem = sheetTable.add(row);
      if (problem) return failure(problem);
      first.add(row);
      if (sheetTable.hasJustBegun && sheetTable.table) await onBeginning?.(sheetTable.table);
    }
    const whole = sheetTable.finish();
    return whole.ok
      ? await oneOfSheet(whole.value, { source, parts: parts.value, first, known, breathing })
      : whole;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof NoAnswer) throw error;
    // What the library says of it is meant for programmers.
    return failure(message("table.sheetDamaged", { name, sheet }));
  }
}

/** The rows of a sheet as far as they are looked at for several tables without a second reading. */
class FirstRows {
  readonly rows: SheetRow[] = [];
  isAll = true;
  #cells = 0;

  add(row: SheetRow): void {
    this.#cells += row.cells.length;
    if (this.#cells > firstCells) this.isAll = false;
    else this.rows.push(row);
  }
}

interface ReadSheet {
  readonly source: TableSource;
  readonly parts: WorkbookParts;
  readonly first: FirstRows;
  readonly known: Partial<TableFormat>;
  readonly breathing: Breathing;
}

/** Of a sheet with several tables, one below the other, the one that was chosen, else that of the most rows; all as one is what was read. */
async function oneOfSheet(whole: Table, read: ReadSheet): Promise<Result<Table>> {
  const { source, parts, known, breathing } = read;
  const { sheet, sheets, archive } = parts;
  const wanted = known.sheet?.startsWith(allOfSheet(sheet)) ? known.sheet : null;
  const isSure = wanted !== null || mayBeSeveral(whole);
  const isLarge = whole.rowCount * whole.columns.length > mostCells;
  if (isLarge || (!isSure && whole.faults.blankLines.length === 0 && whole.format.skipped === 0))
    return success(whole);
  let { rows } = read.first;
  if (!read.first.isAll) {
    if (!isSure && stackedTables(textRows(rows)).length === 0) return success(whole);
    rows = [];
    for await (const row of workbookRows(archive, sheet, breathing)) rows.push(row);
  }
  const tables = stackedTables(textRows(rows));
  if (tables.length === 0) return success(whole);
  const nameOf = ({ name }: StackedTable) => tableOfSheet(sheet, name);
  const all = allOfSheet(sheet);
  const names = sheets.flatMap((one) => (one === sheet ? [...tables.map(nameOf), all] : [one]));
  if (wanted === all) {
    whole.sheets = names;
    whole.format = { ...whole.format, sheet: all };
    return success(whole);
  }
  const chosen = tables.find((table) => nameOf(table) === wanted) ?? longestOf(tables);
  const own = { ...parts, sheet: nameOf(chosen), sheets: names };
  const part = new SheetTable(source, own, known, chosen.from);
  for (const { index, cells } of rows) {
    if (index < chosen.from || index >= chosen.to) continue;
    const problem = part.add({ index: index - chosen.from, cells });
    if (problem) return failure(problem);
    await breathing.breathe();
  }
  return part.finish();
}

/** With their empty rows, and all of one length, as they would be saved as text. */
function textRows(rows: readonly SheetRow[]): readonly TextRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const texts: TextRow[] = [];
  for (const { index, cells } of rows) {
    if (index < mostRows) while (texts.length < index) texts.push(null);
    texts.push(filledUp(cells, width));
  }
  return texts;
}

/** An archive is read from its end, and a stream from its beginning. */
async function wholeOf(source: TableSource, signal?: AbortSignal): Promise<Blob> {
  const pieces = new PieceReader(source.stream());
  const end = () => pieces.cancel();
  signal?.addEventListener("abort", end, { once: true });
  const read: Blob[] = [];
  try {
    for (let piece = await pieces.next(); piece; piece = await pieces.next()) read.push(new Blob([piece]));
    signal?.throwIfAborted();
    return new Blob(read);
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}

/** The table of a sheet, which begins when enough of its rows are there to say what its columns are. */
class SheetTable {
  table: Table | null = null;
  hasJustBegun = false;
  readonly #source: TableSource;
  readonly #parts: WorkbookParts;
  readonly #known: Partial<TableFormat>;
  #first: SheetRow[] = [];
  /** The row of the sheet that comes next, counted from 0. */
  #next = 0;
  readonly #above: number;

  /** @param above rows of the sheet that stand above */
  constructor(source: TableSource, parts: WorkbookParts, known: Partial<TableFormat>, above = 0) {
    this.#source = source;
    this.#parts = parts;
    this.#known = known;
    this.#above = above;
  }

  /** What is in the way, or null. */
  add(row: SheetRow) {
    this.hasJustBegun = false;
    if (this.table) this.#give(row, this.table);
    else if (row.cells.some((cell) => cell !== "") && this.#first.push(row) === sampleRows)
      return this.#begin();
    return null;
  }

  finish(): Result<Table> {
    const problem = this.table ? null : this.#begin();
    const { table } = this;
    if (problem || !table) return failure(problem ?? "");
    if (!table.format.footer) table.leaveOutLastRows(footerRows(table));
    table.complete = true;
    return success(table);
  }

  #begin() {
    const { name, size: sizeBytes } = this.#source;
    const { sheet, sheets } = this.#parts;
    const rows = asWideAsNames(
      this.#first.map(({ cells }) => cells),
      this.#known,
    );
    const { firstRow, ...top } = findTop(rows, this.#known);
    const columnCount = usualLength(rows.slice(top.skipped));
    const columns = Math.max(columnCount, firstRow.length);
    if (columns > mostColumns) return message("table.tooManyColumns", { name, columns, most: mostColumns });
    const written = { form: "workbook", sheet, encoding: "utf-8", delimiter: ",", quote: '"' } as const;
    const format = {
      ...written,
      ...top,
      footer: this.#known.footer ?? false,
      timesDown: false,
      timesJoined: false,
      decimalsJoined: false,
    };
    const table = new Table({ name, sizeBytes }, format, { columnCount, firstRow });
    table.sheets = sheets;
    table.bytesRead = sizeBytes;
    table.beginBelow(this.#above);
    for (const row of this.#first) this.#give(row, table);
    this.#first = [];
    this.table = table;
    this.hasJustBegun = true;
    return null;
  }

  #give({ index, cells }: SheetRow, table: Table): void {
    // Rows without a cell are not in the file, and the others keep their numbers, if they can be those of a sheet.
    if (index < mostRows) for (; this.#next < index; this.#next++) table.addBlankLine();
    this.#next++;
    if (cells.every((cell) => cell === "")) table.addBlankLine();
    else table.addRow(filledUp(cells, table.columns.length), false);
  }
}

/**
 * Empty cells at the end of a row are not in the file, so that of columns of which the last end early most rows are short. They are filled up
 * where the names below what is above the table go as far.
 */
function asWideAsNames(
  rows: readonly (readonly string[])[],
  known: Partial<TableFormat>,
): readonly (readonly string[])[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (width === usualLength(rows) || width > mostColumns) return rows;
  const wide = rows.map((cells) => filledUp(cells, width));
  const { header, skipped, firstRow } = findTop(wide, known);
  return header && skipped > 0 && firstRow[width - 1].trim() !== "" ? wide : rows;
}

/** Formats of empty cells at the end of a row are in the file, while these are not. */
function filledUp(cells: readonly string[], width: number): readonly string[] {
  if (cells.length < width) return [...cells, ...Array<string>(width - cells.length).fill("")];
  return cells.slice(width).every((cell) => cell === "") ? cells.slice(0, width) : cells;
}
