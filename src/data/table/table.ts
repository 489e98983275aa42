/** A table in memory: its columns as they stand in the file, and what was found on the way. Grows while it is read. */
import { CellColumn, detached } from "./cellColumn";
import type { PlainLines } from "./plainLines";
import { TableFaults, Tally } from "./tableFaults";
import type { FewNames, HeadRow, TableForm, TableFormat } from "./tableTypes";

/** How the bytes became cells: the part of the format that a change of needs a new reading. */
export type ReadFormat = Pick<
  TableFormat,
  | "form"
  | "sheet"
  | "encoding"
  | "delimiter"
  | "quote"
  | "header"
  | "skipped"
  | "headerRows"
  | "footer"
  | "timesDown"
  | "timesJoined"
  | "decimalsJoined"
>;

export const mostColumns = 4096;
/** Cells of pages that are not full yet, of all columns together. */
const openCells = 2 ** 18;
/** Rows that are kept as they stand at the beginning of the file, and cells of each. */
const headRows = 12;
const headCells = 8;
const replacement = "\uFFFD";

export interface TableOrigin {
  readonly name: string;
  readonly sizeBytes: number;
}

export interface FoundAcross {
  readonly from: string;
  readonly to: string;
  /** Whether each row is a series of its own, or goes on where the row before ends. */
  readonly isSeriesPerRow: boolean;
  /** Whether they are times without doubt. */
  readonly isCertain: boolean;
  /** Whether there is room for a row each. */
  readonly canBeDown: boolean;
  /** Columns whose numbers are sums or means of the others. */
  readonly leftOut: readonly string[];
}

export interface FoundBeside {
  /** Of each series, the column of its times. */
  readonly times: readonly string[];
  /** Whether they are of series of their own without doubt. */
  readonly isCertain: boolean;
  /** Whether there is room for a row for each time. */
  readonly canBeJoined: boolean;
  /** Columns that count the rows of the file. */
  readonly leftOut: readonly string[];
  /** Values of how many rows have no time beside them. */
  readonly untimed: number;
  /** The row above the table that has a name for each, counted from 0; null where there is none, or they are not joined. */
  readonly titleRow: number | null;
}

export class Table {
  readonly origin: TableOrigin;
  format: ReadFormat;
  /** One a column, none empty, all different. */
  readonly names: readonly string[];
  /** The names that more than one column has in the file. */
  readonly duplicateNames: readonly string[];
  columns: readonly CellColumn[];
  /** The rows of names as they stand in the file; none where the names stand in no row. */
  readonly #namesRows: (readonly string[])[] = [];
  readonly faults = new TableFaults();
  bytesRead = 0;
  /** Whether all rows are here. */
  complete = false;
  /** The first rows of the file. */
  readonly head: HeadRow[] = [];
  /** What the file is written as, whatever it is read as. */
  foundForm: TableForm;
  /** Times that stand across in the file: the names of the first and the last of their columns. */
  across: FoundAcross | null = null;
  /** Where its rows have more cells than there are names. */
  fewNames: FewNames | null = null;
  /** Series that have their times beside them, each its own. */
  beside: FoundBeside | null = null;
  /** The rows above the table that were skipped. */
  readonly above: (readonly string[])[] = [];
  /** Of a workbook, of JSON with several lists, or of a text with several tables. */
  sheets: readonly string[] = [];
  /** Rows below the table that were left out, the first of them first. */
  footer: readonly (readonly string[])[] = [];
  #rowCount = 0;
  readonly #rowsPerPage: number;
  /** Rows of the file that are still to come before the table's own: what is skipped, and the header, whose cells are known. */
  #above: number;
  /** Rows and empty lines that came before the table's own. */
  #linesAbove = 0;

