/** A table in memory: its columns as they stand in the file, and what was found on the way. Grows while it is read. */
import { CellColumn } from "./cellColumn";
import { TableFaults } from "./tableFaults";
import type { TableFormat } from "./tableTypes";

/** How the bytes became cells: the part of the format that a change of needs a new reading. */
export type ReadFormat = Pick<TableFormat, "encoding" | "delimiter" | "quote" | "header">;

export const mostColumns = 4096;
/** Cells of pages that are not full yet, of all columns together. */
const openCells = 2 ** 18;
const replacement = "\uFFFD";

export interface TableOrigin {
  readonly name: string;
  readonly sizeBytes: number;
}

export class Table {
  readonly origin: TableOrigin;
  readonly format: ReadFormat;
  /** One a column, none empty, all different. */
  readonly names: readonly string[];
  /** The names that more than one column has in the file. */
  readonly duplicateNames: readonly string[];
  readonly columns: readonly CellColumn[];
  readonly faults = new TableFaults();
  bytesRead = 0;
  /** Whether all rows are here. */
  complete = false;
  #rowCount = 0;
  /** Whether the next row of the file is the header, whose cells are known. */
  #expectsHeader: boolean;

  /** @param firstRow the file's, from which the names come where it is the header */
  constructor(
    origin: TableOrigin,
    format: ReadFormat,
    shape: { readonly columnCount: number; readonly firstRow: readonly string[] },
  ) {
    this.origin = origin;
    this.format = format;
    const header = format.header ? withoutEmptyTail(shape.firstRow, shape.columnCount) : [];
    const columnCount = Math.min(Math.max(shape.columnCount, header.length, 1), mostColumns);
    const { names, duplicates } = columnNames(header, columnCount);
    this.names = names;
    this.duplicateNames = duplicates;
    const rowsPerPage = Math.min(2 ** 15, Math.max(64, Math.floor(openCells / columnCount)));
    this.columns = names.map(() => new CellColumn(rowsPerPage));
    this.#expectsHeader = format.header;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** @param mayHaveFlaws whether the text that the row is from has characters that could not be decoded */
  addRow(cells: readonly string[], mayHaveFlaws: boolean): void {
    if (mayHaveFlaws) this.#countUndecodable(cells);
    if (this.#expectsHeader) {
      this.#expectsHeader = false;
      return;
    }
    const { columns, faults } = this;
    if (cells.length !== columns.length) {
      if (faults.ragged.length === 0) faults.firstRaggedCells = cells.length;
      faults.ragged.push(this.#rowCount);
    }
    for (let c = 0; c < columns.length; c++) columns[c].push(c < cells.length ? cells[c] : "");
    this.#rowCount++;
  }

  /** The row that is read next, −1 while the header is. */
  get nextRow(): number {
    return this.#expectsHeader ? -1 : this.#rowCount;
  }

  /** The row as a spreadsheet numbers it. */
  rowNumber(row: number): number {
    return this.faults.rowNumber(row, this.format.header);
  }

  #countUndecodable(cells: readonly string[]): void {
    for (let c = 0; c < cells.length; c++)
      if (cells[c].includes(replacement)) this.faults.undecodable.add(this.nextRow, c);
  }
}

/** A delimiter too many at the end of the header alone is no column. */
function withoutEmptyTail(header: readonly string[], columnCount: number): readonly string[] {
  let length = header.length;
  while (length > columnCount && header[length - 1].trim() === "") length--;
  return header.slice(0, length);
}

function columnNames(header: readonly string[], columnCount: number) {
  const used = new Set<string>();
  const duplicates = new Set<string>();
  const names = Array.from({ length: columnCount }, (_, c) => {
    const given = c < header.length ? header[c].trim().slice(0, 200) : "";
    const wanted = given === "" ? `column ${c + 1}` : given;
    if (given !== "" && used.has(given)) duplicates.add(given);
    let name = wanted;
    for (let k = 2; used.has(name); k++) name = `${wanted} (${k})`;
    used.add(name);
    return name;
  });
  return { names, duplicates: [...duplicates] };
}
