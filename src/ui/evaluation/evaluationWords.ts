/** How good a network is, in one or two plain sentences, beside what needs no network. */

import { type Interval, isClear } from "../../data/evaluation/blockBootstrap";
import type {
  ClassEvaluation,
  Coverage,
  ForecastEvaluation,
  ForecastRow,
  LanguageEvaluation,
  NumberErrors,
  NumbersEvaluation,
} from "../../data/evaluation/evaluationTypes";
import { examplesPerCell, fewestJudged } from "../../data/evaluation/evaluationTypes";
import { comparedWithStrongest } from "../../data/evaluation/forecastComparison";
import { type Message, message } from "../../words/message";
import { type CellPlace, confusionAt } from "./confusion";
import type { Thing } from "./thingOf";

/** A validation set of fewer symbols says nothing of a text, nor one whose frequencies alone leave less than this to guess. */
const fewestSymbols = 100;
const fewestBits = 0.01;

export function languageInWords(evaluation: LanguageEvaluation): Message {
  const { unit, bits, unigramBits, bigramBits, symbols, intervals } = evaluation;
  // The stronger of the two, as long as the weaker is passed.
  const compared = bits < unigramBits ? "bigram" : "unigram";
  const interval = intervals[compared];
  const beats = () => {
    if (unigramBits < fewestBits) return "nothing";
    if (symbols < fewestSymbols) return "tooFew";
    if (interval && !isClear(interval)) return compared === "bigram" ? "unclearBigram" : "unclearUnigram";
    return bits < bigramBits ? "bigram" : bits < unigramBits ? "unigram" : "none";
  };
  return message("evaluation.language", {
    unit,
    bits,
    unigramBits,
    bigramBits,
    symbols,
    ...rangeOf(interval),
    beats: beats(),
  });
}

export function classLossInWords(evaluation: ClassEvaluation): Message {
  const { loss, frequencyLoss, withoutMemory, lossInterval, evaluated } = evaluation;
  const isUnclear = evaluated >= fewestJudged && lossInterval !== null && !isClear(lossInterval);
  const range = rangeOf(isUnclear ? lossInterval : null);
  return message("evaluation.classLoss", { loss, frequencyLoss, withoutMemory, ...range });
}

/** Below this, the difference between accuracy and balanced accuracy is not worth a sentence. */
const unevenness = 0.1;

/** @param isSecond of another file, all of which is answered */
export function classesInWords(evaluation: ClassEvaluation, thing: Thing, isSecond = false): Message {
  const { accuracy, balancedAccuracy, majority, labels, at, answers, interval, evaluated } = evaluation;
  const verdict = () => {
    if (evaluated < fewestJudged) return "tooFew";
    if (accuracy <= majority.accuracy) return "noBetter";
    if (interval && !isClear(interval)) return "unclear";
    if (remembers(evaluation)) return "remembers";
    return accuracy - balancedAccuracy > unevenness ? "uneven" : null;
  };
  return message("evaluation.classes", {
    thing,
    ...coverageOf(evaluation, isSecond),
    answers: at === "last" ? null : answers,
    accuracy,
    majority: labels[majority.label],
    majorityAccuracy: majority.accuracy,
    balancedAccuracy,
    ...rangeOf(interval),
    needed: fewestJudged,
    verdict: verdict(),
  });
}

/** Whether the loss, all of its interval, is lower than without memory is possible. */
function remembers({ loss, frequencyLoss, lossInterval, withoutMemory }: ClassEvaluation): boolean {
  const highest = lossInterval ? frequencyLoss - lossInterval.low : loss;
  return withoutMemory !== null && highest < withoutMemory;
}

const rangeOf = (interval: Interval | null) => ({ low: interval?.low ?? null, high: interval?.high ?? null });

const coverageOf = ({ evaluated, heldOut }: Coverage, isSecond: boolean) => ({
  evaluated,
  heldOut,
  isSecond,
});

/** What is in a cell of the confusion matrix, before a list of `listed` examples of it. */
export function cellInWords(
  evaluation: Pick<ClassEvaluation, "labels" | "at" | "counts" | "classes">,
  cell: CellPlace,
  thing: Thing,
  listed: number,
): Message {
  const { labels, at } = evaluation;
  const { count } = confusionAt(evaluation, cell);
  const every = at === "every";
  return message("evaluation.cell", {
    thing,
    every,
    count,
    truth: labels[cell.truth],
    predicted: cell.truth === cell.predicted ? null : labels[cell.predicted],
    listed,
    more: every ? listed === examplesPerCell : listed < count,
  });
}

/** @param isSecond of another file, all of which is answered */
export function numbersInWords(evaluation: NumbersEvaluation, thing: Thing, isSecond = false): Message {
  const { outputs, squaredError, meanSquaredError, withoutMemory, interval, evaluated } = evaluation;
  const verdict = (): "tooFew" | "noBetter" | "unclear" | "remembers" | null => {
    if (evaluated < fewestJudged) return "tooFew";
    if (squaredError >= meanSquaredError) return "noBetter";
    if (interval && !isClear(interval)) return "unclear";
    return withoutMemory !== null && squaredError < withoutMemory ? "remembers" : null;
  };
  const judged = { ...rangeOf(interval), needed: fewestJudged, verdict: verdict() };
  const common = { thing, ...coverageOf(evaluation, isSecond), ...judged } as const;
  if (outputs.length > 1)
    return message("evaluation.severalNumbers", { ...common, squaredError, meanSquaredError });
  const [{ name, unit, rmse, mean }] = outputs;
  return message("evaluation.numbers", { ...common, name, unit, rmse, meanRmse: mean.rmse });
}

/** @param isSecond of another file, all of which is answered */
export function forecastInWords(evaluation: ForecastEvaluation, row: ForecastRow, isSecond = false): Message {
  const { name, unit } = evaluation.columns[row.column];
  const { network, strongest, improvement, interval, lagging, ahead } = row;
  return message("evaluation.forecast", {
    ...coverageOf(evaluation, isSecond),
    name,
    unit,
    ahead,
    horizon: evaluation.horizon,
    rmse: network.rmse,
    baseline: strongest,
    baselineRmse: row[strongest]?.rmse ?? 0,
    improvement: improvement ?? 0,
    ...rangeOf(interval),
    needed: fewestJudged,
    compared: comparedWithStrongest(evaluation, row),
    lagging,
  });
}

/** A bias below this share of the error is none. */
const noticeableBias = 0.02;

/** What the measures mean, and which way forecasts err on average. */
export function forecastHint(
  { bias, rmse }: NumberErrors,
  unit: string | null,
  period: number | null,
): Message {
  const none = Math.abs(bias) < noticeableBias * rmse || rmse === 0;
  return message("evaluation.forecastHint", {
    seasonal: period !== null,
    bias: Math.abs(bias),
    side: none ? "none" : bias > 0 ? "high" : "low",
    unit,
  });
}
