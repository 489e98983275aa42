/** How far apart the rows of a table are in time. */
import type { DescribedTable } from "./describeTable";
import { longestSeries } from "./longestSeries";
import { rowTimes } from "./rowTimes";
import { type Spacing, spacingOf } from "./spacing";

/** So many rows are looked at. */
const mostRows = 10_000;
/** Where more of the rows have the time of another one, a row is no step of time. */
const mostRepeated = 0.1;

/**
 * Of the rows in order of time, or of those of one series; null where the columns have no dates, distances without a name, or times
 * that repeat.
 *
 * @param id tells series apart, if there are several
 */
export function timeSpacing(
  described: DescribedTable,
  time: readonly number[],
  id: number | null = null,
): Spacing | null {
  const { types } = described.interpretation;
  if (time.length === 0 || time.some((column) => types[column].kind !== "date")) return null;
  const times = timesOf(described, time, id);
  return repeats(times) ? null : spacingOf(times);
}

/** Whether rows share their times so often that they cannot be the steps of one series. */
export function timesRepeat(described: DescribedTable, time: readonly number[], id: number | null): boolean {
  return time.length > 0 && repeats(timesOf(described, time, id));
}

/** @param times in order */
function repeats(times: Float64Array): boolean {
  let repeated = 0;
  for (let i = 1; i < times.length; i++) if (times[i] === times[i - 1]) repeated++;
  return repeated > mostRepeated * times.length;
}

/** In order. */
function timesOf(
  described: DescribedTable,
  time: readonly number[],
  id: number | null,
): Float64Array<ArrayBuffer> {
  const times =
    id === null
      ? rowTimes(described, time, Math.min(described.table.rowCount, mostRows))
      : longestSeries(described, { id, time }, mostRows).times;
  return times.filter((at) => !Number.isNaN(at)).sort();
}
