/** The values of the columns in use, row after row of the arrangement, and what becomes of repeated times and missing values. */

import { giveBack } from "../giveBack";
import type { TargetForm } from "../targetForm";
import type { Arrangement } from "./arrangeRows";
import { numbersAt, wordsAt } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { carryBackward, carryForward, interpolate } from "./fillMissing";
import type { PrepareContext } from "./prepareContext";
import type { PrepareOptions } from "./tableTypes";

export interface SequenceColumn {
  /** Of the table. */
  readonly column: number;
  readonly name: string;
  readonly kind: "number" | "category";
  /** [rows]: numbers, or indices of words; NaN where there is none. */
  readonly values: Float64Array<ArrayBuffer>;
  readonly words: readonly string[];
  /** Where `values` are no longer the column's own. */
  readonly readAs?: TargetForm;
}

/** Sequences one after the other; all arrays have one entry a row, `starts` one more than there are sequences. */
export interface SequenceTable {
  readonly rows: Int32Array<ArrayBuffer>;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly times: Float64Array<ArrayBuffer> | null;
  readonly columns: readonly SequenceColumn[];
}

/** Gives the memory of some tables back, which nobody reads any more. */
export function giveTablesBack(tables: readonly SequenceTable[]): void {
  for (const { rows, starts, times, columns } of tables) {
    giveBack([rows, starts, ...(times ? [times] : [])]);
    giveBack(columns.map(({ values }) => values));
  }
}

export async function sequenceTable(
  described: DescribedTable,
  arrangement: Arrangement,
  columns: readonly number[],
  { options, breathing }: PrepareContext,
): Promise<SequenceTable> {
  const { rows, starts, times, repeated } = arrangement;
  const values: SequenceColumn[] = [];
  for (const column of columns) {
    values.push(gathered(described, column, rows));
    await breathing.breathe();
  }
  const whole = { rows, starts, times, columns: values };
  if (!repeated) return whole;
  if (options.duplicateTimes === "mean") takeMeans(whole, repeated);
  // Of "first" and "mean" the first of each run stays, of "last" the one that no repetition follows.
  const stays = (i: number) =>
    options.duplicateTimes === "last" ? i + 1 === rows.length || repeated[i + 1] === 0 : repeated[i] === 0;
  return keepRows(whole, stays);
}

function gathered(described: DescribedTable, column: number, rows: Int32Array): SequenceColumn {
  const name = described.table.names[column];
  if (described.interpretation.types[column].kind === "number") {
    return { column, name, kind: "number", values: numbersAt(described, column, rows), words: [] };
  }
  const { ids, words } = wordsAt(described, column, rows);
  const values = Float64Array.from(ids, (id) => (id < 0 ? Number.NaN : id));
  return { column, name, kind: "category", values, words };
}

/** Every run of rows of one time has the mean of its numbers in its first row. */
function takeMeans({ rows, columns }: SequenceTable, repeated: Uint8Array): void {
  for (const { kind, values } of columns) {
    if (kind !== "number") continue;
    for (let i = 0; i < rows.length; ) {
      let [sum, count, end] = [0, 0, i];
      do {
        if (!Number.isNaN(values[end])) [sum, count] = [sum + values[end], count + 1];
        end++;
      } while (end < rows.length && repeated[end] === 1);
      values[i] = count > 0 ? sum / count : Number.NaN;
      i = end;
    }
  }
}

/** The rows for which `stays` is true, in the same sequences, of which some may then have none. */
export function keepRows(table: SequenceTable, stays: (i: number) => boolean): SequenceTable {
  const { rows, starts, times, columns } = table;
  const kept = new Int32Array(rows.length);
  const newStarts = new Int32Array(starts.length);
  let count = 0;
  for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
    for (let i = starts[sequence]; i < starts[sequence + 1]; i++) if (stays(i)) kept[count++] = i;
    newStarts[sequence + 1] = count;
  }
  if (count === rows.length) return table;
  const picked = <A extends Int32Array | Float64Array>(from: A, into: A): A => {
    for (let i = 0; i < count; i++) into[i] = from[kept[i]];
    return into;
  };
  return {
    rows: picked(rows, new Int32Array(count)),
    starts: newStarts,
    times: times && picked(times, new Float64Array(count)),
    columns: columns.map((column) => ({ ...column, values: picked(column.values, new Float64Array(count)) })),
  };
}

/** The columns for which `stays` is true. */
export function keepColumns(table: SequenceTable, stays: (column: SequenceColumn) => boolean): SequenceTable {
  return { ...table, columns: table.columns.filter(stays) };
}

/** The sequences for which `stays` is true. */
export function keepSequences(table: SequenceTable, stays: (sequence: number) => boolean): SequenceTable {
  const { starts, rows } = table;
  const isIn = new Uint8Array(rows.length);
  const newStarts = [0];
  for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
    if (!stays(sequence)) continue;
    isIn.fill(1, starts[sequence], starts[sequence + 1]);
    newStarts.push(newStarts[newStarts.length - 1] + starts[sequence + 1] - starts[sequence]);
  }
  return { ...keepRows(table, (i) => isIn[i] === 1), starts: Int32Array.from(newStarts) };
}

export interface MissingCount {
  readonly name: string;
  readonly count: number;
  /** Of the first, a row of the table. */
  readonly firstRow: number;
}

/** Missing values by column, columns without any left out. */
export function countMissing({ rows, columns }: SequenceTable): readonly MissingCount[] {
  return columns.flatMap(({ name, values }) => {
    let count = 0;
    let firstRow = -1;
    for (let i = 0; i < values.length; i++) {
      if (!Number.isNaN(values[i])) continue;
      if (count++ === 0) firstRow = rows[i];
    }
    return count > 0 ? [{ name, count, firstRow }] : [];
  });
}

/** Without the rows in which anything is missing. */
export function dropMissing(table: SequenceTable): SequenceTable {
  return keepRows(table, (i) => !table.columns.some(({ values }) => Number.isNaN(values[i])));
}

/**
 * Fills what is missing, in place and within each sequence: forward from the last value, or on the line to the next where that is
 * chosen and the column has numbers; at the beginning of a sequence from the first value. What is missing in all of a sequence
 * stays so.
 */
export function fillSequences(
  { starts, times, columns }: SequenceTable,
  missing: PrepareOptions["missing"],
): void {
  for (const { kind, values } of columns)
    for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
      const gap = { values, from: starts[sequence], to: starts[sequence + 1] };
      if (missing === "interpolate" && kind === "number") interpolate(gap, times);
      else carryForward(gap);
      carryBackward(gap);
    }
}

/**
 * The same for series of which the first rows train. Lines between values are drawn within these only: behind them the value at
 * the end of a line is often what is to be forecast, and a value on the line would give it away. What is missing before the first
 * value stays so.
 *
 * @param trainRows of each of the series
 */
export function fillSeries(
  { starts, times, columns }: SequenceTable,
  missing: PrepareOptions["missing"],
  trainRows: ArrayLike<number>,
): void {
  for (const { kind, values } of columns)
    for (let series = 0; series + 1 < starts.length; series++) {
      const from = starts[series];
      if (missing === "interpolate" && kind === "number")
        interpolate({ values, from, to: from + trainRows[series] }, times);
      carryForward({ values, from, to: starts[series + 1] });
    }
}
