/** What a network is to answer at each row of a series, and what its answers say. K target columns. */
import type { Quantity, SeriesData } from "./examples";
import { answerOf, leadOf, referenceRow, valueOfAnswer } from "./targetForm";

/** Of the rows behind the last one that was read; output h·K + k is column k, h + 1 rows ahead. */
export interface SeriesTargets {
  /** Rows that there must be before a window. */
  readonly lead: number;
  /** What is right, as the network is to answer it, [O]. */
  answers(lastRow: number): Float32Array<ArrayBuffer>;
  /** Of an answer, in the units of the data. */
  forecast(lastRow: number, output: number, answer: number): number;
  /** The answer by which that value is forecast. */
  answer(lastRow: number, output: number, value: number): number;
  /** In the units of the data; NaN behind the end. */
  came(lastRow: number, output: number): number;
}

/** Of a series, or of as much of one as must be known. */
export interface SeriesValues {
  /** [N, K], scaled as the outputs are. */
  readonly targets: ArrayLike<number>;
  readonly answer: Pick<SeriesData["answer"], "outputs" | "forecast">;
}

export function targetsOf({ targets, answer: { outputs, forecast } }: SeriesValues): SeriesTargets {
  const { horizon, columns, transform } = forecast;
  const K = columns.length;
  const valueAt = (row: number, k: number) => unscaled(targets[row * K + k], outputs[k]);
  const came = (lastRow: number, output: number) => valueAt(lastRow + 1 + Math.floor(output / K), output % K);
  if (!transform)
    return {
      lead: 0,
      answers: (lastRow) =>
        Float32Array.from({ length: horizon * K }, (_, output) => targets[(lastRow + 1) * K + output]),
      forecast: (_, output, answer) => unscaled(answer, outputs[output]),
      answer: (_, output, value) => (value - outputs[output].shift) / outputs[output].scale,
      came,
    };
  const inForm = (lastRow: number, output: number) => {
    const [ahead, k] = [Math.floor(output / K) + 1, output % K];
    const row = referenceRow(transform, lastRow, ahead);
    return { column: transform.columns[k], ahead, reference: row === null ? null : valueAt(row, k) };
  };
  const answer = (lastRow: number, output: number, value: number) => {
    const { column, ahead, reference } = inForm(lastRow, output);
    return answerOf(column, ahead, value, reference);
  };
  return {
    lead: leadOf(transform),
    answers: (lastRow) =>
      Float32Array.from({ length: horizon * K }, (_, output) =>
        answer(lastRow, output, came(lastRow, output)),
      ),
    forecast: (lastRow, output, given) => {
      const { column, ahead, reference } = inForm(lastRow, output);
      return valueOfAnswer(column, ahead, given, reference);
    },
    answer,
    came,
  };
}

const unscaled = (value: number, { shift, scale }: Quantity): number => value * scale + shift;
