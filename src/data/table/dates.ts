/**
 * Cells that are dates, to milliseconds since 1970 in UTC, and which order of day, month and year they have. Strict, other than
 * the platform's `Date`: there is no 31 February, and no order is guessed for a single cell.
 */
import type { DateOrder } from "./tableTypes";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const number = "(\\d{1,2})";
const month = "(\\d{1,2}|[a-z]{3,9}\\.?)";
const between = "\\s*[-/., ]\\s*";
const timeOfDay =
  "(?:(?:[T ]|,\\s*)\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([ap]m)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?)?";
const pattern = (date: string) => new RegExp(`^${date}${timeOfDay}$`, "i");

/** Each with the places of year, month and day among its first groups; 0 is for "the first". */
interface Layout {
  readonly pattern: RegExp;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Groups before those of the time of day. */
  readonly groups: number;
}

const layouts: Readonly<Record<Exclude<DateOrder, "unixSeconds" | "unixMilliseconds">, readonly Layout[]>> = {
  iso: [{ pattern: pattern("(\\d{4})-(\\d{2})-(\\d{2})"), year: 1, month: 2, day: 3, groups: 3 }],
  yearMonthDay: [
    {
      pattern: pattern(`(\\d{4})${between}${month}${between}${number}`),
      year: 1,
      month: 2,
      day: 3,
      groups: 3,
    },
    { pattern: pattern("(\\d{4})(\\d{2})(\\d{2})"), year: 1, month: 2, day: 3, groups: 3 },
    { pattern: pattern("(\\d{4})年(\\d{1,2})月(\\d{1,2})日"), year: 1, month: 2, day: 3, groups: 3 },
  ],
  dayMonthYear: [
    {
      pattern: pattern(`${number}${between}${month}${between}(\\d{4}|\\d{2})`),
      year: 3,
      month: 2,
      day: 1,
      groups: 3,
    },
  ],
  monthDayYear: [
    {
      pattern: pattern(`${month}${between}${number}${between}(\\d{4}|\\d{2})`),
      year: 3,
      month: 1,
      day: 2,
      groups: 3,
    },
  ],
  yearMonth: [
    { pattern: pattern(`(\\d{4})${between}${month}`), year: 1, month: 2, day: 0, groups: 2 },
    { pattern: pattern("(\\d{4})年(\\d{1,2})月"), year: 1, month: 2, day: 0, groups: 2 },
  ],
  monthYear: [{ pattern: pattern(`${month}${between}(\\d{4})`), year: 2, month: 1, day: 0, groups: 2 }],
  year: [{ pattern: /^(\d{4})$/, year: 1, month: 0, day: 0, groups: 1 }],
};

/** In the order in which they are tried; of two that fit equally, the earlier one is taken. */
export const dateOrders: readonly DateOrder[] = [
  "iso",
  "yearMonthDay",
  "monthDayYear",
  "dayMonthYear",
  "yearMonth",
  "monthYear",
  "year",
  "unixSeconds",
  "unixMilliseconds",
];

/** A function from a cell to milliseconds since 1970, or NaN where it is no date of this order. Without a zone, UTC. */
export function dateParser(order: DateOrder): (cell: string) => number {
  if (order === "unixSeconds") return (cell) => unixTime(cell, 1000);
  if (order === "unixMilliseconds") return (cell) => unixTime(cell, 1);
  const choices = layouts[order];
  return (cell) => {
    const text = cell.trim();
    for (const layout of choices) {
      const match = layout.pattern.exec(text);
      if (match) return timeOf(match, layout);
    }
    return Number.NaN;
  };
}

function unixTime(cell: string, factor: number): number {
  const text = cell.trim();
  return /^-?\d{1,14}(\.\d+)?$/.test(text) ? Number(text) * factor : Number.NaN;
}

function timeOf(match: RegExpExecArray, layout: Layout): number {
  const year = fullYear(match[layout.year]);
  const month = layout.month === 0 ? 1 : monthNumber(match[layout.month]);
  const day = layout.day === 0 ? 1 : Number(match[layout.day]);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return Number.NaN;
  const date = new Date(0);
  // Date.UTC takes years below 100 for those of the twentieth century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() + timeOfDayMs(match.slice(layout.groups + 1));
}

/** Of two digits, 69 and later are of the twentieth century (POSIX). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

/** 0 where there is none. */
function monthNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Hours, minutes, seconds, fraction, "am" or "pm", and zone; all or the later ones may be left out. */
function timeOfDayMs([hours, minutes, seconds, fraction, half, zone]: readonly (
  | string
  | undefined
)[]): number {
  if (hours === undefined || minutes === undefined) return 0;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hours);
  const second = Number(seconds ?? 0);
  if (hour > 24 || Number(minutes) > 59 || second > 60) return Number.NaN;
  const ms = fraction ? Number(`0.${fraction}`) * 1000 : 0;
  return ((hour * 60 + Number(minutes)) * 60 + second) * 1000 + ms - zoneMs(zone);
}

function zoneMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -1 : 1) * minutes * 60_000;
}

export interface DetectedOrder {
  readonly order: DateOrder;
  /** Day and month could as well be the other way round: no cell tells. */
  readonly ambiguous: boolean;
}

/** This share of the cells must be dates of one order. */
const leastShare = 0.9;

/**
 * The order of a column's dates, or null if it has none. Numbers without any separator are not taken for dates here, except
 * 20240331.
 *
 * @param cells in the order of the rows, without the missing ones
 */
export function detectDateOrder(cells: readonly string[]): DetectedOrder | null {
  if (cells.length === 0) return null;
  const shares = dateOrders
    .filter((order) => order !== "year" && !order.startsWith("unix"))
    .map((order) => ({ order, share: share(cells, order) }));
  const most = Math.max(...shares.map(({ share }) => share));
  if (most < leastShare) return null;
  const fits = shares.filter(({ share }) => share === most).map(({ order }) => order);
  const either = fits.includes("dayMonthYear") && fits.includes("monthDayYear");
  if (!either || fits[0] === "iso" || fits[0] === "yearMonthDay") return { order: fits[0], ambiguous: false };
  return dayOrMonthFirst(cells);
}

function share(cells: readonly string[], order: DateOrder): number {
  const parse = dateParser(order);
  // Hundreds of cells that are no dates need not all be tried.
  const few = cells.slice(0, 20);
  const right = (some: readonly string[]) => some.filter((cell) => !Number.isNaN(parse(cell))).length;
  if (right(few) < 0.5 * few.length) return 0;
  return right(cells) / cells.length;
}

/** Both are possible for all: rows tend to be in order of time, at even steps, and points are written with the day first. */
function dayOrMonthFirst(cells: readonly string[]): DetectedOrder {
  const backward = (order: DateOrder) => {
    const times = cells.map(dateParser(order));
    return times.slice(1).filter((time, i) => time < times[i]).length;
  };
  const dayFirst = backward("dayMonthYear");
  const monthFirst = backward("monthDayYear");
  if (dayFirst !== monthFirst)
    return { order: dayFirst < monthFirst ? "dayMonthYear" : "monthDayYear", ambiguous: false };
  const points = cells[0].includes(".");
  return { order: points ? "dayMonthYear" : "monthDayYear", ambiguous: !points };
}
