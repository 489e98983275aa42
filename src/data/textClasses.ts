/** Texts with labels to a dataset: which label has a text? */

import { Random } from "../random";
import { type Message, message, type Said } from "../words/message";
import { copyDecisions } from "./copies";
import type { SequencesData, SuggestedSettings } from "./examples";
import type { GivenName } from "./givenName";
import { classesOf, labelProblem, labelsOf } from "./labelledSequences";
import { failure, type Result, success } from "./result";
import { type Split, stratifiedSplit } from "./split";
import { normalizeText } from "./text";
import type { TextUnit } from "./textUnit";
import { buildVocabulary, characterEncoder, type SymbolTable, unknownSymbol } from "./vocabulary";
import { buildWordVocabulary, maxWords, wordEncoder } from "./words";

export interface LabelledText {
  readonly name: GivenName;
  /** One for all texts that have it: it is compared as it is. */
  readonly label: Said;
  readonly text: string;
}

export interface TextClassesOptions {
  readonly unit: TextUnit;
  /** Longer texts are cut to their first so many characters or words. */
  readonly maxSteps?: number;
  /** Whether a label may have a single text, which then trains; somebody has been told. */
  readonly singles?: boolean;
}

export interface TextsSource {
  /** Of the folder, zip or table, for people. */
  readonly name: Said;
  readonly sizeBytes: number;
  /** What was decided before, in sentences. */
  readonly decisions: readonly Said[];
  /** Of the draw of what is held out. */
  readonly seed: number;
  /** A fifth where nothing is said. */
  readonly heldOutShare?: number;
}

/** A paragraph or so: what a label depends on is mostly said by then, and training on a CPU stays quick. */
export const defaultMaxSteps = { characters: 400, words: 120 };
/** A word that occurs once teaches nothing but the text that it is in. */
const minWordCount = 2;

/**
 * Token ids of each text, and its label as the class. The vocabulary is that of the training part alone. Empty texts are left
 * out, and so are copies with the same label, for one could train and the other be held out; spaces around a text go.
 * Fails where fewer than two labels, or only one text of a label (with `singles` of all of them), are left.
 */
export function textClasses(
  given: readonly LabelledText[],
  options: TextClassesOptions,
  source: TextsSource,
): Result<SequencesData> {
  const { kept, empty, copies } = usable(given);
  const labels = labelsOf(kept);
  const problem = labelProblem("text", kept, labels, options.singles);
  if (problem) return failure(problem);
  const split = stratifiedSplit(classesOf(kept, labels), Random.fromSeed(source.seed), source.heldOutShare);
  const texts = kept.map(({ text }) => text);
  const vocabulary = trainingVocabulary(texts, split, options.unit);
  const read = readTexts(texts, vocabulary, options);
  const suggested = suggestedFor(read.sequences);
  return success({
    kind: "sequences",
    name: source.name,
    sizeBytes: source.sizeBytes,
    input: { kind: "symbols", symbols: vocabulary.symbols },
    answer: { kind: "class", at: "last", labels },
    lengths: Int32Array.from(read.sequences, ({ length }) => length),
    inputs: concatenated(read.sequences),
    answers: classesOf(kept, labels),
    names: kept.map(({ name }) => name),
    ...split,
    suggested,
    decisions: [
      ...source.decisions,
      ...leftOutDecisions(empty, copies),
      vocabularyDecision(vocabulary, read, options.unit),
      ...cutDecisions(read, options),
      ...longerDecisions(read.sequences, suggested.sequenceLength, options),
      message("files.split", { trained: split.train.length, heldOut: split.heldOut.length }),
    ],
  });
}

interface Usable {
  readonly kept: readonly LabelledText[];
  readonly empty: number;
  readonly copies: number;
}

function usable(given: readonly LabelledText[]): Usable {
  const seen = new Map<string, Set<Said>>();
  const kept: LabelledText[] = [];
  let [empty, copies] = [0, 0];
  for (const item of given) {
    const text = normalizeText(item.text).trim();
    const labels = seen.get(text) ?? new Set();
    seen.set(text, labels);
    if (text === "") empty++;
    else if (labels.has(item.label)) copies++;
    else kept.push({ ...item, text });
    labels.add(item.label);
  }
  return { kept, empty, copies };
}

