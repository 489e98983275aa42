import { type Message, message } from "../words/message";
import type { Example, Examples, SeriesData } from "./examples";
import { nameGiven } from "./givenName";
import { failure, type Result, success } from "./result";
import { type SeriesTargets, targetsOf } from "./seriesTargets";

/**
 * Windows of a series: T rows are read, and the next `horizon` rows of the targets are to be forecast. A window trains when
 * everything in it lies in the part for training, and is held out when everything that it is to forecast lies behind that part;
 * what it reads may then reach back into it, as it would for somebody who forecasts. Windows begin where there is all that what
 * they forecast is relative to.
 */
export function seriesExamples(data: SeriesData, T: number): Result<Examples> {
  const { input, answer, rows, times, trainRows } = data;
  const { horizon } = answer.forecast;
  const I = input.features.length;
  const N = times.length;
  const targets = targetsOf(data);
  const first = targets.lead;
  const train = trainRows - T - horizon + 1 - first;
  // The first window whose forecasts begin behind the training part.
  const firstHeldOut = Math.max(first, trainRows - T);
  const heldOut = N - T - horizon + 1 - firstHeldOut;
  if (train < 1 || heldOut < 1) return failure(tooShort(data, T, targets));
  const startOf = (index: number) => (index < train ? first + index : firstHeldOut + index - train);
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
      return { steps: T, input: rows.slice((end - T) * I, end * I), answer: targets.answers(end - 1) };
    },
    valuesOf: (index) => {
      const start = startOf(index);
      return {
        forecast: (step, output, answered) => targets.forecast(start + step, output, answered),
        came: (step, output) => targets.came(start + step, output),
      };
    },
  });
}

function tooShort({ trainRows, times, answer }: SeriesData, T: number, { lead }: SeriesTargets): Message {
  const { horizon } = answer.forecast;
  const possible = Math.min(trainRows, times.length - 1) - horizon - lead;
  const facts = { rows: times.length, trained: trainRows, window: T, horizon };
  return possible >= 4
    ? message("files.seriesTooShortFor", { ...facts, possible })
    : message("files.seriesTooShort", facts);
}
