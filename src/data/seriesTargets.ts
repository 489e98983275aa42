/** What a network is to answer at each row of a series, and what its answers say. K target columns. */
import type { Quantity, SeriesData, SeriesPart } from "./examples";
import { partAt } from "./seriesParts";
import { answerOf, type ColumnForm, longestLead, referenceRow, valueOfAnswer } from "./targetForm";

/** Of the rows behind the last one that was read; output h·K + k is column k, h + 1 rows ahead. */
export interface SeriesTargets {
  /** Rows of the same series that there must be before a window. */
  readonly lead: number;
  /** What is right, as the network is to answer it, [O]. */
  answers(lastRow: number): Float32Array<ArrayBuffer>;
  /** Of an answer, in the units of the data. */
  forecast(lastRow: number, output: number, answer: number): number;
  /** The answer by which that value is forecast. */
  answer(lastRow: number, output: number, value: number): number;
  /** In the units of the data; NaN behind the end of the series. */
  came(lastRow: number, output: number): number;
}

/** Of a series, or of several, or of as much of one as must be known. */
export interface SeriesValues {
  /** [N, K], in the units of the data. */
  readonly targets: ArrayLike<number>;
  readonly answer: Pick<SeriesData["answer"], "outputs" | "forecast">;
  /** Where the rows are those of several series. */
  readonly parts?: readonly SeriesPart[];
}

/** How the targets of one series are scaled, and in which form they are answered. */
interface OneSeries {
  readonly end: number;
  readonly outputs: readonly Quantity[];
  readonly forms: readonly ColumnForm[];
}

export function targetsOf({ targets, answer: { outputs, forecast }, parts }: SeriesValues): SeriesTargets {
  const { horizon, columns, transform } = forecast;
  const K = columns.length;
  const only = { end: targets.length / K, outputs, forms: transform?.columns ?? [] };
  const series = parts?.map(
    ({ end, quantities, forms }): OneSeries => ({
      end,
      outputs: quantities?.outputs ?? outputs,
      forms: forms ?? only.forms,
    }),
  );
  const seriesAt = (row: number): OneSeries => (parts && series ? series[partAt(parts, row)] : only);
  const came = (lastRow: number, output: number) => {
    const one = seriesAt(lastRow);
    const row = lastRow + 1 + Math.floor(output / K);
    return row < one.end ? targets[row * K + (output % K)] : Number.NaN;
  };
  const answersBy = (answer: SeriesTargets["answer"]) => (lastRow: number) =>
    Float32Array.from({ length: horizon * K }, (_, output) => answer(lastRow, output, came(lastRow, output)));
  if (!transform) {
    const answer = (lastRow: number, output: number, value: number) => {
      const { shift, scale } = seriesAt(lastRow).outputs[output];
      return (value - shift) / scale;
    };
    return {
      lead: 0,
      answers: answersBy(answer),
      forecast: (lastRow, output, answered) => unscaled(answered, seriesAt(lastRow).outputs[output]),
      answer,
      came,
    };
  }
  const inForm = (lastRow: number, output: number) => {
    const one = seriesAt(lastRow);
    const [ahead, k] = [Math.floor(output / K) + 1, output % K];
    const row = referenceRow(one.forms[k], lastRow, ahead);
    return { column: one.forms[k], ahead, reference: row === null ? null : targets[row * K + k] };
  };
  const answer = (lastRow: number, output: number, value: number) => {
    const { column, ahead, reference } = inForm(lastRow, output);
    return answerOf(column, ahead, value, reference);
  };
  return {
    lead: longestLead(transform),
    answers: answersBy(answer),
    forecast: (lastRow, output, given) => {
      const { column, ahead, reference } = inForm(lastRow, output);
      return valueOfAnswer(column, ahead, given, reference);
    },
    answer,
    came,
  };
}

const unscaled = (value: number, { shift, scale }: Quantity): number => value * scale + shift;
