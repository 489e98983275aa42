/** What is likely to be forecast, from how many rows, with which season: all that follows from a table and its time. */
import { numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { forecastTarget, isGoodInput, type RowOrder, unfitColumns } from "./forecastColumns";
import { longestSeries } from "./longestSeries";
import { isDated } from "./rowTimes";
import { seasonOf } from "./seasons";
import { type Spacing, spacingMs, unitMs } from "./spacing";
import { type CalendarFeature, defaultPrepareOptions, type ForecastQuestion } from "./tableTypes";
import { timeSpacing, timesRepeat } from "./timeSpacing";
import { windowLimits } from "./windowLimits";

/** So many rows are looked at. */
const mostRows = 20_000;

/** @param features numbers and categories that may be read besides */
export function guessForecast(
  described: DescribedTable,
  { id, time }: RowOrder,
  features: readonly number[],
): ForecastQuestion | null {
  const unfit = unfitColumns(described, time, id);
  const target = forecastTarget(described, unfit);
  if (!target) return null;
  const targets = [target.column];
  const inputs = features.filter(
    (column) =>
      !targets.includes(column) &&
      !time.includes(column) &&
      isGoodInput(described, { id, time }, column, unfit.get(column) ?? null),
  );
  const rhythm = rhythmOf(described, { targets, id, time });
  return { kind: "forecast", targets, inputs, id, time, horizon: 1, ...rhythm };
}

export type Rhythm = Pick<ForecastQuestion, "window" | "calendar" | "period">;

/** What depends on what is forecast, and when. */
export function rhythmOf(
  described: DescribedTable,
  { targets, id, time }: Pick<ForecastQuestion, "targets" | "id" | "time">,
): Rhythm {
  const [target] = targets;
  const isNumber = target !== undefined && described.preview.columns[target]?.type.kind === "number";
  const series = id === null ? null : longestSeries(described, { id, time }, mostRows);
  const values = isNumber ? knownValues(described, target, series?.rows ?? null) : new Float64Array(0);
  const rowCount =
    series === null && described.table.rowCount > mostRows ? described.table.rowCount : values.length;
  const spacing = timeSpacing(described, time, id);
  const trainRows = Math.floor(rowCount * (1 - defaultPrepareOptions.heldOutShare));
  // Rows of the same time are no steps, after which something could repeat.
  const period = timesRepeat(described, time, id) ? null : seasonOf(values.subarray(0, trainRows), spacing);
  const dated = spacing !== null && isDated(described.preview.columns, time);
  return {
    window: windowFor(spacing, series ? Math.min(rowCount, series.usualLength) : rowCount, period),
    calendar: dated ? calendarFor(spacing, period) : [],
    period,
  };
}

/** Of the first rows, or of one series, as far as the last that has one: rows behind it are still to come. */
function knownValues(described: DescribedTable, column: number, series: Int32Array | null): Float64Array {
  const last = series ? series.reduce((a, b) => Math.max(a, b), -1) + 1 : described.table.rowCount;
  const first = numericColumn(described, column, series ? last : Math.min(last, mostRows)).values;
  const values = series ? Float64Array.from(series, (row) => first[row]) : first;
  let count = values.length;
  while (count > 0 && Number.isNaN(values[count - 1])) count--;
  return values.subarray(0, count);
}

const windows: Readonly<Record<Spacing["unit"], number>> = {
  millisecond: 100,
  second: 60,
  minute: 60,
  hour: 48,
  day: 30,
  week: 26,
  month: 24,
  quarter: 12,
  year: 10,
};

/** Short enough that a small table still has several windows; one season, where it does not have many. */
function windowFor(spacing: Spacing | null, rowCount: number, period: number | null): number {
  const usual = spacing ? usualWindow(spacing) : 30;
  const few = rowCount < 10 * usual;
  const window = few && period !== null ? Math.min(usual, period) : usual;
  const most = Math.min(windowLimits.max, Math.floor(rowCount / 5));
  return Math.max(windowLimits.min, Math.min(window, most));
}

/** Of steps that divide a day, those of a day; of many hours each, two days at least. */
function usualWindow(spacing: Spacing): number {
  const ofDay = Math.round(unitMs.day / spacingMs(spacing));
  const divides = spacing.count > 1 && ofDay >= 2 && ofDay <= 168;
  return divides ? Math.max(24, ofDay) : windows[spacing.unit];
}

function calendarFor({ unit, count }: Spacing, period: number | null): readonly CalendarFeature[] {
  if (unit === "hour" || unit === "minute") return ["hourOfDay", "dayOfWeek"];
  if (unit === "month" || (unit === "quarter" && period === 4)) return ["month"];
  if (unit === "day" && count === 1)
    return [
      ...(period === 7 ? (["dayOfWeek"] as const) : []),
      ...(period === 365 ? (["dayOfYear"] as const) : []),
    ];
  return unit === "week" && period === 52 ? ["dayOfYear"] : [];
}
