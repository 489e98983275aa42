/** Whole columns as numbers or as classes. */
import { byteValue } from "./byteValue";
import type { ColumnReader } from "./cellColumn";
import { cellValue } from "./cellValue";
import type { DescribedTable } from "./describeTable";
import { missingTest } from "./interpretTable";
import { readRuns } from "./readRuns";
import type { SeriesId } from "./tableTypes";

export interface NumericColumn {
  /** [rows]: numbers, or milliseconds since 1970; NaN where there is none. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Rows with a cell that is not of the type, or is infinite. */
  readonly invalidRows: readonly number[];
}

/** So many of the first rows, or these, which rise. */
export type RowChoice = number | Int32Array;

const countOf = (rows: RowChoice) => (typeof rows === "number" ? rows : rows.length);

/** Goes over the rows with the place of each among them. */
function eachOf<T>(read: ColumnReader<T>, rows: RowChoice, each: (value: T, i: number) => void): void {
  if (typeof rows === "number") {
    read(0, rows, each);
    return;
  }
  readRuns(read, rows, each);
}

/** @param rows all of them by default */
export function numericColumn(
  { table, interpretation }: DescribedTable,
  column: number,
  rows: RowChoice = table.rowCount,
): NumericColumn {
  const values = new Float64Array(countOf(rows));
  const invalidRows: number[] = [];
  const value = cellValue(interpretation.types[column], interpretation.format);
  const byteMeaning = byteValue(interpretation.types[column], interpretation.format);
  eachOf(table.columns[column].reader(value, byteMeaning), rows, (number, row) => {
    if (number === null || !(Number.isFinite(number) || Number.isNaN(number))) {
      invalidRows.push(row);
      values[row] = Number.NaN;
    } else values[row] = number;
  });
  return { values, invalidRows };
}

/** Of these rows alone, whose cells between the first and the last of them are read. */
export function numbersAt(
  { table, interpretation }: DescribedTable,
  column: number,
  rows: Int32Array,
): Float64Array<ArrayBuffer> {
  const { first, last, isRun } = stretchOf(rows);
  const read = new Float64Array(Math.max(0, last + 1 - first));
  const type = interpretation.types[column];
  const value = cellValue(type, interpretation.format);
  table.columns[column].reader(value, byteValue(type, interpretation.format))(
    first,
    last + 1,
    (number, row) => {
      read[row - first] = number !== null && Number.isFinite(number) ? number : Number.NaN;
    },
  );
  if (isRun) return read;
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = read[rows[i] - first];
  return values;
}

/** The first and the last of some rows, and whether they are all between, in their order. */
function stretchOf(rows: Int32Array) {
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  let isRun = true;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] < first) first = rows[i];
    if (rows[i] > last) last = rows[i];
    if (rows[i] !== rows[0] + i) isRun = false;
  }
  return { first: Math.min(first, last + 1), last, isRun };
}

/** Of these rows alone, in any order. */
export function wordsAt(described: DescribedTable, column: number, rows: Int32Array): WordColumn {
  const { first, last, isRun } = stretchOf(rows);
  const read = wordsBetween(described, column, first, last + 1);
  if (isRun) return read;
  return { ids: Int32Array.from(rows, (row) => read.ids[row - first]), words: read.words };
}

type SeriesOf = SeriesId & { readonly id: number };

/** Between the words of several columns that tell series apart together. */
const joint = " · ";

/** What the columns together say that tell series apart; a row that lacks one of them is of none. */
export function idColumn(
  described: DescribedTable,
  { id, idWith = [] }: SeriesOf,
  rows: RowChoice = described.table.rowCount,
): WordColumn {
  return idWith.reduce(
    (joined, column) => jointColumn(joined, wordColumn(described, column, rows)),
    wordColumn(described, id, rows),
  );
}

/** What two columns say together. */
export function jointColumn(first: WordColumn, second: WordColumn): WordColumn {
  const ids = new Int32Array(first.ids.length);
  const known = new Map<number, number>();
  const words: string[] = [];
  for (let row = 0; row < ids.length; row++) {
    const [a, b] = [first.ids[row], second.ids[row]];
    const key = a * second.words.length + b;
    let id = a < 0 || b < 0 ? -1 : known.get(key);
    if (id === undefined) {
      id = words.push(first.words[a] + joint + second.words[b]) - 1;
      known.set(key, id);
    }
    ids[row] = id;
  }
  return { ids, words };
}

/** Whether each word of the one comes with one of the other alone; rows that lack either say nothing. */
export function determines(first: WordColumn, second: WordColumn): boolean {
  const found = new Int32Array(first.words.length).fill(-1);
  return first.ids.every((a, row) => {
    const b = second.ids[row];
    if (a < 0 || b < 0) return true;
    if (found[a] < 0) found[a] = b;
    return found[a] === b;
  });
}

export interface WordColumn {
  /** [rows]: into the words, −1 where there is none. */
  readonly ids: Int32Array<ArrayBuffer>;
  /** In the order in which they first appear, without space around them. */
  readonly words: readonly string[];
}

export function wordColumn(
  described: DescribedTable,
  column: number,
  rows: RowChoice = described.table.rowCount,
): WordColumn {
  const ids = new Int32Array(countOf(rows));
  const { idOf, words } = wordIds(described);
  eachOf(described.table.columns[column].reader(idOf), rows, (id, row) => {
    ids[row] = id;
  });
  return { ids, words };
}

function wordsBetween(described: DescribedTable, column: number, from: number, to: number): WordColumn {
  const ids = new Int32Array(to - from);
  const { idOf, words } = wordIds(described);
  described.table.columns[column].reader(idOf)(from, to, (id, row) => {
    ids[row - from] = id;
  });
  return { ids, words };
}

/** Numbers cells in the order in which they first appear. */
function wordIds({ interpretation }: DescribedTable) {
  const known = new Map<string, number>();
  const words: string[] = [];
  const isMissing = missingTest(interpretation.format.missing);
  const idOf = (cell: string): number => {
    if (isMissing(cell)) return -1;
    const word = cell.trim();
    const id = known.get(word);
    if (id !== undefined) return id;
    known.set(word, words.length);
    return words.push(word) - 1;
  };
  return { idOf, words };
}
