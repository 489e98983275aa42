/** Batches of whole examples: to train on, every one once an epoch in a new order; to validate on, fixed ones. */
import type { Examples } from "../../data/examples";
import { mix } from "../../mix";
import { Random } from "../../random";
import { exampleBatch } from "./exampleBatch";
import type { Batch, Sequences } from "./sequences";

export interface ExampleSequencesOptions {
  readonly sequenceLength: number;
  readonly batchSize: number;
  /** Of the order of each epoch. */
  readonly seed: number;
}

/** Enough for a steady estimate, and no more than a few steps' work. */
const maxValidationExamples = 512;

export class ExampleSequences implements Sequences {
  readonly trainLength: number;
  readonly validation: readonly Batch[];
  readonly masked: boolean;
  readonly #examples: Examples;
  readonly #options: ExampleSequencesOptions;
  /** Of the last two epochs: a batch may lie in both. */
  #orders = new Map<number, Int32Array>();

  constructor(examples: Examples, options: ExampleSequencesOptions) {
    this.#examples = examples;
    this.#options = options;
    this.trainLength = examples.train * options.sequenceLength;
    this.masked = examples.varies || options.sequenceLength > examples.longest;
    this.validation = this.#validationBatches();
  }

  /** Follows from the seed and the step alone, so that a run which is resumed goes on with the same examples. */
  draw(_random: Random, step: number): Batch {
    const { batchSize: B, sequenceLength: T } = this.#options;
    const { train } = this.#examples;
    const indices = Int32Array.from({ length: B }, (_, b) => {
      const position = step * B + b;
      return this.#order(Math.floor(position / train))[position % train];
    });
    return exampleBatch(this.#examples, indices, T);
  }

  #order(epoch: number): Int32Array {
    const known = this.#orders.get(epoch);
    if (known) return known;
    const order = shuffled(this.#examples.train, Random.fromSeed(mix(this.#options.seed, epoch)));
    if (this.#orders.size > 1) this.#orders.delete(Math.min(...this.#orders.keys()));
    this.#orders.set(epoch, order);
    return order;
  }

  /** All that are held out if these are not too many, evenly spaced; some twice where batches are not full. */
  #validationBatches(): Batch[] {
    const { batchSize: B, sequenceLength: T } = this.#options;
    const { train, heldOut } = this.#examples;
    const count = Math.max(1, Math.ceil(Math.min(heldOut, maxValidationExamples) / B));
    const places = count * B;
    return Array.from({ length: count }, (_, batch) => {
      const indices = Int32Array.from(
        { length: B },
        (_, b) => train + Math.floor(((batch * B + b) * heldOut) / places),
      );
      return exampleBatch(this.#examples, indices, T);
    });
  }
}

/** 0 to count − 1 in random order (Fisher and Yates). */
function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
