/**
 * Another text through a network of language: first what of it the network knows, and then, where that was asked for, what each of its
 * symbols costs. It is read as what validates is: in windows of T symbols, each from the beginning.
 */
import { symbolEntropies } from "../../../data/evaluation/language";
import { languageIntervals } from "../../../data/evaluation/languageIntervals";
import { fileBytes } from "../../../data/fileBytes";
import { type SecondSymbols, secondSymbols } from "../../../data/secondText";
import { checkSize, decodeText } from "../../../data/text";
import { softmaxRows } from "../../../engine/train/inspector";
import { message, type Said } from "../../../words/message";
import type { SecondText, SymbolWords } from "../../protocol";
import type { HeldOut } from "../dataset";
import type { Run } from "../run";
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
    const measured = new Measured(second);
    const written = new TextFile(answers);
    written.line(headings(answers.words));
    written.line([0, second.symbols[tokens[0]], null, null, null, null]);
    const windows = Math.ceil((tokens.length - 1) / run.sequenceLength);
    for (let next = 0; next < windows; ) {
      const endMs = performance.now() + sliceMs;
      do {
        for (const line of await measured.read(run, next, Math.min(run.batchSize, windows - next)))
          written.line(line);
        next += run.batchSize;
      } while (next < windows && performance.now() < endMs);
      yield { ...told, ...written.soFar(Math.min(1, next / windows)), facts };
      if (isStopped()) return;
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
  readonly #windows: { readonly start: number; readonly nats: Float32Array }[] = [];
  #sum = 0;
  #right = 0;
  #count = 0;

  constructor(second: SecondSymbols) {
    this.#second = second;
  }

  /** A line for each symbol that comes in windows `first` and after it. */
  async read(run: Run, first: number, count: number): Promise<readonly Line[]> {
    const { tokens, read } = this.#second;
    const { batchSize: B, sequenceLength: T } = run;
    const predictor = await run.predictor();
    const lengthOf = (b: number) => Math.min(T, tokens.length - 1 - (first + b) * T);
    const input = new Int32Array(T * B);
    const lengths = Int32Array.from({ length: B }, (_, b) => (b < count ? lengthOf(b) : 0));
    for (let b = 0; b < count; b++)
      for (let t = 0; t < lengths[b]; t++) input[t * B + b] = read[(first + b) * T + t];
    const outputs = await predictor.run({ input }, lengths);
    const V = outputs.length / (T * B);
    const lines: Line[] = [];
    for (let b = 0; b < count; b++) {
      const nats = new Float32Array(lengths[b]);
      const start = (first + b) * T;
      for (let t = 0; t < lengths[b]; t++) {
        const row = softmaxRows(outputs.subarray((t * B + b) * V, (t * B + b + 1) * V), V);
        const { line, loss } = this.#symbol(start + t + 1, row);
        nats[t] = loss;
        lines.push(line);
      }
      this.#windows.push({ start, nats });
    }
    return lines;
  }

  #symbol(place: number, probabilities: Float32Array): { readonly line: Line; readonly loss: number } {
    const { tokens, symbols, unknownId } = this.#second;
    const id = tokens[place];
    const best = probabilities.reduce((most, p, i) => (p > probabilities[most] ? i : most), 0);
    // What has no symbol is nothing that could be right.
    if (id === unknownId) return { line: [place, symbols[id], 0, null, null, symbols[best]], loss: 0 };
    const p = Math.max(probabilities[id], Number.MIN_VALUE);
    const loss = -Math.log(p);
    this.#sum += loss;
    this.#count++;
    if (best === id) this.#right++;
    return { line: [place, symbols[id], 1, loss, p, symbols[best]], loss };
  }

  /** Beside what the first text's training part says without a network. */
  evaluation({ tokens: first, trainLength }: Extract<HeldOut, { kind: "text" }>) {
    const { tokens, symbols, unknownId, unit } = this.#second;
    const joined = new Int32Array(trainLength + tokens.length);
    joined.set(first.subarray(0, trainLength));
    joined.set(tokens, trainLength);
    const known = symbolEntropies(joined, trainLength, { symbols, unknownId });
    const { unknownShare, unigramBits, bigramBits, mostFrequent } = known;
    return {
      kind: "language",
      unit,
      unknownShare,
      bits: this.#sum / this.#count / Math.LN2,
      unigramBits,
      bigramBits,
      intervals: languageIntervals(
        this.#windows.map(({ start, nats }) => ({ starts: [trainLength + start], nats })),
        trainLength,
        known,
      ),
      symbols: this.#count,
      accuracy: this.#right / this.#count,
      mostFrequent: { symbol: symbols[mostFrequent.id], share: mostFrequent.share },
    } as const;
  }
}
