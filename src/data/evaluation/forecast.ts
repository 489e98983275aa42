import type { Forecast, Quantity, SeriesPart } from "../examples";
import { type GivenName, nameGiven } from "../givenName";
import { partAt } from "../seriesParts";
import { errorsOf, rSquared } from "./errors";
import type {
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
  /** The whole series of the K columns, [N, K], scaled as the outputs are. */
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
  readonly times: readonly GivenName[];
  /** [n, O], scaled; output h·K + k. */
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
    series: parts.flatMap((_, part) => evaluateSeries(given, parts, part)),
  };
}

/** Of one of several series; nothing where none of its rows was forecast. */
function evaluateSeries(
  given: ForecastAnswers,
  parts: readonly SeriesPart[],
  part: number,
): readonly ForecastSeries[] {
  const own = Array.from(given.lastRows, (_, i) => i).filter(
    (i) => partAt(parts, given.lastRows[i]) === part,
  );
  if (own.length === 0) return [];
  const O = given.outputs.length;
  const { rows, chart, evaluated } = evaluateTogether({
    ...given,
    lastRows: own.map((i) => given.lastRows[i]),
    said: own.flatMap((i) => Array.from({ length: O }, (_, o) => given.said[i * O + o])),
    evaluated: own.length,
  });
  return [{ name: nameGiven(parts[part].name), evaluated, rows, chart }];
}

function evaluateTogether(given: ForecastAnswers): ForecastEvaluation {
  const { outputs, forecast, evaluated, heldOut } = given;
  const { horizon, columns } = forecast;
  const ahead = horizon > 1 ? [null, ...Array.from({ length: horizon }, (_, h) => h + 1)] : [null];
  const units = columns.map((name, column) => ({ name, unit: outputs[column].unit }));
  return {
    kind: "forecast",
    evaluated,
    heldOut,
    columns: units,
    horizon,
    period: forecast.period,
    rows: columns.flatMap((_, column) => ahead.map((rows) => forecastRow(given, column, rows))),
    chart: chartOf(given),
  };
}

function forecastRow(given: ForecastAnswers, column: number, ahead: number | null): ForecastRow {
  const { forecast, said } = given;
  const { horizon } = forecast;
  const K = forecast.columns.length;
  const measured = measuredPart(given, column, ahead);
  const { places, truth, last } = measured;
  const answers = places.map(({ i, row, h }) =>
    unscale(given, said[i * horizon * K + (h - 1) * K + column], row, column),
  );
  const network = measured.errorsOf(answers);
  const { naive, seasonal } = naiveErrorsIn(given, column, measured);
  return {
    column,
    ahead,
    network,
    naive,
    seasonal,
    improvement: naive.rmse === 0 ? null : 1 - network.rmse / naive.rmse,
    lagging: isLagging(truth, answers, last),
  };
}

/** What needs no network, over the whole horizon. */
export function naiveErrorsOf(given: ForecastTruth, column: number): NaiveErrors {
  return naiveErrorsIn(given, column, measuredPart(given, column, null));
}

/** Values that are forecast of one column, those left out that the file does not have. */
interface MeasuredPart {
  /** Of each: which of the n forecasts, the last row that it has read, and rows ahead. */
  readonly places: readonly { readonly i: number; readonly row: number; readonly h: number }[];
  readonly truth: readonly number[];
  /** The last value that was read. */
  readonly last: readonly number[];
  errorsOf(said: readonly number[]): ForecastErrors;
}

function measuredPart(given: ForecastTruth, column: number, ahead: number | null): MeasuredPart {
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
  const scales = naiveErrorsInTraining(given, column);
  const scaleOf = places.map(({ row }) => scales[given.parts ? partAt(given.parts, row) : 0]);
  return {
    places,
    truth,
    last: places.map(({ row }) => valueAt(given, row, column)),
    errorsOf: (said) => {
      const errors = errorsOf(truth, said);
      return { ...errors, mase: scaledError(truth, said, scaleOf), r2: rSquared(truth, said) };
    },
  };
}

function naiveErrorsIn(given: ForecastTruth, column: number, measured: MeasuredPart): NaiveErrors {
  const { period } = given.forecast;
  const { places, last } = measured;
  // Before the beginning of a series stands its first value.
  const firstRow = (row: number) => given.parts?.[partAt(given.parts, row)].start ?? 0;
  const seasonAgo = (season: number) =>
    places.map(({ row, h }) =>
      valueAt(given, Math.max(firstRow(row), row + h - season * Math.ceil(h / season)), column),
    );
  return { naive: measured.errorsOf(last), seasonal: period ? measured.errorsOf(seasonAgo(period)) : null };
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

/** Of each series: the mean absolute change from one row, or season, to the next in the training part. */
function naiveErrorsInTraining(given: ForecastTruth, column: number): readonly number[] {
  const { trainRows, parts, forecast } = given;
  return (parts ?? [{ start: 0, trainRows }]).map(({ start, trainRows: rows }) => {
    const step = forecast.period && forecast.period < rows ? forecast.period : 1;
    let sum = 0;
    for (let row = start + step; row < start + rows; row++)
      sum += Math.abs(valueAt(given, row, column) - valueAt(given, row - step, column));
    return sum / Math.max(1, rows - step);
  });
}

/** As people know it. */
function valueAt(given: ForecastTruth, row: number, column: number): number {
  const K = given.forecast.columns.length;
  return unscale(given, given.series[row * K + column], row, column);
}

function unscale({ outputs, parts }: ForecastTruth, value: number, row: number, column: number): number {
  const { scale, shift } = (parts?.[partAt(parts, row)].quantities?.outputs ?? outputs)[column];
  return value * scale + shift;
}

function chartOf(given: ForecastAnswers): ForecastEvaluation["chart"] {
  const { lastRows, said, times, forecast } = given;
  const K = forecast.columns.length;
  const O = forecast.horizon * K;
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
    forecast: of(O, (answer, o) => unscale(given, said[answer * O + o], lastRows[answer], o % K)),
    last: of(K, (answer, k) => valueAt(given, lastRows[answer], k)),
  };
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
  return { rowNames: Array.from(places.keys(), (row) => nameGiven(times[row])), rows };
}
