/** How good a network was, as it was kept. */
import * as v from "valibot";
import type { Evaluation } from "../data/evaluation/evaluationTypes";
import type { Lost } from "./lost";
import { count, doubles, integers, real, said, whole } from "./plainSchemas";

const interval = v.nullable(v.object({ low: real, high: real }));
const coverage = { evaluated: whole, heldOut: whole };

const language = v.object({
  kind: v.literal("language"),
  unit: v.picklist(["characters", "words"]),
  unknownShare: real,
  bits: real,
  unigramBits: real,
  bigramBits: real,
  intervals: v.optional(v.object({ unigram: interval, bigram: interval }), { unigram: null, bigram: null }),
  symbols: whole,
  accuracy: real,
  mostFrequent: v.object({ symbol: v.string(), share: real }),
});

const classMeasures = { accuracy: real, balancedAccuracy: real, macroF1: real };
const share = v.nullable(real);

const classes = v.pipe(
  v.object({
    kind: v.literal("classes"),
    ...coverage,
    ...classMeasures,
    at: v.picklist(["last", "every"]),
    labels: v.array(said),
    answers: whole,
    counts: integers,
    classes: v.array(v.object({ support: whole, precision: share, recall: share, f1: share })),
    majority: v.object({ ...classMeasures, label: whole }),
    interval,
    loss: real,
    frequencyLoss: real,
    lossInterval: v.optional(interval, null),
    withoutMemory: v.nullable(real),
    examples: v.array(v.object({ truth: whole, predicted: whole, index: whole, name: said })),
  }),
  v.check(
    ({ labels: { length: C }, counts, classes: rows, majority, examples }) =>
      counts.length === C ** 2 &&
      rows.length === C &&
      majority.label < C &&
      examples.every(({ truth, predicted }) => truth < C && predicted < C),
  ),
);

const errors = { mae: real, rmse: real, bias: real };

const numbers = v.object({
  kind: v.literal("numbers"),
  ...coverage,
  outputs: v.array(
    v.object({ ...errors, name: said, unit: v.nullable(v.string()), r2: share, mean: v.object(errors) }),
  ),
  squaredError: real,
  meanSquaredError: real,
  interval,
  withoutMemory: v.nullable(real),
});

const forecastErrors = v.object({ ...errors, mase: share, r2: share });

const row = v.object({
  column: whole,
  ahead: v.nullable(count),
  network: forecastErrors,
  naive: forecastErrors,
  seasonal: v.nullable(forecastErrors),
  drift: forecastErrors,
  mean: forecastErrors,
  strongest: v.picklist(["naive", "seasonal", "drift", "mean"]),
  improvement: share,
  interval,
  lagging: v.boolean(),
});

const measured = {
  rows: v.array(row),
  chart: v.object({
    rowNames: v.array(said),
    rows: integers,
    truth: doubles,
    forecast: doubles,
    last: doubles,
    strongest: doubles,
  }),
};

const forecast = v.pipe(
  v.object({
    kind: v.literal("forecast"),
    ...coverage,
    columns: v.array(
      v.object({ name: said, unit: v.nullable(v.string()), period: v.optional(v.nullable(count), null) }),
    ),
    horizon: count,
    lastValueLoss: real,
    ...measured,
    series: v.exactOptional(v.array(v.object({ name: said, evaluated: whole, ...measured }))),
  }),
  v.check(({ columns: { length: K }, horizon, series = [], ...whole }) =>
    [whole, ...series].every(
      ({ rows, chart }) =>
        rows.every(({ column, ahead }) => column < K && (ahead ?? 1) <= horizon) &&
        chart.rows.every((at) => at >= 0 && at < chart.rowNames.length) &&
        chart.rows.length % horizon === 0 &&
        chart.truth.length === chart.rows.length * K &&
        chart.forecast.length === chart.rows.length * K &&
        chart.strongest.length === chart.rows.length * K &&
        chart.last.length === (chart.rows.length / horizon) * K,
    ),
  ),
);

export const evaluationSchema = v.union([language, classes, numbers, forecast]);

/** The compiler refuses whatever is lost. */
type Nothing<T extends never> = T;
export type Complete = Nothing<Lost<Evaluation, v.InferOutput<typeof evaluationSchema>>>;
