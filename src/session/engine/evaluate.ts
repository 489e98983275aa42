/** How good a run's network is on what is held out, beside what needs no network. */
import { evaluateClasses } from "../../data/evaluation/classes";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { evaluateForecast } from "../../data/evaluation/forecast";
import { indexOfLargest } from "../../data/evaluation/indexOfLargest";
import { type SymbolEntropies, symbolEntropies } from "../../data/evaluation/language";
import { languageIntervals } from "../../data/evaluation/languageIntervals";
import { evaluateNumbers } from "../../data/evaluation/numbers";
import type { ExampleAnswer, SeriesData } from "../../data/examples";
import { tableOfSymbols } from "../../data/vocabulary";
import { validationPieces } from "../../data/windows";
import { softmaxRows } from "../../engine/train/inspector";
import type { ValidationResult } from "../../engine/train/trainer";
import { forecastTruth, numberTruth } from "./baselines";
import type { HeldOut } from "./dataset";
import type { HeldOutAnswer } from "./heldOutReading";
import type { Run } from "./run";
import { textLosses } from "./textLosses";
import { countsInTraining } from "./trainingStatistics";

type HeldOutExamples = Extract<HeldOut, { kind: "examples" }>;
type ClassAnswer = Extract<ExampleAnswer, { kind: "class" }>;
type NumbersAnswer = Extract<ExampleAnswer, { kind: "numbers" }>;

/** From what the network has answered. */
export function evaluateExamples(heldOut: HeldOutExamples, answers: readonly HeldOutAnswer[]): Evaluation {
  const { answer } = heldOut.examples;
  if (answer.kind === "class") return classesOf(heldOut, answer, answers);
  const { series } = heldOut;
  return series ? forecastOf(heldOut, series, answers) : numbersOf(heldOut, answer, answers);
}

/** They cost a pass over the whole text, and stay the same as long as the same of it is held out. */
const entropiesOf = new WeakMap<Int32Array, SymbolEntropies & { readonly trainLength: number }>();

/** On the pieces that validate, of which the validation is; null where it was left because something else waits. */
export async function evaluateText(
  run: Run,
  heldOut: Extract<HeldOut, { kind: "text" }>,
  validation: ValidationResult,
  isCalled: () => boolean,
): Promise<Evaluation | null> {
  const { tokens, trainLength, unit, symbols } = heldOut;
  const table = tableOfSymbols(symbols);
  const { loss: trainedLoss } = run.trainer.network.config;
  const isSmoothed = trainedLoss.kind === "crossEntropy" && trainedLoss.labelSmoothing > 0;
  const pieces = validationPieces(trainLength, tokens.length);
  const measured = isSmoothed ? await textLosses(run, tokens, pieces, table.unknownId, isCalled) : validation;
  if (!measured) return null;
  const before = entropiesOf.get(tokens);
  const known =
    before?.trainLength === trainLength
      ? before
      : { ...symbolEntropies(tokens, trainLength, table, pieces), trainLength };
  entropiesOf.set(tokens, known);
  const { unknownShare, unigramBits, bigramBits, mostFrequent } = known;
  return {
    kind: "language",
    unit,
    unknownShare,
    bits: measured.loss / Math.LN2,
    unigramBits,
    bigramBits,
    intervals: languageIntervals(pieces, measured.losses, trainLength, known),
    symbols: measured.losses.length,
    accuracy: validation.accuracy,
    mostFrequent: { symbol: symbols[mostFrequent.id], share: mostFrequent.share },
  };
}

function classesOf(
  heldOut: HeldOutExamples,
  answer: ClassAnswer,
  answers: readonly HeldOutAnswer[],
): Evaluation {
  const { examples, withoutMemory } = heldOut;
  const { at, labels } = answer;
  const C = labels.length;
  const [truth, predicted, owners]: number[][] = [[], [], []];
  const losses: number[] = [];
  for (const [place, { answer: known, outputs }] of answers.entries()) {
    const probabilities = softmaxRows(outputs, C);
    for (const [t, right] of known.entries()) {
      // Of what nobody knows the answer to.
      if (right < 0) continue;
      const row = probabilities.subarray(t * C, (t + 1) * C);
      truth.push(right);
      predicted.push(indexOfLargest(row));
      owners.push(place);
      losses.push(-Math.log(Math.max(row[right], Number.MIN_VALUE)));
    }
  }
  return evaluateClasses({
    at,
    labels,
    truth,
    predicted,
    owners,
    withoutMemory,
    losses,
    evaluated: answers.length,
    heldOut: examples.heldOut,
    trainingCounts: countsInTraining(examples, C),
    exampleOf: (i) => {
      const { index } = answers[owners[i]];
      return { index, name: examples.nameOf(index) };
    },
  });
}

function numbersOf(
  heldOut: HeldOutExamples,
  answer: NumbersAnswer,
  answers: readonly HeldOutAnswer[],
): Evaluation {
  const { examples, withoutMemory } = heldOut;
  const O = answer.outputs.length;
  const [known, said, owners]: number[][] = [[], [], []];
  for (const [place, { answer: right, outputs }] of answers.entries()) {
    for (let i = 0; i < right.length; i += O) {
      // Of what nobody knows the answer to.
      if (right.subarray(i, i + O).some(Number.isNaN)) continue;
      known.push(...right.subarray(i, i + O));
      said.push(...outputs.subarray(i, i + O));
      owners.push(place);
    }
  }
  return evaluateNumbers({
    ...numberTruth(examples, answer, known),
    said,
    owners,
    withoutMemory,
    evaluated: answers.length,
    heldOut: examples.heldOut,
  });
}

function forecastOf(
  { examples }: HeldOutExamples,
  series: SeriesData,
  answers: readonly HeldOutAnswer[],
): Evaluation {
  const indices = answers.map(({ index }) => index);
  return evaluateForecast({
    ...forecastTruth(examples, series, indices),
    times: series.times,
    said: answers.flatMap(({ outputs }) => Array.from(outputs)),
    evaluated: answers.length,
    heldOut: examples.heldOut,
  });
}
