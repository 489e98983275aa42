/** A table whose rows are made of those of a file, in another order or of parts of them. */
import { type ReadFormat, Table } from "./table";

export class ArrangedTable extends Table {
  protected readonly file: Table;

  /** @param arranged what the format says of the arrangement */
  constructor(file: Table, names: readonly string[], arranged: Partial<ReadFormat>) {
    const format = { ...file.format, ...arranged, header: true, skipped: 0, headerRows: 0 };
    super(file.origin, format, { columnCount: names.length, firstRow: names });
    this.format = { ...file.format, ...arranged };
    this.file = file;
    this.foundForm = file.foundForm;
    this.sheets = file.sheets;
    this.footer = file.footer;
    this.fewNames = file.fewNames;
    this.bytesRead = file.bytesRead;
    this.faults.quotesFound = file.faults.quotesFound;
    this.faults.joinedLines = file.faults.joinedLines;
  }

  /** The file's first rows, as they stand in it. */
  showFile(): void {
    this.head.splice(0, this.head.length, ...this.file.head);
    this.complete = this.file.complete;
  }
}
