/** Further dates in the way in which a column of a file writes its own. */
import { dateParser } from "./dates";
import type { DateOrder } from "./tableTypes";
import { doubleYearOf, partWritten, type YearPart } from "./yearParts";

type Field = "year" | "month" | "day" | "hour" | "minute" | "second" | "half" | "weekYear" | "week";

/** What digits and words of a cell are, one after the other, before its time of day. */
const fieldsOf: Partial<Readonly<Record<DateOrder, readonly Field[]>>> = {
  iso: ["year", "month", "day"],
  yearMonthDay: ["year", "month", "day"],
  dayMonthYear: ["day", "month", "year"],
  monthDayYear: ["month", "day", "year"],
  yearMonth: ["year", "month"],
  monthYear: ["month", "year"],
  year: ["year"],
};
const clock: readonly Field[] = ["hour", "minute", "second"];

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** So many cells say how one is written. */
const mostCells = 40;

/**
 * A function from milliseconds since 1970 to a cell, or null where no way was found in which all of these cells are written: what
 * is written then is read as the same time, and cells of the file as they stand.
 *
 * @param cells the last ones of the file, in the order of time
 */
export function dateWriter(order: DateOrder, cells: readonly string[]): ((timeMs: number) => string) | null {
  const last = cells.slice(-mostCells).map((cell) => cell.trim());
  const parse = dateParser(order);
  const isRight = (write: (timeMs: number) => string) => last.every((cell) => write(parse(cell)) === cell);
  return last.length === 0 ? null : (writersOf(order, last).find(isRight) ?? null);
}

function writersOf(order: DateOrder, cells: readonly string[]): readonly ((timeMs: number) => string)[] {
  switch (order) {
    case "unixSeconds":
      return [(time) => (time / 1000).toFixed(decimalsOf(cells))];
    case "unixMilliseconds":
      return [(time) => time.toFixed(decimalsOf(cells))];
    case "year":
      return [templateWriter(["year"], cells), doubleYearWriter(cells[cells.length - 1])];
    case "decimalYear":
      return [(time) => yearOf(time).toFixed(decimalsOf(cells))];
    case "quarter":
    case "halfYear":
      return [partWriter(order, cells[cells.length - 1], 1)];
    case "isoWeek": {
      const last = cells[cells.length - 1];
      return [
        partWriter(order, last, 2),
        partWriter(order, last, 1),
        templateWriter(["weekYear", "week"], cells),
      ];
    }
    default: {
      const fields = fieldsOf[order];
      return fields
        ? [...([10, 7, 13, 16, 19] as const).map(compactWriter), templateWriter(fields, cells)]
        : [];
    }
  }
}

const decimalsOf = (cells: readonly string[]) =>
  Math.max(...cells.map((cell) => (cell.split(".")[1] ?? "").length));

function yearOf(timeMs: number): number {
  const year = new Date(timeMs).getUTCFullYear();
  const start = Date.UTC(year, 0);
  return year + (timeMs - start) / (Date.UTC(year + 1, 0) - start);
}

/** @param width the fewest digits that the part is written with */
const partWriter = (order: YearPart, cell: string, width: number) => (timeMs: number) => {
  const date = new Date(timeMs);
  const months = order === "quarter" ? 3 : 6;
  const week = isoWeek(date);
  const given =
    order === "isoWeek"
      ? { year: week.year, part: week.week }
      : { year: date.getUTCFullYear(), part: Math.floor(date.getUTCMonth() / months) + 1 };
  return partWritten(order, cell, { ...given, width });
};

/** "1960/61" and "FY20/21". */
const doubleYearWriter = (cell: string) => (timeMs: number) => {
  const first = new Date(timeMs).getUTCFullYear();
  let next = Number.isNaN(doubleYearOf(cell)) ? first : first - 1;
  return cell.replace(/\d+/g, (digits) => String(++next).slice(-digits.length));
};

