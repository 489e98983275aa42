import type { Forecast, Quantity } from "../examples";
import { errorsOf, rSquared } from "./errors";
import type { Coverage, ForecastErrors, ForecastEvaluation, ForecastRow } from "./evaluationTypes";

export interface ForecastAnswers extends Coverage {
  readonly outputs: readonly Quantity[];
  readonly forecast: Forecast;
  /** The whole series of the K columns, [N, K], scaled as the outputs are, and what each row is called. */
  readonly series: ArrayLike<number>;
  readonly times: readonly string[];
  readonly trainRows: number;
  /** [n]: the last row that each forecast has read. */
  readonly lastRows: ArrayLike<number>;
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
  const { forecast, lastRows, said } = given;
  const { horizon, period } = forecast;
  const K = forecast.columns.length;
  const [first, end] = ahead === null ? [1, horizon] : [ahead, ahead];
  const [truth, network, naive, seasonal]: number[][] = [[], [], [], []];
  for (let i = 0; i < lastRows.length; i++) {
    for (let h = first; h <= end; h++) {
      const row = lastRows[i];
      truth.push(valueAt(given, row + h, column));
      network.push(unscale(given, said[i * horizon * K + (h - 1) * K + column], column));
      naive.push(valueAt(given, row, column));
      if (period) seasonal.push(valueAt(given, row + h - period * Math.ceil(h / period), column));
    }
  }
  const scale = naiveErrorInTraining(given, column);
  const measured = (values: number[]): ForecastErrors => {
    const { mae, rmse } = errorsOf(truth, values);
    return { mae, rmse, mase: scale === 0 ? null : mae / scale, r2: rSquared(truth, values) };
  };
  return {
    column,
    ahead,
    network: measured(network),
    naive: measured(naive),
    seasonal: period ? measured(seasonal) : null,
    lagging: isLagging(truth, network, naive),
  };
}

/** Better by less than this, and near the last value, is no forecast. */
const worthwhile = 0.05;

/**
 * Whether a forecast only repeats the last value: it is nearer to the last value than to what came (by mean absolute
 * difference), and its root mean squared error is not at least 5 % below that of the naive forecast.
 */
export function isLagging(
  truth: ArrayLike<number>,
  said: ArrayLike<number>,
  last: ArrayLike<number>,
): boolean {
  const nearer = errorsOf(last, said).mae < errorsOf(truth, said).mae;
  return nearer && errorsOf(truth, said).rmse > (1 - worthwhile) * errorsOf(truth, last).rmse;
}

/** Mean absolute change from one row, or season, to the next in the training part. */
function naiveErrorInTraining(given: ForecastAnswers, column: number): number {
  const { trainRows, forecast } = given;
  const step = forecast.period && forecast.period < trainRows ? forecast.period : 1;
  let sum = 0;
  for (let row = step; row < trainRows; row++)
    sum += Math.abs(valueAt(given, row, column) - valueAt(given, row - step, column));
  return sum / Math.max(1, trainRows - step);
}

/** As people know it; before the beginning stands the first value. */
function valueAt(given: ForecastAnswers, row: number, column: number): number {
  const K = given.forecast.columns.length;
  return unscale(given, given.series[Math.max(0, row) * K + column], column);
}

function unscale({ outputs }: ForecastAnswers, value: number, column: number): number {
  return value * outputs[column].scale + outputs[column].shift;
}

function chartOf(given: ForecastAnswers): ForecastEvaluation["chart"] {
  const { lastRows, said, times, forecast } = given;
  const K = forecast.columns.length;
  const O = forecast.horizon * K;
  const n = Math.min(mostPoints, lastRows.length);
  const rows = Array.from({ length: n }, (_, i) => lastRows.length - n + i);
  const of = (width: number, value: (answer: number, k: number) => number) =>
    Float32Array.from({ length: n * width }, (_, i) => value(rows[Math.floor(i / width)], i % width));
  return {
    after: rows.map((answer) => times[lastRows[answer]]),
    truth: of(O, (answer, o) => valueAt(given, lastRows[answer] + 1 + Math.floor(o / K), o % K)),
    forecast: of(O, (answer, o) => unscale(given, said[answer * O + o], o % K)),
    last: of(K, (answer, k) => valueAt(given, lastRows[answer], k)),
  };
}
