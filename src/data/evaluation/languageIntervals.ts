/** Whether a network of language is better or worse than what needs none by more than chance. */
import type { Piece } from "../windows";
import { blockInterval, blockLengthFor, type Interval } from "./blockBootstrap";
import type { SymbolEntropies } from "./language";

export interface LanguageIntervals {
  /** Of bits of frequencies − bits of the network: above 0 the network is better. */
  readonly unigram: Interval | null;
  /** The same of pairs. */
  readonly bigram: Interval | null;
}

/** Symbols that are drawn together, at least; blocks are of four times as many or more, as long as most words depend on others. */
const togetherLength = 16;
const fewestTogether = 4;
const replicates = 1000;

/**
 * 95 % intervals of the mean difference per known symbol, on the same symbols, by the bootstrap of blocks of neighbours
 * (`blockBootstrap.ts`).
 *
 * @param pieces of the text, in its order
 * @param nats −ln p of the symbol behind each of their places, one piece after the other
 */
export function languageIntervals(
  pieces: readonly Piece[],
  nats: ArrayLike<number>,
  trainLength: number,
  { unigramOfEach, bigramOfEach }: Pick<SymbolEntropies, "unigramOfEach" | "bigramOfEach">,
): LanguageIntervals {
  const [unigram, bigram, counts]: number[][] = [[], [], []];
  let index = 0;
  for (const { start, end } of pieces)
    for (let from = start; from < end; from += togetherLength) {
      const sums = [0, 0, 0];
      for (let place = from; place < Math.min(from + togetherLength, end); place++) {
        const bits = nats[index++] / Math.LN2;
        const next = place + 1 - trainLength;
        if (Number.isNaN(bigramOfEach[next])) continue;
        sums[0] += unigramOfEach[next] - bits;
        sums[1] += bigramOfEach[next] - bits;
        sums[2]++;
      }
      unigram.push(sums[0]);
      bigram.push(sums[1]);
      counts.push(sums[2]);
    }
  const intervalOf = (differences: readonly number[]) =>
    blockInterval([differences, counts], ([sum, count]) => sum / count, {
      blockLength: blockLengthFor(counts.length, fewestTogether),
      replicates,
    });
  return { unigram: intervalOf(unigram), bigram: intervalOf(bigram) };
}
