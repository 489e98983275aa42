/** Batches of whole examples: to train on, every one once an epoch in a new order; to validate on, fixed ones. */
import type { Examples } from "../../data/examples";
import { mix } from "../../mix";
import { Random } from "../../random";
import { exampleBatch } from "./exampleBatch";
import { latestOfEach } from "./latestOfEach";
import type { Batch, Sequences } from "./sequences";

export interface ExampleSequencesOptions {
  readonly sequenceLength: number;
  readonly batchSize: number;
  /** Of the order of each epoch. */
  readonly seed: number;
}

/** Enough for a steady estimate, and no more than a few steps' work. */
const maxValidationExamples = 512;
/** Of the examples for training; what is held out is left for the evaluation, so that no choice is made by it. */
const validationShare = 0.15;
/** With fewer, what is held out validates as well. */
const fewestToShare = 10;

export class ExampleSequences implements Sequences {
  readonly trainLength: number;
  readonly validation: readonly Batch[];
  /** Of the examples that are trained on, in the order that each epoch shuffles, and of each batch that validates. */
  readonly trainIndices: Int32Array;
  readonly validationIndices: readonly Int32Array[];
  readonly masked: boolean;
  /** How many examples are trained on, and how many validate: of those for training, or, of so few, the held-out ones. */
  readonly trained: number;
  readonly validating: number;
  readonly #examples: Examples;
  readonly #options: ExampleSequencesOptions;
  /** Of the last two epochs: a batch may lie in both. */
  #orders = new Map<number, Int32Array>();

  constructor(examples: Examples, options: ExampleSequencesOptions) {
    this.#examples = examples;
    this.#options = options;
    const { train, validation } = partsOf(examples);
    this.trainIndices = train;
    this.trained = train.length;
    this.validating = validation.length;
    this.trainLength = train.length * options.sequenceLength;
    this.masked = examples.varies || options.sequenceLength > examples.longest;
    this.validationIndices = this.#validationIndices(validation);
    this.validation = this.validationIndices.map((some) =>
      exampleBatch(examples, some, options.sequenceLength),
    );
  }

  /** Follows from the seed and the step alone, so that a run which is resumed goes on with the same examples. */
  draw(_random: Random, step: number): Batch {
    const { batchSize: B, sequenceLength: T } = this.#options;
    const indices = Int32Array.from({ length: B }, (_, b) => {
      const position = step * B + b;
      return this.#order(Math.floor(position / this.trained))[position % this.trained];
    });
    return exampleBatch(this.#examples, indices, T);
  }

  #order(epoch: number): Int32Array {
    const known = this.#orders.get(epoch);
    if (known) return known;
    const order = shuffled(this.trainIndices, Random.fromSeed(mix(this.#options.seed, epoch)));
    if (this.#orders.size > 1) this.#orders.delete(Math.min(...this.#orders.keys()));
    this.#orders.set(epoch, order);
    return order;
  }

  /** All of them if these are not too many, evenly spaced; some twice where batches are not full. */
  #validationIndices(indices: Int32Array): Int32Array[] {
    const { batchSize: B } = this.#options;
    const count = Math.max(1, Math.ceil(Math.min(indices.length, maxValidationExamples) / B));
    const places = count * B;
    return Array.from({ length: count }, (_, batch) =>
      Int32Array.from(
        { length: B },
        (_, b) => indices[Math.floor(((batch * B + b) * indices.length) / places)],
      ),
    );
  }
}

/**
 * Which examples are trained on, and which validate. Of a series the latest windows for training validate, and those between,
 * which read or forecast rows that these read or forecast, are left out; of separate examples, some that are drawn once and for
 * all. Parts of the same sequence stay together; where all are parts of one, the latest validate. Of several series the latest windows of
 * each validate.
 */
function partsOf(examples: Examples): { readonly train: Int32Array; readonly validation: Int32Array } {
  const { train: count, heldOut, longest, answer, rowOf, groupOf } = examples;
  const all = Int32Array.from({ length: count }, (_, i) => i);
  if (count < fewestToShare)
    return { train: all, validation: Int32Array.from({ length: heldOut }, (_, i) => count + i) };
  if (rowOf) {
    const horizon = answer.kind === "numbers" ? (answer.forecast?.horizon ?? 1) : 1;
    return latestOfEach(all, groupOf ?? (() => 0), {
      share: validationShare,
      distance: longest + horizon - 1,
    });
  }
  const wanted = count - Math.max(1, Math.round(validationShare * count));
  const drawn = shuffled(all, Random.fromSeed(mix(count)));
  const { order, first } = groupOf ? betweenGroups(drawn, wanted, groupOf) : { order: drawn, first: wanted };
  return { train: order.slice(0, first), validation: order.slice(first).sort() };
}

/** `drawn` with the members of each group side by side, and the place where a group begins that is next to `wanted`. */
function betweenGroups(drawn: Int32Array, wanted: number, groupOf: (index: number) => number) {
  const members = new Map<number, number[]>();
  for (const index of drawn) {
    const known = members.get(groupOf(index));
    if (known) known.push(index);
    else members.set(groupOf(index), [index]);
  }
  if (members.size < 2) return { order: drawn.slice().sort(), first: wanted };
  const order = Int32Array.from([...members.values()].flat());
  let first = 0;
  let begin = 0;
  for (const { length } of members.values()) {
    if (begin > 0 && (first === 0 || Math.abs(begin - wanted) < Math.abs(first - wanted))) first = begin;
    begin += length;
  }
  return { order, first };
}

/** In random order (Fisher and Yates). */
function shuffled(values: Int32Array, random: Random): Int32Array {
  const order = values.slice();
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
