/**
 * Tables whose times stand across: a series each row and a time each column ("country, 1960, 1961, …"), a year each row and its
 * months in columns, a day each row and its hours. Read as they stand, their rows would be taken for steps of time.
 */
import { dateParser, detectDateOrder, isDatePart, monthOfName, startOfIsoWeek } from "./dates";
import { labelName } from "./labelName";
import { monthOfWord } from "./monthWords";
import type { Table } from "./table";
import { isMissing } from "./tableTop";
import type { DateOrder } from "./tableTypes";
import { timeName } from "./timeName";
import { weekAcross } from "./weekdayNames";

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
  /** Whether they are times without doubt: else the columns may as well be inputs, and are left where they are until somebody decides. */
  readonly isCertain: boolean;
  /** The time of a cell: of a row, and of one of the columns, counted from the first; null where there is no such time. */
  readonly timeOf: (row: number, step: number) => string | null;
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
  return (
    daysOfMonths(table) ??
    monthsOfYears(table) ??
    quartersOfYears(table) ??
    hoursOfDays(table) ??
    daysOfWeeks(table) ??
    datesAcross(table) ??
    monthsAlone(table) ??
    stepsAcross(table)
  );
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
      isCertain: true,
      timeOf: (_, i) => run[i],
    };
  }
  return null;
}

/** A week each row, and its days in columns. */
function daysOfWeeks(table: Table): TimesAcross | null {
  const week = weekAcross(table.names);
  if (week === null || !haveNumbers(table, week.first, 7)) return null;
  const { first, from } = week;
  const rest = others(table, first, 7);
  if (rest.some((c) => labelName.test(table.names[c]))) return null;
  // Behind the days stands what sums them up.
  const weeks = weeksOf(
    table,
    rest.filter((c) => c < first),
    from,
  );
  const { kept, leftOut } = besides(table, first, 7, ...(weeks?.columns ?? []));
  const across = { first, count: 7, kept, leftOut, isCertain: true };
  if (weeks) return { ...across, name: weeks.name, isSeriesPerRow: false, timeOf: weeks.timeOf };
  // Beside names alone a row is a week of its own.
  const isSeriesPerRow = kept.length > 0;
  const before = (row: number) => (isSeriesPerRow ? 0 : 7 * row);
  return { ...across, name: "day", isSeriesPerRow, timeOf: (row, i) => String(before(row) + i + 1) };
}

interface Weeks {
  readonly columns: readonly number[];
  readonly name: string;
  readonly timeOf: TimesAcross["timeOf"];
}

/** Which week each row is of: a date in it, year and number, or a number that counts. */
function weeksOf(table: Table, rest: readonly number[], from: number): Weeks | null {
  const dated = rest.filter((c) => isDated(table, c));
  if (dated.length > 1) return null;
  const [column] = dated;
  if (column !== undefined) {
    const beginOf = beginOfWeeks(sampleOf(table, column), from);
    return beginOf && dayedWeeks([column], (row) => beginOf(table.columns[column].at(row)));
  }
  const cells = (c: number) => sampleOf(table, c);
  const years = rest.filter((c) => cells(c).length > 0 && cells(c).every((cell) => year.test(cell)));
  const numbers = rest.filter((c) => cells(c).length > 0 && cells(c).every((cell) => weekNumber.test(cell)));
  if (numbers.length !== 1) return null;
  const [week] = numbers;
  const numberOf = (row: number) =>
    Number(weekNumber.exec(table.columns[week].at(row).trim())?.[1] ?? Number.NaN);
  // A week of ISO 8601 begins on Monday.
  const early = from === 0 ? 0 : 7 - from;
  if (years.length === 1) {
    const yearOf = (row: number) => Number(table.columns[years[0]].at(row));
    return dayedWeeks([...years, week], (row) => startOfIsoWeek(yearOf(row), numberOf(row)) - early * dayMs);
  }
  if (years.length > 0) return null;
  return { columns: [week], name: "day", timeOf: (row, i) => String(7 * (numberOf(row) - 1) + i + 1) };
}

const dayedWeeks = (columns: readonly number[], beginOf: (row: number) => number): Weeks => ({
  columns,
  name: "date",
  timeOf: (row, i) => dayText(beginOf(row) + i * dayMs),
});

const dayText = (ms: number) => (Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 10));

/** From a date to its week's first day; null where they do not all stand for the same day of the week. */
function beginOfWeeks(cells: readonly string[], from: number): ((cell: string) => number) | null {
  const found = detectDateOrder(cells);
  if (!found) return null;
  const orders: readonly DateOrder[] = found.ambiguous ? ["dayMonthYear", "monthDayYear"] : [found.order];
  for (const order of orders) {
    const parse = dateParser(order);
    // 1 January 1970 was a Thursday.
    const placeOf = (cell: string) => (Math.floor(parse(cell) / dayMs) + 3 - from + 7) % 7;
    const place = placeOf(cells[0]);
    if (cells.every((cell) => placeOf(cell) === place)) return (cell) => parse(cell) - place * dayMs;
  }
  return null;
}

