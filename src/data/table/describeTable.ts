/** A table's preview: how it was read, what each column is, and what is wrong with it. */
import { type Breathing, startBreathing } from "../breathing";
import { type ColumnFacts, describeColumn } from "./describeColumn";
import { filteredTable } from "./filteredTable";
import { type Interpretation, interpretTable, type TableCorrections } from "./interpretTable";
import { filterRows } from "./rowFilter";
import type { Table } from "./table";
import { tableProblems } from "./tableProblems";
import type { TableRows } from "./tableRows";
import {
  defaultPrepareOptions,
  type EvenCounts,
  type EvenSteps,
  type FilterPreview,
  type PrepareOptions,
  type RowFilter,
  type TablePreview,
} from "./tableTypes";

/** A table with what it means: all that questions are asked of. */
export interface DescribedTable {
  readonly table: TableRows;
  /** By which rows were left out; null where all are read. */
  readonly filter: RowFilter | null;
  /** Where rows were brought to even steps; null where they are as in the file. */
  readonly even: EvenReading | null;
  readonly interpretation: Interpretation;
  readonly facts: readonly ColumnFacts[];
  readonly preview: TablePreview;
}

export interface EvenReading {
  readonly steps: EvenSteps;
  readonly inFile: DescribedTable;
  /** With more than can be, the rows are still those of the file. */
  readonly counts: EvenCounts;
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
export async function describeTable(whole: Table, options: DescribeOptions = {}): Promise<DescribedTable> {
  const breathing = startBreathing(options.signal);
  const { corrections = {} } = options;
  // What columns are is told by all rows: a few of them say less.
  const interpretation = interpretTable(whole, corrections);
  const filtered =
    corrections.filter === undefined
      ? null
      : await filterRows(whole, interpretation, corrections.filter, breathing);
  const table = filtered?.rows ? filteredTable(whole, filtered.rows) : whole;
  const filter = filtered?.rows ? filtered.filter : null;
  const preview = filtered && {
    filter: filtered.filter,
    of: whole.rowCount,
    kept: table.rowCount,
    values: filtered.values,
  };
  return describeRows({ table, interpretation, filter, even: null }, { ...options, filtered: preview });
}

type Undescribed = Omit<DescribedTable, "facts" | "preview">;

/** Of rows whose meaning is known. */
export async function describeRows(
  of: Undescribed,
  options: DescribeOptions & { readonly filtered: FilterPreview | null },
): Promise<DescribedTable> {
  const { table, interpretation } = of;
  const { earlier = null } = options;
  const breathing = startBreathing(options.signal);
  const facts: ColumnFacts[] = [];
  for (let column = 0; column < table.columns.length; column++) {
    facts.push(
      earlierFacts(of, column, earlier) ?? (await countColumn(table, interpretation, column, breathing)),
    );
    options.onProgress?.((column + 1) / table.columns.length);
  }
  const described = { ...of, facts };
  const problems = tableProblems(described, options.prepare ?? defaultPrepareOptions);
  return { ...described, preview: { ...previewOf(described, options.filtered), problems } };
}

function countColumn(
  table: TableRows,
  { types, format }: Interpretation,
  column: number,
  breathing: Breathing,
) {
  return describeColumn(table, column, { type: types[column], format, breathing });
}

function earlierFacts(now: Undescribed, column: number, earlier: DescribedTable | null): ColumnFacts | null {
  const { table } = now;
  if (now.even || earlier?.table.whole !== table.whole || earlier.preview.rowCount !== table.rowCount)
    return null;
  const meaning = ({ interpretation: { types, format }, filter }: typeof now) =>
    // Another type of the filter's column may leave other rows.
    JSON.stringify([types[column], format, filter, filter && types[filter.column]]);
  return meaning(earlier) === meaning(now) ? earlier.facts[column] : null;
}

function previewOf(
  { table, interpretation, facts, even }: Omit<DescribedTable, "preview">,
  filter: FilterPreview | null,
) {
  const { format, types, detected } = interpretation;
  const { rowCount, whole } = table;
  const shown = Array.from({ length: Math.min(rowCount, previewRows) }, (_, row) => row);
  return {
    name: table.origin.name,
    sizeBytes: table.origin.sizeBytes,
    bytesRead: whole.bytesRead,
    partial: !whole.complete,
    rowCount,
    filter,
    even: even?.steps ?? null,
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
    foundForm: whole.foundForm,
    sheets: whole.sheets,
    head: whole.head,
  };
}
