/**
 * Series side by side that have their times beside them, each its own: "Date, PX_LAST, Date, PX_LAST, …" as terminals export them, downloads
 * put together in a spreadsheet. Read as they stand, the values of a row would count as of one time.
 */
import type { Breathing } from "../breathing";
import { byteValue } from "./byteValue";
import { cellValue } from "./cellValue";
import { dateOrders, dateParser, isDatePart } from "./dates";
import { type Interpretation, interpretTable, missingTest } from "./interpretTable";
import { isElapsedName } from "./namesOfRoles";
import { stepDirections } from "./stepDirections";
import type { Table } from "./table";
import { isNumber } from "./tableTop";
import type { ColumnType, TableFormat } from "./tableTypes";
import { isYearName, knownOf } from "./timeParts";

export interface TimesBeside {
  readonly series: readonly TimedSeries[];
  /** Columns that count the rows of the file. */
  readonly leftOut: readonly number[];
  /** Whether the times are of series of their own without doubt: else a row may have several, as of an order and its delivery. */
  readonly isCertain: boolean;
  /** Rows whose values have no time beside them. */
  readonly untimed: number;
  /** Whether all times are written alike, so that they can stand as they are. */
  readonly isOneForm: boolean;
}

export interface TimedSeries {
  /** A column of times, or one of days and one of times of day. */
  readonly time: readonly number[];
  readonly values: readonly number[];
  /** The rows with a time, by their times. */
  readonly rows: Int32Array;
  /** Of each of them: milliseconds since 1970, or numbers. */
  readonly times: Float64Array;
}

/** Rows of a series that say whether it goes on in time. */
const fewestRows = 6;
/** Of the steps of a series, so many may go back, as an hour in autumn does. */
const mostBack = 0.01;
/** At least so many go on: others repeat a time. */
const leastRising = 0.5;
/** Of the rows before the last of a series, so many may have no time; one may in any case. */
const mostHoles = 0.05;
/** So many rows at least are none by mistake. */
const fewRows = 3;
/** Of rows with values, so many may have no time beside them. */
const mostUntimed = 0.01;
const rowsBetweenBreaths = 20_000;

/** Null where a table has no such series. Rejects with the signal's reason when it is aborted. */
export async function timesBeside(
  table: Table,
  format: Partial<TableFormat>,
  breathing: Breathing,
): Promise<TimesBeside | null> {
  if (table.rowCount < fewestRows || !hasSeveralTimes(table)) return null;
  const read = interpretTable(table, { format });
  const layout = layoutOf(table, read);
  if (!layout) return null;
  const types = timeTypes(layout.series, read);
  const found: (SeriesTimes & Layout["series"][number])[] = [];
  for (const [i, one] of layout.series.entries()) {
    const times = await timesOf(table, one, types[i], read, breathing);
    const order = orderOf(times);
    if (!order) return null;
    found.push({ ...one, times, ...order, untimed: await untimedRows(table, one, times, read, breathing) });
  }
  if (found.filter(({ rows }) => rows.length >= fewestRows).length < 2) return null;
  const areAlike = haveOneName(
    found.map(({ time: [column] }) => table.names[column]),
    layout.leftOut.length === 0,
  );
  const [first, ...others] = found;
  const kinds = others.map((other) => kindOf(first, other));
  const isOwn = kinds.includes("own");
  if (kinds.every((kind) => kind === "same")) return null;
  // What goes along with the first time in every row is of that row, unless the file says twice of the same name that it is not.
  const isSmooth = found.every(({ back, holes }) => back + holes === 0);
  if (!isOwn && !areAlike && !isSmooth) return null;
  const untimed = found.reduce((most, one) => Math.max(most, one.untimed), 0);
  const series = found.map((one) => ({
    time: one.time,
    values: one.values,
    rows: one.rows,
    times: inOrder(one),
  }));
  return {
    series,
    leftOut: layout.leftOut,
    isCertain:
      (isOwn || (areAlike && isSmooth)) &&
      areTogether(series) &&
      untimed <= mostUntimed * table.rowCount &&
      !hasCellsOver(table),
    untimed,
    isOneForm: new Set(types.map((type) => JSON.stringify(type))).size === 1,
  };
}

