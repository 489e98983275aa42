/** The types of columns as the user chooses among them. */
import { counted, formatCount } from "../../../data/phrases";
import type { ColumnPreview, ColumnType, DateOrder } from "../../../data/table/tableTypes";
import type { SelectOption } from "../../controls/SelectField";

/** In the order in which they are offered. */
const dates: Readonly<Record<DateOrder, { readonly name: string; readonly example: string }>> = {
  iso: { name: "Date (ISO)", example: "2024-03-31, with a time or without" },
  yearMonthDay: { name: "Date (year, month, day)", example: "2024/3/31, 2024 Mar 31" },
  dayMonthYear: { name: "Date (day, month, year)", example: "31/3/2024, 31. March 2024" },
  monthDayYear: { name: "Date (month, day, year)", example: "3/31/2024, March 31, 2024" },
  yearMonth: { name: "Date (year, month)", example: "2024-03" },
  monthYear: { name: "Date (month, year)", example: "03/2024, March 2024, Mar-24" },
  quarter: { name: "Date (year, quarter)", example: "2024 Q1, Q1 2024" },
  isoWeek: { name: "Date (year, week)", example: "2024-W13" },
  year: { name: "Date (year)", example: "2024" },
  decimalYear: { name: "Date (year with a fraction)", example: "2024.25" },
  unixSeconds: { name: "Date (Unix seconds)", example: "1711843200: seconds since 1970" },
  unixMilliseconds: { name: "Date (Unix milliseconds)", example: "1711843200000: milliseconds since 1970" },
  unixMixed: { name: "Date (Unix, mixed)", example: "Seconds, milliseconds or finer, each by its size" },
  timeOfDay: { name: "Time of day", example: "14:30, 2:30 PM; joined with a date" },
  quarterOfYear: { name: "Quarter", example: "1 to 4; joined with a year" },
  monthOfYear: { name: "Month", example: "1 to 12, March; joined with a year" },
  weekOfYear: { name: "Week", example: "1 to 53, of ISO 8601; joined with a year" },
  dayOfYear: { name: "Day of the year", example: "1 to 366; joined with a year" },
  dayOfMonth: { name: "Day of the month", example: "1 to 31; joined with a month" },
  hourOfDay: { name: "Hour", example: "0 to 23; joined with a date" },
  minuteOfHour: { name: "Minute", example: "0 to 59; joined with an hour" },
  secondOfMinute: { name: "Second", example: "0 to 59; joined with a minute" },
};

interface TypeOption extends SelectOption<string> {
  readonly type: ColumnType;
}

const isDateOrder = (key: string): key is DateOrder => Object.hasOwn(dates, key);
const dateOrders = Object.keys(dates).filter(isDateOrder);

export const typeOptions: readonly TypeOption[] = [
  { value: "number", label: "Number", about: "Measured or counted.", type: { kind: "number" } },
  {
    value: "category",
    label: "Category",
    about: "One of a few words or codes; a class, if it is the label.",
    type: { kind: "category" },
  },
  {
    value: "id",
    label: "Id",
    about: "Tells rows or sequences apart; never read as a value.",
    type: { kind: "id" },
  },
  { value: "text", label: "Text", about: "Free words; not used.", type: { kind: "text" } },
  ...dateOrders.map((order) => ({
    value: order,
    label: dates[order].name,
    about: dates[order].example,
    type: { kind: "date", order } as const,
  })),
];

export const typeKey = (type: ColumnType): string => (type.kind === "date" ? type.order : type.kind);

/** "−3 to 26.3", "3 different: a, b, c". */
export function contentInWords({
  type,
  min,
  max,
  distinct,
  distinctAtLeast,
  examples,
}: ColumnPreview): string {
  if (min !== null && max !== null) return min === max ? `always ${min}` : `${min} to ${max}`;
  if (type.kind === "category" && !distinctAtLeast && distinct <= examples.length && distinct > 0)
    return examples.join(", ");
  return `${distinctAtLeast ? "more than " : ""}${formatCount(distinct)} different`;
}

/** "12 missing, 3 wrong", or null where all is well. */
export function flawsInWords({ missing, invalid }: ColumnPreview): string | null {
  const parts = [
    ...(missing > 0 ? [`${formatCount(missing)} missing`] : []),
    ...(invalid > 0 ? [`${formatCount(invalid)} not of this type`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : null;
}

export const rowsAndColumns = (rowCount: number, columnCount: number): string =>
  `${counted(rowCount, "row")}, ${counted(columnCount, "column")}`;
