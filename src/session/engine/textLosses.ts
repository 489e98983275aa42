import type { Piece } from "../../data/windows";
import { readPieces } from "./readPieces";
import type { Run } from "./run";

interface TextLosses {
  /** The mean, in nats. */
  readonly loss: number;
  /** Of each place that is measured; 0 where the unknown symbol follows. */
  readonly losses: Float32Array;
}

/**
 * The cross-entropy in nats of the known symbols that come next. Unlike the loss that is trained with it wants nothing on other symbols
 * (label smoothing), so that it can stand beside frequencies.
 *
 * @param tokens of the whole text
 * @returns null where it was left because something else waits
 */
export async function textLosses(
  run: Run,
  tokens: Int32Array,
  pieces: readonly Piece[],
  unknownId: number | null,
  isCalled: () => boolean,
): Promise<TextLosses | null> {
  const losses = new Float32Array(pieces.reduce((sum, { start, end }) => sum + end - start, 0));
  let [sum, count] = [0, 0];
  for await (const said of readPieces(run, tokens, pieces, isCalled)) {
    if (!said) return null;
    for (const { place, index, probabilities } of said) {
      const next = tokens[place + 1];
      if (next === unknownId) continue;
      losses[index] = -Math.log(Math.max(probabilities[next], Number.MIN_VALUE));
      sum += losses[index];
      count++;
    }
  }
  return { loss: sum / count, losses };
}
