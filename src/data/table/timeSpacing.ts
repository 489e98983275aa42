/** How far apart the rows of a table are in time. */
import { numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { type Spacing, spacingOf } from "./seasons";

/** So many rows are looked at. */
const mostRows = 50_000;

/** Of the rows in order of time; null where the column has no dates, or distances without a name. */
export function timeSpacing(described: DescribedTable, time: number | null): Spacing | null {
  if (time === null || described.interpretation.types[time].kind !== "date") return null;
  return spacingOf(sortedTimes(described, time));
}

function sortedTimes(described: DescribedTable, date: number): Float64Array {
  const rowCount = Math.min(described.table.rowCount, mostRows);
  return numericColumn(described, date, rowCount)
    .values.filter((time) => !Number.isNaN(time))
    .sort();
}
