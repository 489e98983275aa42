/** A text made ready to train on: decoded, counted, and turned into tokens. */
import type { SuggestedSettings } from "../../data/examples";
import { isWide } from "../../data/isWide";
import { listOrder, shuffledLines } from "../../data/listOrder";
import { failure, type Result, success } from "../../data/result";
import { defaultSampleLanguage } from "../../data/samples/sampleTexts";
import { checkSize, decodeText, readPastedText } from "../../data/text";
import { encoderOf, joinSymbols, type TextUnit, vocabularyOf } from "../../data/textUnit";
import type { Vocabulary } from "../../data/vocabulary";
import { splitByPosition } from "../../data/windows";
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
  readonly tokens: Int32Array<ArrayBuffer>;
  readonly list: TextSummary["list"];
  readonly preview: string;
}

/** As in `splitByPosition`, before it is known how long sequences are. */
const trainShare = 0.9;
const previewLength = 400;

/** Gets a text that ships with the page. */
export type LoadSample = (language: Language) => Promise<string>;

export const languageOf = ({ language }: Extract<TextSource, { kind: "sample" }>): Language =>
  language ?? defaultSampleLanguage;

/** Reads a source whole, after its size was checked. */
export async function readText(source: TextSource, loadSample: LoadSample): Promise<Result<Dataset>> {
  const read = await readSource(source, loadSample);
  if (!read.ok) return read;
  const isShuffled = source.lines === "shuffled";
  const text = isShuffled ? shuffledLines(read.value) : read.value;
  const order = listOrder(read.value);
  const unit = source.unit ?? "characters";
  const vocabulary = vocabularyOf(text, unit, trainShare);
  if (vocabulary.symbols.length === 0)
    return failure(message("engine.onlySpaces", { name: sourceName(source) }));
  return success(
    textDataset({
      source,
      unit,
      name: sourceName(source),
      sizeBytes: source.kind === "file" ? source.file.size : new TextEncoder().encode(text).length,
      vocabulary,
      tokens: encoderOf(vocabulary.symbols)(text).tokens,
      list: order && { ...order, isShuffled },
      preview: Array.from(text.slice(0, 2 * previewLength))
        .slice(0, previewLength)
        .join(""),
    }),
  );
}

async function readSource(source: TextSource, loadSample: LoadSample): Promise<Result<string>> {
  if (source.kind === "sample") return success(await loadSample(languageOf(source)));
  if (source.kind === "pasted") return readPastedText(source.text);
  const size = checkSize(source.file.size, source.file.name);
  if (!size.ok) return size;
  return decodeText(new Uint8Array(await source.file.arrayBuffer()), source.file.name);
}

function textDataset(text: Text): Dataset {
  const { source, unit, vocabulary, tokens } = text;
  const shape = shapeOfText(unit);
  return {
    source,
    question: nextSymbol(vocabulary.symbols),
    shape,
    vocabulary: vocabulary.symbols,
    suggested: suggestedFor[unit],
    fit: (settings) => fittedSettings(settings, shape),
    open: ({ sequenceLength, batchSize, windows }) => {
      const split = splitByPosition(tokens.length, sequenceLength, table.sequenceLength.min, unit);
      if (!split.ok) return split;
      const { trainLength } = split.value;
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
  const { source, unit, name, sizeBytes, vocabulary, tokens, preview, list } = text;
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
    list,
    preview,
  };
}

/** A word costs as much as its vocabulary is large, and says as much as five characters. */
const suggestedFor: Readonly<Record<TextUnit, SuggestedSettings>> = {
  characters: {},
  words: { sequenceLength: 24, batchSize: 16 },
};

const probeLengths: Readonly<Record<TextUnit, number>> = { characters: 64, words: 24 };

/** A line's beginning in the part that is never trained on, as long as the stage has room for. */
function firstText({ unit, tokens, vocabulary }: Text, trainLength: number): string {
  const { symbols } = vocabulary;
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
  const { symbols } = vocabulary;
  const { tokens, unknownCharacters, readAs } = encoderOf(symbols)(text);
  const unknown = { count: unknownCharacters, readAs };
  // What comes after the last symbol is not known.
  const truth = new Int32Array(tokens.length).fill(-1);
  truth.set(tokens.subarray(1));
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
