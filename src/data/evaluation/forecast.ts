import type { Forecast, Quantity, SeriesPart } from "../examples";
import { nameGiven } from "../givenName";
import { type RowNames, rowNameAt } from "../rowNames";
import { partAt } from "../seriesParts";
import { type SeriesTargets, targetsOf } from "../seriesTargets";
import { blockInterval, blockLengthFor } from "./blockBootstrap";
import { errorsOf, rSquared } from "./errors";
import type {
  Baseline,
  Coverage,
  ForecastErrors,
  ForecastEvaluation,
  ForecastRow,
  ForecastSeries,
  NaiveErrors,
} from "./evaluationTypes";

/** What is to be forecast. */
export interface ForecastTruth {
  readonly outputs: readonly Quantity[];
  readonly forecast: Forecast;
  /** The whole series of the K columns, [N, K], in the units of the data. */
  readonly series: ArrayLike<number>;
  /** [N, K]: 0 where a value was filled in; left out where all are known. */
  readonly known?: ArrayLike<number>;
  readonly trainRows: number;
  /** Where the rows are those of several series. */
  readonly parts?: readonly SeriesPart[];
  /** [n]: the last row that each forecast has read. */
  readonly lastRows: ArrayLike<number>;
}

export interface ForecastAnswers extends ForecastTruth, Coverage {
  /** [N]: what each row is called. */
  readonly times: RowNames;
  /** [n, O], as the network answers; output h·K + k. */
  readonly said: ArrayLike<number>;
}

/** More points than a chart has pixels to tell apart. */
const mostPoints = 400;

/**
 * Errors in the data's own units beside those of the naive forecasts, on the same rows. MASE: the mean absolute error divided by
 * that of the naive forecast one row ahead (or, where there is a season, of the seasonal one) on the training part; Hyndman and
 * Koehler 2006, Another look at measures of forecast accuracy.
 */
export function evaluateForecast(given: ForecastAnswers): ForecastEvaluation {
  const { parts } = given;
  if (!parts) return evaluateTogether(given);
  return {
    ...evaluateTogether(given),
    series: ofEach(parts, given.lastRows).flatMap((own, part) => evaluateSeries(given, parts[part], own)),
  };
}

/** Which of the n forecasts are of each series. */
function ofEach(
  parts: readonly SeriesPart[],
  lastRows: ForecastTruth["lastRows"],
): readonly (readonly number[])[] {
  const own: number[][] = parts.map(() => []);
  for (let i = 0; i < lastRows.length; i++) own[partAt(parts, lastRows[i])].push(i);
  return own;
}

/** Of one of several series; nothing where none of its rows was forecast. */
function evaluateSeries(
  given: ForecastAnswers,
  part: SeriesPart,
  own: readonly number[],
): readonly ForecastSeries[] {
  if (own.length === 0) return [];
  const O = given.outputs.length;
  const { rows, chart, evaluated } = evaluateTogether({
    ...given,
    lastRows: own.map((i) => given.lastRows[i]),
    said: own.flatMap((i) => Array.from({ length: O }, (_, o) => given.said[i * O + o])),
    evaluated: own.length,
  });
  return [{ name: nameGiven(part.name), evaluated, rows, chart }];
}

function evaluateTogether(given: ForecastAnswers): ForecastEvaluation {
  const { outputs, forecast, evaluated, heldOut } = given;
  const { horizon, columns } = forecast;
  const ahead = horizon > 1 ? [null, ...Array.from({ length: horizon }, (_, h) => h + 1)] : [null];
  const units = columns.map((name, column) => ({
    name,
    unit: outputs[column].unit,
    period: forecast.periods[column],
  }));
  const rows = columns.flatMap((_, column) => {
    const training = trainingOf(given, column);
    return ahead.map((rows) => forecastRow(given, { column, ahead: rows, training }));
  });
  return {
    kind: "forecast",
    evaluated,
    heldOut,
    columns: units,
    horizon,
    lastValueLoss: lastValueLoss(given),
    rows,
    chart: chartOf(given, rows),
  };
}

/** What of a column is measured. */
interface Part {
  readonly column: number;
  /** Null: the whole horizon. */
  readonly ahead: number | null;
  readonly training: TrainingAt;
}

