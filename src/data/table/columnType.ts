/** What a column is, from its name and a sample of its cells. */
import { dateParser, detectDateOrder } from "./dates";
import { detectSigns, signedParser } from "./numberSigns";
import { namedDistance } from "./spacing";
import type { ColumnType } from "./tableTypes";
import { isYearName } from "./timeParts";
import { doubleYearOf } from "./yearParts";

export interface DetectedType {
  readonly type: ColumnType;
  /** Dates whose day and month could be the other way round. */
  readonly ambiguous: boolean;
}

/** So many of the cells must be numbers; the others are then mistakes, which are counted and shown. */
const leastNumbers = 0.85;
const mostCategories = 1000;

const idName = /(^|[_\W])(id|ids|uuid|guid|key|nr|no|index|idx)$|[a-z]I[dD]$|^unnamed|编号$|序号$/;
/** 202403 may be any number; so many that all end as months do are none by chance. */
const fewestMonths = 4;
const clockName = /time|date|stamp|^ts$|epoch|unix|when|时间/i;
/** Of "year" alone, and of a date with a point in it. */
const fractionName = /year|date|time/i;

/**
 * @param cells some of the column's, in the order of the rows, without the missing ones
 * @param parse a number's cell to the number, else NaN
 */
export function detectColumnType(
  name: string,
  cells: readonly string[],
  parse: (cell: string) => number,
): DetectedType {
  if (cells.length === 0) return certain({ kind: "text" });
  const numbers = cells.map(parse).filter((value) => !Number.isNaN(value));
  if (numbers.length >= leastNumbers * cells.length) {
    const type = numericType(name, cells, numbers);
    return certain(type.kind === "number" && numbers.length < cells.length ? withSigns(cells, parse) : type);
  }
  // "2010年" is no number with a unit.
  const year = dateParser("year");
  if (cells.every((cell) => /[年년]\s*$/.test(cell) && !Number.isNaN(year(cell))))
    return certain({ kind: "date", order: "year" });
  if (areDoubleYears(cells)) return certain({ kind: "date", order: "year" });
  const date = detectDateOrder(cells);
  if (date) return { type: { kind: "date", order: date.order }, ambiguous: date.ambiguous };
  const signed = withSigns(cells, parse);
  if (signed.signs && shareOf(cells, signedParser(parse, signed.signs)) >= leastNumbers)
    return certain(signed);
  return certain({ kind: wordKind(name, cells) });
}

/** So many years "2000-01" that all go on to the next one are no months by chance. */
const fewestDoubleYears = 3;

function areDoubleYears(cells: readonly string[]): boolean {
  const years = new Set(cells.map(doubleYearOf));
  return years.size >= fewestDoubleYears && !years.has(Number.NaN);
}

const shareOf = (cells: readonly string[], parse: (cell: string) => number) =>
  cells.filter((cell) => !Number.isNaN(parse(cell))).length / cells.length;

/** A column of numbers, with what stands around them. */
export function withSigns(
  cells: readonly string[],
  parse: (cell: string) => number,
): Extract<ColumnType, { kind: "number" }> {
  const signs = detectSigns(cells, parse);
  return signs ? { kind: "number", signs } : { kind: "number" };
}

const certain = (type: ColumnType): DetectedType => ({ type, ambiguous: false });

function numericType(name: string, cells: readonly string[], numbers: readonly number[]): ColumnType {
  const lowerCase = name.trim().toLowerCase();
  if (numbers.every(Number.isInteger)) {
    const clock = clockOrder(name, cells, numbers);
    if (clock) return { kind: "date", order: clock };
    if (idName.test(lowerCase) || idName.test(name.trim())) return { kind: "id" };
    // "00123" is a code: as a number it would lose its beginning.
    if (cells.length > 1 && cells.every((cell) => /^0\d+$/.test(cell.trim()))) return { kind: "id" };
    if (lowerCase === "" && countsRows(numbers) && !numbers.every(canBeClock)) return { kind: "id" };
  }
  if (isSerial(name, numbers)) return { kind: "date", order: "serialDay" };
  if (
    fractionName.test(name) &&
    numbers.every(isYear) &&
    !numbers.every(Number.isInteger) &&
    countsRows(numbers)
  )
    return { kind: "date", order: "decimalYear" };
  return { kind: "number" };
}

