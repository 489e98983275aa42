/** How good a run's network is on what is held out, beside what needs no network. */
import { evaluateClasses } from "../../data/evaluation/classes";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { evaluateForecast } from "../../data/evaluation/forecast";
import { indexOfLargest } from "../../data/evaluation/indexOfLargest";
import { symbolEntropies } from "../../data/evaluation/language";
import { evaluateNumbers } from "../../data/evaluation/numbers";
import type { Example, ExampleAnswer, Examples } from "../../data/examples";
import { softmaxRows } from "../../engine/train/inspector";
import type { HeldOut } from "./dataset";
import type { HeldOutAnswer } from "./heldOutReading";
import type { Run } from "./run";

type HeldOutExamples = Extract<HeldOut, { kind: "examples" }>;
type ClassAnswer = Extract<ExampleAnswer, { kind: "class" }>;
type NumbersAnswer = Extract<ExampleAnswer, { kind: "numbers" }>;

/** From what the network has answered. */
export function evaluateExamples(heldOut: HeldOutExamples, answers: readonly HeldOutAnswer[]): Evaluation {
  const { answer } = heldOut.examples;
  if (answer.kind === "class") return classesOf(heldOut, answer, answers);
  return heldOut.series ? forecastOf(heldOut, answers) : numbersOf(heldOut, answer, answers);
}

/** They cost a pass over the whole text, and stay the same. */
const entropiesOf = new WeakMap<Int32Array, ReturnType<typeof symbolEntropies>>();

/** On the fixed windows that validate. */
export async function evaluateText(
  run: Run,
  heldOut: Extract<HeldOut, { kind: "text" }>,
): Promise<Evaluation> {
  const { tokens, trainLength, unit, symbols } = heldOut;
  const { loss, accuracy } = await run.trainer.validate();
  const known = entropiesOf.get(tokens) ?? symbolEntropies(tokens, trainLength, symbols.length);
  entropiesOf.set(tokens, known);
  const { unigramBits, bigramBits, mostFrequent } = known;
  return {
    kind: "language",
    unit,
    bits: loss / Math.LN2,
    unigramBits,
    bigramBits,
    accuracy,
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
  let loss = 0;
  for (const [place, { example, outputs }] of answers.entries()) {
    const probabilities = softmaxRows(outputs, C);
    for (const [t, right] of example.answer.entries()) {
      const row = probabilities.subarray(t * C, (t + 1) * C);
      truth.push(right);
      predicted.push(indexOfLargest(row));
      owners.push(place);
      loss -= Math.log(Math.max(row[right], Number.MIN_VALUE));
    }
  }
  return evaluateClasses({
    at,
    labels,
    truth,
    predicted,
    withoutMemory,
    loss: loss / Math.max(1, truth.length),
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
  const truth = answers.flatMap(({ example }) => Array.from(example.answer));
  return evaluateNumbers({
    outputs: answer.outputs,
    truth,
    said: answers.flatMap(({ outputs }) => Array.from(outputs)),
    trainingMean: meanInTraining(examples, answer.outputs.length),
    withoutMemory,
    evaluated: answers.length,
    heldOut: examples.heldOut,
  });
}

function forecastOf({ examples, series }: HeldOutExamples, answers: readonly HeldOutAnswer[]): Evaluation {
  if (!series) throw new Error("There is no series to forecast.");
  const { answer, targets, times, trainRows } = series;
  return evaluateForecast({
    outputs: answer.outputs,
    forecast: answer.forecast,
    series: targets,
    ...(series.known && { known: series.known }),
    times,
    trainRows,
    lastRows: answers.map(({ index }) => examples.rowOf?.(index) ?? 0),
    said: answers.flatMap(({ outputs }) => Array.from(outputs)),
    evaluated: answers.length,
    heldOut: examples.heldOut,
  });
}

/** More change neither frequencies nor means by much. */
const mostCounted = 2000;

/** Some of the training examples, evenly spaced. */
function* trainingExamples(examples: Examples): Generator<Example> {
  const count = Math.min(examples.train, mostCounted);
  for (let i = 0; i < count; i++) yield examples.example(Math.floor((i * examples.train) / count));
}

const counted = new WeakMap<Examples, Float64Array>();

/** How often each class is right, [C]. */
function countsInTraining(examples: Examples, C: number): Float64Array {
  const known = counted.get(examples);
  if (known) return known;
  const counts = new Float64Array(C);
  for (const { answer } of trainingExamples(examples)) for (const label of answer) counts[label]++;
  counted.set(examples, counts);
  return counts;
}

/** Of each output, scaled, [O]. */
function meanInTraining(examples: Examples, O: number): Float64Array {
  const known = counted.get(examples);
  if (known) return known;
  const sums = new Float64Array(O);
  let rows = 0;
  for (const { answer } of trainingExamples(examples)) {
    for (const [i, value] of answer.entries()) sums[i % O] += value;
    rows += answer.length / O;
  }
  const mean = sums.map((sum) => sum / Math.max(1, rows));
  counted.set(examples, mean);
  return mean;
}