/** 20240331, 202403, and with the hour, minutes and seconds. */
const compactWriter = (length: 10 | 7 | 13 | 16 | 19) => (timeMs: number) =>
  new Date(timeMs).toISOString().slice(0, length).replace(/[-T:]/g, "");

interface Place {
  readonly text: string;
  readonly field: Field | null;
}

const pieces = /\d+|[a-z]+|[^\da-z]+/gi;

/** The zone that a cell ends with, after a time of day. */
const zonePattern = /(?<=\d|\s|[ap]m)(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;

/** Of the last cell, with what the others say of zeros before numbers. */
function templateWriter(fields: readonly Field[], cells: readonly string[]): (timeMs: number) => string {
  const zoneOf = (cell: string) => (cell.includes(":") ? (zonePattern.exec(cell)?.[0] ?? "") : "");
  const zone = zoneOf(cells[cells.length - 1]);
  const bodies = cells.map((cell) => placesOf(cell.slice(0, cell.length - zoneOf(cell).length), fields));
  const template = bodies[bodies.length - 1];
  // Where none has one digit, nothing says that zeros are left out.
  const isPadded = bodies.every((body) => body.every(isLong));
  const isTwelve = template.some(({ field }) => field === "half");
  const isShort = bodies.every((body) => body.every(isShortMonth));
  const shiftMs = zoneShiftMs(zone);
  return (timeMs) => {
    const date = new Date(timeMs + shiftMs);
    const text = template.map(({ text, field }) =>
      field ? written(date, field, { text, isPadded, isShort, isTwelve }) : text,
    );
    return text.join("") + zone;
  };
}

function placesOf(cell: string, fields: readonly Field[]): readonly Place[] {
  const all = [...fields, ...clock];
  let next = 0;
  return (cell.match(pieces) ?? []).map((text): Place => {
    const isWord = /^[a-z]+$/i.test(text);
    if (isWord && all[next] !== "month") return { text, field: /^[ap]m$/i.test(text) ? "half" : null };
    if (!isWord && !/^\d+$/.test(text)) return { text, field: null };
    return { text, field: all[next++] ?? null };
  });
}

const isLong = ({ text, field }: Place) => !field || !/^\d$/.test(text);
const isShortMonth = ({ text, field }: Place) => field !== "month" || /^\d/.test(text) || text.length === 3;

interface Style {
  readonly text: string;
  readonly isPadded: boolean;
  /** Of months. */
  readonly isShort: boolean;
  /** Of hours. */
  readonly isTwelve: boolean;
}

function written(date: Date, field: Field, { text, isPadded, isShort, isTwelve }: Style): string {
  const digits = (value: number) => String(value).padStart(isPadded ? 2 : 1, "0");
  switch (field) {
    case "year":
      return text.length === 2 ? String(date.getUTCFullYear()).slice(-2) : String(date.getUTCFullYear());
    case "month": {
      const month = date.getUTCMonth();
      if (/^\d/.test(text)) return digits(month + 1);
      return inCaseOf(text, isShort ? months[month].slice(0, 3) : months[month]);
    }
    case "day":
      return digits(date.getUTCDate());
    case "hour":
      return digits(isTwelve ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
    case "minute":
      return String(date.getUTCMinutes()).padStart(2, "0");
    case "second":
      return String(date.getUTCSeconds()).padStart(2, "0");
    case "half":
      return inCaseOf(text, date.getUTCHours() < 12 ? "Am" : "Pm");
    case "weekYear":
      return String(isoWeek(date).year);
    case "week":
      return digits(isoWeek(date).week);
  }
}

function inCaseOf(example: string, name: string): string {
  if (example === example.toUpperCase()) return name.toUpperCase();
  return example === example.toLowerCase() ? name.toLowerCase() : name;
}

const dayMs = 86_400_000;

/** ISO 8601: that of the Thursday of the same week. */
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * dayMs);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0)) / (7 * dayMs)) + 1 };
}

function zoneShiftMs(zone: string): number {
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
}
