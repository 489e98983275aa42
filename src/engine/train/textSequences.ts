/** Batches of windows from one long text: to train on, random ones or parallel streams; to validate on, pieces that are read through. */
import { type Piece, readingBegin, validationPieces } from "../../data/windows";
import type { Random } from "../../random";
import type { MeasuredWindows, Sequences, Windows } from "./sequences";

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
  readonly validation: readonly MeasuredWindows[];
  readonly masked = false;
  readonly #options: TextSequencesOptions;

  constructor(options: TextSequencesOptions) {
    const { tokens, trainLength } = options;
    this.#options = options;
    this.corpus = tokens;
    this.trainLength = trainLength;
    this.validation = measuredWindows(validationPieces(trainLength, tokens.length), options);
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

/**
 * Pieces, B side by side, each read from some symbols before it on, in one window of T after the other. What is measured has its places in
 * the order of the pieces. A window may reach behind its piece, and behind the end of the text.
 */
export function measuredWindows(
  pieces: readonly Piece[],
  { sequenceLength: T, batchSize: B }: Pick<TextSequencesOptions, "sequenceLength" | "batchSize">,
): readonly MeasuredWindows[] {
  const readings = readingsOf(pieces);
  const all: MeasuredWindows[] = [];
  for (let first = 0; first < readings.length; first += B) {
    const own = readings.slice(first, first + B);
    const longest = Math.max(...own.map(({ begin, end }) => end - begin));
    for (let offset = 0; offset < longest; offset += T) {
      const windows = own.map((reading) => windowAt(reading, reading.begin + offset, T));
      // Where there are fewer than B pieces, something is read that is not measured.
      const ofEach = (name: keyof Window) =>
        Int32Array.from({ length: B }, (_, b) => (windows[b] ?? { ...nothing, start: own[0].begin })[name]);
      all.push({
        starts: ofEach("start"),
        fresh: offset === 0,
        from: ofEach("from"),
        to: ofEach("to"),
        place: ofEach("place"),
      });
    }
  }
  return all;
}

interface Reading extends Piece {
  readonly begin: number;
  /** Of its first symbol in what is measured. */
  readonly place: number;
}

function readingsOf(pieces: readonly Piece[]): readonly Reading[] {
  let place = 0;
  return pieces.map(({ start, end }) => {
    const reading = { start, end, begin: readingBegin(start), place };
    place += end - start;
    return reading;
  });
}

interface Window {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

const nothing = { from: 0, to: 0, place: 0 };

/** The window that begins at `at`. */
function windowAt({ begin, start, end, place }: Reading, at: number, T: number): Window {
  if (at >= end) return { ...nothing, start: begin };
  return {
    start: at,
    from: Math.min(T, Math.max(0, start - at)),
    to: Math.min(T, end - at),
    place: place + Math.max(0, at - start),
  };
}