/** With the unknown symbol in any case: what is held out may have others. */
function trainingVocabulary(
  texts: readonly string[],
  { train }: Split,
  unit: TextClassesOptions["unit"],
): SymbolTable {
  const training = `${Array.from(train, (index) => texts[index]).join("\n")}\n${unknownSymbol}`;
  return unit === "characters"
    ? buildVocabulary(training)
    : buildWordVocabulary(training, { minCount: minWordCount });
}

interface ReadTexts {
  readonly sequences: readonly Int32Array[];
  /** Of all sequences together, after they were cut. */
  readonly symbols: number;
  readonly unknown: number;
  readonly cut: number;
}

function readTexts(
  texts: readonly string[],
  vocabulary: SymbolTable,
  { unit, maxSteps = defaultMaxSteps[unit] }: TextClassesOptions,
): ReadTexts {
  const encoder = unit === "characters" ? characterEncoder(vocabulary) : wordEncoder(vocabulary);
  const whole = texts.map((text) => encoder(text).tokens);
  const sequences = whole.map((tokens) => tokens.subarray(0, maxSteps));
  const { unknownId } = vocabulary;
  const unknownIn = (tokens: Int32Array) => tokens.filter((id) => id === unknownId).length;
  return {
    sequences,
    symbols: sequences.reduce((sum, { length }) => sum + length, 0),
    unknown: sequences.reduce((sum, tokens) => sum + unknownIn(tokens), 0),
    cut: whole.filter(({ length }) => length > maxSteps).length,
  };
}

/** As long as nineteen in twenty are, so that a few long texts do not make every step slow. */
function suggestedFor(
  sequences: readonly Int32Array[],
): SuggestedSettings & { readonly sequenceLength: number } {
  const lengths = sequences.map(({ length }) => length).sort((a, b) => a - b);
  return {
    hiddenSizes: [64],
    sequenceLength: Math.max(2, lengths[Math.ceil(0.95 * (lengths.length - 1))]),
    batchSize: sequences.length < 200 ? 8 : 32,
    learningRate: 0.003,
    recurrentDropout: 0.3,
    optimizer: "adamw",
    weightDecay: 0.1,
    // Texts are soon known by heart.
    patience: 20,
  };
}

function leftOutDecisions(empty: number, copies: number): readonly Message[] {
  return [
    ...(empty > 0 ? [message("files.emptyTexts", { empty })] : []),
    ...copyDecisions("text", { copies, contradictions: 0 }),
  ];
}

function vocabularyDecision(
  vocabulary: SymbolTable,
  { symbols, unknown }: ReadTexts,
  unit: TextUnit,
): Message {
  const known = vocabulary.symbols.length - 1;
  const unknownShare = unknown / Math.max(1, symbols);
  return unit === "words"
    ? message("files.readsWords", { symbols: known, most: maxWords - 1, unknownShare })
    : message("files.readsCharacters", { symbols: known, unknownShare });
}

function cutDecisions(
  { cut }: ReadTexts,
  { unit, maxSteps = defaultMaxSteps[unit] }: TextClassesOptions,
): readonly Message[] {
  return cut === 0 ? [] : [message("files.textsCut", { cut, most: maxSteps, unit })];
}

function longerDecisions(
  sequences: readonly Int32Array[],
  suggested: number,
  { unit }: TextClassesOptions,
): readonly Message[] {
  const longer = sequences.filter(({ length }) => length > suggested).length;
  return longer === 0 ? [] : [message("files.textsLonger", { longer, length: suggested, unit })];
}

export function concatenated(sequences: readonly Int32Array[]): Int32Array<ArrayBuffer> {
  const all = new Int32Array(sequences.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const tokens of sequences) {
    all.set(tokens, at);
    at += tokens.length;
  }
  return all;
}