/** Whether each goes on while another does: of years side by side, one after the other, no row would have two values. */
function areTogether(series: readonly TimedSeries[]): boolean {
  const goesOnIn = ({ times }: TimedSeries, { times: other }: TimedSeries) => {
    const first = times.findIndex((time) => time >= other[0]);
    const last = first + Math.min(fewRows, times.length) - 1;
    return first >= 0 && times[last] <= other[other.length - 1];
  };
  return series.every((one) => series.some((other) => other !== one && goesOnIn(one, other)));
}

/** Whether a table may have columns of times at all: seen by the first cells, or by the names where these are numbers. */
function hasSeveralTimes({ columns, names, rowCount }: Table): boolean {
  const first = Array.from({ length: Math.min(fewestRows, rowCount) }, (_, row) => row);
  const isTime = (cell: string) => parsers.some((parse) => !Number.isNaN(parse(cell)));
  let count = 0;
  for (let c = 0; c < columns.length && count < 2; c++) {
    const cells = first.map((row) => columns[c].at(row));
    if (cells.some((cell) => (isNumber(cell) ? mayBeTime(names[c]) : isTime(cell)))) count++;
  }
  return count >= 2;
}

const parsers = dateOrders.map(dateParser);
const withoutCount = (name: string) => name.trim().replace(/[\s_.-]*(\(\d+\)|\d+)$/, "");
const mayBeTime = (name: string) =>
  isElapsedName(withoutCount(name)) ||
  isYearName(withoutCount(name)) ||
  /date|dat[ou]m|fecha|dátum|time|zeit|stamp|日付|日期|时间|時間|날짜/i.test(name);

interface Layout {
  readonly series: readonly Pick<TimedSeries, "time" | "values">[];
  readonly leftOut: readonly number[];
}

/** Times and the values to their right, up to the next times. Null where it is no such table. */
function layoutOf(table: Table, { types, format }: Interpretation): Layout | null {
  const { names } = table;
  const isWhole = (type: ColumnType) => type.kind === "date" && !isDatePart(type.order);
  const isClock = (type: ColumnType) => type.kind === "date" && type.order === "timeOfDay";
  const isElapsed = (type: ColumnType, c: number) =>
    type.kind === "number" && isElapsedName(withoutCount(names[c]));
  const isTime = [isWhole, isClock, isElapsed].find(
    (test) => types.filter((type, c) => test(type, c)).length >= 2,
  );
  if (!isTime) return null;
  const isEmpty = types.map(({ kind }, c) => kind === "text" && !hasCell(table, c));
  const first = types.findIndex(isTime);
  const before = types.slice(0, first).flatMap((_, c) => (isEmpty[c] ? [] : [c]));
  if (!before.every((c) => countsRows(table, c))) return null;
  const series: { time: number[]; values: number[] }[] = [];
  for (let c = first; c < types.length; c++) {
    const last = series.at(-1);
    if (isTime(types[c], c)) series.push({ time: [c], values: [] });
    else if (isTime === isWhole && isClock(types[c]) && last?.values.length === 0 && last.time.length === 1)
      last.time.push(c);
    else if (!isEmpty[c]) last?.values.push(c);
  }
  const haveNumbers = series.every(({ values }) => values.some((c) => types[c].kind === "number"));
  if (series.length < 2 || !haveNumbers) return null;
  // A time of day completes a day, and nothing else.
  const cellsOf = (c: number) => Array.from({ length: fewestRows }, (_, row) => table.columns[c].at(row));
  const isMissing = missingTest(format.missing);
  const isDay = (c: number) => {
    const type = types[c];
    const known = cellsOf(c).filter((cell) => !isMissing(cell));
    return type.kind === "date" && knownOf(type.order, known) === "day";
  };
  if (series.some(({ time }) => time.length > 1 && !isDay(time[0]))) return null;
  return { series, leftOut: before };
}

function hasCell({ columns, rowCount }: Table, column: number): boolean {
  let found = false;
  columns[column].reader((cell) => cell.trim() !== "")(0, rowCount, (isFilled) => {
    found ||= isFilled;
  });
  return found;
}

