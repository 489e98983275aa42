/**
 * Forecasts behind a row of a series, as far as one wants: the network answers for the next `horizon` rows at once, and what lies
 * behind them is asked for with its own answers in the place of values. With a horizon of 1 that is a recursive forecast, with one
 * that is long enough a direct one (Taieb et al. 2012, A review and comparison of strategies for multi-step ahead time series
 * forecasting).
 *
 * Symbols: T rows of a window, I features, K target columns, O = horizon·K outputs, F rows ahead.
 */
import type { Quantity, SeriesData, SeriesFuture, SeriesPart } from "./examples";
import { partAt, seriesParts } from "./seriesParts";
import { targetsOf } from "./seriesTargets";
import { type ColumnForm, type LogarithmLink, leadOf, linked, longestLead } from "./targetForm";

export type ForeseenSeries = SeriesData & { readonly future: SeriesFuture };

export const isForeseen = (data: SeriesData): data is ForeseenSeries => data.future !== undefined;

export interface Rollout {
  /** Of `seriesParts`. */
  readonly part: number;
  /** The last row that is known. */
  readonly row: number;
  /** F */
  readonly rows: number;
  readonly isDone: boolean;
  /** [T, I]: what the network reads next. */
  window(): Float32Array;
  /** Takes its answers, [O], and goes on behind them. */
  take(answers: ArrayLike<number>): void;
  /** [F, K], in the units of the data; what is not yet asked for is NaN. */
  readonly forecast: Float64Array;
}

/**
 * @param row the last one that is known, with T rows up to it and the lead before them; of the last row of a series the future is
 * forecast, of others what came, with no more of their inputs than will be known of the future
 * @param T rows that the network reads
 */
export function rolloutFrom(data: ForeseenSeries, row: number, T: number): Rollout {
  const { answer, future, rows: inputs } = data;
  const { horizon, columns } = answer.forecast;
  const I = data.input.features.length;
  const [K, O] = [columns.length, answer.outputs.length];
  const parts = seriesParts(data);
  const part = partAt(parts, row);
  const one = partOf(data, parts[part]);
  const isFuture = row === one.end - 1;
  const rows = isFuture ? future.rows : Math.min(future.rows, one.end - 1 - row);
  // As many rows before the first that is forecast as anything is relative to.
  const before = Math.min(T + one.lead, row + 1 - one.start);
  const values = new Float64Array((before + rows) * K);
  values.set(data.targets.subarray((row + 1 - before) * K, (row + 1) * K));
  const read = new Float32Array((T + rows) * I);
  read.set(inputs.subarray((row + 1 - T) * I, (row + 1) * I));
  const targets = targetsOf({
    targets: values,
    answer,
    parts: [{ ...parts[part], start: 0, end: before + rows, trainRows: 0 }],
  });
  const ahead = inputsAhead(data, { part, row, isFuture, features: one.features });
  for (let j = 1; j <= rows; j++) for (let i = K; i < I; i++) read[(T + j - 1) * I + i] = ahead(j, i);
  const forecast = new Float64Array(rows * K).fill(Number.NaN);
  const readAt = (at: number, k: number) => {
    const { shift, scale } = one.features[k];
    const link = one.links[k];
    const from = one.leads[k] === 0 ? 0 : linked(link, values[(at - one.leads[k]) * K + k]);
    return (linked(link, values[at * K + k]) - from - shift) / scale;
  };
  let done = 0;
  return {
    part,
    row,
    rows,
    forecast,
    get isDone() {
      return done === rows;
    },
    window: () => read.slice(done * I, (done + T) * I),
    take: (answers) => {
      const last = before + done - 1;
      const next = Math.min(horizon, rows - done);
      for (let output = 0; output < Math.min(O, next * K); output++) {
        const [h, k] = [Math.floor(output / K), output % K];
        const value = targets.forecast(last, output, answers[output]);
        forecast[(done + h) * K + k] = value;
        values[(last + 1 + h) * K + k] = value;
      }
      for (let h = 0; h < next; h++)
        for (let k = 0; k < K; k++) read[(T + done + h) * I + k] = readAt(last + 1 + h, k);
      done += next;
    },
  };
}

interface OnePart {
  readonly start: number;
  readonly end: number;
  readonly features: readonly Quantity[];
  readonly outputs: readonly Quantity[];
  readonly links: readonly (LogarithmLink | null)[];
  /** Of each column, the rows back to what a value is relative to where it is read. */
  readonly leads: readonly number[];
  /** The most of them. */
  readonly lead: number;
}

function partOf({ input, answer }: SeriesData, { start, end, quantities, forms }: SeriesPart): OnePart {
  const { transform, columns } = answer.forecast;
  const own: readonly ColumnForm[] = forms ?? transform?.columns ?? [];
  return {
    start,
    end,
    features: quantities?.features ?? input.features,
    outputs: quantities?.outputs ?? answer.outputs,
    links: columns.map((_, k) => own[k]?.link ?? null),
    leads: columns.map((_, k) => (own[k] ? leadOf(own[k]) : 0)),
    lead: longestLead(transform),
  };
}

interface Origin {
  readonly part: number;
  readonly row: number;
  readonly isFuture: boolean;
  readonly features: readonly Quantity[];
}

/** A feature of the j-th row behind the last one that is known, scaled, as far as it will be known in the future. */
function inputsAhead({ rows, future, input }: ForeseenSeries, { part, row, isFuture, features }: Origin) {
  const I = input.features.length;
  const given = (j: number, i: number) =>
    isFuture ? future.inputs[(part * future.rows + j - 1) * I + i] : rows[(row + j) * I + i];
  return (j: number, i: number): number => {
    const known = future.known[part * I + i];
    if (j <= known) return given(j, i);
    if (future.isChange[i] === 1) return -features[i].shift / features[i].scale;
    return known > 0 ? given(known, i) : rows[row * I + i];
  };
}

/** The last rows of series whose future can be forecast, each of one that has enough rows. */
export function futureOrigins(data: SeriesData, T: number): readonly number[] {
  const { transform } = data.answer.forecast;
  const needed = T + longestLead(transform);
  return seriesParts(data).flatMap(({ start, end }) => (end - start >= needed ? [end - 1] : []));
}

/** The rows behind which everything is held out, series after series, in their order. */
export function heldOutOrigins(data: SeriesData, T: number): readonly number[] {
  const { transform } = data.answer.forecast;
  const lead = longestLead(transform);
  return seriesParts(data).flatMap(({ start, end, trainRows }) => {
    const first = start + Math.max(lead + T, trainRows) - 1;
    return Array.from({ length: Math.max(0, end - 1 - first) }, (_, i) => first + i);
  });
}
