/** A text made ready to train on: decoded, counted, and turned into tokens. */
import type { Encoding } from "../../data/encodings";
import type { SuggestedSettings } from "../../data/examples";
import { fileBytes } from "../../data/fileBytes";
import { isWide } from "../../data/isWide";
import { listOrder, shuffledLines } from "../../data/listOrder";
import { failure, type Result, success } from "../../data/result";
import { defaultSampleLanguage, sampleTexts, suggestedOfSamples } from "../../data/samples/sampleTexts";
import { checkSize, type DecodedText, decodeText, readPastedText } from "../../data/text";
import {
  encoderOf,
  joinSymbols,
  manySymbols,
  otherUnit,
  type TextUnit,
  vocabularyLimits,
  vocabularyOf,
  vocabularyWith,
} from "../../data/textUnit";
import type { Vocabulary } from "../../data/vocabulary";
import { heldOutTenth, splitByPosition } from "../../data/windows";
import { softmaxRows } from "../../engine/train/inspector";
import { TextSequences } from "../../engine/train/textSequences";
import type { Language } from "../../words/language";
import { message, type Said } from "../../words/message";
import { shapeOfText } from "../dataShape";
import type { Probe, TextSource, TextSummary } from "../protocol";
import { fittedSettings, settings as table } from "../settings";
import { sourceName } from "../sourceName";
import type { Dataset, ProbeReading } from "./dataset";
import { nextSymbol } from "./networkOf";

interface Text {
  readonly source: TextSource;
  readonly unit: TextUnit;
  readonly name: Said;
  readonly sizeBytes: number;
  readonly vocabulary: Vocabulary;
  readonly limit: number;
  readonly decoded: Omit<ReadText, "text">;
  readonly better: TextSummary["better"];
  readonly tokens: Int32Array<ArrayBuffer>;
  readonly list: TextSummary["list"];
  readonly preview: string;
}

const previewLength = 400;

/** Gets a text that ships with the page. */
export type LoadSample = (language: Language) => Promise<string>;

export const languageOf = ({ language }: Extract<TextSource, { kind: "sample" }>): Language =>
  language ?? defaultSampleLanguage;

/**
 * Reads a source whole, after its size was checked.
 *
 * @param known the symbols of a network that is to go on with it, which may have been chosen otherwise
 */
export async function readText(
  source: TextSource,
  loadSample: LoadSample,
  known?: readonly string[],
): Promise<Result<Dataset>> {
  const read = await readSource(source, loadSample);
  if (!read.ok) return read;
  const isShuffled = source.lines === "shuffled";
  const { text: asItStands, ...decoded } = read.value;
  const text = isShuffled ? shuffledLines(asItStands) : asItStands;
  const order = listOrder(asItStands);
  const unit = source.unit ?? "characters";
  const { usual, max } = vocabularyLimits[unit];
  const limit = Math.min(source.limit ?? usual, max);
  const own = vocabularyOf(text, unit, heldOutTenth, limit);
  const isOwn = !known?.length || sameSymbols(known, own.symbols);
  const vocabulary = isOwn ? own : vocabularyWith(text, unit, known);
  if (vocabulary.symbols.length === 0)
    return failure(message("engine.onlySpaces", { name: sourceName(source) }));
  const { tokens } = encoderOf(vocabulary.symbols)(text);
  return success(
    textDataset({
      source,
      unit,
      limit,
      decoded,
      better: betterReading(text, unit, unknownShare(vocabulary, tokens)),
      name: sourceName(source),
      sizeBytes: source.kind === "file" ? source.file.size : new TextEncoder().encode(text).length,
      vocabulary,
      tokens,
      list: order && { ...order, isShuffled },
      preview: Array.from(text.slice(0, 2 * previewLength))
        .slice(0, previewLength)
        .join(""),
    }),
  );
}

const sameSymbols = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((symbol, id) => symbol === b[id]);

/** Of a text read so, what of it is unknown. */
const unknownShare = ({ unknownCharacters }: Vocabulary, { length }: Int32Array) =>
  unknownCharacters / Math.max(1, length);

/** Where so much is unknown, the other reading is looked at, and proposed if less than half of it would be. */
const muchUnknown = 0.1;
/** Of the beginning: to ask a dictionary about 100,000 Chinese characters takes a second. */
const lookedAt = 100_000;

function betterReading(text: string, unit: TextUnit, share: number): TextSummary["better"] {
  if (share < muchUnknown) return null;
  const other = otherUnit(unit);
  const beginning = text.slice(0, lookedAt);
  const vocabulary = vocabularyOf(beginning, other, heldOutTenth);
  const otherShare = unknownShare(vocabulary, encoderOf(vocabulary.symbols)(beginning).tokens);
  return otherShare < share / 2 ? { unit: other, unknownShare: otherShare } : null;
}

type ReadText = Omit<DecodedText, "encoding"> & { readonly encoding: Encoding | null };

/** What is no file has no encoding. */
const asIs = (text: string): ReadText => ({ text, encoding: null, undecodable: 0 });

