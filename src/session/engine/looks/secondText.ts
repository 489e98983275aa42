/**
 * Another text through a network of language: first what of it the network knows, and then, where that was asked for, what each of its
 * symbols costs. It is read as what validates is.
 */
import { symbolEntropies } from "../../../data/evaluation/language";
import { languageIntervals } from "../../../data/evaluation/languageIntervals";
import { fileBytes } from "../../../data/fileBytes";
import { type SecondSymbols, secondSymbols } from "../../../data/secondText";
import { checkSize, decodeText } from "../../../data/text";
import { type Piece, piecesOf } from "../../../data/windows";
import { message, type Said } from "../../../words/message";
import type { SecondText, SymbolWords } from "../../protocol";
import type { HeldOut } from "../dataset";
import { readPieces, type SaidSymbol } from "../readPieces";
import { lookOf } from "./look";
import { TextFile } from "./textFile";

const sliceMs = 50;
/** What follows one symbol at least. */
const fewestSymbols = 2;

const nothing = {
  share: 0,
  rows: 0,
  harmless: 0,
  file: null,
  facts: null,
  evaluation: null,
  problem: null,
};

export const secondText = lookOf<SecondText>({
  // All of it is measured with the same weights.
  training: "waits",
  async *slices({ live: { run }, text, isStopped }) {
    const { heldOut } = run.data;
    if (!text || heldOut.kind !== "text") return;
    const { file, answers } = text;
    const told = { ...nothing, step: run.trainer.step };
    const problem = (found: Said) => ({ ...told, share: 1, problem: found });
    const size = checkSize(file.size, file.name);
    if (!size.ok) return yield problem(size.problem);
    const decoded = await decodeText(await fileBytes(file), file.name);
    if (!decoded.ok) return yield problem(decoded.problem);
    const second = secondSymbols(decoded.value.text, heldOut.symbols);
    const { facts, tokens } = second;
    if (facts.readSymbols < fewestSymbols) return yield problem(message("second.textTooShort"));
    // Nothing comes before the first.
    if (tokens.subarray(1).every((id) => id === second.unknownId))
      return yield problem(message("second.allUnknown"));
    if (!answers) return yield { ...told, share: 1, facts };
    const pieces = piecesOf(0, tokens.length - 1);
    const measured = new Measured(second, pieces);
    const written = new TextFile(answers);
    written.line(headings(answers.words));
    written.line([0, second.symbols[tokens[0]], null, null, null, null]);
    let endMs = performance.now() + sliceMs;
    for (let first = 0; first < pieces.length; first += run.batchSize) {
      const own = pieces.slice(first, first + run.batchSize);
      const lines: Line[] = [];
      for await (const said of readPieces(run, second.read, own)) {
        for (const one of said ?? []) lines[one.index] = measured.line(one);
        if (performance.now() < endMs) continue;
        yield { ...told, ...written.soFar(first / pieces.length), facts };
        if (isStopped()) return;
        endMs = performance.now() + sliceMs;
      }
      for (const line of lines) written.line(line);
    }
    yield { ...told, ...written.whole(), facts, evaluation: measured.evaluation(heldOut) };
  },
  looked: (value, running) => ({ type: "looked", look: "secondText", value, running }),
});

const headings = ({ place, symbol, isKnown, nats, probability, expected }: SymbolWords) => [
  place,
  symbol,
  isKnown,
  nats,
  probability,
  expected,
];

type Line = readonly (string | number | null)[];

class Measured {
  readonly #second: SecondSymbols;
  readonly #pieces: readonly Piece[];
  /** Of each place but the last. */
  readonly #nats: Float32Array;
  #sum = 0;
  #right = 0;
  #count = 0;

  constructor(second: SecondSymbols, pieces: readonly Piece[]) {
    this.#second = second;
    this.#pieces = pieces;
    this.#nats = new Float32Array(second.tokens.length - 1);
  }

  /** Of the symbol behind a place. */
  line({ place: before, probabilities }: SaidSymbol): Line {
    const { tokens, symbols, unknownId } = this.#second;
    const place = before + 1;
    const id = tokens[place];
    const best = probabilities.reduce((most, p, i) => (p > probabilities[most] ? i : most), 0);
    // What has no symbol is nothing that could be right.
    if (id === unknownId) return [place, symbols[id], 0, null, null, symbols[best]];
    const p = Math.max(probabilities[id], Number.MIN_VALUE);
    const loss = -Math.log(p);
    this.#nats[before] = loss;
    this.#sum += loss;
    this.#count++;
    if (best === id) this.#right++;
    return [place, symbols[id], 1, loss, p, symbols[best]];
  }

  /** Beside what the first text's training part says without a network. */
  evaluation({ tokens: first, trainLength }: Extract<HeldOut, { kind: "text" }>) {
    const { tokens, symbols, unknownId, unit } = this.#second;
    const joined = new Int32Array(trainLength + tokens.length);
    joined.set(first.subarray(0, trainLength));
    joined.set(tokens, trainLength);
    // Of the first symbol nobody is asked.
    const own = [{ start: trainLength, end: joined.length - 1 }];
    const known = symbolEntropies(joined, trainLength, { symbols, unknownId }, own);
    const { unknownShare, unigramBits, bigramBits, mostFrequent } = known;
    return {
      kind: "language",
      unit,
      unknownShare,
      bits: this.#sum / this.#count / Math.LN2,
      unigramBits,
      bigramBits,
      // Its first symbol is the first behind the training part.
      intervals: languageIntervals(this.#pieces, this.#nats, 0, known),
      symbols: this.#count,
      accuracy: this.#right / this.#count,
      mostFrequent: { symbol: symbols[mostFrequent.id], share: mostFrequent.share },
    } as const;
  }
}
