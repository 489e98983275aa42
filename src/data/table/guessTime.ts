/** Which columns say when, of several that could. */
import type { DescribedTable } from "./describeTable";
import { isDated, rowTimes, timeChoices } from "./rowTimes";

/** So many rows are looked at. */
const mostRows = 2000;
/** A difference of shares that means nothing. */
const same = 0.02;

/**
 * Of the dates of a table those that tell its rows apart best: few are missing, and few repeat the one before. Of those that
 * do so alike a date that can be read, rather than a clock's count of seconds, and the first. None: the table has no dates.
 */
export function guessTime(described: DescribedTable): readonly number[] {
  const { columns } = described.preview;
  const rated = timeChoices(columns)
    // Without a whole date, hours begin again every day: they are a time only of a table that ends before.
    .filter((time) => isDated(columns, time) || neverGoesBack(rowTimes(described, time)))
    .map((time) => ({ time, ...rating(described, time) }));
  const best = Math.min(...rated.map(({ lost }) => lost));
  const good = rated.filter(({ lost }) => lost <= best + same);
  return (good.find(({ isClock }) => !isClock) ?? good[0])?.time ?? [];
}

const neverGoesBack = (times: Float64Array) =>
  times.every((time, row) => row === 0 || !(time < times[row - 1]));

function rating(described: DescribedTable, time: readonly number[]) {
  const rowCount = Math.min(described.table.rowCount, mostRows);
  const times = rowTimes(described, time, rowCount);
  let lost = 0;
  for (let row = 0; row < rowCount; row++)
    if (Number.isNaN(times[row]) || (row > 0 && times[row] === times[row - 1])) lost++;
  const isClock = time.every((column) => {
    const type = described.preview.columns[column].type;
    return (
      type.kind === "date" &&
      ["unixSeconds", "unixMilliseconds", "unixMixed", "decimalYear"].includes(type.order)
    );
  });
  return { lost: rowCount > 0 ? lost / rowCount : 0, isClock };
}
