/** Batches of windows from one long text: random ones to train on, fixed ones to validate on. */
import { fixedWindows } from "../../data/windows";
import type { Random } from "../random";

/** Token ids of a batch, time-major: element t·B + b. `targets` is the text one symbol further. */
export interface Batch {
  readonly tokens: Int32Array;
  readonly targets: Int32Array;
}

export interface TextSequencesOptions {
  /** Token ids of the whole text. */
  readonly tokens: Int32Array;
  /** The first token that is kept for validation; training sees only what lies before. */
  readonly trainLength: number;
  readonly sequenceLength: number;
  readonly batchSize: number;
}

/** Enough for a steady estimate, and no more than a few steps' work. */
const maxValidationWindows = 256;
const maxValidationBatches = 16;

export class TextSequences {
  readonly trainLength: number;
  readonly validation: readonly Batch[];
  readonly #options: TextSequencesOptions;

  constructor(options: TextSequencesOptions) {
    this.#options = options;
    this.trainLength = options.trainLength;
    this.validation = validationBatches(options);
  }

  /** B windows that begin anywhere in the training part, drawn from `random`. */
  draw(random: Random): Batch {
    const { trainLength, sequenceLength, batchSize } = this.#options;
    const lastStart = trainLength - sequenceLength - 1;
    const starts = Array.from({ length: batchSize }, () => random.integer(0, lastStart));
    return gather(this.#options, starts);
  }
}

function validationBatches(options: TextSequencesOptions): Batch[] {
  const { tokens, trainLength, sequenceLength, batchSize } = options;
  const windows = Math.floor((tokens.length - trainLength - 1) / sequenceLength);
  const limit = Math.min(maxValidationBatches, Math.ceil(maxValidationWindows / batchSize));
  const count = Math.max(1, Math.min(limit, Math.floor(windows / batchSize)));
  const starts = fixedWindows(trainLength, tokens.length, sequenceLength, count * batchSize);
  return Array.from({ length: count }, (_, i) =>
    gather(options, starts.slice(i * batchSize, (i + 1) * batchSize)),
  );
}

function gather(
  { tokens, sequenceLength: T, batchSize: B }: TextSequencesOptions,
  starts: readonly number[],
): Batch {
  const batch = { tokens: new Int32Array(T * B), targets: new Int32Array(T * B) };
  for (let t = 0; t < T; t++) {
    for (let b = 0; b < B; b++) {
      batch.tokens[t * B + b] = tokens[starts[b] + t];
      batch.targets[t * B + b] = tokens[starts[b] + t + 1];
    }
  }
  return batch;
}