function forecastRow(given: ForecastAnswers, part: Part): ForecastRow {
  const { said, forecast, lastRows } = given;
  const { column, ahead } = part;
  const K = forecast.columns.length;
  const O = forecast.horizon * K;
  const measured = measuredPart(given, part);
  const { places, truth } = measured;
  const targets = targetsIn(given);
  const answers = places.map(({ i, row, h }) => {
    const output = (h - 1) * K + column;
    return targets.forecast(row, output, said[i * O + output]);
  });
  const network = measured.errorsOf(answers);
  const baselines = simpleForecasts(given, part, measured);
  const naive = naiveErrorsIn(baselines, measured);
  const strongest = strongestOf(naive);
  const best = naive[strongest]?.rmse ?? 0;
  const squares = (values: readonly number[]) => squaredErrors(places, truth, values, lastRows.length);
  return {
    column,
    ahead,
    network,
    ...naive,
    strongest,
    improvement: best === 0 ? null : 1 - network.rmse / best,
    interval: blockInterval(
      [squares(answers), squares(baselines[strongest] ?? [])],
      ([own, other]) => 1 - Math.sqrt(own / other),
      {
        blockLength: blockLengthFor(lastRows.length, ahead ?? forecast.horizon),
        replicates: replicatesOf(forecast.horizon),
        ...(given.parts && { ends: seriesEnds(given.parts, lastRows) }),
      },
    ),
    lagging: isLagging(truth, answers, baselines.naive),
  };
}

/** [n]: of each forecast the place behind the last one of its series. */
function seriesEnds(parts: readonly SeriesPart[], lastRows: ForecastTruth["lastRows"]): Int32Array {
  const ends = new Int32Array(lastRows.length);
  for (let i = lastRows.length - 1; i >= 0; i--) {
    const isLast = i + 1 === lastRows.length || partAt(parts, lastRows[i]) !== partAt(parts, lastRows[i + 1]);
    ends[i] = isLast ? i + 1 : ends[i + 1];
  }
  return ends;
}

/** Percentiles of 2.5 and 97.5 % change little with more; of many rows ahead there are as many intervals. */
const replicatesOf = (horizon: number): number => (horizon > 12 ? 200 : 1000);

/** Of each of n forecasts, over all rows ahead. */
function squaredErrors(
  places: MeasuredPart["places"],
  truth: readonly number[],
  said: readonly number[],
  n: number,
): Float64Array {
  const sums = new Float64Array(n);
  for (const [place, { i }] of places.entries()) sums[i] += (said[place] - truth[place]) ** 2;
  return sums;
}

/** What needs no network, over the whole horizon. */
export function naiveErrorsOf(given: ForecastTruth, column: number): NaiveErrors {
  const part = { column, ahead: null, training: trainingOf(given, column) };
  const measured = measuredPart(given, part);
  return naiveErrorsIn(simpleForecasts(given, part, measured), measured);
}

/** Values that are forecast of one column, those left out that the file does not have. */
interface MeasuredPart {
  /** Of each: which of the n forecasts, the last row that it has read, and rows ahead. */
  readonly places: readonly { readonly i: number; readonly row: number; readonly h: number }[];
  readonly truth: readonly number[];
  errorsOf(said: readonly number[]): ForecastErrors;
}

function measuredPart(given: ForecastTruth, { column, ahead, training }: Part): MeasuredPart {
  const { forecast, lastRows, known } = given;
  const K = forecast.columns.length;
  const [first, end] = ahead === null ? [1, forecast.horizon] : [ahead, ahead];
  const places = [];
  for (let i = 0; i < lastRows.length; i++) {
    const row = lastRows[i];
    for (let h = first; h <= end; h++)
      if (!known || known[(row + h) * K + column]) places.push({ i, row, h });
  }
  const truth = places.map(({ row, h }) => valueAt(given, row + h, column));
  const { parts } = given;
  const seriesOf = parts && places.map(({ row }) => partAt(parts, row));
  const scaleOf = places.map(({ row }) => training(row).naiveError);
  return {
    places,
    truth,
    errorsOf: (said) => {
      const errors = errorsOf(truth, said);
      return { ...errors, mase: scaledError(truth, said, scaleOf), r2: rSquared(truth, said, seriesOf) };
    },
  };
}

type SimpleForecasts = Readonly<Record<Exclude<Baseline, "seasonal">, readonly number[]>> & {
  readonly seasonal: readonly number[] | null;
};

