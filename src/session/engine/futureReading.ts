/** Forecasts of a network behind the last row of each series, and of held-out rows as if they were the last ones. */

import {
  type AheadError,
  type ErrorBounds,
  errorBounds,
  errorMiddle,
  fanCoverage,
  fanShares,
  folds,
} from "../../data/evaluation/futureFan";
import type { FutureForecast, FutureSeries } from "../../data/evaluation/futureTypes";
import type { SeriesData } from "../../data/examples";
import { nameGiven } from "../../data/givenName";
import {
  type ForeseenSeries,
  futureOrigins,
  heldOutOrigins,
  type Rollout,
  rolloutFrom,
} from "../../data/rollout";
import { rowNamesFrom } from "../../data/rowNames";
import { seriesParts } from "../../data/seriesParts";
import { type ColumnForm, linked, unlinked } from "../../data/targetForm";
import type { Predictor } from "../../engine/train/predictor";
import { spread } from "./heldOutIndices";
import type { Run } from "./run";

/** Values before the last one that are told with the forecasts. */
const mostPast = 400;
/** Each held-out one is forecast as far ahead as the future: more change a fan by little. */
const mostHeldOut = 256;

interface Limits {
  /** Of series whose future is forecast, and of held-out rows that it is forecast from. */
  readonly mostSeries: number;
  readonly mostHeldOut: number;
}

/** While it trains, what is seen first. */
export const fewRollouts: Limits = { mostSeries: 32, mostHeldOut: 64 };
const allRollouts: Limits = { mostSeries: Number.POSITIVE_INFINITY, mostHeldOut };

type Forecasting = Pick<Run, "batchSize" | "sequenceLength" | "predictor">;

/** Goes on bit by bit, so that nobody has to wait for it; what has come so far is spread over all that is held out. */
export class FutureReading {
  readonly #run: Forecasting;
  readonly #data: ForeseenSeries;
  /** The futures first. */
  readonly #rows: readonly number[];
  readonly #futures: number;
  readonly #left: number;
  readonly #begun: Rollout[] = [];
  /** Those that are gone on with, a batch at most. */
  #batch: readonly Rollout[] = [];

  constructor(run: Forecasting, data: ForeseenSeries, { mostSeries, mostHeldOut }: Limits = allRollouts) {
    this.#run = run;
    this.#data = data;
    const T = run.sequenceLength;
    const futures = futureOrigins(data, T).slice(0, mostSeries);
    const heldOut = heldOutOrigins(data, T);
    const drawn = spread(heldOut.length, Math.min(heldOut.length, mostHeldOut));
    this.#rows = [...futures, ...Array.from(drawn, (i) => heldOut[i])];
    this.#futures = futures.length;
    this.#left = seriesParts(data).length - futures.length;
  }

  get isDone(): boolean {
    return this.#begun.length === this.#rows.length && this.#batch.length === 0;
  }

  /** Whether all futures are forecast. */
  get isTold(): boolean {
    return (
      this.#begun.length >= this.#futures && this.#begun.slice(0, this.#futures).every(({ isDone }) => isDone)
    );
  }

  /** Goes on for about `milliseconds`, for one pass at least, and until the futures are there; what is called for leaves it. */
  async read(milliseconds: number, isCalled: () => boolean): Promise<void> {
    for (let ms = milliseconds; await this.readFor(ms, isCalled); ms = 0) if (this.isTold) return;
  }

