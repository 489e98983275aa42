/** A text made ready to train on: decoded, counted, and turned into tokens. */
import type { Result } from "../data/result";
import { checkSize, decodeText, readPastedText } from "../data/text";
import { buildVocabulary, encode, type Vocabulary } from "../data/vocabulary";
import { splitByPosition } from "../data/windows";
import type { DataSummary, TextSource } from "./protocol";
import { settingRanges } from "./settings";

export interface Dataset {
  readonly source: TextSource;
  readonly name: string;
  readonly sizeBytes: number;
  readonly vocabulary: Vocabulary;
  readonly tokens: Int32Array<ArrayBuffer>;
  readonly preview: string;
}

const previewLength = 400;

export function sourceName(source: TextSource): string {
  if (source.kind === "file") return source.file.name;
  return source.kind === "sample" ? "Sample text" : "Pasted text";
}

/** Reads a source whole, after its size was checked. `loadSample` gets the text that ships with the page. */
export async function readDataset(
  source: TextSource,
  loadSample: () => Promise<string>,
): Promise<Result<Dataset>> {
  const read = await readText(source, loadSample);
  if (!read.ok) return read;
  const text = read.value;
  const vocabulary = buildVocabulary(text);
  return {
    ok: true,
    value: {
      source,
      name: sourceName(source),
      sizeBytes: source.kind === "file" ? source.file.size : new TextEncoder().encode(text).length,
      vocabulary,
      tokens: encode(text, vocabulary),
      preview: Array.from(text.slice(0, 2 * previewLength))
        .slice(0, previewLength)
        .join(""),
    },
  };
}

async function readText(source: TextSource, loadSample: () => Promise<string>): Promise<Result<string>> {
  if (source.kind === "sample") return { ok: true, value: await loadSample() };
  if (source.kind === "pasted") return readPastedText(source.text);
  const size = checkSize(source.file.size, source.file.name);
  if (!size.ok) return size;
  return decodeText(new Uint8Array(await source.file.arrayBuffer()), source.file.name);
}

/** The same split that training uses, or why the text is too short for it. */
export function splitDataset({ tokens }: Dataset, sequenceLength: number) {
  return splitByPosition(tokens.length, sequenceLength, settingRanges.sequenceLength.min);
}

export function summarize(dataset: Dataset, trainLength: number): DataSummary {
  const { source, name, sizeBytes, vocabulary, tokens, preview } = dataset;
  return {
    name,
    kind: source.kind,
    sizeBytes,
    characters: tokens.length,
    trainCharacters: trainLength,
    validationCharacters: tokens.length - trainLength,
    vocabulary: vocabulary.symbols,
    unknownId: vocabulary.unknownId,
    unknownCharacters: vocabulary.unknownCharacters,
    unknownKinds: vocabulary.unknownKinds,
    preview,
  };
}

const probeLength = 64;

/** The sequence shown first: a line's beginning in the part that is never trained on. */
export function defaultProbe({ tokens, vocabulary }: Dataset, trainLength: number): string {
  const newline = vocabulary.symbols.indexOf("\n");
  const lineEnd = newline < 0 ? -1 : tokens.indexOf(newline, trainLength);
  const start = lineEnd >= 0 && lineEnd + 1 + probeLength <= tokens.length ? lineEnd + 1 : trainLength;
  return Array.from(tokens.subarray(start, start + probeLength), (id) => vocabulary.symbols[id]).join("");
}
