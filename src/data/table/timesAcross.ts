/**
 * Tables whose times stand across: a series each row and a time each column ("country, 1960, 1961, …"), a year each row and its
 * months in columns, a day each row and its hours. Read as they stand, their rows would be taken for steps of time.
 */
import { dateParser, detectDateOrder, isDatePart, monthOfName } from "./dates";
import { labelName } from "./labelName";
import type { Table } from "./table";
import type { DateOrder } from "./tableTypes";

export interface TimesAcross {
  /** Of the columns with times in their names. */
  readonly first: number;
  readonly count: number;
  /** What the column of times is called. */
  readonly name: string;
  /** Columns that are kept beside each value. */
  readonly kept: readonly number[];
  /** Numbers to the right of a year's months or a day's hours: sums and means of what stands before them. */
  readonly leftOut: readonly number[];
  /** Whether each row is a series of its own, or goes on where the row before ends. */
  readonly isSeriesPerRow: boolean;
  /** The time of a cell: of a row, and of one of the columns, counted from the first. */
  readonly timeOf: (row: number, step: number) => string;
}

const leastDates = 6;
/** So many numbers of four digits in a row are years even where there are few. */
const leastYears = 5;
/** Values that are looked at in each column. */
const sampledRows = 50;
/** More would not fit into memory beside the table. */
const mostCells = 4_000_000;

/** How times stand across in a table; null where they do not. Asked when all rows are there. */
export function timesAcross(table: Table): TimesAcross | null {
  if (!table.format.header || table.rowCount === 0) return null;
  return monthsOfYears(table) ?? hoursOfDays(table) ?? datesAcross(table);
}

/** Whether there is room for a row each. */
export const canStand = (table: Table, { count }: TimesAcross): boolean =>
  table.rowCount * count <= mostCells;

/** A series each row, whose times are names of columns. */
function datesAcross(table: Table): TimesAcross | null {
  const names = table.names.map(withoutDress);
  for (let first = 0; first < names.length; first++) {
    const isYear = year.test(names[first]);
    let end = first;
    while (end < names.length && (isYear ? year.test(names[end]) : isDate(names[end]))) end++;
    const count = end - first;
    if (count < (isYear ? leastYears : leastDates)) {
      first = Math.max(first, end - 1);
      continue;
    }
    const run = names.slice(first, end);
    if (!isInOrder(run, isYear) || !haveNumbers(table, first, count)) return null;
    // What has neither a name nor a cell is a delimiter too many at the end of each line.
    const kept = others(table, first, count).filter((c) => c < first || sampleOf(table, c).length > 0);
    // Times in both directions, or an answer for each row: such tables are read as they stand.
    if (kept.some((c) => labelName.test(table.names[c]) || isDated(table, c))) return null;
    return {
      first,
      count,
      name: isYear ? "year" : "date",
      kept,
      leftOut: [],
      isSeriesPerRow: true,
      timeOf: (_, i) => run[i],
    };
  }
  return null;
}

/** A year each row, and its twelve months in columns. */
function monthsOfYears(table: Table): TimesAcross | null {
  const months = table.names.map((name) => monthIn(name.trim()));
  const first = runOf(months, 1, 12);
  if (first === null || !haveNumbers(table, first, 12)) return null;
  const years = others(table, first, 12).filter((c) => sampleOf(table, c).every((cell) => year.test(cell)));
  if (years.length !== 1) return null;
  const [column] = years;
  return {
    ...{ first, count: 12, name: "month", isSeriesPerRow: false },
    ...besides(table, first, 12, column),
    timeOf: (row, i) => `${table.columns[column].at(row).trim()}-${String(i + 1).padStart(2, "0")}`,
  };
}

