/** What is likely to be forecast, from how many rows, with which season: all that follows from a table and its time. */
import type { Pieces } from "../inTurns";
import { idColumn, numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { forecastTarget, isGoodInput, type RowOrder, unfitColumns } from "./forecastColumns";
import { type GuessedForm, guessForm } from "./guessForm";
import { type LongestSeries, longestSeries } from "./longestSeries";
import { isDated } from "./rowTimes";
import { longestSeasonIn, seasonOf } from "./seasons";
import { type Spacing, spacingMs, unitMs } from "./spacing";
import {
  type CalendarFeature,
  defaultPrepareOptions,
  type ForecastQuestion,
  type SeriesId,
  type TargetRhythm,
} from "./tableTypes";
import { fromRhythms } from "./targetRhythm";
import { timeSpacing, timesRepeat } from "./timeSpacing";
import { windowLimits } from "./windowLimits";

/** So many rows are looked at. */
const mostRows = 20_000;

/** @param features numbers and categories that may be read besides */
export function* guessForecast(
  described: DescribedTable,
  { id, idWith, time }: RowOrder,
  features: readonly number[],
): Pieces<ForecastQuestion | null> {
  const unfit = yield* unfitColumns(described, time, { id, idWith });
  const target = forecastTarget(described, unfit);
  if (!target) return null;
  const targets = [target.column];
  const series = seriesIn(described, { id, idWith });
  yield;
  const inputs = features.filter(
    (column) =>
      !targets.includes(column) &&
      !time.includes(column) &&
      isGoodInput(described, { time, series }, column, unfit.get(column) ?? null),
  );
  const rhythm = yield* rhythmOf(described, { targets, id, idWith, time });
  return { kind: "forecast", targets, inputs, id, ...(idWith && { idWith }), time, horizon: 1, ...rhythm };
}

/** How many there are, of those that two columns tell apart in the first rows. */
function seriesIn(described: DescribedTable, { id, idWith }: SeriesId): number {
  if (id === null) return 1;
  const { columns, rowCount } = described.preview;
  if (!idWith) return columns[id].distinct;
  return idColumn(described, { id, idWith }, Math.min(rowCount, mostRows)).words.length;
}

export type Rhythm = Pick<ForecastQuestion, "window" | "calendar" | "period" | "form" | "others">;

/** What depends on what is forecast, and when; season and form of each column. */
export function* rhythmOf(
  described: DescribedTable,
  { targets, id, idWith, time }: Pick<ForecastQuestion, "targets" | "id" | "idWith" | "time">,
): Pieces<Rhythm> {
  const spacing = timeSpacing(described, time, { id, idWith });
  yield;
  const repeats = canRepeat(described, { id, idWith, time });
  yield;
  const values = yield* trainingValues(described, { targets, id, idWith, time });
  const rhythms: TargetRhythm[] = [];
  for (const [k, column] of targets.entries()) {
    const { trains } = values[k];
    const period = repeats ? seasonOf(trains, spacing) : null;
    yield;
    rhythms.push({ column, period, form: (yield* guessForm(trains, period)).form });
    yield;
  }
  const common = fromRhythms(rhythms);
  const dated = spacing !== null && isDated(described.preview.columns, time);
  return {
    window: windowFor(spacing, values[0]?.usualLength ?? 0, common.period),
    calendar: dated ? calendarFor(spacing, common.period) : [],
    ...common,
  };
}

/** Rows of the same time are no steps, after which something could repeat; where there is a spacing, no time repeats. */
const canRepeat = (
  described: DescribedTable,
  { id, idWith, time }: Pick<ForecastQuestion, "id" | "idWith" | "time">,
): boolean =>
  timeSpacing(described, time, { id, idWith }) !== null || !timesRepeat(described, time, { id, idWith });

/**
 * Why a question has no season: none up to `most` rows was found, or there is nothing in which one could be, or there is one and
 * somebody chose to have none.
 */
export function* whyNoSeason(
  described: DescribedTable,
  question: Pick<ForecastQuestion, "targets" | "id" | "idWith" | "time">,
): Pieces<{ readonly why: "none" | "few" | "repeated" | "chosen"; readonly most: number }> {
  if (!canRepeat(described, question)) return { why: "repeated", most: 0 };
  const [{ trains }] = yield* trainingValues(described, question);
  const most = longestSeasonIn(trains);
  if (most < 2) return { why: "few", most };
  const found = seasonOf(trains, timeSpacing(described, question.time, question));
  return { why: found === null ? "none" : "chosen", most };
}

/** In which form the first of the targets is best forecast, with this season. */
export function* guessedFormOf(
  described: DescribedTable,
  question: Pick<ForecastQuestion, "targets" | "id" | "idWith" | "time" | "period">,
): Pieces<GuessedForm> {
  const [{ trains }] = yield* trainingValues(described, question);
  return yield* guessForm(trains, question.period);
}

/** What trains of a column, and how many rows there are. */
interface TrainingValues {
  /** One series of the first rows of the file, or each of the longest of several. */
  readonly trains: readonly Float64Array[];
  readonly usualLength: number;
}

const trainShare = 1 - defaultPrepareOptions.heldOutShare;
const trainingPart = (values: Float64Array, length: number) =>
  values.subarray(0, Math.floor(length * trainShare));

/** Of each target. */
function* trainingValues(
  described: DescribedTable,
  { targets, id, idWith, time }: Pick<ForecastQuestion, "targets" | "id" | "idWith" | "time">,
): Pieces<readonly TrainingValues[]> {
  const isNumber = (column: number) => described.preview.columns[column]?.type.kind === "number";
  const { rowCount } = described.table;
  const found: TrainingValues[] = [];
  if (id === null) {
    for (const column of targets) {
      const known = isNumber(column)
        ? upToLastKnown(numericColumn(described, column, Math.min(rowCount, mostRows)).values)
        : noValues;
      const usualLength = rowCount > mostRows ? rowCount : known.length;
      found.push({ trains: [trainingPart(known, usualLength)], usualLength });
      yield;
    }
    return found;
  }
  const { several, usualLength } = longestSeries(described, { id, idWith, time }, mostRows);
  yield;
  for (const column of targets) {
    const known = isNumber(column) ? valuesOfEach(described, column, several).map(upToLastKnown) : [noValues];
    found.push({
      trains: known.map((values) => trainingPart(values, values.length)),
      usualLength: Math.min(known[0].length, usualLength),
    });
    yield;
  }
  return found;
}

const noValues = new Float64Array(0);

function valuesOfEach(
  described: DescribedTable,
  column: number,
  several: LongestSeries["several"],
): readonly Float64Array[] {
  const last = several.reduce((most, rows) => rows.reduce((a, b) => Math.max(a, b), most), -1);
  const { values } = numericColumn(described, column, last + 1);
  return several.map((rows) => Float64Array.from(rows, (row) => values[row]));
}

/** Rows behind the last one that has a value are still to come. */
function upToLastKnown(values: Float64Array): Float64Array {
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