/** "7", "KW 7", "week 7", "第7周". */
const weekNumber = /^(?:\p{L}{0,8}[\s.#-]*)?(\d{1,3})(?:\s*周)?$/u;

/** Twelve months of no year: a series each row beside names, else year after year. */
function monthsAlone(table: Table): TimesAcross | null {
  const months = table.names.map((name) => (/\d/.test(name) ? Number.NaN : monthIn(name.trim())));
  const first = runOf(months, 1, 12);
  if (first === null || !haveNumbers(table, first, 12)) return null;
  const rest = others(table, first, 12);
  if (rest.some((c) => labelName.test(table.names[c]) || isDated(table, c) || haveYears(table, c)))
    return null;
  const beside = besides(table, first, 12);
  const isSeriesPerRow = beside.kept.length > 0;
  if (!isSeriesPerRow && table.rowCount < 2) return null;
  const before = (row: number) => (isSeriesPerRow ? 0 : 12 * row);
  return {
    ...{ first, count: 12, name: "month", isSeriesPerRow, isCertain: true },
    ...beside,
    timeOf: (row, i) => String(before(row) + i + 1),
  };
}

const haveYearsAlone = (table: Table, column: number) =>
  sampleOf(table, column).every((cell) => year.test(cell));
const haveYears = (table: Table, column: number) => sampleOf(table, column).some((cell) => year.test(cell));

/** So many columns in a row count something. */
const leastSteps = 8;
const numberedName = /^(.*?)(\d+)$/;
/** What counts steps of time, and no features. */
const stepPrefix =
  /^(?:t|ts|d|w|h|hr|time|timestep|step|day|tag|jour|d[ií]a|week|woche|kw|semana|semaine|hour|stunde|minute|month|monat|period|时刻|第|天|日|周|步)?[\s_.-]*$/i;

/** A series each row, whose steps columns count: "id, d_1, d_2, …". */
function stepsAcross(table: Table): TimesAcross | null {
  const parts = table.names.map((name) => numberedName.exec(name.trim()));
  const [start, all] = longestCount(parts);
  // Where a program has named all columns, the first may be the name of each row.
  const isNamed = all > 0 && !isNumeric(sampleOf(table, start)) && isName(table, start);
  const [first, count] = isNamed ? [start + 1, all - 1] : [start, all];
  if (count < leastSteps || !haveNumbers(table, first, count)) return null;
  const rest = others(table, first, count);
  const isOfRow = (c: number) => timeName.test(table.names[c].trim());
  if (rest.some((c) => labelName.test(table.names[c]) || isDated(table, c) || isOfRow(c))) return null;
  // What many rows share may be their class, which the other columns are to tell.
  const names = rest.filter((c) => isName(table, c));
  if (rest.length > 0 && names.length === 0) return null;
  const numbers = Array.from({ length: count }, (_, i) => parts[first + i]?.[2] ?? "");
  const isStep = stepPrefix.test(parts[first]?.[1] ?? "");
  return {
    ...{ first, count, name: "step", kept: rest, leftOut: [], isSeriesPerRow: true },
    isCertain:
      (isStep && (names.length > 0 || (parts[first]?.[1] ?? "") !== "")) ||
      (names.length > 0 && endEarly(table, first, count)),
    timeOf: (_, i) => String(Number(numbers[i])),
  };
}

/** The longest run of columns whose names are the same but for a number, which rises by one. */
function longestCount(parts: readonly (RegExpExecArray | null)[]): readonly [first: number, count: number] {
  let longest: readonly [number, number] = [0, 0];
  for (let first = 0; first < parts.length; ) {
    let end = first + 1;
    const goesOn = (before: RegExpExecArray | null, one: RegExpExecArray | null) =>
      before !== null && one !== null && one[1] === before[1] && Number(one[2]) === Number(before[2]) + 1;
    while (end < parts.length && goesOn(parts[end - 1], parts[end])) end++;
    if (end - first > longest[1]) longest = [first, end - first];
    first = end;
  }
  return longest;
}

/** Whether rows have a length of their own, as series do: cells are missing at their ends, and nowhere else. */
function endEarly(table: Table, first: number, count: number): boolean {
  const rows = Array.from({ length: Math.min(sampledRows, table.rowCount) }, (_, row) =>
    Array.from({ length: count }, (_, i) => table.columns[first + i].at(row).trim() !== ""),
  );
  const lengths = rows.map((filled) => filled.lastIndexOf(true) + 1);
  return new Set(lengths).size > 2 && rows.every((filled, r) => filled.slice(0, lengths[r]).every(Boolean));
}

/** Another in each row. */
function isName(table: Table, column: number): boolean {
  const cells = sampleOf(table, column);
  const isCounted = cells.every((cell) => /^\d+$/.test(cell));
  const isWord = cells.every((cell) => /\p{L}/u.test(cell));
  return cells.length > 1 && (isCounted || isWord) && new Set(cells).size === cells.length;
}

/** A year each row, and its twelve months in columns. */
function monthsOfYears(table: Table): TimesAcross | null {
  const months = table.names.map((name) => monthIn(name.trim()));
  return partsOfYears(table, months, 12, "month", (i) => `-${String(i + 1).padStart(2, "0")}`);
}

/** A year each row, and its four quarters. */
function quartersOfYears(table: Table): TimesAcross | null {
  const quarters = table.names.map((name) => {
    const found = quarter.exec(name.trim());
    return Number(found?.[1] ?? found?.[2] ?? ("一二三四".indexOf(found?.[3] ?? "-") + 1 || Number.NaN));
  });
  return partsOfYears(table, quarters, 4, "quarter", (i) => ` Q${i + 1}`);
}

/**
 * @param parts of each column, which part of a year it has, counted from 1; NaN where it has none
 * @param behind what stands behind the year in the time of a part, counted from 0
 */
function partsOfYears(
  table: Table,
  parts: readonly number[],
  count: number,
  name: string,
  behind: (part: number) => string,
): TimesAcross | null {
  const first = runOf(parts, 1, count);
  if (first === null || !haveNumbers(table, first, count)) return null;
  const years = others(table, first, count).filter((c) => haveYearsAlone(table, c));
  if (years.length !== 1) return null;
  const [column] = years;
  return {
    ...{ first, count, name, isSeriesPerRow: false, isCertain: true },
    ...besides(table, first, count, column),
    timeOf: (row, i) => `${table.columns[column].at(row).trim()}${behind(i)}`,
  };
}

/** A month each row, and its days in columns: those that a month does not have are none. */
function daysOfMonths(table: Table): TimesAcross | null {
  const days = table.names.map((name) => Number(dayNumber.exec(name.trim())?.[1] ?? Number.NaN));
  const first = runOf(days, 1, 31);
  if (first === null || !haveNumbers(table, first, 31)) return null;
  const rest = others(table, first, 31);
  const orderOf = (c: number) => detectDateOrder(sampleOf(table, c))?.order ?? null;
  const isMonth = (order: DateOrder | null) => order === "yearMonth" || order === "monthYear";
  const dated = rest.filter((c) => isMonth(orderOf(c)));
  const years = rest.filter((c) => haveYearsAlone(table, c));
  const months = rest.filter((c) => c < first && sampleOf(table, c).every((cell) => isMonthCell(cell)));
  const at = (c: number, row: number) => table.columns[c].at(row).trim();
  let columns: readonly number[];
  let monthOf: (row: number) => number;
  if (dated.length === 1) {
    const [column] = dated;
    const parse = dateParser(orderOf(column) ?? "yearMonth");
    columns = dated;
    monthOf = (row) => parse(at(column, row));
  } else if (years.length === 1 && months.length === 1) {
    columns = [...years, ...months];
    monthOf = (row) => Date.UTC(Number(at(years[0], row)), monthIn(at(months[0], row)) - 1);
  } else return null;
  const isOfMonth = (begin: number, day: number) =>
    new Date(begin).getUTCMonth() === new Date(begin + day * dayMs).getUTCMonth();
  return {
    ...{ first, count: 31, name: "date", isSeriesPerRow: false, isCertain: true },
    ...besides(table, first, 31, ...columns),
    timeOf: (row, i) => (isOfMonth(monthOf(row), i) ? dayText(monthOf(row) + i * dayMs) : null),
  };
}

/** A day each row, and its hours in columns, or shorter stretches of the clock. */
function hoursOfDays(table: Table): TimesAcross | null {
  const run = clockRun(table.names) ?? hourRun(table.names);
  if (run === null || !haveNumbers(table, run.first, run.count)) return null;
  const { first, count, fromMinute, minutes } = run;
  const days = others(table, first, count).filter((c) => haveDays(table, c));
  if (days.length !== 1) return null;
  const [column] = days;
  const clock = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return {
    ...{ first, count, name: table.names[column], isSeriesPerRow: false, isCertain: true },
    ...besides(table, first, count, column),
    timeOf: (row, i) => `${table.columns[column].at(row).trim()} ${clock(fromMinute + i * minutes)}`,
  };
}

interface DayRun {
  readonly first: number;
  readonly count: number;
  readonly fromMinute: number;
  /** Of each step. */
  readonly minutes: number;
}

function hourRun(names: readonly string[]): DayRun | null {
  const hours = names.map((name) => Number(hour.exec(name.trim())?.[1] ?? Number.NaN));
  // From 1 to 24, the last of which is midnight.
  const from = runOf(hours, 0, 24) === null ? 1 : 0;
  const first = runOf(hours, from, 24);
  // What goes on behind 24 counts no hours.
  if (first === null || hours[first + 24] === from + 24) return null;
  return { first, count: 24, fromMinute: 60 * from, minutes: 60 };
}

/** "00:00, 00:30, …" of all of a day, from midnight on or to midnight. */
function clockRun(names: readonly string[]): DayRun | null {
  const times = names.map((name) => {
    const found = /^(\d{1,2})[:.h](\d{2})(?::00)?$/i.exec(name.trim());
    return found ? 60 * Number(found[1]) + Number(found[2]) : Number.NaN;
  });
  const first = times.findIndex((time, c) => {
    const minutes = times[c + 1] - time;
    return minutes > 0 && minutes <= 120 && dayMinutes % minutes === 0 && (time === 0 || time === minutes);
  });
  if (first < 0) return null;
  const minutes = times[first + 1] - times[first];
  const count = dayMinutes / minutes;
  const isWhole = Array.from({ length: count }, (_, i) => times[first + i] === times[first] + i * minutes);
  return isWhole.every(Boolean) ? { first, count, fromMinute: times[first], minutes } : null;
}

const dayMinutes = 1440;

const dayMs = 86_400_000;
const year = /^(1[5-9]|20|21)\d{2}$/;
/** 7, 07:00, h07, hour 7, 7 Uhr is none: what stands before a digit says that it counts hours. */
const hour = /^(?:h|hr|hour|hora|heure|stunde|std)?[\s_.-]*(\d{1,2})(?::00){0,2}(?:\s*[h时点])?$/i;

/** X1960, Y1960, FY1960, and "1960 [YR1960]" of the World Bank. */
const withoutDress = (name: string) =>
  /^\s*(?:[xy]|[yf]y|yr)?[\s_-]?(\d{4})(?:\s*\[yr\d{4}\])?\s*$/i.exec(name)?.[1] ?? name.trim();

const isDate = (name: string) =>
  /\d/.test(name) && !year.test(name) && isOfDays(detectDateOrder([name])?.order);
const isOfDays = (order: DateOrder | undefined) => order !== undefined && !isDatePart(order);

const quarter =
  /^(?:q|qtr|quarter|quartal|t|trim|trimestre|trimester|kvartal)[\s._-]*([1-4])$|^([1-4])\.?\s*(?:q|quarter|quartal|trimestre)$|^第?([一二三四])季度$/i;
/** 7, d7, day 7, 7日. */
const dayNumber = /^(?:d|day|tag|jour|d[ií]a|dia|giorno)?[\s_.-]*(\d{1,2})日?$/i;
const isMonthCell = (cell: string) => {
  const month = monthIn(cell);
  return month >= 1 && month <= 12;
};
const dayOrders: ReadonlySet<DateOrder> = new Set(["iso", "yearMonthDay", "dayMonthYear", "monthDayYear"]);
const haveDays = (table: Table, column: number) => {
  const cells = sampleOf(table, column);
  const order = cells.every((cell) => !year.test(cell)) && detectDateOrder(cells)?.order;
  return order && dayOrders.has(order);
};

const monthIn = (name: string): number => {
  const counted = /^(?:m|month)?[\s_-]*(\d{1,2})$/i.exec(name);
  if (counted) return Number(counted[1]);
  return (/^[a-zà-ÿ]{3,10}\.?$/i.test(name) ? monthOfName(name) : monthOfWord(name)) || Number.NaN;
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

function besides(table: Table, first: number, count: number, ...times: readonly number[]) {
  const rest = others(table, first, count).filter((c) => !times.includes(c));
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

/** Also with a letter or two behind some, as Eurostat marks what is preliminary. */
const isNumeric = (cells: readonly string[]) => {
  const known = cells.filter((cell) => !isMissing(cell));
  const numbers = known.filter((cell) => /^[^\p{L}]*\d[^\p{L}]*( [a-z]{1,2})?$/u.test(cell));
  return known.length > 0 && numbers.length >= 0.8 * known.length;
};

/** Words, or nothing at all, are no values of a series. */
function haveNumbers(table: Table, first: number, count: number): boolean {
  const columns = Array.from({ length: count }, (_, i) => sampleOf(table, first + i));
  const filled = columns.filter((cells) => cells.length > 0);
  return filled.length >= 0.5 * count && filled.filter(isNumeric).length >= 0.9 * filled.length;
}
