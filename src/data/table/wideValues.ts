/** Rows of numbers that are sequences of one feature. */

import { message, type Said } from "../../words/message";
import { numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { carryBackward, carryForward, interpolate } from "./fillMissing";
import { missingProblems } from "./tableSentences";
import type { PrepareOptions, TableProblem } from "./tableTypes";

export interface WideValues {
  /** [rows, T]. */
  readonly numbers: Float64Array;
  /** [rows]: without what is missing at the end; 0 for rows that are left out. */
  readonly lengths: Int32Array;
  readonly dropped: number;
  /** The first row without any value that is not left out for another reason, or −1. */
  readonly firstEmpty: number;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly Said[];
}

/** Cells that are missing at the end of a row make a shorter sequence; those within are filled. */
export function wideValues(
  described: DescribedTable,
  steps: readonly number[],
  options: PrepareOptions,
): WideValues {
  const { table } = described;
  const T = steps.length;
  const numbers = new Float64Array(table.rowCount * T);
  const out = new Uint8Array(table.rowCount);
  steps.forEach((column, t) => {
    const { values, invalidRows } = numericColumn(described, column);
    for (let row = 0; row < values.length; row++) numbers[row * T + t] = values[row];
    if (options.invalid === "dropRow") for (const row of invalidRows) out[row] = 1;
  });
  if (options.ragged === "drop") for (const row of table.raggedRows) out[row] = 1;
  const lengths = new Int32Array(table.rowCount);
  const missing = { count: 0, firstRow: -1, name: "" };
  for (let row = 0; row < table.rowCount; row++) {
    const values = numbers.subarray(row * T, (row + 1) * T);
    lengths[row] = out[row] ? 0 : lengthOf(values);
    const gaps = values.subarray(0, lengths[row]).findIndex(Number.isNaN);
    if (gaps < 0) continue;
    if (missing.firstRow < 0) Object.assign(missing, { firstRow: row, name: table.names[steps[gaps]] });
    missing.count += values
      .subarray(0, lengths[row])
      .reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
    if (options.missing === "drop") out[row] = 1;
    else fill({ values, from: 0, to: lengths[row] }, options);
    if (out[row]) lengths[row] = 0;
  }
  const firstEmpty = lengths.findIndex((length, row) => length === 0 && out[row] === 0);
  const dropped = out.reduce((sum, isOut) => sum + isOut, 0);
  const problems = missing.count > 0 ? missingProblems(described, [missing], options) : [];
  const decisions = [
    ...problems.map(({ message }) => message),
    ...(dropped > 0 ? [message("table.rowsWithMissingOut", { count: dropped })] : []),
  ];
  return { numbers, lengths, dropped, firstEmpty, problems, decisions };
}

function lengthOf(values: Float64Array): number {
  let length = values.length;
  while (length > 0 && Number.isNaN(values[length - 1])) length--;
  return length;
}

function fill(gap: { values: Float64Array; from: number; to: number }, { missing }: PrepareOptions): void {
  if (missing === "interpolate") interpolate(gap, null);
  else carryForward(gap);
  carryBackward(gap);
}

export function emptyRows(
  described: DescribedTable,
  { lengths, dropped, firstEmpty }: WideValues,
): readonly TableProblem[] {
  const count = lengths.reduce((sum, length) => sum + (length === 0 ? 1 : 0), 0) - dropped;
  if (count <= 0) return [];
  const row = described.table.rowNumber(firstEmpty);
  const said = message("table.emptyRows", { count, row });
  return [{ kind: "emptySequence", severity: "warns", message: said, row, column: null, count, choices: [] }];
}
