/** Counts what is in one column: missing, wrong and different cells, smallest and largest. */
import type { Breathing } from "../breathing";
import { byteValue } from "./byteValue";
import { ByteWords } from "./byteWords";
import type { ByteMeaning } from "./cellColumn";
import { cellValue } from "./cellValue";
import type { TableRows } from "./tableRows";
import type { ColumnType, TableFormat } from "./tableTypes";

export interface ColumnFacts {
  readonly missing: number;
  readonly invalid: Flaw;
  readonly infinite: Flaw;
  readonly distinct: number;
  readonly distinctAtLeast: boolean;
  /** The cells themselves; null where there is no number or date. */
  readonly min: string | null;
  readonly max: string | null;
  readonly lowest: Extreme;
  readonly highest: Extreme;
  readonly examples: readonly string[];
}

/** How often the smallest or largest number occurs, and the first row; −1 where there is none. */
export interface Extreme {
  readonly count: number;
  readonly row: number;
}

/** Cells of one kind of mistake: how many, and the first. */
export interface Flaw {
  readonly count: number;
  readonly row: number;
  readonly cell: string;
}

/** Different cells are counted to here. */
export const mostDistinct = 10_000;
const exampleCount = 4;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const rowsOfTurn = 2 ** 14;

export async function describeColumn(
  table: TableRows,
  column: number,
  { type, format, breathing }: { type: ColumnType; format: TableFormat; breathing: Breathing },
): Promise<ColumnFacts> {
  const counter = new Counter(cellValue(type, format), {
    byteMeaning: byteValue(type, format),
    ordered: type.kind === "number" || type.kind === "date",
  });
  const cells = table.columns[column];
  const read = cells.reader(counter.meaning, counter.byteMeaning);
  for (let from = 0; from < table.rowCount; from += rowsOfTurn) {
    read(from, Math.min(table.rowCount, from + rowsOfTurn), counter.count);
    await breathing.breathe();
  }
  return counter.facts((row) => cells.at(row));
}

class Counter {
  readonly #distinct = new ByteWords();
  /** Asked once for a cell that repeats. */
  readonly meaning: (cell: string) => number | null;
  readonly byteMeaning: ByteMeaning<number> | undefined;
  readonly #ordered: boolean;
  #missing = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #minRow = -1;
  #maxRow = -1;
  #minCount = 0;
  #maxCount = 0;
  readonly #invalid = { count: 0, row: -1 };
  readonly #infinite = { count: 0, row: -1 };

  constructor(
    value: (cell: string) => number | null,
    {
      byteMeaning,
      ordered,
    }: { readonly byteMeaning: ByteMeaning<number> | undefined; readonly ordered: boolean },
  ) {
    this.#ordered = ordered;
    this.meaning = (cell) => {
      const found = value(cell);
      if (this.#distinct.size <= mostDistinct && !Number.isNaN(found)) this.#distinct.addText(cell);
      return found;
    };
    this.byteMeaning = byteMeaning && {
      ofBytes: (bytes, from, to) => {
        const found = byteMeaning.ofBytes(bytes, from, to);
        if (this.#distinct.size <= mostDistinct && found !== undefined) this.#distinct.add(bytes, from, to);
        return found;
      },
      // Until so many are different, it takes their bytes to tell them apart.
      ofDecimal: (whole, decimals, sign) =>
        this.#distinct.size > mostDistinct ? byteMeaning.ofDecimal?.(whole, decimals, sign) : undefined,
    };
  }

  readonly count = (value: number | null, row: number): void => {
    if (value === null) note(this.#invalid, row);
    else if (Number.isNaN(value)) this.#missing++;
    else if (!Number.isFinite(value)) note(this.#infinite, row);
    else if (this.#ordered) {
      if (value <= this.#min) this.#lower(value, row);
      if (value >= this.#max) this.#raise(value, row);
    }
  };

  #firstWords(): readonly string[] {
    const count = Math.min(exampleCount, this.#distinct.size);
    return Array.from({ length: count }, (_, number) => decoder.decode(this.#distinct.wordAt(number)));
  }

  #lower(value: number, row: number): void {
    if (value === this.#min) this.#minCount++;
    else [this.#min, this.#minRow, this.#minCount] = [value, row, 1];
  }

  #raise(value: number, row: number): void {
    if (value === this.#max) this.#maxCount++;
    else [this.#max, this.#maxRow, this.#maxCount] = [value, row, 1];
  }

  facts(cellAt: (row: number) => string): ColumnFacts {
    const distinctAtLeast = this.#distinct.size > mostDistinct;
    const flaw = ({ count, row }: { count: number; row: number }): Flaw => ({
      count,
      row,
      cell: row < 0 ? "" : shortened(cellAt(row)),
    });
    return {
      missing: this.#missing,
      invalid: flaw(this.#invalid),
      infinite: flaw(this.#infinite),
      distinct: distinctAtLeast ? mostDistinct : this.#distinct.size,
      distinctAtLeast,
      min: this.#minRow < 0 ? null : cellAt(this.#minRow).trim(),
      max: this.#maxRow < 0 ? null : cellAt(this.#maxRow).trim(),
      lowest: { count: this.#minCount, row: this.#minRow },
      highest: { count: this.#maxCount, row: this.#maxRow },
      examples: this.#firstWords().map(shortened),
    };
  }
}

function note(flaw: { count: number; row: number }, row: number): void {
  if (flaw.count === 0) flaw.row = row;
  flaw.count++;
}

export const shortened = (cell: string): string => {
  const text = cell.trim();
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
};
