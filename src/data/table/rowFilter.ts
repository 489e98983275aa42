/** Only those rows of a table in which one column has some values, or a number or a date of some range. */
import { type Message, message } from "../../words/message";
import type { Breathing } from "../breathing";
import { byteValue } from "./byteValue";
import { cellValue } from "./cellValue";
import { type Interpretation, missingTest } from "./interpretTable";
import { listedNames } from "./listed";
import { boundText } from "./moments";
import { rangeOf } from "./rangeOf";
import type { Table } from "./table";
import type { ColumnType, RowFilter, TableFormat } from "./tableTypes";

/** One that is asked for, and what is to be known to ask for more or less. */
export interface FilteredRows {
  readonly filter: RowFilter;
  /** Of the table, rising; null where nothing has been chosen yet, and all are read. */
  readonly rows: Int32Array<ArrayBuffer> | null;
  /** Of a filter by values: all that the column has, with the number of rows; at most `mostOffered`, the most frequent. */
  readonly values: readonly FilterValue[];
}

export interface FilterValue {
  readonly value: string;
  readonly rows: number;
}

/** More is no list to choose from. */
const mostOffered = 2000;
const rowsOfTurn = 2 ** 14;

export const isInForce = (filter: RowFilter): boolean =>
  filter.kind === "values" ? filter.values.length > 0 : filter.from !== null || filter.to !== null;

/** Null where the column is none, or of a kind that the filter means nothing for. */
export async function filterRows(
  table: Table,
  { types, format }: Interpretation,
  filter: RowFilter,
  breathing: Breathing,
): Promise<FilteredRows | null> {
  const type = types[filter.column];
  if (!type || (filter.kind === "range" && rangeOf(type) === null)) return null;
  return filter.kind === "values"
    ? ofValues(table, { type, format }, filter, breathing)
    : ofRange(table, { type, format }, filter, breathing);
}

interface Meaning {
  readonly type: ColumnType;
  readonly format: TableFormat;
}

type ValuesFilter = Extract<RowFilter, { readonly kind: "values" }>;
type RangeFilter = Extract<RowFilter, { readonly kind: "range" }>;

async function ofValues(
  table: Table,
  meaning: Meaning,
  filter: ValuesFilter,
  breathing: Breathing,
): Promise<FilteredRows> {
  const keyOf = keyIn(meaning);
  const counts = new Map<string, number>();
  const only = new Set(filter.values);
  const rows = new Int32Array(isInForce(filter) ? table.rowCount : 0);
  let kept = 0;
  const read = table.columns[filter.column].reader(keyOf);
  await eachTurn(table.rowCount, breathing, (from, to) =>
    read(from, to, (key, row) => {
      if (key === null) return;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (only.has(key)) rows[kept++] = row;
    }),
  );
  // What is chosen is listed even where the file has none of it.
  for (const value of only) if (!counts.has(value)) counts.set(value, 0);
  return { filter, rows: isInForce(filter) ? rows.slice(0, kept) : null, values: offered(counts, only) };
}

/** What two cells of one value have in common: the number, else the word; null where there is none. */
function keyIn({ type, format }: Meaning): (cell: string) => string | null {
  if (type.kind === "number") {
    const value = cellValue(type, format);
    return (cell) => {
      const number = value(cell);
      return number === null || !Number.isFinite(number) ? null : String(number);
    };
  }
  const isMissing = missingTest(format.missing);
  return (cell) => (isMissing(cell) ? null : cell.trim());
}

function offered(counts: ReadonlyMap<string, number>, only: ReadonlySet<string>): readonly FilterValue[] {
  const all = [...counts].map(([value, rows]) => ({ value, rows }));
  const frequent =
    all.length <= mostOffered
      ? all
      : [
          ...all.filter(({ value }) => only.has(value)),
          ...all.filter(({ value }) => !only.has(value)).sort((a, b) => b.rows - a.rows),
        ].slice(0, Math.max(mostOffered, only.size));
  const { compare } = new Intl.Collator("en", { numeric: true });
  return frequent.sort((a, b) => Number(a.value) - Number(b.value) || compare(a.value, b.value));
}

async function ofRange(
  table: Table,
  { type, format }: Meaning,
  filter: RangeFilter,
  breathing: Breathing,
): Promise<FilteredRows> {
  if (!isInForce(filter)) return { filter, rows: null, values: [] };
  const { from: least, to: most } = filter;
  const rows = new Int32Array(table.rowCount);
  let kept = 0;
  const read = table.columns[filter.column].reader(cellValue(type, format), byteValue(type, format));
  await eachTurn(table.rowCount, breathing, (from, to) =>
    read(from, to, (value, row) => {
      if (value === null || !Number.isFinite(value)) return;
      if ((least === null || value >= least) && (most === null || value <= most)) rows[kept++] = row;
    }),
  );
  return { filter, rows: rows.slice(0, kept), values: [] };
}

async function eachTurn(
  rowCount: number,
  breathing: Breathing,
  turn: (from: number, to: number) => void,
): Promise<void> {
  for (let from = 0; from < rowCount; from += rowsOfTurn) {
    turn(from, Math.min(rowCount, from + rowsOfTurn));
    await breathing.breathe();
  }
}

/** Which rows are read, of how many. */
export function filterSentence(
  filter: RowFilter,
  { name, type, kept, of }: { name: string; type: ColumnType; kept: number; of: number },
): Message {
  if (filter.kind === "values") {
    const values = listedNames(filter.values);
    return message("table.rowsOfValues", { column: name, count: filter.values.length, values, kept, of });
  }
  const isDate = rangeOf(type) === "dates";
  const { from, to } = filter;
  return message("table.rowsOfRange", {
    column: name,
    from: from === null ? null : boundText(from, isDate, "from"),
    to: to === null ? null : boundText(to, isDate, "to"),
    kept,
    of,
  });
}
