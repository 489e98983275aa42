/** Reads a table from a stream of bytes, of which no more than a piece is in memory as text, but for JSON that is one whole. */

import { type Message, message } from "../../words/message";
import { binaryKind, binaryName } from "../binaryKind";
import { startBreathing } from "../breathing";
import { joinedBytes } from "../joinedBytes";
import { failure, type Result, success } from "../result";
import { csvFeeder } from "./csvFeeder";
import { longestRow } from "./csvRows";
import { detectDialect } from "./detectDialect";
import { footerRows } from "./footerRows";
import { arffText } from "./forms/arffText";
import { jsonLayout, jsonText, mostWholeJson, wholeJson } from "./forms/jsonText";
import { type FormedText, UnreadableRow } from "./forms/rowParser";
import { isMarkup, tableForm } from "./forms/tableForm";
import { tsText } from "./forms/tsText";
import { readWorkbook } from "./readWorkbook";
import { mostColumns, type ReadFormat, Table } from "./table";
import { type TableFeeder, TextFeeder } from "./tableFeeder";
import type { ReadOptions, TableSource } from "./tableSource";
import { findTop, usualLength } from "./tableTop";
import type { TableForm, TableFormat } from "./tableTypes";

export const maxTableBytes = 200 * 2 ** 20;

const usualSampleBytes = 2 ** 18;
/** Rows that say where names are, where they stand in rows. */
const topRows = 200;

/** To be asked before anything is read. The value is the size itself. */
export function checkTableSize(sizeBytes: number, name: string): Result<number> {
  if (sizeBytes === 0) return failure(message("table.emptyFile", { name }));
  if (sizeBytes <= maxTableBytes) return success(sizeBytes);
  // Rounded up, so that one byte too many does not read as "200 MB".
  const megabytes = Math.ceil((sizeBytes / 2 ** 20) * 10) / 10;
  return failure(message("table.tooLargeFile", { name, megabytes, mostBytes: maxTableBytes }));
}

/**
 * The table of a file, or why there is none. Rejects with the signal's reason when it is aborted, and never else.
 * Memory: about the file's size, and 4 bytes for each cell of columns whose cells do not repeat.
 */
export async function readTable(source: TableSource, options: ReadOptions = {}): Promise<Result<Table>> {
  const size = checkTableSize(source.size, source.name);
  if (!size.ok) return size;
  const reader = source.stream().getReader();
  // A drive that is far away may never answer: what waits for it then ends.
  const end = () => void reader.cancel().catch(() => undefined);
  options.signal?.addEventListener("abort", end, { once: true });
  try {
    const sample = await readSample(reader, options.sampleBytes ?? usualSampleBytes);
    options.signal?.throwIfAborted();
    const kind = binaryKind(sample.bytes);
    // Every workbook is an archive; what else is one has no workbook in it.
    if (kind === "zip") return await readWorkbook(source, options);
    if (kind)
      return failure(
        message("table.binaryFile", {
          name: source.name,
          kind: binaryName(kind),
          mayBeSheet: kind === "office",
        }),
      );
    const reading = await startReading({ source, sample, known: options.format ?? {}, reader, options });
    if (!reading.ok) return reading;
    return await readAll(reading.value, reader, sample, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof UnreadableRow) return failure(error.problem);
    const reason = error instanceof Error ? error.message : String(error);
    return failure(message("table.notReadToEnd", { name: source.name, reason }));
  } finally {
    options.signal?.removeEventListener("abort", end);
    end();
  }
}

type Bytes = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

interface Sample {
  readonly bytes: Uint8Array;
  /** Whether these are all. */
  readonly whole: boolean;
}

async function readSample(reader: Bytes, sampleBytes: number): Promise<Sample> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < sampleBytes) {
    const { done, value } = await reader.read();
    if (done) return { bytes: joinedBytes(pieces), whole: true };
    pieces.push(value);
    length += value.length;
  }
  return { bytes: joinedBytes(pieces), whole: false };
}

interface Reading {
  readonly table: Table;
  readonly feeder: TableFeeder;
}

interface Start {
  readonly source: TableSource;
  readonly sample: Sample;
  readonly known: Partial<TableFormat>;
  readonly reader: Bytes;
  readonly options: ReadOptions;
}

/** Its program is of some size, and comes with the first file. */
async function detectedEncoding(bytes: Uint8Array) {
  const { detectEncoding } = await import("../detectEncoding");
  return detectEncoding(bytes);
}

/** What the table is, from its beginning. */
async function startReading(start: Start): Promise<Result<Reading>> {
  const { source, sample, known } = start;
  const encoding = known.encoding ?? (await detectedEncoding(sample.bytes));
  const decoder = decoderOf(encoding);
  if (!decoder) return failure(message("table.unknownEncoding", { encoding }));
  const beginning = decoderOf(encoding)?.decode(sample.bytes, { stream: true }) ?? "";
  const nul = beginning.indexOf("\0");
  if (nul >= 0) return failure(message("table.nulCharacter", { name: source.name, character: nul }));
  if (known.form === undefined && isMarkup(beginning))
    return failure(message("table.markup", { name: source.name }));
  const form = known.form ?? tableForm(source.name, beginning);
  if (form === "delimited" || form === "workbook") {
    const reading = delimited(start, beginning, encoding, decoder);
    if (reading.ok) reading.value.table.foundForm = tableForm(source.name, beginning);
    return reading;
  }
  const text = await formedText(start, form, beginning, decoder);
  return text.ok ? formed(start, form, text.value, beginning, encoding, decoder) : text;
}

