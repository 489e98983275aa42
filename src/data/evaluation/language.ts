/** What guessing costs without a network: by how frequent symbols are, and by what follows what. V known symbols. */
import type { SymbolTable } from "../vocabulary";
import type { Piece } from "../windows";

export interface SymbolEntropies {
  /** Of the symbols that are measured, those that are the unknown one. They count nowhere else. */
  readonly unknownShare: number;
  readonly unigramBits: number;
  readonly bigramBits: number;
  /** [held-out tokens] of each: what it costs by frequencies and by pairs, NaN where it is the unknown symbol or not measured. */
  readonly unigramOfEach: Float32Array;
  readonly bigramOfEach: Float32Array;
  readonly mostFrequent: { readonly id: number; readonly share: number };
}

/** How many observations the unigram counts for in the bigram's estimate. */
const strength = 10;

/**
 * Mean −log2 p of the known tokens from `trainLength` on, with probabilities from the counts n of known ones before it:
 *
 *     p(b) = (n_b + 1) / (n + V)                              (Laplace)
 *     p(b | a) = (n_ab + 10 · p(b)) / (n_a + 10)              (a Dirichlet prior around p(b): MacKay and Peto 1995)
 *
 * As what comes, the unknown symbol is nothing that could be right; as what came before it is a symbol like others.
 * `mostFrequent` is the most frequent known token before `trainLength`, and its share of the known ones after.
 *
 * @param pieces where the network is measured: what follows each of their places counts; all by default
 */
export function symbolEntropies(
  tokens: Int32Array,
  trainLength: number,
  { symbols, unknownId }: SymbolTable,
  pieces: readonly Piece[] = [{ start: trainLength - 1, end: tokens.length - 1 }],
): SymbolEntropies {
  const size = symbols.length;
  const V = unknownId === null ? size : size - 1;
  const single = new Float64Array(size);
  const firsts = new Float64Array(size);
  let trained = 0;
  for (let i = 0; i < trainLength; i++) {
    if (tokens[i] === unknownId) continue;
    trained++;
    single[tokens[i]]++;
    if (i > 0) firsts[tokens[i - 1]]++;
  }
  const countOf = pairCounts(tokens, trainLength, size);
  const unigram = (b: number) => (single[b] + 1) / (trained + V);
  const all = tokens.length - trainLength;
  const unigramOfEach = new Float32Array(all).fill(Number.NaN);
  const bigramOfEach = new Float32Array(all).fill(Number.NaN);
  let [unigramSum, bigramSum, hits, unknown, measured] = [0, 0, 0, 0, 0];
  const frequent = single.reduce((best, count, id) => (count > single[best] ? id : best), 0);
  for (const { start, end } of pieces)
    for (let i = start + 1; i <= end; i++) {
      const b = tokens[i];
      measured++;
      if (b === unknownId) {
        unknown++;
        continue;
      }
      const p = unigram(b);
      const bits = -Math.log2(p);
      unigramSum += bits;
      unigramOfEach[i - trainLength] = bits;
      if (b === frequent) hits++;
      if (i === 0) continue;
      const a = tokens[i - 1];
      const ofPair = -Math.log2((countOf(a, b) + strength * p) / (firsts[a] + strength));
      bigramSum += ofPair;
      bigramOfEach[i - trainLength] = ofPair;
    }
  const count = Math.max(1, measured - unknown);
  return {
    unknownShare: unknown / Math.max(1, measured),
    unigramBits: unigramSum / count,
    bigramBits: bigramSum / count,
    unigramOfEach,
    bigramOfEach,
    mostFrequent: { id: frequent, share: hits / count },
  };
}

/** How often b follows a, of those pairs alone that come after `trainLength`: of a text of words, most pairs never do. */
function pairCounts(tokens: Int32Array, trainLength: number, V: number): (a: number, b: number) => number {
  const pairAt = (i: number) => tokens[i] * V + tokens[i + 1];
  const counts = new Map<number, number>();
  for (let i = Math.max(0, trainLength - 1); i + 1 < tokens.length; i++) counts.set(pairAt(i), 0);
  for (let i = 0; i + 1 < trainLength; i++) {
    const known = counts.get(pairAt(i));
    if (known !== undefined) counts.set(pairAt(i), known + 1);
  }
  return (a, b) => counts.get(a * V + b) ?? 0;
}