const dayName = /date|datum|fecha|dátum|日付|日期|날짜/i;
/** Of days that spreadsheets count: from 1954 to 2064; of what is called a time, from 2000 to 2040. */
const [serialDates, serialTimes] = [
  [20_000, 60_000],
  [36_526, 51_136],
] as const;

/** Days since the end of 1899: named as dates, or fractions that go on by seconds, minutes or hours. */
function isSerial(name: string, numbers: readonly number[]): boolean {
  const isNamed = dayName.test(name);
  if ((!isNamed && !clockName.test(name) && !/zeit/i.test(name)) || numbers.length < 4) return false;
  const [first, last] = isNamed ? serialDates : serialTimes;
  if (numbers.some((value) => value < first || value > last)) return false;
  const steps = numbers.slice(1).map((value, i) => value - numbers[i]);
  if (steps.some((step) => step < 0) && steps.some((step) => step > 0)) return false;
  if (isNamed) return true;
  const usual = steps.map(Math.abs).toSorted((a, b) => a - b)[steps.length >> 1] * 86_400;
  return !numbers.every(Number.isInteger) && namedDistance(Math.round(usual) * 1000) !== null;
}

function clockOrder(name: string, cells: readonly string[], numbers: readonly number[]) {
  const all = (test: (value: number) => boolean) => numbers.every(test);
  if (isYearName(name) && all(isYear)) return "year";
  const compact = dateParser("yearMonthDay");
  const isNamedId = idName.test(name.trim().toLowerCase());
  const isCompact = (cell: string) =>
    (/^(1[5-9]|20|21)\d{6}$/.test(cell) ||
      // With the hour, and minutes and seconds: as a count of seconds, most of a day would be missing.
      (!isNamedId && /^(19|20)\d{8}(\d{2}){0,2}$/.test(cell))) &&
    !Number.isNaN(compact(cell));
  if (cells.length > 1 && cells.every(isCompact)) return "yearMonthDay";
  const isCompactMonth = (cell: string) => /^(19|20|21)\d{2}(0[1-9]|1[0-2])$/.test(cell);
  if (cells.length >= fewestMonths && cells.every(isCompactMonth)) return "yearMonth";
  if (!clockName.test(name)) return null;
  // From 2001 to 2065, in seconds or milliseconds, or finer, or not all in the same.
  if (all((value) => value >= 1e9 && value < 3e9)) return "unixSeconds";
  if (all((value) => value >= 1e12 && value < 3e12)) return "unixMilliseconds";
  // Before 1970 they are negative; what counts from an event is nearer to it.
  if (all((value) => Math.abs(value) < 3e9) && numbers.some((value) => value < -1e7)) return "unixSeconds";
  const mixed = dateParser("unixMixed");
  if (numbers.length > 1 && all((value) => value >= 1e9) && !cells.some((cell) => Number.isNaN(mixed(cell))))
    return "unixMixed";
  return null;
}

/** Seconds or milliseconds since 1970, from 2001 on: what counts rows is smaller. */
const canBeClock = (value: number) => value >= 1e9;

const isYear = (value: number) => value >= 1000 && value < 3000;

const countsRows = (numbers: readonly number[]) =>
  numbers.every((value, i) => i === 0 || value > numbers[i - 1]);

function wordKind(name: string, cells: readonly string[]): "category" | "id" | "text" {
  const different = new Set(cells).size;
  const repeats = different <= Math.max(2, cells.length / 2) || (different <= 20 && different < cells.length);
  if (idName.test(name.trim().toLowerCase()) && different > 2) return "id";
  if (repeats && different <= mostCategories) return "category";
  const words = cells.some((cell) => /\s/.test(cell.trim()) || cell.length > 40);
  return words || repeats ? "text" : "id";
}
