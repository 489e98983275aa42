/** When each row of a table is, of one column or of several that say it together. */
import { numericColumn, type RowChoice } from "./columnValues";
import { dateParts, daysInMonth, isDatePart, startOfIsoWeek } from "./dates";
import type { DescribedTable } from "./describeTable";
import type { ColumnPreview, DatePart } from "./tableTypes";

/**
 * Milliseconds since 1970 where the columns are dates, else the number as it stands; NaN where there is none.
 *
 * @param time one column or more
 * @param rows all of them by default
 */
export function rowTimes(
  described: DescribedTable,
  time: readonly number[],
  rows: RowChoice = described.table.rowCount,
): Float64Array<ArrayBuffer> {
  const { types } = described.interpretation;
  const columns = time.map((column) => ({
    values: numericColumn(described, column, rows).values,
    part: partOf(types[column]),
  }));
  if (columns.length === 1) return columns[0].values;
  const times =
    columns.find(({ part }) => part === null)?.values.slice() ??
    new Float64Array(columns[0]?.values.length ?? 0);
  for (const next of dateParts)
    for (const { values, part } of columns)
      if (part === next)
        for (let row = 0; row < times.length; row++) times[row] = joined(times[row], values[row], part);
  return times;
}

const partOf = (type: ColumnPreview["type"]): DatePart | null =>
  type.kind === "date" && isDatePart(type.order) ? type.order : null;

const dayMs = 86_400_000;

/** @param part the time in 1970 that the part says alone */
function joined(time: number, part: number, kind: DatePart): number {
  if (Number.isNaN(time) || Number.isNaN(part)) return Number.NaN;
  const date = new Date(time);
  const year = date.getUTCFullYear();
  switch (kind) {
    case "quarterOfYear":
    case "monthOfYear":
      return date.setUTCMonth(new Date(part).getUTCMonth());
    case "weekOfYear":
      return startOfIsoWeek(year, part / (7 * dayMs) + 1);
    case "dayOfMonth":
      return part / dayMs < daysInMonth(year, date.getUTCMonth() + 1) ? time + part : Number.NaN;
    default:
      return time + part;
  }
}

/** Whether they say when in years, and not only when on a clock or how many steps from a beginning. */
export const isDated = (columns: readonly Pick<ColumnPreview, "type">[], time: readonly number[]): boolean =>
  time.some((column) => {
    const { type } = columns[column];
    return type.kind === "date" && !isDatePart(type.order);
  });

/**
 * What can be the time: every column of dates alone, with the parts that complete it where there are any; and, without a whole
 * date, the parts together.
 */
export function timeChoices(columns: readonly Pick<ColumnPreview, "type">[]): readonly (readonly number[])[] {
  const dates = columns.flatMap(({ type }, c) => (type.kind === "date" ? [c] : []));
  // Of several that say the same part, as when something began and when it ended, the first.
  const isPart = (c: number) => partOf(columns[c].type) !== null;
  const isFirst = (c: number) =>
    !dates.some((other) => other < c && partOf(columns[other].type) === partOf(columns[c].type));
  const parts = dates.filter((c) => isPart(c) && isFirst(c));
  const wholes = dates.filter((c) => !isPart(c));
  const inOrder = (some: readonly number[]) => [...some].sort((a, b) => a - b);
  return [
    ...(parts.length > 0
      ? wholes.filter((c) => isOpen(columns[c].type)).map((c) => inOrder([c, ...parts]))
      : []),
    ...(wholes.length === 0 && parts.length > 0 ? [parts] : []),
    ...wholes.map((c) => [c]),
  ];
}

/** Clocks and weeks say all that they can by themselves. */
const isOpen = (type: ColumnPreview["type"]) =>
  type.kind === "date" &&
  ["iso", "yearMonthDay", "dayMonthYear", "monthDayYear", "yearMonth", "monthYear", "year"].includes(
    type.order,
  );