/** As programs number the rows of what they save. */
function countsRows({ columns, rowCount }: Table, column: number): boolean {
  const start = columns[column].at(0).trim();
  if (start !== "0" && start !== "1") return false;
  let counts = true;
  columns[column].reader(Number)(0, rowCount, (value, row) => {
    counts &&= value === row + Number(start);
  });
  return counts;
}

/** How the times of each are written: where day and month could be the other way round, as in the others. */
function timeTypes(
  series: Layout["series"],
  { types, ambiguous }: Interpretation,
): readonly (readonly ColumnType[])[] {
  const columns = series.map(({ time: [column] }) => column);
  const sure = columns.find((column) => isDayOrMonthFirst(types[column]) && !ambiguous.includes(column));
  return series.map(({ time }) =>
    time.map((column) => (sure !== undefined && ambiguous.includes(column) ? types[sure] : types[column])),
  );
}

const isDayOrMonthFirst = (type: ColumnType) =>
  type.kind === "date" && (type.order === "dayMonthYear" || type.order === "monthDayYear");

/** [rows]: NaN where there is none. */
async function timesOf(
  { columns, rowCount }: Table,
  { time }: Layout["series"][number],
  types: readonly ColumnType[],
  { format }: Interpretation,
  breathing: Breathing,
): Promise<Float64Array<ArrayBuffer>> {
  const times = new Float64Array(rowCount);
  for (const [i, column] of time.entries()) {
    const read = columns[column].reader(cellValue(types[i], format), byteValue(types[i], format));
    for (let from = 0; from < rowCount; from += rowsBetweenBreaths) {
      read(from, Math.min(rowCount, from + rowsBetweenBreaths), (value, row) => {
        times[row] += value !== null && Number.isFinite(value) ? value : Number.NaN;
      });
      await breathing.breathe();
    }
  }
  return times;
}

interface SeriesTimes {
  /** [rows of the file]: NaN where there is none. */
  readonly times: Float64Array;
  /** Those with a time, by their times. */
  readonly rows: Int32Array;
  /** Behind the last row of the file that has one. */
  readonly end: number;
  /** Steps that go back. */
  readonly back: number;
  /** Rows before the last that have none. */
  readonly holes: number;
  readonly untimed: number;
}

const inOrder = ({ rows, times }: Pick<SeriesTimes, "rows" | "times">) =>
  Float64Array.from(rows, (row) => times[row]);

/** Null where the rows are not in the order of these times, forward or backward. */
function orderOf(times: Float64Array): Omit<SeriesTimes, "times" | "untimed"> | null {
  const rows = new Int32Array(times.length);
  let count = 0;
  for (let row = 0; row < times.length; row++) if (!Number.isNaN(times[row])) rows[count++] = row;
  if (count === 0) return null;
  const inFile = rows.slice(0, count);
  const { rising, falling } = stepDirections(inOrder({ rows: inFile, times }));
  const end = inFile[count - 1] + 1;
  const holes = end - count;
  const back = Math.min(rising, falling);
  const steps = count - 1;
  if (back > mostBack * steps || rising + falling - back < leastRising * steps) return null;
  if (holes > Math.max(1, mostHoles * count)) return null;
  const ordered = falling > rising ? inFile.reverse() : inFile;
  if (back > 0) ordered.sort((one, other) => times[one] - times[other]);
  return { rows: ordered, end, back, holes };
}

async function untimedRows(
  { columns, rowCount }: Table,
  { values }: Layout["series"][number],
  times: Float64Array,
  { format }: Interpretation,
  breathing: Breathing,
): Promise<number> {
  const isMissing = missingTest(format.missing);
  const isUntimed = new Uint8Array(rowCount);
  for (const column of values) {
    const read = columns[column].reader((cell) => !isMissing(cell));
    for (let from = 0; from < rowCount; from += rowsBetweenBreaths) {
      read(from, Math.min(rowCount, from + rowsBetweenBreaths), (isFilled, row) => {
        if (isFilled && Number.isNaN(times[row])) isUntimed[row] = 1;
      });
      await breathing.breathe();
    }
  }
  return isUntimed.reduce((sum, one) => sum + one, 0);
}

/**
 * What the times of a series are beside those of the first in the same rows: the `same`; its `own`, where one goes on without the other, now
 * before and now behind it, or away from it; else they go `along`, as a delivery does with its order.
 */
