/** What the rows of a series are called. */
import type { GivenName } from "../givenName";
import { detached } from "./cellColumn";
import type { DescribedTable } from "./describeTable";
import type { SequenceTable } from "./sequenceTable";
import type { ForecastQuestion } from "./tableTypes";

/** As the file has them; of several columns in the way of ISO 8601. */
export function timeNames(
  { table }: DescribedTable,
  { time }: ForecastQuestion,
  { rows, times }: Pick<SequenceTable, "rows" | "times">,
): readonly GivenName[] {
  if (time.length === 0) return Array.from(rows, (row) => table.rowNumber(row));
  const [first] = time;
  if (time.length === 1 || !times)
    return Array.from(rows, (row) => detached(table.columns[first].at(row).trim()));
  return isoTimes(times);
}

/** To the day, or to the minute or second where any of them needs it. */
export function isoTimes(times: Float64Array): readonly string[] {
  const isEven = (ms: number) => times.every((time) => time % ms === 0);
  const length = isEven(86_400_000) ? 10 : isEven(60_000) ? 16 : 19;
  return Array.from(times, (time) => new Date(time).toISOString().slice(0, length).replace("T", " "));
}
