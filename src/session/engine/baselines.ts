/** What needs no network, measured on what is held out as a network is; to be had before any has answered. */
import { majorityOf } from "../../data/evaluation/classes";
import { type ForecastTruth, naiveErrorsOf } from "../../data/evaluation/forecast";
import { meanErrorsOf, type NumberTruth } from "../../data/evaluation/numbers";
import { numberScore, type Score } from "../../data/evaluation/scores";
import type { Example, ExampleAnswer, Examples, SeriesData } from "../../data/examples";
import type { HeldOut } from "./dataset";
import { heldOutIndices } from "./heldOutIndices";
import { countsInTraining, meanInTraining } from "./trainingStatistics";

type HeldOutExamples = Extract<HeldOut, { kind: "examples" }>;
type Answer = Example["answer"];
type NumbersAnswer = Extract<ExampleAnswer, { kind: "numbers" }>;

/** Whoever always says the most frequent class; or the last value and the last season; or the mean: of each column. */
export function baselinesOf({ examples, series }: HeldOutExamples): readonly Score[] {
  const indices = heldOutIndices(examples).sort();
  const held = Array.from(indices, (index) => examples.example(index).answer);
  const { answer } = examples;
  if (answer.kind === "class") {
    const counts = countsInTraining(examples, answer.labels.length);
    return [{ name: "majority class", accuracy: majorityOf(truthOf(held), counts).accuracy }];
  }
  return series ? naiveScores(forecastTruth(examples, series, indices)) : meanScores(examples, answer, held);
}

function naiveScores(truth: ForecastTruth): readonly Score[] {
  const targets = truth.forecast.columns.map((name) => ({ name }));
  return targets.flatMap((_, column) => {
    const { naive, seasonal, drift, mean } = naiveErrorsOf(truth, column);
    return [
      numberScore("last value", naive, targets, column),
      ...(seasonal ? [numberScore("last season", seasonal, targets, column)] : []),
      numberScore("drift", drift, targets, column),
      numberScore("mean", mean, targets, column),
    ];
  });
}

function meanScores(examples: Examples, answer: NumbersAnswer, held: readonly Answer[]): readonly Score[] {
  const errors = meanErrorsOf(numberTruth(examples, answer, truthOf(held)));
  return errors.map((mean, output) => numberScore("mean", mean, answer.outputs, output));
}

/** All right answers, one after the other. */
export function truthOf(held: readonly Answer[]): readonly number[] {
  return held.flatMap((answer) => Array.from<number>(answer));
}

export function numberTruth(
  examples: Examples,
  { outputs }: NumbersAnswer,
  truth: readonly number[],
): NumberTruth {
  return { outputs, truth, trainingMean: meanInTraining(examples, outputs.length) };
}

/** @param indices of the windows that are held out */
export function forecastTruth(
  { rowOf }: Examples,
  { answer, targets, known, trainRows, parts }: SeriesData,
  indices: ArrayLike<number>,
): ForecastTruth {
  return {
    outputs: answer.outputs,
    forecast: answer.forecast,
    series: targets,
    ...(known && { known }),
    trainRows,
    ...(parts && { parts }),
    lastRows: Array.from(indices, (index) => rowOf?.(index) ?? 0),
  };
}
