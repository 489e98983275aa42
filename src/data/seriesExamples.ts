import { type Message, message } from "../words/message";
import type { Example, Examples, SeriesData } from "./examples";
import { nameGiven } from "./givenName";
import { failure, type Result, success } from "./result";

/**
 * Windows of a series: T rows are read, and the next `horizon` rows of the targets are to be forecast. A window trains when
 * everything in it lies in the part for training, and is held out when everything that it is to forecast lies behind that part;
 * what it reads may then reach back into it, as it would for somebody who forecasts.
 */
export function seriesExamples(data: SeriesData, T: number): Result<Examples> {
  const { input, answer, rows, targets, times, trainRows } = data;
  const { horizon } = answer.forecast;
  const I = input.features.length;
  const K = answer.forecast.columns.length;
  const N = times.length;
  const train = trainRows - T - horizon + 1;
  // The first window whose forecasts begin behind the training part.
  const firstHeldOut = Math.max(0, trainRows - T);
  const heldOut = N - T - horizon + 1 - firstHeldOut;
  if (train < 1 || heldOut < 1) return failure(tooShort(data, T));
  const startOf = (index: number) => (index < train ? index : firstHeldOut + index - train);
  return success({
    input,
    answer,
    longest: T,
    varies: false,
    train,
    heldOut,
    nameOf: (index) => message("files.afterTime", { time: nameGiven(times[startOf(index) + T - 1]) }),
    rowOf: (index) => startOf(index) + T - 1,
    example: (index): Example => {
      const end = startOf(index) + T;
      return {
        steps: T,
        input: rows.slice((end - T) * I, end * I),
        answer: targets.slice(end * K, (end + horizon) * K),
      };
    },
  });
}

function tooShort({ trainRows, times, answer }: SeriesData, T: number): Message {
  const { horizon } = answer.forecast;
  const possible = Math.min(trainRows, times.length - 1) - horizon;
  const facts = { rows: times.length, trained: trainRows, window: T, horizon };
  return possible >= 4
    ? message("files.seriesTooShortFor", { ...facts, possible })
    : message("files.seriesTooShort", facts);
}
