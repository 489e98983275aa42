/** What the training part says without a network: how frequent its classes are, and the means of its numbers. */
import type { ExampleData } from "../../data/exampleData";
import type { Example, Examples } from "../../data/examples";

/** More change neither frequencies nor means by much. */
const mostCounted = 2000;

/** Some of the training examples, evenly spaced. */
function* trainingExamples(examples: Examples): Generator<Example> {
  const count = Math.min(examples.train, mostCounted);
  for (let i = 0; i < count; i++) yield examples.example(Math.floor((i * examples.train) / count));
}

const counted = new WeakMap<Examples, Float64Array>();

/** How often each class is right, [C]. */
export function countsInTraining(examples: Examples, C: number): Float64Array {
  const known = counted.get(examples);
  if (known) return known;
  const counts = new Float64Array(C);
  for (const { answer } of trainingExamples(examples)) for (const label of answer) counts[label]++;
  counted.set(examples, counts);
  return counts;
}

/**
 * How often each class is right in training, [C]: every answer of sequences that lie there, since a rare class is one that some of
 * them may miss; of what is made when it is asked for, some.
 */
export function classCountsOf(data: ExampleData, examples: Examples, C: number): ArrayLike<number> {
  if (data.kind !== "sequences") return countsInTraining(examples, C);
  const { answer, answers, lengths, train } = data;
  const counts = new Float64Array(C);
  if (answer.at === "last") {
    for (const i of train) counts[answers[i]]++;
    return counts;
  }
  const isTrained = new Uint8Array(lengths.length);
  for (const i of train) isTrained[i] = 1;
  let step = 0;
  for (const [i, length] of lengths.entries()) {
    if (isTrained[i]) for (let t = 0; t < length; t++) counts[answers[step + t]]++;
    step += length;
  }
  return counts;
}

/** Of each output, scaled, [O]. */
export function meanInTraining(examples: Examples, O: number): Float64Array {
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
