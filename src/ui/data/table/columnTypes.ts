/** The types of columns as the user chooses among them. */
import { counted, formatCount } from "../../../data/phrases";
import type { ColumnPreview, ColumnType, DateOrder } from "../../../data/table/tableTypes";
import type { SelectOption } from "../../controls/SelectField";

const dateExamples: Readonly<Record<DateOrder, string>> = {
  iso: "2024-03-31, with a time or without",
  yearMonthDay: "2024/3/31, 2024 Mar 31",
  dayMonthYear: "31/3/2024, 31. March 2024",
  monthDayYear: "3/31/2024, March 31, 2024",
  yearMonth: "2024-03",
  monthYear: "03/2024, March 2024",
  year: "2024",
  unixSeconds: "1711843200: seconds since 1970",
  unixMilliseconds: "1711843200000: milliseconds since 1970",
};

const dateNames: Readonly<Record<DateOrder, string>> = {
  iso: "Date (ISO)",
  yearMonthDay: "Date (year, month, day)",
  dayMonthYear: "Date (day, month, year)",
  monthDayYear: "Date (month, day, year)",
  yearMonth: "Date (year, month)",
  monthYear: "Date (month, year)",
  year: "Date (year)",
  unixSeconds: "Date (Unix seconds)",
  unixMilliseconds: "Date (Unix milliseconds)",
};

interface TypeOption extends SelectOption<string> {
  readonly type: ColumnType;
}

const dateOrders: readonly DateOrder[] = [
  "iso",
  "yearMonthDay",
  "dayMonthYear",
  "monthDayYear",
  "yearMonth",
  "monthYear",
  "year",
  "unixSeconds",
  "unixMilliseconds",
];

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
    label: dateNames[order],
    about: dateExamples[order],
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