async function readSource(source: TextSource, loadSample: LoadSample): Promise<Result<ReadText>> {
  if (source.kind === "sample") return success(asIs(await loadSample(languageOf(source))));
  if (source.kind === "pasted") {
    const pasted = readPastedText(source.text);
    return pasted.ok ? success(asIs(pasted.value)) : pasted;
  }
  const size = checkSize(source.file.size, source.file.name);
  if (!size.ok) return size;
  return decodeText(await fileBytes(source.file), source.file.name, source.encoding);
}

function textDataset(text: Text): Dataset {
  const { source, unit, vocabulary, tokens } = text;
  const shape = shapeOfText(unit);
  return {
    source,
    question: nextSymbol(vocabulary.symbols),
    shape,
    vocabulary: vocabulary.symbols,
    suggested: {
      ...((unit === "words" || vocabulary.symbols.length > manySymbols) && suggestedOfMany),
      ...(source.kind === "sample" && unit === "characters" && suggestedOfSamples[languageOf(source)]),
    },
    fit: (settings) => fittedSettings(settings, shape),
    open: ({ sequenceLength, batchSize, windows }) => {
      const split = splitByPosition(tokens.length, sequenceLength, table.sequenceLength.min, unit);
      if (!split.ok) return split;
      const { trainLength } = split.value;
      const isKnown = (id: number) => id !== vocabulary.unknownId;
      if (!tokens.subarray(trainLength).some(isKnown)) return failure(message("engine.nothingKnown"));
      const firstProbe: Probe = { kind: "text", text: firstText(text, trainLength) };
      return success({
        summary: summarize(text, trainLength),
        sequences: new TextSequences({ tokens, trainLength, sequenceLength, batchSize, windows }),
        firstProbe,
        heldOut: {
          kind: "text",
          tokens,
          trainLength,
          unit,
          symbols: vocabulary.symbols,
        },
        read: (probe) => readProbe(text, probe.kind === "text" && probe.text !== "" ? probe : firstProbe),
      });
    },
  };
}

function summarize(text: Text, trainLength: number): TextSummary {
  const { source, unit, name, sizeBytes, vocabulary, tokens, list, preview, limit, decoded, better } = text;
  return {
    kind: "text",
    name,
    source: source.kind,
    ...(source.kind === "sample" && source.language && { language: source.language }),
    unit,
    sizeBytes,
    symbols: tokens.length,
    trainSymbols: trainLength,
    heldOutSymbols: tokens.length - trainLength,
    vocabulary: vocabulary.symbols,
    unknownId: vocabulary.unknownId,
    unknownSymbols: vocabulary.unknownCharacters,
    unknownKinds: vocabulary.unknownKinds,
    ...(vocabulary.unseen && {
      unseen: { symbols: vocabulary.unseen.characters, kinds: vocabulary.unseen.kinds },
    }),
    limit,
    ...decoded,
    better,
    list,
    preview,
  };
}

/** A word, or a Chinese character, says as much as some letters do, so that a short sequence tells enough. */
const suggestedOfMany: SuggestedSettings = { sequenceLength: 24, batchSize: 16 };

const probeLengths: Readonly<Record<TextUnit, number>> = { characters: 64, words: 24 };

/** Of a sample, what is to be seen at first. */
function sightOf({ source }: Text): string | null {
  return source.kind === "sample" && source.unit !== "words"
    ? sampleTexts[languageOf(source)].sight.probe
    : null;
}

/** A line's beginning in the part that is never trained on, as long as the stage has room for. */
function firstText(text: Text, trainLength: number): string {
  const { unit, tokens, vocabulary } = text;
  const { symbols } = vocabulary;
  const sight = sightOf(text);
  const heldOut = Array.from(tokens.subarray(trainLength), (id) => symbols[id]).join("");
  if (sight !== null && heldOut.includes(sight)) return sight;
  const widthOf = (id: number) => (unit === "characters" && isWide(symbols[id]) ? 2 : 1);
  const newline = symbols.indexOf("\n");
  const lineEnd = newline < 0 ? -1 : tokens.indexOf(newline, trainLength);
  const most = probeLengths[unit];
  const start = lineEnd >= 0 && lineEnd + 1 + most <= tokens.length ? lineEnd + 1 : trainLength;
  const probe: number[] = [];
  let room = most;
  for (const id of tokens.subarray(start, start + most)) {
    room -= widthOf(id);
    if (room < 0) break;
    probe.push(id);
  }
  return joinSymbols(
    probe.map((id) => symbols[id]),
    unit,
  );
}

function readProbe({ vocabulary }: Text, { text }: Extract<Probe, { kind: "text" }>): ProbeReading {
  const { symbols, unknownId } = vocabulary;
  const { tokens, unknownCharacters, readAs } = encoderOf(symbols)(text);
  const unknown = { count: unknownCharacters, readAs };
  // What comes after the last symbol is not known, and what the unknown symbol stands for neither.
  const truth = new Int32Array(tokens.length).fill(-1);
  truth.set(tokens.subarray(1).map((id) => (id === unknownId ? -1 : id)));
  return {
    steps: tokens.length,
    input: tokens,
    sequence: {
      name: "",
      part: "own",
      index: null,
      input: { kind: "symbols", symbols: Array.from(tokens, (id) => symbols[id]), unknown },
    },
    answer: (outputs) => ({
      kind: "class",
      at: "every",
      labels: symbols,
      probabilities: softmaxRows(outputs, symbols.length),
      truth,
      next: true,
    }),
  };
}