  /** Goes on for about `milliseconds`, for one pass at least; false where it was left for what is called for. */
  async readFor(milliseconds: number, isCalled: () => boolean): Promise<boolean> {
    const endMs = performance.now() + milliseconds;
    const predictor = await this.#run.predictor();
    while (!this.isDone) {
      if (!(await this.#pass(predictor, isCalled))) return false;
      if (performance.now() >= endMs) return true;
    }
    return true;
  }

  /** Whether the network has answered. */
  async #pass(predictor: Predictor, isCalled: () => boolean): Promise<boolean> {
    if (this.#batch.length === 0) {
      const from = this.#begun.length;
      const rows = this.#rows.slice(from, from + this.#run.batchSize);
      this.#batch = rows.map((row) => rolloutFrom(this.#data, row, this.#run.sequenceLength));
      this.#begun.push(...this.#batch);
    }
    const answers = await answersTo(this.#batch, this.#run, predictor, isCalled);
    if (!answers) return false;
    const O = answers.length / this.#run.batchSize;
    for (const [b, rollout] of this.#batch.entries()) rollout.take(answers.subarray(b * O, (b + 1) * O));
    this.#batch = this.#batch.filter(({ isDone }) => !isDone);
    return true;
  }

  /** Of what has come so far; all futures have. */
  told(): FutureForecast {
    const data = this.#data;
    const { horizon, columns } = data.answer.forecast;
    const futures = this.#begun.slice(0, this.#futures);
    const heldOut = this.#begun.slice(this.#futures).filter(({ isDone }) => isDone);
    const errors = columns.map((_, k) => errorsOf(data, heldOut, k));
    const bySteps = errors.map((own) => byStep(own, data.future.rows));
    const [half, most] = fanShares.map((share) =>
      bySteps.map((steps) => steps.map((own) => errorBounds(own, share))),
    );
    const middle = bySteps.map((steps) => steps.map(errorMiddle));
    return {
      columns: columns.map((name, k) => ({ name, unit: data.answer.outputs[k].unit })),
      horizon,
      series: futures.map((rollout) => seriesOf(data, rollout, { half, most, middle })),
      left: this.#left,
      origins: heldOut.length,
      coverage: errors.map((own) => fanCoverage(own, fanShares[1])),
    };
  }
}

/** [B, O]; null where it was left. */
function answersTo(
  rollouts: readonly Rollout[],
  { batchSize: B, sequenceLength: T }: Forecasting,
  predictor: Predictor,
  isCalled: () => boolean,
): Promise<Float32Array | null> {
  const windows = rollouts.map((rollout) => rollout.window());
  const I = windows[0].length / T;
  const input = new Float32Array(T * B * I);
  for (const [b, window] of windows.entries())
    for (let t = 0; t < T; t++) input.set(window.subarray(t * I, (t + 1) * I), (t * B + b) * I);
  return predictor.run({ input }, new Int32Array(B).fill(T), isCalled);
}

/** In which errors are measured: where a logarithm is forecast its errors are of the logarithm, and each series has its own scale. */
interface Measure {
  readonly form: ColumnForm | null;
  readonly scale: number;
}

function measureOf({ answer, parts }: SeriesData, part: number, k: number): Measure {
  const own = parts?.[part];
  return {
    form: (own?.forms ?? answer.forecast.transform?.columns)?.[k] ?? null,
    scale: own?.quantities?.outputs[k].scale ?? 1,
  };
}

/** Of a column; of values that the file has. */
function errorsOf(data: SeriesData, rollouts: readonly Rollout[], k: number): readonly AheadError[] {
  const K = data.answer.forecast.columns.length;
  const foldOf = foldsOf(rollouts);
  return rollouts.flatMap((rollout) => {
    const { part, row, rows, forecast } = rollout;
    const fold = foldOf.get(rollout) ?? 0;
    const { form, scale } = measureOf(data, part, k);
    const link = form?.link ?? null;
    return Array.from({ length: rows }, (_, j): AheadError | null => {
      const at = (row + j + 1) * K + k;
      if (data.known && data.known[at] === 0) return null;
      const came = linked(link, data.targets[at]);
      const error = (came - linked(link, forecast[j * K + k])) / scale;
      return { ahead: j + 1, error, fold };
    }).filter((one) => one !== null);
  });
}

/** Each series is cut into stretches of time. */
function foldsOf(rollouts: readonly Rollout[]): ReadonlyMap<Rollout, number> {
  const found = new Map<Rollout, number>();
  const inOrder = [...rollouts].sort((a, b) => a.row - b.row);
  for (let start = 0; start < inOrder.length; ) {
    const { part } = inOrder[start];
    const own = inOrder.filter((one) => one.part === part);
    for (const [i, rollout] of own.entries()) found.set(rollout, Math.floor((folds * i) / own.length));
    start += own.length;
  }
  return found;
}

/** Of one column: the errors of each number of rows ahead. */
function byStep(errors: readonly AheadError[], rows: number): readonly (readonly number[])[] {
  const found = Array.from({ length: rows }, (): number[] => []);
  for (const { ahead, error } of errors) found[ahead - 1].push(error);
  return found;
}

/** [K][F] each. */
interface Bounds {
  readonly half: readonly (readonly ErrorBounds[])[];
  readonly most: readonly (readonly ErrorBounds[])[];
  readonly middle: readonly (readonly number[])[];
}

function seriesOf(data: ForeseenSeries, rollout: Rollout, { half, most, middle }: Bounds): FutureSeries {
  const { part, row, rows, forecast } = rollout;
  const { future, times, targets, known } = data;
  const K = data.answer.forecast.columns.length;
  const own = seriesParts(data)[part];
  const first = Math.max(own.start, row + 1 - mostPast);
  const moved = (off: (j: number, k: number) => number) =>
    Float64Array.from(forecast, (value, i) => {
      const { form, scale } = measureOf(data, part, i % K);
      return within(form, linked(form?.link ?? null, value) + off(Math.floor(i / K), i % K) * scale);
    });
  return {
    name: data.parts ? nameGiven(own.name) : null,
    pastNames: rowNamesFrom(times, first, row + 1).map(nameGiven),
    past: Float64Array.from({ length: (row + 1 - first) * K }, (_, i) => {
      const at = first * K + i;
      return known && known[at] === 0 ? Number.NaN : targets[at];
    }),
    names: Array.from({ length: rows }, (_, j) => nameGiven(future.times[part * future.rows + j])),
    knownInputs: knownInputs(data, part),
    forecast,
    middle: moved((j, k) => middle[k][j]),
    low50: moved((j, k) => half[k][j].low),
    high50: moved((j, k) => half[k][j].high),
    low80: moved((j, k) => most[k][j].low),
    high80: moved((j, k) => most[k][j].high),
  };
}

/** The first features are those of the targets, which nobody knows. */
function knownInputs({ input, answer, future }: ForeseenSeries, part: number): number | null {
  const I = input.features.length;
  const K = answer.forecast.columns.length;
  return I > K ? Math.min(...future.known.subarray(part * I + K, (part + 1) * I)) : null;
}

/** What a column can be, and stays NaN where nobody knows. */
function within(form: ColumnForm | null, value: number): number {
  const y = unlinked(form?.link ?? null, value);
  const { least, most } = form?.limits ?? { least: null, most: null };
  return Math.min(most ?? Number.POSITIVE_INFINITY, Math.max(least ?? Number.NEGATIVE_INFINITY, y));
}