function kindOf(first: SeriesTimes, other: SeriesTimes): "same" | "own" | "along" {
  const rowCount = first.times.length;
  const lags = new Float64Array(rowCount);
  let [count, later, earlier, furthest] = [0, 0, 0, 0];
  for (let row = 0; row < rowCount; row++) {
    const lag = other.times[row] - first.times[row];
    if (Number.isNaN(lag)) continue;
    lags[count++] = lag;
    if (lag > 0) later++;
    else if (lag < 0) earlier++;
    furthest = Math.max(furthest, Math.abs(lag));
  }
  const alone = other.times.subarray(first.end).reduce((sum, time) => sum + (Number.isNaN(time) ? 0 : 1), 0);
  if (later + earlier + alone === 0) return "same";
  if (alone >= fewRows || Math.min(later, earlier) >= Math.max(fewRows, mostBack * count)) return "own";
  if (overdueRows(first, other, furthest) >= fewRows) return "own";
  return driftsAway(first, lags.subarray(0, count)) || sharesCalendar(first, other) ? "own" : "along";
}

/** Rows behind the last of the other series in which its time would have come by the end of the first. */
function overdueRows(first: SeriesTimes, other: SeriesTimes, furthest: number): number {
  const last = first.times[first.rows[first.rows.length - 1]];
  const behind = first.times.subarray(other.end);
  return behind.reduce((count, time) => count + (time + furthest <= last ? 1 : 0), 0);
}

const fewSteps = 5;
const driftShare = 0.1;

/** Whether the lag changes by more than rows of one time could: by several steps, and a part of all the time that goes by. */
function driftsAway({ rows, times }: SeriesTimes, lags: Float64Array): boolean {
  const third = Math.floor(lags.length / 3);
  if (third === 0) return false;
  const drift = Math.abs(medianOf(lags.slice(-third)) - medianOf(lags.slice(0, third)));
  const span = times[rows[rows.length - 1]] - times[rows[0]];
  const step = span / (rows.length - 1);
  return drift >= fewSteps * step && drift >= driftShare * span;
}

/** Of the times of a calendar at least this share is at another step than most. */
const leastUneven = 0.1;
const fewestShared = 20;
const sharedShare = 0.95;
const fewestBefore = 10;

/**
 * Whether one series begins many rows behind the other and has the times of it from there on, on a calendar with gaps, as days of trading are:
 * what comes some time after each row would fall into them.
 */
function sharesCalendar(first: SeriesTimes, other: SeriesTimes): boolean {
  const [early, late] = [first, other].map(inOrder).sort((one, two) => one[0] - two[0]);
  const steps = early.slice(1).map((time, i) => time - early[i]);
  const usual = medianOf(steps);
  if (steps.filter((step) => step !== usual).length < leastUneven * steps.length) return false;
  let [at, before, within, shared] = [0, 0, 0, 0];
  for (const time of late) {
    while (at < early.length && early[at] < time) at++;
    if (at === early.length) break;
    if (within === 0) before = at;
    within++;
    if (early[at] === time) shared++;
  }
  return before >= fewestBefore && within >= fewestShared && shared >= sharedShare * within;
}

const medianOf = (values: Float64Array) => values.slice().sort()[Math.floor(values.length / 2)];

/**
 * What a table does not call several columns of its own, so that blocks were put together: the same name, or none; or numbers of one name,
 * which rows that are counted may have as well.
 */
function haveOneName(names: readonly string[], maybeNumbered: boolean): boolean {
  const own = names.map((name) =>
    (maybeNumbered ? withoutCount(name) : name.replace(/(?: \(\d+\)|\.\d+)$/, "")).toLowerCase(),
  );
  return names.every(isUnnamed) || new Set(own).size === 1;
}

export const isUnnamed = (name: string): boolean => /^(#\d+|unnamed: ?\d+)$/i.test(name.trim());

/** Whether a row has more cells than there are columns: what stands in it may not be where it belongs. */
function hasCellsOver({ columns, raggedRows }: Table): boolean {
  return raggedRows.some((row) => columns[columns.length - 1].at(row).trim() !== "");
}
