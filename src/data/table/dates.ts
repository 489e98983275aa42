/**
 * Cells that are dates, to milliseconds since 1970 in UTC, and which order of day, month and year they have. Strict, other than
 * the platform's `Date`: there is no 31 February, and no order is guessed for a single cell.
 */
import { asciiDigits, hasOtherDigits } from "./asciiDigits";
import { monthOfWord, withEnglishMonth } from "./monthWords";
import { stepDirections } from "./stepDirections";
import type { DateOrder, DatePart } from "./tableTypes";
import { areWeekdays } from "./weekdayNames";
import { doubleYearOf, fullYear, partOfYear } from "./yearParts";

const dayMs = 86_400_000;
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** As months begin in German, French, Spanish, Italian, Portuguese and Dutch, where not as in English; without accents. */
const otherMonths: ReadonlyMap<string, number> = new Map(
  [
    ["gen", "ene"],
    ["fev"],
    ["mrz", "mae", "mrt", "maa"],
    ["avr", "abr"],
    ["mai", "mag", "mei"],
    ["giu", "juin"],
    ["lug", "juil"],
    ["aou", "ago"],
    ["set"],
    ["okt", "ott", "out"],
    [],
    ["dez", "dic"],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);
const number = "(\\d{1,2})";
/** A month's name, which two digits of a year may follow: two numbers say nothing of which is the year. */
const namedMonth = "([a-zà-ÿ]{3,10}\\.?)";
const month = "(\\d{1,2}|[a-zà-ÿ]{3,10}\\.?)";
const between = "\\s*[-/., ]\\s*";
const half = "\\s*([ap]\\.?m\\.?)?";
const zone = "\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?";
const clock = `(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?${half}${zone}`;
/** Without minutes, and empty where those would be. */
const hourAlone = `(\\d{1,2})()()()${half}${zone}`;
const begin = "(?:[T ]|,\\s*)\\s*";

/** Each with the places of year, month and day among its first groups; 0 is for "the first". */
interface Layout {
  readonly pattern: RegExp;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Groups before those of the time of day. */
  readonly groups: number;
}

type Places = Omit<Layout, "pattern">;

const whole = (text: string) => new RegExp(`^${text}$`, "i");
const layout = (date: string, places: Places): Layout => ({
  pattern: whole(`${date}(?:${begin}${clock})?`),
  ...places,
});
/** Of what has a day: "2024-01-01 05" is five o'clock. */
const layoutsOfDay = (date: string, places: Places): readonly Layout[] => [
  layout(date, places),
  { pattern: whole(`${date}${begin}${hourAlone}`), ...places },
];

type CalendarOrder = Exclude<
  DateOrder,
  | DatePart
  | "quarter"
  | "halfYear"
  | "isoWeek"
  | "decimalYear"
  | "serialDay"
  | "unixSeconds"
  | "unixMilliseconds"
  | "unixMixed"
>;

const yearFirst: Places = { year: 1, month: 2, day: 3, groups: 3 };
const monthOnly: Places = { year: 1, month: 2, day: 0, groups: 2 };
const layouts: Readonly<Record<CalendarOrder, readonly Layout[]>> = {
  iso: layoutsOfDay("(\\d{4})-(\\d{2})-(\\d{2})", yearFirst),
  yearMonthDay: [
    ...layoutsOfDay(`(\\d{4})${between}${month}${between}${number}`, yearFirst),
    layout("(\\d{4})(\\d{2})(\\d{2})", yearFirst),
    // 2024033118, 20240331T180000Z
    { pattern: whole(`(\\d{4})(\\d{2})(\\d{2})T?(\\d{2})(?:(\\d{2})(\\d{2})?)?()()${zone}`), ...yearFirst },
    layout("(\\d{4})年\\s*(\\d{1,2})月\\s*(\\d{1,2})日", yearFirst),
    layout("(\\d{4})년\\s*(\\d{1,2})월\\s*(\\d{1,2})일", yearFirst),
  ],
  dayMonthYear: layoutsOfDay(`${number}${between}${month}${between}(\\d{4}|\\d{2})`, {
    year: 3,
    month: 2,
    day: 1,
    groups: 3,
  }),
  monthDayYear: layoutsOfDay(`${month}${between}${number}${between}(\\d{4}|\\d{2})`, {
    year: 3,
    month: 1,
    day: 2,
    groups: 3,
  }),
  yearMonth: [
    layout(`(\\d{4})${between}${month}`, monthOnly),
    layout(`(\\d{4})M?(\\d{2})`, monthOnly),
    layout("(\\d{4})[年년]\\s*(\\d{1,2})[月월]", monthOnly),
  ],
  monthYear: [
    layout(`${month}${between}(\\d{4})`, { year: 2, month: 1, day: 0, groups: 2 }),
    // Of two numbers below 100 nothing tells which is the year.
    { pattern: whole(`${namedMonth}[-/.' ]*(\\d{2})`), year: 2, month: 1, day: 0, groups: 2 },
  ],
  year: [{ pattern: /^(\d{4})[年년]?$/, year: 1, month: 0, day: 0, groups: 1 }],
};

/** Orders that words can have, as they are tried; of two that fit equally, the earlier one is taken. */
const wordOrders: readonly DateOrder[] = [
  "iso",
  "yearMonthDay",
  "monthDayYear",
  "dayMonthYear",
  "yearMonth",
  "monthYear",
  "quarter",
  "halfYear",
  "isoWeek",
  "timeOfDay",
];

/** Those that a cell of a table may have by itself. */
export const dateOrders: readonly DateOrder[] = [...wordOrders, "year"];

/** The rest of what a column says is another column's. From the longest on: a day counts from the beginning of its month. */
export const dateParts = [
  "quarterOfYear",
  "monthOfYear",
  "weekOfYear",
  "dayOfYear",
  "dayOfMonth",
  "timeOfDay",
  "hourOfDay",
  "minuteOfHour",
  "secondOfMinute",
] as const satisfies readonly DatePart[];

const partOrders: ReadonlySet<string> = new Set(dateParts);
export const isDatePart = (order: DateOrder): order is DatePart => partOrders.has(order);

/**
 * A function from a cell to milliseconds since 1970, or NaN where it is no date of this order. Without a zone, UTC. A part is the
 * time that it says in 1970: the third month is 1 March 1970.
 */
export function dateParser(order: DateOrder): (cell: string) => number {
  if (isDatePart(order)) return partParsers[order];
  switch (order) {
    case "unixSeconds":
      return (cell) => unixTime(cell, 1000);
    case "unixMilliseconds":
      return (cell) => unixTime(cell, 1);
    case "unixMixed":
      return mixedUnixTime;
    case "decimalYear":
      return decimalYear;
    case "serialDay":
      return serialDay;
    case "quarter":
      return quarterTime;
    case "halfYear":
      return halfYearTime;
    case "isoWeek":
      return isoWeekTime;
    case "year":
      return yearTime;
    default:
      return calendarParser(layouts[order]);
  }
}

function calendarParser(choices: readonly Layout[]): (cell: string) => number {
  return (cell) => {
    const text = cell.trim();
    const found = timeIn(text, choices);
    if (!Number.isNaN(found)) return found;
    const plain = plainDate(text);
    for (const rewritten of [withoutWeekday(text), plain, withEnglishMonth(plain)]) {
      const time = rewritten === text ? Number.NaN : timeIn(rewritten, choices);
      if (!Number.isNaN(time)) return time;
    }
    return startOf(text, (part) => timeIn(plainDate(part), choices));
  };
}

/** Of a span of time, its beginning: "01.02.2024 00:00 - 01.02.2024 01:00". */
function startOf(text: string, parse: (part: string) => number): number {
  const [, first, last] =
    /^(.*\d.*?)(?:\s+(?:[-–—]|to|bis|until|à|al?)\s+|\s*[–—/~](?=\d{4}-))(\S.*)$/i.exec(text) ?? [];
  const start = first === undefined ? Number.NaN : parse(first.trim());
  return Number.isNaN(start) || Number.isNaN(parse(last.trim())) ? Number.NaN : start;
}

/** Years before the first ones of Japan's eras. */
const eras: ReadonlyMap<string, number> = new Map([
  ["令和", 2018],
  ["平成", 1988],
  ["昭和", 1925],
  ["R", 2018],
  ["H", 1988],
  ["S", 1925],
]);

/**
 * With digits of ASCII, the year of a Japanese era as that of the Common Era, and no point behind the day. A letter stands for an era where
 * a month and a day follow: "S1-05" is an episode, or a shelf.
 */
function plainDate(text: string): string {
  const ascii = hasOtherDigits(text) ? asciiDigits(text, ".") : text;
  return ascii
    .replace(
      /^(令和|平成|昭和|[RHS](?=\s*(?:元|\d{1,2})(?:年|[./-]\d{1,2}[./-]\d)))\s*(元|\d{1,2})(?=\s*[年./-])/i,
      (_, era: string, year: string) =>
        String((eras.get(era.toUpperCase()) ?? 0) + (year === "元" ? 1 : Number(year))),
    )
    .replace(
      /^(?:民[國国]\s*(\d{1,3})(?=\s*年)|(1\d\d)(?=([/.-])\d{1,2}\3\d{1,2}(?!\d)))/,
      (_, named?: string, bare?: string) => String(1911 + Number(named ?? bare)),
    )
    .replace(/(\d)\s*\.$/, "$1")
    .replace(/(\d)\.(\s+\d{1,2}:)/, "$1$2");
}

function timeIn(text: string, choices: readonly Layout[]): number {
  for (const layout of choices) {
    const match = layout.pattern.exec(text);
    if (match) return timeOf(match, layout);
  }
  return Number.NaN;
}

/** "Tue, 2 Jan 2024" and "2024-01-02（周二）": the date says it already. */
function withoutWeekday(text: string): string {
  const before = /^([a-zà-ÿ]{2,10})\.?,?\s+(?=\d|[a-zà-ÿ]{3})/i.exec(text);
  if (before && areWeekdays([before[1]])) return text.slice(before[0].length);
  return text.replace(
    /[\s,，]*[(（]?(?:周|星期|週|礼拜)?[一二三四五六日天月火水木金土](?:曜日?)?[)）]?$/,
    "",
  );
}

const ordinal = (low: number, high: number, ms: (value: number) => number) => (cell: string) => {
  const text = cell.trim().replace(/(?<=\d)\s*[月월日일時时시分분]$/, "");
  const value = /^\d{1,3}(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? ms(value) : Number.NaN;
};
const monthMs = (value: number) => Date.UTC(1970, value - 1);
const numberedMonth = ordinal(1, 12, monthMs);
const numberedQuarter = ordinal(1, 4, (value) => monthMs(3 * value - 2));

const partParsers: Readonly<Record<DatePart, (cell: string) => number>> = {
  quarterOfYear: (cell) => numberedQuarter(cell.trim().replace(/^q/i, "")),
  monthOfYear: (cell) => {
    if (/^\s*\d/.test(cell)) return numberedMonth(cell);
    const value = /^\s*[a-zà-ÿ]{3,10}\.?\s*$/i.test(cell)
      ? monthNumber(cell.trim())
      : monthOfWord(cell.trim());
    return value > 0 ? monthMs(value) : Number.NaN;
  },
  weekOfYear: ordinal(1, 53, (value) => (value - 1) * 7 * dayMs),
  dayOfYear: ordinal(1, 366, (value) => (value - 1) * dayMs),
  dayOfMonth: ordinal(1, 31, (value) => (value - 1) * dayMs),
  timeOfDay: timeOfDay,
  hourOfDay: ordinal(0, 24, (value) => value * 3_600_000),
  minuteOfHour: ordinal(0, 59, (value) => value * 60_000),
  secondOfMinute: ordinal(0, 60, (value) => value * 1000),
};

const clockPatterns = [whole(clock), whole(`(\\d{1,2})()()()\\s*([ap]\\.?m\\.?)${zone}`)];

function timeOfDay(cell: string): number {
  const text = cell.trim();
  // "18.30" is a number, "18.30.00" is none.
  if (/^\d+\.\d+$/.test(text)) return Number.NaN;
  for (const pattern of clockPatterns) {
    const match = pattern.exec(text);
    if (match) return timeOfDayMs(match.slice(1));
  }
  return /\d\s+\S+\s+\d/.test(text) ? startOf(text, timeOfDay) : Number.NaN;
}

function unixTime(cell: string, factor: number): number {
  const text = cell.trim();
  return /^-?\d{1,14}(\.\d+)?$/.test(text) ? Number(text) * factor : Number.NaN;
}

/** Numbers of this size are seconds, and a thousand, million or milliard times as many are finer: from 1973 on, to 5138. */
const fewestSeconds = 1e8;
const mostSeconds = 1e11;

function mixedUnixTime(cell: string): number {
  const text = cell.trim();
  if (!/^\d+(\.\d+)?([eE]\+?\d{1,2})?$/.test(text)) return Number.NaN;
  const value = Number(text);
  for (let factor = 1; factor <= 1e9; factor *= 1000)
    if (value >= fewestSeconds * factor && value < mostSeconds * factor) return (value / factor) * 1000;
  return Number.NaN;
}

function decimalYear(cell: string): number {
  const match = /^(\d{4})(\.\d+)?$/.exec(cell.trim());
  if (!match) return Number.NaN;
  const year = Number(match[1]);
  const start = startOfYear(year);
  return start + Math.round(Number(match[2] ?? 0) * (startOfYear(year + 1) - start));
}

/** The day that spreadsheets count from, which is not their first by a mistake that they keep. */
const serialStart = Date.UTC(1899, 11, 30);

/** Days since then, to the second, or finer where there are the digits for it. */
function serialDay(cell: string): number {
  const match = /^\d{1,6}(?:[.,](\d+))?$/.exec(cell.trim());
  if (!match) return Number.NaN;
  const ms = Number(match[0].replace(",", ".")) * dayMs;
  const unit = (match[1] ?? "").length > 8 ? 1 : 1000;
  return serialStart + Math.round(ms / unit) * unit;
}

function quarterTime(cell: string): number {
  const found = partOfYear("quarter", cell.trim());
  return found ? timeOfDate(found.year, 3 * found.part - 2, 1) : Number.NaN;
}

function halfYearTime(cell: string): number {
  const found = partOfYear("halfYear", cell.trim());
  return found ? timeOfDate(found.year, 6 * found.part - 5, 1) : Number.NaN;
}

function isoWeekTime(cell: string): number {
  const text = cell.trim();
  const [, days, day] = /^(\d{4}[-/ ]?W\d\d)-?([1-7])$/i.exec(text) ?? [];
  const found = partOfYear("isoWeek", days ?? text);
  return found ? startOfIsoWeek(found.year, found.part) + (Number(day ?? 1) - 1) * dayMs : Number.NaN;
}

const plainYear = calendarParser(layouts.year);

function yearTime(cell: string): number {
  const year = doubleYearOf(cell);
  return Number.isNaN(year) ? plainYear(cell) : startOfYear(year);
}

/** Its Monday; the first week of a year is the one with 4 January in it (ISO 8601). */
export function startOfIsoWeek(year: number, week: number): number {
  const fourth = timeOfDate(year, 1, 4);
  // 0 is Monday.
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - weekday) * dayMs;
}

const startOfYear = (year: number) => timeOfDate(year, 1, 1);

function timeOfDate(year: number, month: number, day: number): number {
  const date = new Date(0);
  // Date.UTC takes years below 100 for those of the twentieth century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function timeOf(match: RegExpExecArray, layout: Layout): number {
  const written = fullYear(match[layout.year]);
  const year = commonYear(written);
  const month = layout.month === 0 ? 1 : monthNumber(match[layout.month]);
  const day = layout.day === 0 ? 1 : Number(match[layout.day]);
  const clock = match.slice(layout.groups + 1);
  if (layout.month > 0 && isSolarHijri(written))
    return solarHijriTime(written, month, day) + timeOfDayMs(clock);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  return timeOfDate(year, month, day) + timeOfDayMs(clock);
}

/** Years of the Buddhist era, of which 2567 is 2024, where there is a month: nobody has dates of that time to come. */
const buddhist = { first: 2450, last: 2650, before: 543 } as const;
const commonYear = (year: number): number =>
  year >= buddhist.first && year < buddhist.last ? year - buddhist.before : year;

/** Years of Iran's calendar, of which 1402 began in March 2023, where there is a month. */
const isSolarHijri = (year: number): boolean => year >= 1300 && year <= 1410;

/** Six months of 31 days, five of 30 and one of 29; leap years as in the cycle of 33 years, which holds until 2124. */
function solarHijriTime(year: number, month: number, day: number): number {
  const isLeap = [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33);
  const longest = month <= 6 ? 31 : month < 12 || isLeap ? 30 : 29;
  if (month < 1 || month > 12 || day < 1 || day > longest) return Number.NaN;
  const leaps = (before: number) =>
    8 * Math.floor(before / 33) + [1, 5, 9, 13, 17, 22, 26, 30].filter((y) => y < before % 33).length;
  const days =
    365 * (year - 1348) + leaps(year) - leaps(1348) + 31 * (month - 1) - Math.max(0, month - 7) + day - 1;
  return Date.UTC(1969, 2, 21) + days * dayMs;
}

/** Whose years a cell counts, where not those of the Common Era. */
export type Era = "buddhist" | "solarHijri" | "japanese" | "minguo";

/** Of a cell that is a date of such an order. */
export function eraOf(cell: string): Era | null {
  const text = hasOtherDigits(cell) ? asciiDigits(cell, ".") : cell;
  if (plainDate(text).slice(0, 4) !== text.slice(0, 4)) {
    if (/^\s*(令和|平成|昭和|[RHS])/i.test(text)) return "japanese";
    if (/^\s*(民|1\d\d\D)/.test(text)) return "minguo";
  }
  const year = Number(/(?<!\d)\d{4}(?!\d)/.exec(withEnglishMonth(text))?.[0] ?? Number.NaN);
  if (commonYear(year) !== year && year >= 1) return "buddhist";
  return isSolarHijri(year) ? "solarHijri" : null;
}

/** 1 to 12; 0 where a word is no month's name. */
export const monthOfName = (word: string): number => (/\d/.test(word) ? 0 : monthNumber(word.trim()));

const mostFirstLetters = 4;

/** 0 where there is none. */
function monthNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  // Finland's November begins as March does.
  const named = text.length > mostFirstLetters ? monthOfWord(text) : 0;
  const english = monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  if (named > 0 || english > 0) return named || english;
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const [three, four] = [plain.slice(0, 3), plain.slice(0, 4)];
  return (
    otherMonths.get(four) ?? otherMonths.get(three) ?? (monthNames.indexOf(three) + 1 || monthOfWord(text))
  );
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Hours, minutes, seconds, fraction, "am" or "pm", and zone; all or the later ones may be left out. */
function timeOfDayMs([hours, minutes, seconds, fraction, half, zone]: readonly (
  | string
  | undefined
)[]): number {
  if (!hours) return 0;
  const isAfternoon = half?.toLowerCase().startsWith("p") ?? false;
  const hour = half ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  const minute = Number(minutes || 0);
  const second = Number(seconds || 0);
  if (hour > 24 || minute > 59 || second > 60) return Number.NaN;
  const ms = fraction ? Number(`0.${fraction}`) * 1000 : 0;
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms - zoneMs(zone);
}

function zoneMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone ?? "");
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
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
 * 20240331 and 202403.
 *
 * @param cells in the order of the rows, without the missing ones
 */
