/** How far apart the rows of a table are in time. */
import type { DescribedTable } from "./describeTable";
import { rowTimes } from "./rowTimes";
import { type Spacing, spacingOf } from "./spacing";

/** So many rows are looked at. */
const mostRows = 10_000;

/** Of the rows in order of time; null where the columns have no dates, or distances without a name. */
export function timeSpacing(described: DescribedTable, time: readonly number[]): Spacing | null {
  const { types } = described.interpretation;
  if (time.length === 0 || time.some((column) => types[column].kind !== "date")) return null;
  const rowCount = Math.min(described.table.rowCount, mostRows);
  return spacingOf(
    rowTimes(described, time, rowCount)
      .filter((at) => !Number.isNaN(at))
      .sort(),
  );
}
