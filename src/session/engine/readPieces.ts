/** A text read as it is where it validates (`measuredWindows`), for all that the network says to each symbol. */
import type { Piece } from "../../data/windows";
import { softmaxRows } from "../../engine/train/inspector";
import type { PredictorStates } from "../../engine/train/predictor";
import { measuredWindows } from "../../engine/train/textSequences";
import type { Run } from "./run";

/** Of the symbol behind the one at `place`; `index` counts the places of all pieces. */
export interface SaidSymbol {
  readonly place: number;
  readonly index: number;
  /** [V] */
  readonly probabilities: Float32Array;
}

/**
 * Yields after every window: all places that it has measured, those of one piece after those of another.
 *
 * @param tokens ids of the whole text
 * @param isCalled whether something else waits: then the reading ends, with null
 */
export async function* readPieces(
  run: Run,
  tokens: Int32Array,
  pieces: readonly Piece[],
  isCalled: () => boolean = () => false,
): AsyncGenerator<readonly SaidSymbol[] | null> {
  const { batchSize: B, sequenceLength: T } = run;
  const predictor = await run.predictor();
  let states: PredictorStates | null = null;
  for (const { starts, fresh, from, to, place } of measuredWindows(pieces, run)) {
    // Behind the end of the text nothing is measured.
    const input = Int32Array.from(
      { length: T * B },
      (_, i) => tokens[starts[i % B] + Math.floor(i / B)] ?? 0,
    );
    const read = await predictor.runOn({ input }, new Int32Array(B).fill(T), fresh ? null : states, isCalled);
    if (!read) return yield null;
    states = read.states;
    const V = read.outputs.length / (T * B);
    const said: SaidSymbol[] = [];
    for (let b = 0; b < B; b++)
      for (let t = from[b]; t < to[b]; t++) {
        const row = (t * B + b) * V;
        said.push({
          place: starts[b] + t,
          index: place[b] + t - from[b],
          probabilities: softmaxRows(read.outputs.subarray(row, row + V), V),
        });
      }
    yield said;
  }
}