export function detectDateOrder(cells: readonly string[]): DetectedOrder | null {
  if (cells.length === 0) return null;
  const shares = wordOrders.map((order) => ({ order, share: share(cells, order) }));
  const most = Math.max(...shares.map(({ share }) => share));
  if (most < leastShare || areNumberedWords(cells)) return null;
  const fits = shares.filter(({ share }) => share === most).map(({ order }) => order);
  const either = fits.includes("dayMonthYear") && fits.includes("monthDayYear");
  if (!either || fits[0] === "iso" || fits[0] === "yearMonthDay") return { order: fits[0], ambiguous: false };
  return dayOrMonthFirst(cells);
}

/** "Set 01" and "Out 02" are the months of some, but where there is one such month alone, it is a word with numbers behind it. */
function areNumberedWords(cells: readonly string[]): boolean {
  const words = new Set(
    cells.map((cell) => /^\s*([a-zà-ÿ]{3,10})\.?[-/.' ]*\d{2}\s*$/i.exec(cell)?.[1].toLowerCase()),
  );
  const [word] = words;
  return words.size === 1 && word !== undefined && !monthNames.includes(word.slice(0, 3));
}

function share(cells: readonly string[], order: DateOrder): number {
  const parse = dateParser(order);
  // Hundreds of cells that are no dates need not all be tried.
  const few = cells.slice(0, 20);
  const right = (some: readonly string[]) => some.filter((cell) => !Number.isNaN(parse(cell))).length;
  if (right(few) < 0.5 * few.length) return 0;
  return right(cells) / cells.length;
}

/**
 * Both are possible for all: rows tend to be in order of time, oldest or newest first, at even steps, and points are written with the day
 * first.
 */
function dayOrMonthFirst(cells: readonly string[]): DetectedOrder {
  const dayFirst = stepsOf(cells, "dayMonthYear");
  const monthFirst = stepsOf(cells, "monthDayYear");
  for (const count of ["against", "falling"] as const)
    if (dayFirst[count] !== monthFirst[count])
      return {
        order: dayFirst[count] < monthFirst[count] ? "dayMonthYear" : "monthDayYear",
        ambiguous: false,
      };
  // Hours go on over midnight at the same step, if the day is the right one.
  const [dayEven, monthEven] = (["dayMonthYear", "monthDayYear"] as const).map((order) =>
    evenSteps(cells, order),
  );
  if (dayEven !== monthEven)
    return { order: dayEven > monthEven ? "dayMonthYear" : "monthDayYear", ambiguous: false };
  const points = cells[0].includes(".");
  return { order: points ? "dayMonthYear" : "monthDayYear", ambiguous: !points };
}

/** How many steps go back in time, and how many go another way than most do. */
function stepsOf(cells: readonly string[], order: DateOrder) {
  const { rising, falling } = stepDirections(cells.map(dateParser(order)));
  return { falling, against: Math.min(rising, falling) };
}

/** How many steps are the commonest one; 0 of whole days, which months and days take alike. */
function evenSteps(cells: readonly string[], order: DateOrder): number {
  const times = cells.map(dateParser(order));
  if (times.every((time) => Number.isNaN(time) || time % dayMs === 0)) return 0;
  const counts = new Map<number, number>();
  for (let i = 1; i < times.length; i++) {
    const step = times[i] - times[i - 1];
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
