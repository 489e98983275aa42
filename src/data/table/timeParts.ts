/** Columns that only together say when: a date and a time of day, or year, month, day and hour. */
import { dateParser, dateParts, isDatePart } from "./dates";
import type { ColumnType, DatePart } from "./tableTypes";

/** A column as far as it is known from a sample. */
export interface SampledColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** In the order of the rows, without the missing ones. */
  readonly cells: readonly string[];
}

const partNames: Readonly<Record<DatePart, RegExp>> = {
  quarterOfYear: /^(q|qtr|quarter|quartal|trimestre)$/i,
  monthOfYear:
    /^(mo|mm|mon|mth|mnth|month|monat|mois|mes|mese|m[eê]s|maand|måned|månad|miesiąc|měsíc|ay|bulan|luna|hónap|kuukausi|месяц|місяць|μήνας|חודש|(ال)?شهر|ماه|माह|महीना|মাস|เดือน|月份?|월)([\s_-]?(of[\s_-]?year|num|number|no|nr))?$/i,
  weekOfYear: /^(iso[\s_-]?)?(w|wk|kw|week|woche|semaine|semana)([\s_-]?(of[\s_-]?year|num|number|no|nr))?$/i,
  dayOfYear: /^(doy|yday|day[\s_-]?of[\s_-]?year|julian([\s_-]?day)?)$/i,
  dayOfMonth:
    /^(d|dd|dy|dom|mday|day|day[\s_-]?of[\s_-]?month|tag|jour|d[ií]a|dag|giorno|dzień|den|gün|hari|день|ημέρα|יום|(ال)?يوم|روز|दिन|দিন|วัน(ที่)?|日|일)$/i,
  timeOfDay: /./,
  hourOfDay:
    /^(h|hh|he|hr|hrs|hour|hours|(hour|hr)[\s_-]?(of[\s_-]?day|ending|ended|beginning|starting)|stunde|heure|hora|小?时)$/i,
  minuteOfHour: /^(mi|mn|min|mins|minute|minutes)$/i,
  secondOfMinute: /^(s|ss|sec|secs|second|seconds)$/i,
};
const weekdayName = /^(dow|wday|week[\s_-]?day|day[\s_-]?of[\s_-]?week|wochentag)$/i;
/** As in Western languages, then in Russian, Ukrainian, Greek, Hebrew, Arabic, Persian, Hindi, Bengali, Thai, Chinese, Japanese and Korean. */
const yearName =
  /^(yy|yyyy|yr|years?|jahr|année|annee|año|anno|ano|jaar|år|vuosi|rok|év|an|anul|yıl|yil|tahun|năm|год|рік|έτος|שנה|(ال)?(سنة|عام)|سال|वर्ष|साल|वर्षे|বছর|সাল|ปี|(ปี\s*)?(พ\.?\s*ศ|ค\.?\s*ศ)\.?|年|年份|年度|西[暦历曆]|연도|년도|년)$/i;
/** Whether a column is called a year. */
export const isYearName = (name: string): boolean => yearName.test(bareName(name));

/** What may follow what is known so far, the coarser first. */
const finer: Readonly<Record<Known, readonly DatePart[]>> = {
  year: ["monthOfYear", "dayOfYear", "quarterOfYear", "weekOfYear"],
  month: ["dayOfMonth"],
  day: ["timeOfDay", "hourOfDay"],
  hour: ["minuteOfHour"],
  minute: ["secondOfMinute"],
  all: [],
};

type Known = "year" | "month" | "day" | "hour" | "minute" | "all";

/** How much is known with a part. */
const knownWith: Readonly<Record<DatePart, Known>> = {
  quarterOfYear: "all",
  monthOfYear: "month",
  weekOfYear: "all",
  dayOfYear: "day",
  dayOfMonth: "day",
  timeOfDay: "all",
  hourOfDay: "hour",
  minuteOfHour: "minute",
  secondOfMinute: "all",
};

/**
 * Of each column that completes a date of another column, which part it is. A part that completes nothing stays what it is: a
 * number from 1 to 31 beside whole dates is none.
 */
export function timeParts(columns: readonly SampledColumn[]): ReadonlyMap<number, DatePart> {
  const found = new Map<number, DatePart>();
  const base = baseOf(columns);
  for (let known = base; known !== null; ) {
    const part = nextPart(columns, finer[known], found);
    if (!part) break;
    found.set(part.column, part.part);
    known = knownWith[part.part];
  }
  return found;
}

/** What the coarsest date leaves open; null where there is none, or nothing left. */
function baseOf(columns: readonly SampledColumn[]): Known | null {
  const known = columns.map(({ type, cells }) => (type.kind === "date" ? knownOf(type.order, cells) : null));
  // A column of whole dates is a better beginning than one of years.
  return (["day", "month", "year"] as const).find((level) => known.includes(level)) ?? null;
}

/** What a date of such an order says, and what it leaves open. */
export function knownOf(
  order: Extract<ColumnType, { kind: "date" }>["order"],
  cells: readonly string[],
): Known {
  if (order === "year") return "year";
  if (order === "yearMonth" || order === "monthYear") return "month";
  if (isDatePart(order) || !["iso", "yearMonthDay", "dayMonthYear", "monthDayYear"].includes(order))
    return "all";
  const parse = dateParser(order);
  const hasTimes = cells.slice(0, 200).some((cell) => {
    const time = parse(cell);
    return !Number.isNaN(time) && time % 86_400_000 !== 0;
  });
  return hasTimes ? "all" : "day";
}

function nextPart(
  columns: readonly SampledColumn[],
  parts: readonly DatePart[],
  taken: ReadonlyMap<number, DatePart>,
): { readonly column: number; readonly part: DatePart } | null {
  for (const part of parts) {
    const column = columns.findIndex(
      (one, c) => !taken.has(c) && isPart(minutesBehind(one, taken.get(c - 1)), part),
    );
    if (column >= 0) return { column, part };
  }
  return null;
}

/** "mm" behind the hour is the minute, and elsewhere rather a month, or rain. */
const minutesBehind = (column: SampledColumn, before: DatePart | undefined): SampledColumn =>
  before === "hourOfDay" && bareName(column.name) === "mm" ? { ...column, name: "minute" } : column;

/** Without the unit that may stand behind it: "hh (hr)". */
export const bareName = (name: string): string => name.trim().replace(/\s*\([^()]*\)$/, "");

/** By its name, and by all of its cells. */
function isPart({ name, type, cells }: SampledColumn, part: DatePart): boolean {
  if (type.kind === "date") return type.order === part;
  if (part === "timeOfDay" || cells.length === 0 || !partNames[part].test(bareName(name))) return false;
  const parse = dateParser(part);
  return cells.every((cell) => !Number.isNaN(parse(cell)));
}

/** The place in the calendar or on the clock that a column of numbers says by its name, or null. */
export function calendarPartOf(name: string): Exclude<DatePart, "timeOfDay"> | "weekday" | "year" | null {
  const text = bareName(name);
  if (isYearName(text)) return "year";
  if (weekdayName.test(text)) return "weekday";
  return dateParts.filter((part) => part !== "timeOfDay").find((part) => partNames[part].test(text)) ?? null;
}
