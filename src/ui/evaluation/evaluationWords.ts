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
import { counted, formatCount } from "../../data/phrases";
import { formatDecimal, formatShare } from "../format";
import { type CellPlace, confusionAt } from "./confusion";
import type { Things } from "./thingsOf";

/** "On the 63 held-out sequences", "On 256 of the 9,880 held-out sequences". */
export function coverageInWords({ evaluated, heldOut }: Coverage, { one, many }: Things): string {
  const all = `${formatCount(heldOut)} held-out ${heldOut === 1 ? one : many}`;
  return evaluated < heldOut ? `On ${formatCount(evaluated)} of the ${all}` : `On the ${all}`;
}

export function languageInWords({ unit, bits, unigramBits, bigramBits }: LanguageEvaluation): string {
  const one = unit === "words" ? "word" : "character";
  const costs =
    `To guess a held-out ${one} costs ${formatDecimal(bits)} bits. Who only knows which ${one} follows which pays ` +
    `${formatDecimal(bigramBits)}, and who only knows how frequent they are, ${formatDecimal(unigramBits)}.`;
  if (bits < bigramBits) return `${costs} The network remembers more than the last ${one}.`;
  if (bits < unigramBits) return `${costs} So far, the network knows less than pairs of ${unit} tell.`;
  return `${costs} So far, the network does not even know how frequent ${unit} are.`;
}

/** Below this, the difference between accuracy and balanced accuracy is not worth a sentence. */
const unevenness = 0.1;

export function classesInWords(evaluation: ClassEvaluation, things: Things): string {
  const { accuracy, balancedAccuracy, majority, labels, at, answers } = evaluation;
  const right =
    at === "last"
      ? `${formatShare(accuracy)} are right`
      : `${formatShare(accuracy)} of the ${formatCount(answers)} answers are right`;
  const sentences = [
    `${coverageInWords(evaluation, things)}, ${right}; always saying “${labels[majority.label]}” gets ${formatShare(majority.accuracy)}.`,
  ];
  if (accuracy <= majority.accuracy) sentences.push("So far, that is no better than the majority class.");
  else if (accuracy - balancedAccuracy > unevenness)
    sentences.push(
      `Rare classes are found less often: balanced accuracy is ${formatShare(balancedAccuracy)}.`,
    );
  return sentences.join(" ");
}

/** What is in a cell of the confusion matrix, before a list of `listed` examples of it. */
export function cellInWords(
  evaluation: Pick<ClassEvaluation, "labels" | "at" | "counts" | "classes">,
  cell: CellPlace,
  { one, many }: Things,
  listed: number,
): string {
  const { count } = confusionAt(evaluation, cell);
  const are = count === 1 ? "is" : "are";
  const truth = `“${evaluation.labels[cell.truth]}”`;
  const said =
    cell.truth === cell.predicted
      ? `${are} recognised`
      : `${are} called “${evaluation.labels[cell.predicted]}”`;
  if (evaluation.at === "every") {
    const where =
      listed === examplesPerCell
        ? `. The first ${formatCount(listed)} ${many} with one`
        : `, in ${listed === 1 ? `this ${one}` : `these ${formatCount(listed)} ${many}`}`;
    return `${counted(count, "answer")} of ${truth} ${said}${where}:`;
  }
  const first = listed < count ? ` The first ${formatCount(listed)}:` : "";
  return `${counted(count, one, many)} of ${truth} ${said}.${first}`;
}

export function numbersInWords(evaluation: NumbersEvaluation, things: Things): string {
  const { outputs, squaredError, meanSquaredError, withoutMemory } = evaluation;
  const where = coverageInWords(evaluation, things);
  const [first] = outputs;
  const sentences =
    outputs.length === 1
      ? [
          `${where}, ${first.name} is off by ${withUnit(first.rmse, first.unit)} (root mean squared error); always saying the mean is off by ${withUnit(first.mean.rmse, first.unit)}.`,
        ]
      : [
          `${where}, the mean squared error of the scaled numbers is ${formatDecimal(squaredError)}; always saying their means gets ${formatDecimal(meanSquaredError)}.`,
        ];
  if (squaredError >= meanSquaredError) sentences.push("So far, that is no better than the mean.");
  else if (withoutMemory !== null && squaredError < withoutMemory)
    sentences.push("Without memory nothing as good is possible: the network remembers.");
  return sentences.join(" ");
}

export function forecastInWords(evaluation: ForecastEvaluation, row: ForecastRow, things: Things): string {
  const { name, unit } = evaluation.columns[row.column];
  const { network, naive, improvement } = row;
  const where = coverageInWords(evaluation, things);
  const ahead = aheadInWords(row.ahead, evaluation.horizon);
  const off = `${where}, ${name} ${ahead} is off by ${withUnit(network.rmse, unit)} (root mean squared error); repeating the last value is off by ${withUnit(naive.rmse, unit)}`;
  const verdict = improvement === null ? "." : `: ${improvementInWords(improvement)}.`;
  return [off + verdict, ...reservations(row, unit)].join(" ");
}

/** What a comparison with the last value alone would keep quiet about. */
function reservations({ network, seasonal, lagging }: ForecastRow, unit: string | null): readonly string[] {
  return [
    ...(lagging
      ? [
          "It only lags: it says the last value once more, and the curve of the truth comes out a little late.",
        ]
      : []),
    ...(seasonal && seasonal.rmse <= network.rmse
      ? [
          `Repeating the last season is off by ${withUnit(seasonal.rmse, unit)} only, and that needs no network.`,
        ]
      : []),
  ];
}

export function aheadInWords(ahead: number | null, horizon: number): string {
  if (ahead === null) return horizon === 1 ? "one row ahead" : `1 to ${horizon} rows ahead`;
  return ahead === 1 ? "one row ahead" : `${ahead} rows ahead`;
}

/** "12.5 % better"; rounded, so that what is as good as equal is called so. */
export function improvementInWords(improvement: number): string {
  const share = formatShare(Math.abs(improvement));
  if (share === formatShare(0)) return "the same";
  return `${share} ${improvement > 0 ? "better" : "worse"}`;
}

/** A bias below this share of the error is none. */
const noticeableBias = 0.02;

/** Which way it errs on average. */
export function biasInWords({ bias, rmse }: NumberErrors, unit: string | null): string {
  if (Math.abs(bias) < noticeableBias * rmse || rmse === 0)
    return "On average it says neither too much nor too little.";
  return `On average it says ${withUnit(Math.abs(bias), unit)} too ${bias > 0 ? "much" : "little"}.`;
}

/** "2.214 °C"; a unit that nobody knows is left out. */
export const withUnit = (value: number, unit: string | null) =>
  unit === null || unit === "" ? formatDecimal(value) : `${formatDecimal(value)} ${unit}`;
