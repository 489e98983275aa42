/** Reads a sheet of an Excel workbook. */
import { NoAnswer } from "../../within";
import { message } from "../../words/message";
import { startBreathing } from "../breathing";
import { failure, type Result, success } from "../result";
import { footerRows } from "./footerRows";
import { type WorkbookParts, workbookParts } from "./forms/workbookParts";
import { type SheetRow, workbookRows } from "./forms/workbookRows";
import { PieceReader } from "./pieceReader";
import { mostColumns, Table } from "./table";
import type { ReadOptions, TableSource } from "./tableSource";
import { findTop, usualLength } from "./tableTop";
import type { TableFormat } from "./tableTypes";

/** Rows that say where names are and how many columns there are; the preview begins with them. */
const topRows = 200;

/** Of a sheet (ECMA-376, part 1, 18.3.1.73). */
const mostRows = 2 ** 20;

/** Rejects with the signal's reason when it is aborted. */
export async function readWorkbook(
  source: TableSource,
  { format: known = {}, signal, onBeginning }: ReadOptions,
): Promise<Result<Table>> {
  const { name } = source;
  const breathing = startBreathing(signal);
  const workbook = await wholeOf(source, signal);
  const parts = await workbookParts(workbook, name, known.sheet ?? null, breathing);
  if (!parts.ok) return parts;
  const { archive, sheet } = parts.value;
  const sheetTable = new SheetTable(source, parts.value, known);
  try {
    for await (const row of workbookRows(archive, sheet, breathing)) {
      const problem = sheetTable.add(row);
      if (problem) return failure(problem);
      if (sheetTable.hasJustBegun && sheetTable.table) await onBeginning?.(sheetTable.table);
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof NoAnswer) throw error;
    // What the library says of it is meant for programmers.
    return failure(message("table.sheetDamaged", { name, sheet }));
  }
  return sheetTable.finish();
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

  constructor(source: TableSource, parts: WorkbookParts, known: Partial<TableFormat>) {
    this.#source = source;
    this.#parts = parts;
    this.#known = known;
  }

  /** What is in the way, or null. */
  add(row: SheetRow) {
    this.hasJustBegun = false;
    if (this.table) this.#give(row, this.table);
    else if (row.cells.some((cell) => cell !== "") && this.#first.push(row) === topRows) return this.#begin();
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
    const rows = this.#first.map(({ cells }) => cells);
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
    };
    const table = new Table({ name, sizeBytes }, format, { columnCount, firstRow });
    table.sheets = sheets;
    table.bytesRead = sizeBytes;
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
    else table.addRow(filledUp(cells, table), false);
  }
}

/** Empty cells at the end of a row are not in the file, and formats of empty cells are. */
function filledUp(cells: readonly string[], { columns: { length } }: Table): readonly string[] {
  if (cells.length < length) return [...cells, ...Array<string>(length - cells.length).fill("")];
  return cells.slice(length).every((cell) => cell === "") ? cells.slice(0, length) : cells;
}