function delimited(
  { source, sample, known }: Start,
  beginning: string,
  encoding: string,
  decoder: TextDecoder,
): Result<Reading> {
  const { columnCount, firstRow, quotesFound, ...dialect } = detectDialect(beginning, sample.whole, known);
  const widest = checkColumns(source.name, Math.max(columnCount, firstRow.length));
  if (!widest.ok) return widest;
  const footer = known.footer ?? false;
  const format: ReadFormat = { form: "delimited", sheet: null, encoding, ...dialect, footer };
  const table = new Table(originOf(source), format, { columnCount, firstRow });
  table.faults.quotesFound = quotesFound;
  return success({ table, feeder: csvFeeder(table, decoder) });
}

function checkColumns(name: string, columns: number): Result<number> {
  if (columns <= mostColumns) return success(columns);
  return failure(message("table.tooManyColumns", { name, columns, most: mostColumns }));
}

const originOf = ({ name, size: sizeBytes }: TableSource) => ({ name, sizeBytes });

function decoderOf(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

type TextForm = Exclude<TableForm, "delimited" | "workbook">;

/** How a table is read that says itself where its cells end. */
async function formedText(
  start: Start,
  form: TextForm,
  beginning: string,
  decoder: TextDecoder,
): Promise<Result<FormedText>> {
  const { name } = start.source;
  if (form === "arff") return arffText(beginning, name);
  if (form === "ts") return tsText(beginning, name);
  const layout = jsonLayout(beginning);
  if (layout !== "whole") return jsonText(beginning, layout, name);
  const text = await restOf(start, beginning, decoder);
  return text.ok ? wholeJson(text.value, name) : text;
}

/** All the text of a file, if it is no more than can be parsed at once. */
async function restOf(
  { source, sample, reader, options }: Start,
  beginning: string,
  decoder: TextDecoder,
): Promise<Result<string>> {
  if (source.size > 4 * mostWholeJson)
    return failure(message("table.jsonTooLarge", { name: source.name, most: mostWholeJson }));
  const breathing = startBreathing(options.signal);
  // The decoder of the beginning is another one: what it had in hand is decoded again.
  const pieces = [decoder.decode(sample.bytes, { stream: true })];
  let length = beginning.length;
  for (let bytes = sample.whole ? undefined : (await reader.read()).value; bytes; ) {
    const text = decoder.decode(bytes, { stream: true });
    pieces.push(text);
    length += text.length;
    if (length > mostWholeJson)
      return failure(message("table.jsonTooLarge", { name: source.name, most: mostWholeJson }));
    await breathing.breathe();
    bytes = (await reader.read()).value;
  }
  return success(pieces.join("") + decoder.decode());
}

function formed(
  { source, known }: Start,
  form: TextForm,
  text: FormedText,
  beginning: string,
  encoding: string,
  decoder: TextDecoder,
): Result<Reading> {
  const rows = text.names ? [] : firstRows(text, beginning);
  const top = text.names
    ? { header: true, skipped: 0, headerRows: 0, firstRow: text.names }
    : findTop(rows, known);
  const columnCount = text.names ? text.names.length : usualLength(rows.slice(top.skipped));
  const widest = checkColumns(source.name, Math.max(columnCount, top.firstRow.length));
  if (!widest.ok) return widest;
  const { firstRow, ...topFormat } = top;
  const written = { form, sheet: null, encoding, delimiter: ",", quote: '"' } as const;
  const format: ReadFormat = { ...written, ...topFormat, footer: known.footer ?? false };
  const table = new Table(originOf(source), format, { columnCount, firstRow });
  const feeder = new TextFeeder(decoder, (mayHaveFlaws) =>
    text.parser({
      row: (cells, others = []) => {
        if (others.length > 0) table.faults.addOtherFields(table.nextRow, others);
        table.addRow(cells, mayHaveFlaws());
      },
      blankLine: () => table.addBlankLine(),
    }),
  );
  return success({ table, feeder });
}

/** What stands in the first rows, which may have the names. */
function firstRows(text: FormedText, beginning: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const parser = text.parser({ row: (cells) => rows.push(cells), blankLine() {} });
  for (const _ of parser.push(beginning)) if (rows.length >= topRows) break;
  return rows.slice(0, topRows);
}

async function readAll(
  { table, feeder }: Reading,
  reader: Bytes,
  sample: Sample,
  { signal, onProgress, onBeginning }: ReadOptions,
): Promise<Result<Table>> {
  const breathing = startBreathing(signal);
  let bytes: Uint8Array | undefined = sample.bytes;
  while (bytes) {
    const isBeginning = table.bytesRead === 0;
    table.bytesRead += bytes.length;
    await feeder.push(bytes, breathing);
    if (feeder.waiting > longestRow) return failure(endlessRow(table));
    onProgress?.(table.bytesRead);
    if (isBeginning && !sample.whole) await onBeginning?.(table);
    bytes = sample.whole ? undefined : (await reader.read()).value;
  }
  // What was aborted ends like what has been read.
  signal?.throwIfAborted();
  await feeder.finish(breathing);
  if (!table.format.footer) table.leaveOutLastRows(footerRows(table));
  table.complete = true;
  return success(table);
}

function endlessRow(table: Table): Message {
  const row = table.rowNumber(table.nextRow);
  return message("table.endlessRow", { name: table.origin.name, row, most: longestRow });
}
