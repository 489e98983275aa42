/** A table whose times stand across (`timesAcross.ts`), with a row for each of them instead. */
import type { Breathing } from "../breathing";
import { ArrangedTable } from "./arrangedTable";
import { GrowingInts } from "./growingInts";
import type { Table } from "./table";
import type { TimesAcross } from "./timesAcross";

const rowsBetweenBreaths = 256;

class StackedTable extends ArrangedTable {
  /** Of each row, the one of the file that it is from. */
  readonly #from = new GrowingInts();

  addStep(row: number, cells: readonly string[]): void {
    this.addRow(cells, false);
    this.#from.push(row);
  }

  override rowNumber(row: number): number {
    return this.file.rowNumber(row < 0 ? row : (this.#from.values()[row] ?? this.file.rowCount));
  }
}

/**
 * Cells without a value before the first and behind the last of a series are no steps of it. The rows of one series follow each
 * other; a series each row has the names that stand beside it, or its number where none do.
 */
export async function stackTimes(file: Table, across: TimesAcross, breathing: Breathing): Promise<Table> {
  const { first, count, name, kept, isSeriesPerRow, timeOf } = across;
  const isNumbered = isSeriesPerRow && kept.length === 0 && file.rowCount > 1;
  const beside = isNumbered ? ["row"] : kept.map((column) => file.names[column]);
  const table = new StackedTable(file, [...beside, name, "value"], { timesDown: true });
  for (let row = 0; row < file.rowCount; row++) {
    const values = Array.from({ length: count }, (_, i) => file.columns[first + i].at(row));
    const isFilled = (value: string) => value.trim() !== "";
    const from = isSeriesPerRow || row === 0 ? values.findIndex(isFilled) : 0;
    const to = isSeriesPerRow || row === file.rowCount - 1 ? values.findLastIndex(isFilled) : count - 1;
    const names = isNumbered ? [String(row + 1)] : kept.map((column) => file.columns[column].at(row));
    for (let i = Math.max(from, 0); i <= to; i++) {
      const time = timeOf(row, i);
      if (time !== null) table.addStep(row, [...names, time, values[i]]);
    }
    if (row % rowsBetweenBreaths === 0) await breathing.breathe();
  }
  table.showFile();
  return table;
}
