/** Whether a network of language is better or worse than what needs none by more than chance. */
import { blockInterval, blockLengthFor, type Interval } from "./blockBootstrap";
import type { SymbolEntropies } from "./language";

/** Windows of a text that were measured: B of T symbols each. */
interface MeasuredWindows {
  /** [B]: where each begins in the text. */
  readonly starts: ArrayLike<number>;
  /** [T · B], the first symbols of all windows first: −ln p of the symbol that came next. */
  readonly nats: ArrayLike<number>;
}

export interface LanguageIntervals {
  /** Of bits of frequencies − bits of the network: above 0 the network is better. */
  readonly unigram: Interval | null;
  /** The same of pairs. */
  readonly bigram: Interval | null;
}

/** Symbols that are drawn together, at least; blocks are of four such pieces or more, as long as most words depend on others. */
const pieceLength = 16;
const piecesTogether = 4;
const replicates = 1000;

/**
 * 95 % intervals of the mean difference per known symbol, on the same symbols of the same windows, by the bootstrap of blocks of
 * neighbours (`blockBootstrap.ts`). A symbol that several windows have read counts once.
 */
export function languageIntervals(
  windows: readonly MeasuredWindows[],
  trainLength: number,
  { unigramOfEach, bigramOfEach }: Pick<SymbolEntropies, "unigramOfEach" | "bigramOfEach">,
): LanguageIntervals {
  const [unigram, bigram, counts]: number[][] = [[], [], []];
  let end = 0;
  for (const { start, nats } of inOrder(windows)) {
    // What is read at a place is answered with the next symbol.
    const first = Math.max(start + 1, end) - trainLength;
    end = start + 1 + nats.length;
    for (let from = first; from < end - trainLength; from += pieceLength) {
      const [sums, to] = [[0, 0, 0], Math.min(from + pieceLength, end - trainLength)];
      for (let i = from; i < to; i++) {
        const bits = nats[i + trainLength - start - 1] / Math.LN2;
        if (Number.isNaN(bigramOfEach[i])) continue;
        sums[0] += unigramOfEach[i] - bits;
        sums[1] += bigramOfEach[i] - bits;
        sums[2]++;
      }
      unigram.push(sums[0]);
      bigram.push(sums[1]);
      counts.push(sums[2]);
    }
  }
  const intervalOf = (differences: readonly number[]) =>
    blockInterval([differences, counts], ([sum, count]) => sum / count, {
      blockLength: blockLengthFor(counts.length, piecesTogether),
      replicates,
    });
  return { unigram: intervalOf(unigram), bigram: intervalOf(bigram) };
}

/** One by one, in the order of the text. */
function inOrder(windows: readonly MeasuredWindows[]) {
  return windows
    .flatMap(({ starts, nats }) =>
      Array.from(starts, (start, b) => ({
        start,
        nats: Float64Array.from(
          { length: nats.length / starts.length },
          (_, t) => nats[t * starts.length + b],
        ),
      })),
    )
    .sort((a, b) => a.start - b.start);
}
