/** What is likely to be forecast, from how many rows, with which season: all that follows from a table and its time. */
import { numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { forecastTarget, isGoodInput, unfitColumns } from "./forecastColumns";
import { type GuessedForm, guessForm } from "./guessForm";
import { isDated } from "./rowTimes";
import { seasonOf } from "./seasons";
import { type Spacing, spacingMs, unitMs } from "./spacing";
import { type CalendarFeature, defaultPrepareOptions, type ForecastQuestion } from "./tableTypes";
import { timeSpacing } from "./timeSpacing";

/** So many rows are looked at. */
const mostRows = 20_000;

/** @param features numbers and categories that may be read besides */
export function guessForecast(
  described: DescribedTable,
  time: readonly number[],
  features: readonly number[],
): ForecastQuestion | null {
  const unfit = unfitColumns(described, time);
  const target = forecastTarget(described, unfit);
  if (!target) return null;
  const targets = [target.column];
  const inputs = features.filter(
    (column) =>
      !targets.includes(column) &&
      !time.includes(column) &&
      isGoodInput(described, time, column, unfit.get(column) ?? null),
  );
  return { kind: "forecast", targets, inputs, time, horizon: 1, ...rhythmOf(described, { targets, time }) };
}

export type Rhythm = Pick<ForecastQuestion, "window" | "calendar" | "period" | "form">;

/** What depends on what is forecast, and when. */
export function rhythmOf(
  described: DescribedTable,
  { targets, time }: Pick<ForecastQuestion, "targets" | "time">,
): Rhythm {
  const spacing = timeSpacing(described, time);
  const { values, rowCount, trainRows } = targetValues(described, targets);
  const period = seasonOf(values.subarray(0, trainRows), spacing);
  const dated = spacing !== null && isDated(described.preview.columns, time);
  return {
    window: windowFor(spacing, rowCount, period),
    calendar: dated ? calendarFor(spacing, period) : [],
    period,
    form: guessForm(values.subarray(0, trainRows), period).form,
  };
}

/** In which form the first target is best forecast, with this season. */
export function guessedFormOf(
  described: DescribedTable,
  { targets, period }: Pick<ForecastQuestion, "targets" | "period">,
): GuessedForm {
  const { values, trainRows } = targetValues(described, targets);
  return guessForm(values.subarray(0, trainRows), period);
}

/** Of the first target, in the first rows of the file. */
function targetValues(described: DescribedTable, [target]: readonly number[]) {
  const isNumber = target !== undefined && described.preview.columns[target]?.type.kind === "number";
  const values = isNumber ? knownValues(described, target) : new Float64Array(0);
  const rowCount = described.table.rowCount > mostRows ? described.table.rowCount : values.length;
  return { values, rowCount, trainRows: Math.floor(rowCount * (1 - defaultPrepareOptions.heldOutShare)) };
}

/** Of the first rows, as far as the last that has one: rows behind it are still to come. */
function knownValues(described: DescribedTable, column: number): Float64Array {
  const { values } = numericColumn(described, column, Math.min(described.table.rowCount, mostRows));
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
  return Math.max(2, Math.min(window, Math.floor(rowCount / 5)));
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