/** What they say, place by place. */
function simpleForecasts(
  given: ForecastTruth,
  { column, training }: Part,
  { places }: MeasuredPart,
): SimpleForecasts {
  const period = given.forecast.periods[column];
  // Before the beginning of a series stands its first value.
  const firstRow = (row: number) => given.parts?.[partAt(given.parts, row)].start ?? 0;
  const last = places.map(({ row }) => valueAt(given, row, column));
  const seasonAgo = (season: number) =>
    places.map(({ row, h }) =>
      valueAt(given, Math.max(firstRow(row), row + h - season * Math.ceil(h / season)), column),
    );
  return {
    naive: last,
    seasonal: period ? seasonAgo(period) : null,
    drift: places.map(({ row, h }, place) => last[place] + h * training(row).slope),
    mean: places.map(({ row }) => training(row).mean),
  };
}

function naiveErrorsIn(
  { naive, seasonal, drift, mean }: SimpleForecasts,
  measured: MeasuredPart,
): NaiveErrors {
  return {
    naive: measured.errorsOf(naive),
    seasonal: seasonal && measured.errorsOf(seasonal),
    drift: measured.errorsOf(drift),
    mean: measured.errorsOf(mean),
  };
}

/** The simplest first. */
const baselines: readonly Baseline[] = ["naive", "seasonal", "mean", "drift"];
/** Of RMSEs that differ by less than this share none is the better one. */
const alike = 0.001;

/** Of the least RMSE; of those about as good the simplest. */
export function strongestOf(errors: NaiveErrors): Baseline {
  const rmseOf = (baseline: Baseline) => errors[baseline]?.rmse ?? Number.POSITIVE_INFINITY;
  const least = Math.min(...baselines.map(rmseOf));
  return baselines.find((baseline) => rmseOf(baseline) <= (1 + alike) * least) ?? "naive";
}

/** Better than naive by less than this is not better. */
const worthwhile = 0.05;
/** At most this share of its distance to the truth lies between a forecast and the value that it repeats. */
const nearness = 0.5;

/**
 * Whether a forecast only repeats the last value, and so draws the curve of the truth once more, a little later. Both hold:
 *
 *     mean |said − last| < ½ · mean |said − truth|      it is the last value, more or less
 *     RMSE(said) > 0.95 · RMSE(last)                    and no better than saying just that
 *
 * A forecast that is merely bad is not lagging: one that always says the mean is as far from the last value as from the truth.
 * On a random walk there is nothing better than the last value, and a network that has learnt so is called lagging as well.
 */
export function isLagging(
  truth: ArrayLike<number>,
  said: ArrayLike<number>,
  last: ArrayLike<number>,
): boolean {
  const errors = errorsOf(truth, said);
  const repeats = errorsOf(last, said).mae < nearness * errors.mae;
  return repeats && errors.rmse > (1 - worthwhile) * errorsOf(truth, last).rmse;
}

/** Mean of |said − truth| / scale; null where one of the scales is 0, or there is nothing. */
function scaledError(
  truth: ArrayLike<number>,
  said: ArrayLike<number>,
  scales: readonly number[],
): number | null {
  if (scales.length === 0 || scales.includes(0)) return null;
  return scales.reduce((sum, scale, i) => sum + Math.abs(said[i] - truth[i]) / scale, 0) / scales.length;
}

/** What the training part says of a column. */
interface Training {
  readonly mean: number;
  /** Mean change from row to row. */
  readonly slope: number;
  /** Mean absolute change from one row, or season, to the next. */
  readonly naiveError: number;
}

/** Of the series that a row is of. */
type TrainingAt = (row: number) => Training;

function trainingOf(given: ForecastTruth, column: number): TrainingAt {
  const { parts, trainRows } = given;
  const only = { start: 0, trainRows };
  const found = new Map<number, Training>();
  return (row) => {
    const own = parts ? partAt(parts, row) : 0;
    const part = parts?.[own].trainedAs ?? own;
    const known = found.get(part) ?? trainingIn(given, column, parts?.[part] ?? only);
    found.set(part, known);
    return known;
  };
}

