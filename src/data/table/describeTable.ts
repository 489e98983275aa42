/** A table's preview: how it was read, what each column is, and what is wrong with it. */
import { type Breathing, startBreathing } from "../breathing";
import { type ColumnFacts, describeColumn } from "./describeColumn";
import { type Interpretation, interpretTable, type TableCorrections } from "./interpretTable";
import type { Table } from "./table";
import { tableProblems } from "./tableProblems";
import { defaultPrepareOptions, type PrepareOptions, type TablePreview } from "./tableTypes";

/** A table with what it means: all that questions are asked of. */
export interface DescribedTable {
  readonly table: Table;
  readonly interpretation: Interpretation;
  readonly facts: readonly ColumnFacts[];
  readonly preview: TablePreview;
}

export interface DescribeOptions {
  readonly corrections?: TableCorrections;
  readonly prepare?: PrepareOptions;
  readonly signal?: AbortSignal;
  /** The share of the columns that are counted, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /**
   * What was counted before, of the same table and the same rows; columns whose meaning is the same are not counted again.
   */
  readonly earlier?: DescribedTable | null;
}

const previewRows = 100;

/** Rejects with the signal's reason when it is aborted, and never else. */
export async function describeTable(table: Table, options: DescribeOptions = {}): Promise<DescribedTable> {
  const breathing = startBreathing(options.signal);
  const interpretation = interpretTable(table, options.corrections ?? {});
  const facts: ColumnFacts[] = [];
  for (let column = 0; column < table.columns.length; column++) {
    facts.push(
      earlierFacts(table, interpretation, column, options.earlier) ??
        (await countColumn(table, interpretation, column, breathing)),
    );
    options.onProgress?.((column + 1) / table.columns.length);
  }
  const described = { table, interpretation, facts };
  const problems = tableProblems(described, options.prepare ?? defaultPrepareOptions);
  return { ...described, preview: { ...previewOf(described), problems } };
}

function countColumn(table: Table, { types, format }: Interpretation, column: number, breathing: Breathing) {
  return describeColumn(table, column, { type: types[column], format, breathing });
}

function earlierFacts(
  table: Table,
  { types, format }: Interpretation,
  column: number,
  earlier: DescribedTable | null | undefined,
): ColumnFacts | null {
  if (!earlier || earlier.table !== table || earlier.preview.rowCount !== table.rowCount) return null;
  const before = earlier.interpretation;
  const same =
    JSON.stringify([before.types[column], before.format]) === JSON.stringify([types[column], format]);
  return same ? earlier.facts[column] : null;
}

function previewOf({ table, interpretation, facts }: Omit<DescribedTable, "preview">) {
  const { format, types, detected } = interpretation;
  const rowCount = table.rowCount;
  const shown = Array.from({ length: Math.min(rowCount, previewRows) }, (_, row) => row);
  return {
    name: table.origin.name,
    sizeBytes: table.origin.sizeBytes,
    bytesRead: table.bytesRead,
    partial: !table.complete,
    rowCount,
    format,
    columns: facts.map(
      ({ missing, invalid, infinite, distinct, distinctAtLeast, min, max, examples }, c) => ({
        name: table.names[c],
        type: types[c],
        detected: detected[c],
        missing,
        invalid: invalid.count + infinite.count,
        distinct,
        distinctAtLeast,
        min,
        max,
        examples,
      }),
    ),
    rows: shown.map((row) => table.columns.map((column) => column.at(row))),
    rowNumbers: shown.map((row) => table.rowNumber(row)),
    foundForm: table.foundForm,
    sheets: table.sheets,
    head: table.head,
  };
}