/** A day each row, and its hours in columns. */
function hoursOfDays(table: Table): TimesAcross | null {
  const hours = table.names.map((name) => Number(hour.exec(name.trim())?.[1] ?? Number.NaN));
  // From 1 to 24, the last of which is midnight.
  const from = runOf(hours, 0, 24) === null ? 1 : 0;
  const first = runOf(hours, from, 24);
  if (first === null || !haveNumbers(table, first, 24)) return null;
  const days = others(table, first, 24).filter((c) => isDated(table, c));
  if (days.length !== 1) return null;
  const [column] = days;
  return {
    ...{ first, count: 24, name: table.names[column], isSeriesPerRow: false },
    ...besides(table, first, 24, column),
    timeOf: (row, i) => `${table.columns[column].at(row).trim()} ${String(from + i).padStart(2, "0")}:00`,
  };
}

const year = /^(1[5-9]|20|21)\d{2}$/;
/** 7, 07:00, h07, hour 7, 7 Uhr is none: what stands before a digit says that it counts hours. */
const hour = /^(?:h|hr|hour|hora|heure|stunde|std)?[\s_.-]*(\d{1,2})(?::00){0,2}(?:\s*[h时点])?$/i;

/** X1960, Y1960, and "1960 [YR1960]" of the World Bank. */
const withoutDress = (name: string) =>
  /^\s*(?:[xy]|yr)?(\d{4})(?:\s*\[yr\d{4}\])?\s*$/i.exec(name)?.[1] ?? name.trim();

const isDate = (name: string) =>
  /\d/.test(name) && !year.test(name) && isOfDays(detectDateOrder([name])?.order);
const isOfDays = (order: DateOrder | undefined) => order !== undefined && !isDatePart(order);

const monthIn = (name: string): number => {
  const counted = /^(?:m|month)?[\s_-]*(\d{1,2})$/i.exec(name);
  return counted ? Number(counted[1]) : /^[a-zà-ÿ]{3,10}\.?$/i.test(name) ? monthOfName(name) : Number.NaN;
};

/** Where so many names count on from a number, one after the other; null where they do not. */
function runOf(numbers: readonly number[], from: number, count: number): number | null {
  const first = numbers.findIndex((_, c) =>
    Array.from({ length: count }, (_, i) => numbers[c + i] === from + i).every(Boolean),
  );
  return first < 0 ? null : first;
}

function isInOrder(run: readonly string[], isYear: boolean): boolean {
  const order = isYear ? "year" : detectDateOrder(run)?.order;
  if (!order) return false;
  const times = run.map(dateParser(order));
  const steps = times.slice(1).map((time, i) => time - times[i]);
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

const others = (table: Table, first: number, count: number) =>
  table.names.map((_, c) => c).filter((c) => c < first || c >= first + count);

function besides(table: Table, first: number, count: number, time: number) {
  const rest = others(table, first, count).filter((c) => c !== time);
  const isKept = (c: number) => c < first || !isNumeric(sampleOf(table, c));
  return { kept: rest.filter(isKept), leftOut: rest.filter((c) => !isKept(c)) };
}

function sampleOf(table: Table, column: number): readonly string[] {
  const rows = Math.min(sampledRows, table.rowCount);
  const cells = Array.from({ length: rows }, (_, row) => table.columns[column].at(row).trim());
  return cells.filter((cell) => cell !== "");
}

const isDated = (table: Table, column: number) => {
  const cells = sampleOf(table, column);
  return cells.every((cell) => !year.test(cell)) && isOfDays(detectDateOrder(cells)?.order);
};

const isNumeric = (cells: readonly string[]) =>
  cells.length > 0 &&
  cells.filter((cell) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell)).length >= 0.8 * cells.length;

/** Words, or nothing at all, are no values of a series. */
function haveNumbers(table: Table, first: number, count: number): boolean {
  const columns = Array.from({ length: count }, (_, i) => sampleOf(table, first + i));
  const filled = columns.filter((cells) => cells.length > 0);
  return filled.length >= 0.5 * count && filled.filter(isNumeric).length >= 0.9 * filled.length;
}
