/** How far apart the rows of a table are in time. */
import type { DescribedTable } from "./describeTable";
import { longestSeries } from "./longestSeries";
import { rowTimes } from "./rowTimes";
import { type Spacing, spacingOf } from "./spacing";
import type { SeriesId } from "./tableTypes";

/** So many rows are looked at. */
const mostRows = 10_000;
/** Where more of the rows have the time of another one, a row is no step of time. */
const mostRepeated = 0.1;

/**
 * Of the rows in order of time, or of those of one series; null where the columns have no dates, distances without a name, or times
 * that repeat.
 *
 * @param of what tells series apart, if there are several
 */
export function timeSpacing(
  described: DescribedTable,
  time: readonly number[],
  of: SeriesId = { id: null },
): Spacing | null {
  const { types } = described.interpretation;
  if (time.length === 0 || time.some((column) => types[column].kind !== "date")) return null;
  const times = timesOf(described, time, of);
  return repeats(times) ? null : spacingOf(times);
}

/** Whether rows share their times so often that they cannot be the steps of one series. */
export function timesRepeat(described: DescribedTable, time: readonly number[], of: SeriesId): boolean {
  return time.length > 0 && repeats(timesOf(described, time, of));
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
  { id, idWith }: SeriesId,
): Float64Array<ArrayBuffer> {
  const times =
    id === null
      ? rowTimes(described, time, Math.min(described.table.rowCount, mostRows))
      : longestSeries(described, { id, idWith, time }, mostRows).times;
  return times.filter((at) => !Number.isNaN(at)).sort();
}
