import type { Said } from "../../words/message";
import { blockInterval, blockLengthFor, type Interval } from "./blockBootstrap";
import { meanOf } from "./errors";
import type {
  ClassEvaluation,
  ClassMeasures,
  ClassRow,
  ConfusedExample,
  Coverage,
  MajorityMeasures,
} from "./evaluationTypes";
import { examplesPerCell } from "./evaluationTypes";
import { indexOfLargest } from "./indexOfLargest";

/** Answers one after the other: what is right, what was said, and how probable the right one was. */
export interface ClassAnswers extends Coverage {
  readonly at: "last" | "every";
  readonly labels: readonly Said[];
  readonly truth: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
  /** The place of the example that each belongs to, from 0. */
  readonly owners: ArrayLike<number>;
  /** −ln p of the right class. */
  readonly losses: ArrayLike<number>;
  /** How often each class is right in the training part, [C]. */
  readonly trainingCounts: ArrayLike<number>;
  readonly withoutMemory: number | null;
  /** The example that an answer belongs to. */
  exampleOf(answer: number): { readonly index: number; readonly name: Said };
}

/**
 * Accuracy, balanced accuracy, macro F1 and the confusion matrix, all as scikit-learn defines them: balanced accuracy is the
 * mean recall of the classes with support; macro F1 is the mean of F1 = 2·TP / (2·TP + FP + FN) over the classes that occur in the
 * truth or among the predictions, so that a class that is only ever said by mistake counts as 0. What is 0 / 0 is null and
 * counts in no mean; a mean of nothing is 0.
 */
export function evaluateClasses(given: ClassAnswers): ClassEvaluation {
  const { at, labels, truth, predicted, trainingCounts, losses, evaluated, heldOut, withoutMemory } = given;
  const C = labels.length;
  const counts = confusion(C, truth, predicted);
  const byFrequency = frequencyLosses(truth, trainingCounts);
  const majority = indexOfLargest(trainingCounts);
  return {
    kind: "classes",
    at,
    labels,
    evaluated,
    heldOut,
    answers: truth.length,
    counts,
    classes: classFractions(C, counts).map(classRow),
    ...measuresOf(C, counts),
    majority: majorityOf(truth, trainingCounts),
    interval: differenceInterval(
      given,
      (i) => Number(predicted[i] === truth[i]) - Number(majority === truth[i]),
    ),
    loss: meanOf(Array.from(losses)),
    frequencyLoss: meanOf(byFrequency),
    lossInterval: differenceInterval(given, (i) => byFrequency[i] - losses[i]),
    withoutMemory,
    examples: someOfEachCell(given),
  };
}

/** Whoever always says the class that is the most frequent in training; `trainingCounts` is [C]. */
export function majorityOf(truth: ArrayLike<number>, trainingCounts: ArrayLike<number>): MajorityMeasures {
  const C = trainingCounts.length;
  const label = indexOfLargest(trainingCounts);
  const always = confusion(C, truth, new Int32Array(truth.length).fill(label));
  return { label, ...measuresOf(C, always) };
}

const replicates = 1000;

/** Of the mean of a difference of answers. Examples stay whole, and beside their neighbours, which may be windows of one sequence. */
function differenceInterval(
  { truth, owners, evaluated }: ClassAnswers,
  differenceOf: (answer: number) => number,
): Interval | null {
  const [differences, answers] = [new Float64Array(evaluated), new Float64Array(evaluated)];
  for (let i = 0; i < truth.length; i++) {
    differences[owners[i]] += differenceOf(i);
    answers[owners[i]]++;
  }
  return blockInterval([differences, answers], ([difference, count]) => difference / count, {
    blockLength: blockLengthFor(evaluated, 1),
    replicates,
  });
}

function confusion(C: number, truth: ArrayLike<number>, predicted: ArrayLike<number>): Int32Array {
  const counts = new Int32Array(C * C);
  for (let i = 0; i < truth.length; i++) counts[truth[i] * C + predicted[i]]++;
  return counts;
}

interface Fraction {
  readonly part: number;
  readonly whole: number;
}

const ratio = ({ part, whole }: Fraction) => (whole === 0 ? null : part / whole);

/**
 * Of those that are not of nothing, Σ part / whole over their number. Parts of equal wholes are counted together, so that the mean
 * recall of classes with equal support is their accuracy to the last digit.
 */
function meanRatio(fractions: readonly Fraction[]): number {
  const parts = new Map<number, number>();
  let count = 0;
  for (const { part, whole } of fractions) {
    if (whole === 0) continue;
    parts.set(whole, (parts.get(whole) ?? 0) + part);
    count++;
  }
  let sum = 0;
  for (const [whole, part] of parts) sum += part / (whole * count);
  return sum;
}

interface ClassFractions {
  readonly precision: Fraction;
  readonly recall: Fraction;
  readonly f1: Fraction;
}

function classFractions(C: number, counts: Int32Array): ClassFractions[] {
  return Array.from({ length: C }, (_, c) => {
    let [support, said] = [0, 0];
    for (let other = 0; other < C; other++) {
      support += counts[c * C + other];
      said += counts[other * C + c];
    }
    const right = counts[c * C + c];
    return {
      precision: { part: right, whole: said },
      recall: { part: right, whole: support },
      f1: { part: 2 * right, whole: support + said },
    };
  });
}

const classRow = ({ precision, recall, f1 }: ClassFractions): ClassRow => ({
  support: recall.whole,
  precision: ratio(precision),
  recall: ratio(recall),
  f1: ratio(f1),
});

function measuresOf(C: number, counts: Int32Array): ClassMeasures {
  const classes = classFractions(C, counts);
  let [right, total] = [0, 0];
  for (const { recall } of classes) {
    right += recall.part;
    total += recall.whole;
  }
  return {
    accuracy: right / Math.max(1, total),
    balancedAccuracy: meanRatio(classes.map(({ recall }) => recall)),
    macroF1: meanRatio(classes.map(({ f1 }) => f1)),
  };
}

/** −ln of the class frequencies in training, with one more of each class, so that none is impossible. */
function frequencyLosses(truth: ArrayLike<number>, trainingCounts: ArrayLike<number>): readonly number[] {
  let total = 0;
  for (let c = 0; c < trainingCounts.length; c++) total += trainingCounts[c] + 1;
  return Array.from(truth, (right) => -Math.log((trainingCounts[right] + 1) / total));
}

/** Each example once a cell, however many of its steps lie there. */
function someOfEachCell({ labels, truth, predicted, exampleOf }: ClassAnswers): ConfusedExample[] {
  const C = labels.length;
  const seen = new Map<number, Set<number>>();
  const found: ConfusedExample[] = [];
  for (let i = 0; i < truth.length; i++) {
    const cell = truth[i] * C + predicted[i];
    const inCell = seen.get(cell) ?? new Set();
    if (inCell.size >= examplesPerCell) continue;
    const { index, name } = exampleOf(i);
    if (inCell.has(index)) continue;
    seen.set(cell, inCell.add(index));
    found.push({ truth: truth[i], predicted: predicted[i], index, name });
  }
  return found;
}