  /** @param firstRow the names, where there is a header */
  constructor(
    origin: TableOrigin,
    format: ReadFormat,
    shape: { readonly columnCount: number; readonly firstRow: readonly string[] },
  ) {
    this.origin = origin;
    this.format = format;
    this.foundForm = format.form;
    const header = format.header ? withoutEmptyTail(shape.firstRow, shape.columnCount) : [];
    const columnCount = Math.min(Math.max(shape.columnCount, header.length, 1), mostColumns);
    const { names, duplicates } = columnNames(header, columnCount);
    this.names = names;
    this.duplicateNames = duplicates;
    const rowsPerPage = Math.min(2 ** 15, Math.max(64, Math.floor(openCells / columnCount)));
    this.#rowsPerPage = rowsPerPage;
    this.columns = names.map(() => new CellColumn(rowsPerPage));
    this.#above = format.skipped + (format.header ? format.headerRows : 0);
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Itself: others are some rows of it. */
  get whole(): Table {
    return this;
  }

  get raggedRows(): Int32Array {
    return this.faults.ragged.values();
  }

  /** @param mayHaveFlaws whether the text that the row is from has characters that could not be decoded */
  addRow(cells: readonly string[], mayHaveFlaws: boolean): void {
    if (mayHaveFlaws) this.#countUndecodable(cells);
    if (this.head.length < headRows) this.head.push({ number: this.#nextNumber(), cells: shortRow(cells) });
    if (this.#above > 0) {
      this.#above--;
      this.#linesAbove++;
      const isOfNames = this.format.header && this.#above < this.format.headerRows;
      if (isOfNames && cells.some(isWord)) this.#namesRows.push([...cells]);
      if (this.#above >= (this.format.header ? this.format.headerRows : 0))
        this.above.push(cells.map(detached));
      return;
    }
    if (this.#areNames(cells)) {
      this.faults.namesAgain.add(this.#rowCount, 0);
      this.faults.blankLines.push(this.#rowCount);
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

  /** What rows begin with that may have the names again. */
  get namesBegin(): readonly string[] {
    return this.#namesRows.map(([first]) => first);
  }

  #areNames(cells: readonly string[]): boolean {
    return this.#namesRows.some(
      (names) => cells.length === names.length && cells.every((cell, c) => cell === names[c]),
    );
  }

  /** Of a table that begins below others in its file: the rows and empty lines above. */
  beginBelow(lines: number): void {
    this.#linesAbove += lines;
  }

  /** Of all that follows; what came before is the same in it. */
  setEncoding(encoding: string): void {
    this.format = { ...this.format, encoding };
  }

  /** Empty cells of a column have what stands above them. */
  fillDown(index: number): void {
    const filled = new Tally();
    let above = "";
    this.#rewrite(index, (cell, row) => {
      if (cell.trim() === "") filled.add(row, index);
      else above = cell;
      return above;
    });
    this.faults.filledDown.set(index, filled);
  }

  /** Rows that have the sums of others; those below keep their numbers. */
  leaveOutSums(column: number, rows: readonly number[]): void {
    const { faults } = this;
    const known = new Set(rows);
    faults.sums.count = rows.length;
    faults.sums.name = this.columns[column].at(rows[0]).trim();
    const placeOf = (row: number) => row - countBelow(rows, row);
    const blank = [...faults.blankLines.values(), ...rows].sort((one, other) => one - other);
    faults.blankLines.replace(blank.map(placeOf));
    faults.ragged.replace([...faults.ragged.values()].filter((row) => !known.has(row)).map(placeOf));
    this.columns = this.columns.map((cells) => {
      const column = new CellColumn(this.#rowsPerPage);
      for (let row = 0; row < this.#rowCount; row++) if (!known.has(row)) column.push(cells.at(row));
      return column;
    });
    this.#rowCount -= rows.length;
  }

  #rewrite(index: number, cellOf: (cell: string, row: number) => string): void {
    const cells = this.columns[index];
    const column = new CellColumn(this.#rowsPerPage);
    for (let row = 0; row < this.#rowCount; row++) column.push(cellOf(cells.at(row), row));
    this.columns = this.columns.map((one, c) => (c === index ? column : one));
  }

  /** Whether what stands above the table's own rows, and the first of these, are here: the rest may come as bytes. */
  get takesLines(): boolean {
    return this.#above === 0 && this.head.length === headRows;
  }

  /** Rows of as many cells as there are columns. */
  addLines(bytes: Uint8Array, lines: PlainLines): void {
    for (let c = 0; c < this.columns.length; c++) this.columns[c].pushLines(bytes, lines, c);
    this.#rowCount += lines.rows;
  }

  addBlankLine(): void {
    if (this.#above > 0) this.#linesAbove++;
    else this.faults.blankLines.push(this.#rowCount);
  }

  /** Their cells stay where they are; nothing reads behind the last row. */
  leaveOutLastRows(count: number): void {
    const first = this.#rowCount - count;
    this.footer = Array.from({ length: count }, (_, i) =>
      shortRow(this.columns.map((column) => column.at(first + i))),
    );
    this.#rowCount = first;
    this.faults.ragged.dropFrom(first);
  }

  /** The row that is read next, −1 while the header is, or what stands above it. */
  get nextRow(): number {
    return this.#above > 0 ? -1 : this.#rowCount;
  }

  #nextNumber(): number {
    return this.#above > 0 ? this.#linesAbove + 1 : this.rowNumber(this.#rowCount);
  }

  /** The row as a spreadsheet numbers it. */
  rowNumber(row: number): number {
    return this.faults.rowNumber(row, this.#linesAbove);
  }

  #countUndecodable(cells: readonly string[]): void {
    for (let c = 0; c < cells.length; c++)
      if (cells[c].includes(replacement)) this.faults.undecodable.add(this.nextRow, c);
  }
}

/** How many of the values, which rise, are less. */
function countBelow(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isWord = (cell: string): boolean => /\p{L}/u.test(cell);

const shortRow = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, headCells).map((cell) => detached(cell.trim().slice(0, 80)));

/** A delimiter too many at the end of the header alone is no column. */
function withoutEmptyTail(header: readonly string[], columnCount: number): readonly string[] {
  let length = header.length;
  while (length > columnCount && header[length - 1].trim() === "") length--;
  return header.slice(0, length);
}

/** One without a name is called by its number, which is said alike in all languages. */
function columnNames(header: readonly string[], columnCount: number) {
  const used = new Set<string>();
  const duplicates = new Set<string>();
  const names = Array.from({ length: columnCount }, (_, c) => {
    const given = c < header.length ? header[c].trim().slice(0, 200) : "";
    const wanted = given === "" ? `#${c + 1}` : given;
    if (given !== "" && used.has(given)) duplicates.add(given);
    let name = wanted;
    for (let k = 2; used.has(name); k++) name = `${wanted} (${k})`;
    used.add(name);
    return name;
  });
  return { names, duplicates: [...duplicates] };
}
