/** How good a network is, in one or two plain sentences, beside what needs no network. */

import type {
  ClassEvaluation,
  Coverage,
  ForecastEvaluation,
  ForecastRow,
  LanguageEvaluation,
  NumberErrors,
  NumbersEvaluation,
} from "../../data/evaluation/evaluationTypes";
import { examplesPerCell } from "../../data/evaluation/evaluationTypes";
import { type Message, message } from "../../words/message";
import { type CellPlace, confusionAt } from "./confusion";
import type { Thing } from "./thingOf";

export function languageInWords(evaluation: LanguageEvaluation): Message {
  const { unit, bits, unigramBits, bigramBits } = evaluation;
  const beats = bits < bigramBits ? "bigram" : bits < unigramBits ? "unigram" : "none";
  return message("evaluation.language", { unit, bits, unigramBits, bigramBits, beats });
}

/** Below this, the difference between accuracy and balanced accuracy is not worth a sentence. */
const unevenness = 0.1;

export function classesInWords(evaluation: ClassEvaluation, thing: Thing): Message {
  const { accuracy, balancedAccuracy, majority, labels, at, answers } = evaluation;
  return message("evaluation.classes", {
    thing,
    ...coverageOf(evaluation),
    answers: at === "last" ? null : answers,
    accuracy,
    majority: labels[majority.label],
    majorityAccuracy: majority.accuracy,
    balancedAccuracy,
    verdict:
      accuracy <= majority.accuracy ? "noBetter" : accuracy - balancedAccuracy > unevenness ? "uneven" : null,
  });
}

const coverageOf = ({ evaluated, heldOut }: Coverage) => ({ evaluated, heldOut });

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

export function numbersInWords(evaluation: NumbersEvaluation, thing: Thing): Message {
  const { outputs, squaredError, meanSquaredError, withoutMemory } = evaluation;
  const verdict =
    squaredError >= meanSquaredError
      ? "noBetter"
      : withoutMemory !== null && squaredError < withoutMemory
        ? "remembers"
        : null;
  const common = { thing, ...coverageOf(evaluation), verdict } as const;
  if (outputs.length > 1)
    return message("evaluation.severalNumbers", { ...common, squaredError, meanSquaredError });
  const [{ name, unit, rmse, mean }] = outputs;
  return message("evaluation.numbers", { ...common, name, unit, rmse, meanRmse: mean.rmse });
}

/** Of RMSEs, less than this share is as good as none. */
const noticeableImprovement = 0.0005;

export function forecastInWords(evaluation: ForecastEvaluation, row: ForecastRow): Message {
  const { name, unit } = evaluation.columns[row.column];
  const { network, naive, seasonal, improvement, lagging, ahead } = row;
  return message("evaluation.forecast", {
    ...coverageOf(evaluation),
    name,
    unit,
    ahead,
    horizon: evaluation.horizon,
    rmse: network.rmse,
    naiveRmse: naive.rmse,
    improvement: improvement ?? 0,
    compared: improvement === null ? null : comparison(improvement),
    // What a comparison with the last value alone would keep quiet about.
    lagging,
    seasonalRmse: seasonal && seasonal.rmse <= network.rmse ? seasonal.rmse : null,
  });
}

function comparison(improvement: number): "better" | "worse" | "same" {
  if (Math.abs(improvement) < noticeableImprovement) return "same";
  return improvement > 0 ? "better" : "worse";
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
