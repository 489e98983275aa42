/** Batches of windows from one long text: to train on, random ones or parallel streams; to validate on, fixed ones. */
import { fixedWindows, validationBatches } from "../../data/windows";
import type { Random } from "../../random";
import type { Sequences, Windows } from "./sequences";

export interface TextSequencesOptions {
  /** Token ids of the whole text. */
  readonly tokens: Int32Array;
  /** The first token that is kept for validation; training sees only what lies before. */
  readonly trainLength: number;
  readonly sequenceLength: number;
  readonly batchSize: number;
  readonly windows: "random" | "streams";
}

/** The targets of a batch are the text one symbol further. */
export class TextSequences implements Sequences {
  readonly trainLength: number;
  readonly corpus: Int32Array;
  readonly validation: readonly Windows[];
  readonly masked = false;
  readonly #options: TextSequencesOptions;

  constructor(options: TextSequencesOptions) {
    this.#options = options;
    this.corpus = options.tokens;
    this.trainLength = options.trainLength;
    this.validation = validationWindows(options);
  }

  draw(random: Random, step: number): Windows {
    return this.#options.windows === "random" ? this.#randomWindows(random) : this.#nextWindows(step);
  }

  /** B windows that begin anywhere in the training part. */
  #randomWindows(random: Random): Windows {
    const { trainLength, sequenceLength, batchSize } = this.#options;
    const lastStart = trainLength - sequenceLength - 1;
    return { starts: Int32Array.from({ length: batchSize }, () => random.integer(0, lastStart)) };
  }

  /**
   * The training part is cut into B streams of equal length, and step after step the next T symbols of each are read; after
   * the last whole window all begin again. In a text too short for that, streams overlap.
   */
  #nextWindows(step: number): Windows {
    const { trainLength, sequenceLength: T, batchSize: B } = this.#options;
    const last = trainLength - T - 1;
    const streamLength = Math.floor((trainLength - 1) / B);
    const windows = Math.max(1, Math.floor(streamLength / T));
    const window = step % windows;
    const begins = (b: number) =>
      streamLength >= T ? b * streamLength : Math.floor((b * last) / Math.max(1, B - 1));
    const starts = Int32Array.from({ length: B }, (_, b) => begins(b) + window * T);
    return { starts, fresh: window === 0 };
  }
}

function validationWindows(options: TextSequencesOptions): Windows[] {
  const { tokens, trainLength, sequenceLength, batchSize } = options;
  const count = validationBatches(tokens.length - trainLength, sequenceLength, batchSize);
  const starts = fixedWindows(trainLength, tokens.length, sequenceLength, count * batchSize);
  return Array.from({ length: count }, (_, i) => ({
    starts: Int32Array.from(starts.slice(i * batchSize, (i + 1) * batchSize)),
  }));
}
