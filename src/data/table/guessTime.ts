/** Which columns say when, of several that could. */
import type { Pieces } from "../inTurns";
import type { DescribedTable } from "./describeTable";
import { isDated, rowTimes, timeChoices } from "./rowTimes";
import { namedDistance } from "./spacing";
import type { ColumnPreview } from "./tableTypes";

/** So many rows are looked at. */
const mostRows = 2000;
const dayMs = 86_400_000;
const rowsOfPiece = 20_000;
/** A difference of shares that means nothing. */
const same = 0.02;

/**
 * Of the dates of a table those that tell its rows apart best: few are missing, and few repeat the one before. Of those that
 * do so alike a date that can be read, rather than a clock's count of seconds, and the first. None: the table has no dates.
 */
export function* guessTime(described: DescribedTable): Pieces<readonly number[]> {
  const { columns } = described.preview;
  const rated: ({ readonly time: readonly number[] } & ReturnType<typeof rating>)[] = [];
  for (const time of timeChoices(columns)) {
    // Without a whole date, hours begin again every day: they are a time only of a table that ends before.
    if (!isDated(columns, time) && !(yield* neverGoesBack(described, time))) continue;
    if (time.length > 1 && hasClock(described, time)) continue;
    rated.push({ time, ...rating(described, time) });
    yield;
  }
  const best = Math.min(...rated.map(({ lost }) => lost));
  const alike = rated.filter(({ lost }) => lost <= best + same);
  // "05:12" beside dates that are all different is how long something took, rather than when it was.
  const sure = alike.filter(
    ({ time }) =>
      time.length === 1 || !(time.some((c) => isDuration(columns[c])) || isBesideEvenDates(described, time)),
  );
  const good = sure.length > 0 ? sure : alike;
  return (good.find(({ isClock }) => !isClock) ?? good[0])?.time ?? [];
}

const clockName = /time|clock|uhr|zeit|heure|hora|tijd|时|時/i;
const isDuration = ({ name, type }: ColumnPreview) =>
  type.kind === "date" && type.order === "timeOfDay" && !clockName.test(name);

/** Of the steps, so many are alike where rows are even. */
const evenShare = 0.9;

/** What is called just so, and not "Activity Time", "Start Time" or "Fahrzeit". */
const plainClockName =
  /^\s*(?:time(?: of day)?|clock|uhrzeit|zeit|heures?|hora|tijd|时间|時間|时刻|時刻)\s*(?:\(.*\))?\s*$/i;

/** Whether the dates are at even steps without the clock beside them, which then says something else, or nothing that would be lost. */
function isBesideEvenDates(described: DescribedTable, time: readonly number[]): boolean {
  const { columns } = described.preview;
  const isClock = (c: number) => columns[c].type.kind === "date" && columns[c].type.order === "timeOfDay";
  const dates = time.filter((c) => !isClock(c));
  const clocks = time.filter(isClock);
  if (clocks.length === 0 || !isDated(columns, dates)) return false;
  if (clocks.some((c) => plainClockName.test(columns[c].name))) return false;
  return evenStepsOf(described, dates) >= evenShare;
}

/** The share of the steps that are the commonest one. */
function evenStepsOf(described: DescribedTable, time: readonly number[]): number {
  const times = rowTimes(described, time, Math.min(described.table.rowCount, mostRows));
  const counts = new Map<string, number>();
  for (let i = 1; i < times.length; i++) {
    const spacing = namedDistance(Math.abs(times[i] - times[i - 1]));
    if (!spacing) continue;
    const key = `${spacing.count} ${spacing.unit}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values()) / Math.max(1, times.length - 1);
}

/** Whether a date of these has its time of day in it, so that another one beside it is how long something took. */
function hasClock(described: DescribedTable, time: readonly number[]): boolean {
  const { columns, rowCount } = described.preview;
  const [whole] = time.filter((column) => isDated(columns, [column]));
  if (whole === undefined) return false;
  return rowTimes(described, [whole], Math.min(rowCount, mostRows)).some(
    (at) => at % dayMs !== 0 && !Number.isNaN(at),
  );
}

function* neverGoesBack(described: DescribedTable, time: readonly number[]): Pieces<boolean> {
  const { rowCount } = described.table;
  for (let from = 0; from < rowCount; from += rowsOfPiece) {
    // Each piece begins with the last row of the one before.
    const first = Math.max(0, from - 1);
    const rows = Int32Array.from(
      { length: Math.min(rowCount, from + rowsOfPiece) - first },
      (_, i) => first + i,
    );
    const times = rowTimes(described, time, rows);
    if (times.some((at, i) => i > 0 && at < times[i - 1])) return false;
    yield;
  }
  return true;
}

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
      ["unixSeconds", "unixMilliseconds", "unixMixed", "decimalYear", "serialDay"].includes(type.order)
    );
  });
  return { lost: rowCount > 0 ? lost / rowCount : 0, isClock };
}