/** A series of which nothing trains is taken for what its first value says. */
function trainingIn(
  given: ForecastTruth,
  column: number,
  { start, trainRows }: Pick<SeriesPart, "start" | "trainRows">,
): Training {
  const { forecast, known } = given;
  const K = forecast.columns.length;
  const period = forecast.periods[column];
  const step = period && period < trainRows ? period : 1;
  let [sum, count, changes] = [0, 0, 0];
  for (let row = start; row < start + trainRows; row++) {
    const value = valueAt(given, row, column);
    if (!known || known[row * K + column]) [sum, count] = [sum + value, count + 1];
    if (row >= start + step) changes += Math.abs(value - valueAt(given, row - step, column));
  }
  const first = valueAt(given, start, column);
  const rise = trainRows > 1 ? valueAt(given, start + trainRows - 1, column) - first : 0;
  return {
    mean: count > 0 ? sum / count : first,
    slope: rise / Math.max(1, trainRows - 1),
    naiveError: changes / Math.max(1, trainRows - step),
  };
}

/** Of all columns and rows ahead that are known. */
function lastValueLoss(given: ForecastTruth): number {
  const { forecast, lastRows, known } = given;
  const K = forecast.columns.length;
  const targets = targetsIn(given);
  let [sum, count] = [0, 0];
  for (let i = 0; i < lastRows.length; i++) {
    const row = lastRows[i];
    for (let output = 0; output < forecast.horizon * K; output++) {
      const at = (row + 1 + Math.floor(output / K)) * K + (output % K);
      if (known && !known[at]) continue;
      const said = targets.answer(row, output, valueAt(given, row, output % K));
      sum += (said - targets.answer(row, output, targets.came(row, output))) ** 2;
      count++;
    }
  }
  return sum / Math.max(1, count);
}

/** Its answers as values. */
const targetsIn = ({ series, outputs, forecast, parts }: ForecastTruth): SeriesTargets =>
  targetsOf({ targets: series, answer: { outputs, forecast }, ...(parts && { parts }) });

const valueAt = ({ series, forecast }: ForecastTruth, row: number, column: number): number =>
  series[row * forecast.columns.length + column];

function chartOf(given: ForecastAnswers, measured: readonly ForecastRow[]): ForecastEvaluation["chart"] {
  const { lastRows, said, times, forecast } = given;
  const K = forecast.columns.length;
  const O = forecast.horizon * K;
  const targets = targetsIn(given);
  const n = Math.min(mostPoints, lastRows.length);
  const rows = Array.from({ length: n }, (_, i) => lastRows.length - n + i);
  const of = (width: number, value: (answer: number, k: number) => number) =>
    Float64Array.from({ length: n * width }, (_, i) => value(rows[Math.floor(i / width)], i % width));
  return {
    ...rowsForecast(
      rows.map((answer) => lastRows[answer]),
      forecast.horizon,
      times,
    ),
    truth: of(O, (answer, o) => valueAt(given, lastRows[answer] + 1 + Math.floor(o / K), o % K)),
    forecast: of(O, (answer, o) => targets.forecast(lastRows[answer], o, said[answer * O + o])),
    last: of(K, (answer, k) => valueAt(given, lastRows[answer], k)),
    strongest: interleaved(
      forecast.columns.map((_, column) => {
        const strongest = measured.find((row) => row.column === column && row.ahead === null)?.strongest;
        return saidBy(strongest ?? "naive", { ...given, lastRows: rows.map((i) => lastRows[i]) }, column);
      }),
    ),
  };
}

/** [n · horizon]: of a column, forecast by forecast; of values too that the file does not have. */
function saidBy(baseline: Baseline, given: ForecastTruth, column: number): readonly number[] {
  const { known: _, ...all } = given;
  const part = { column, ahead: null, training: trainingOf(given, column) };
  return simpleForecasts(all, part, measuredPart(all, part))[baseline] ?? [];
}

/** [n, K] of K lists of n. */
function interleaved(columns: readonly (readonly number[])[]): Float64Array {
  const K = columns.length;
  return Float64Array.from(
    { length: K * (columns[0]?.length ?? 0) },
    (_, i) => columns[i % K][Math.floor(i / K)],
  );
}

/** The rows after each of `after`, up to the horizon. Windows overlap: a row that several forecast is named once. */
function rowsForecast(
  after: readonly number[],
  horizon: number,
  times: ForecastAnswers["times"],
): Pick<ForecastEvaluation["chart"], "rowNames" | "rows"> {
  const places = new Map<number, number>();
  const rows = Int32Array.from({ length: after.length * horizon }, (_, i) => {
    const row = after[Math.floor(i / horizon)] + 1 + (i % horizon);
    const place = places.get(row) ?? places.size;
    places.set(row, place);
    return place;
  });
  return { rowNames: Array.from(places.keys(), (row) => nameGiven(rowNameAt(times, row))), rows };
}
