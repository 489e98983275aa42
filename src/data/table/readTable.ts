/** Reads a table from a stream of bytes, of which no more than a piece is in memory as text, but for JSON that is one whole. */

import { type Message, message } from "../../words/message";
import { binaryKind, binaryName } from "../binaryKind";
import { type Breathing, startBreathing } from "../breathing";
import { type Decoder, decoderOf } from "../decoderOf";
import { detectEncoding } from "../detectEncoding";
import { isAscii } from "../isAscii";
import { joinedBytes } from "../joinedBytes";
import { noAnswerOf } from "../noAnswerOf";
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
import { canJoin, joinTimes, titlesAbove } from "./joinTimes";
import { mergedColumns } from "./mergedCells";
import { PieceReader } from "./pieceReader";
import { readWorkbook } from "./readWorkbook";
import { type Sample, severalTables } from "./severalTables";
import { stackTimes } from "./stackTimes";
import { sumRows } from "./sumRows";
import { mostColumns, type ReadFormat, Table } from "./table";
import { type TableFeeder, TextFeeder } from "./tableFeeder";
import type { ReadOptions, TableSource } from "./tableSource";
import { findTop, sampleRows, usualLength } from "./tableTop";
import type { TableForm, TableFormat } from "./tableTypes";
import { canStand, type TimesAcross, timesAcross } from "./timesAcross";
import { type TimesBeside, timesBeside } from "./timesBeside";

export const maxTableBytes = 200e6;

const usualSampleBytes = 2 ** 18;

/** To be asked before anything is read. The value is the size itself. */
export function checkTableSize(sizeBytes: number, name: string): Result<number> {
  if (sizeBytes === 0) return failure(message("table.emptyFile", { name }));
  if (sizeBytes <= maxTableBytes) return success(sizeBytes);
  // Rounded up, so that one byte too many does not read as "200 MB".
  const megabytes = Math.ceil(sizeBytes / 1e5) / 10;
  return failure(message("table.tooLargeFile", { name, megabytes, mostBytes: maxTableBytes }));
}

/**
 * The table of a file, or why there is none. Rejects with the signal's reason when it is aborted, and never else.
 * Memory: about the file's size, and 4 bytes for each cell of columns whose cells do not repeat.
 */
export async function readTable(source: TableSource, options: ReadOptions = {}): Promise<Result<Table>> {
  const size = checkTableSize(source.size, source.name);
  if (!size.ok) return size;
  const pieces = new PieceReader(source.stream());
  // A drive that is far away may never answer: what waits for it then ends.
  const end = () => pieces.cancel();
  options.signal?.addEventListener("abort", end, { once: true });
  try {
    const sample = await readSample(pieces, options.sampleBytes ?? usualSampleBytes);
    options.signal?.throwIfAborted();
    const kind = binaryKind(sample.bytes);
    // Every workbook is an archive; what else is one has no workbook in it.
    if (kind === "zip") return await arranged(await readWorkbook(source, options), options);
    if (kind)
      return failure(
        message("table.binaryFile", {
          name: source.name,
          kind: binaryName(kind),
          mayBeSheet: kind === "office",
        }),
      );
    const reading = await startReading({ source, sample, known: options.format ?? {}, pieces, options });
    if (!reading.ok) return reading;
    const read = await readAll(reading.value, pieces, sample, options);
    return await arranged(await oneOfSeveral(read, reading.value, { source, sample, options }), options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof UnreadableRow) return failure(error.problem);
    const reason = error instanceof Error ? error.message : String(error);
    const { name } = source;
    return failure(noAnswerOf(error, name) ?? message("table.notReadToEnd", { name, reason }));
  } finally {
    options.signal?.removeEventListener("abort", end);
    end();
  }
}

/** Times that stand across have a row each, and series with times of their own beside them are joined, unless somebody has chosen otherwise. */
async function arranged(read: Result<Table>, { format = {}, signal }: ReadOptions): Promise<Result<Table>> {
  if (!read.ok) return read;
  const file = read.value;
  const breathing = startBreathing(signal);
  const across = timesAcross(file);
  if (across) return success(await withTimesDown(file, across, format, breathing));
  const beside = await timesBeside(file, format, breathing);
  return success(beside ? await withTimesJoined(file, beside, format, breathing) : file);
}

async function withTimesDown(
  file: Table,
  across: TimesAcross,
  format: Partial<TableFormat>,
  breathing: Breathing,
): Promise<Table> {
  const canBeDown = canStand(file, across);
  // Rows of unequal length may have cells where they do not belong.
  const isDown = format.timesDown ?? (across.isCertain && file.raggedRows.length === 0);
  const table = canBeDown && isDown ? await stackTimes(file, across, breathing) : file;
  table.across = {
    from: file.names[across.first],
    to: file.names[across.first + across.count - 1],
    isSeriesPerRow: across.isSeriesPerRow,
    isCertain: across.isCertain,
    canBeDown,
    leftOut: across.leftOut.map((column) => file.names[column]),
  };
  return table;
}

async function withTimesJoined(
  file: Table,
  beside: TimesBeside,
  format: Partial<TableFormat>,
  breathing: Breathing,
): Promise<Table> {
  const { series, leftOut, isCertain, untimed } = beside;
  const canBeJoined = await canJoin(file, beside, breathing);
  const isJoined = format.timesJoined ?? isCertain;
  const joins = canBeJoined && isJoined;
  const table = joins ? await joinTimes(file, beside, breathing) : file;
  table.beside = {
    times: series.map(({ time: [column] }) => file.names[column]),
    ...{ isCertain, canBeJoined, untimed },
    leftOut: leftOut.map((column) => file.names[column]),
    titleRow: joins ? (titlesAbove(file, series)?.row ?? null) : null,
  };
  return table;
}

/** @param first what was read already */
async function readSample(pieces: PieceReader, sampleBytes: number, first = noBytes): Promise<Sample> {
  const read: Uint8Array[] = [first];
  let length = first.length;
  while (length < sampleBytes) {
    const piece = await pieces.next();
    if (!piece) return { bytes: joinedBytes(read), whole: true };
    read.push(piece.slice());
    length += piece.length;
  }
  return { bytes: joinedBytes(read), whole: false };
}

const noBytes = new Uint8Array(0);

interface Reading {
  readonly table: Table;
  readonly feeder: TableFeeder;
  /** Whether nothing so far tells which encoding it is of all that have ASCII within. */
  readonly encodingIsOpen: boolean;
  /** Whether its beginning has lines without a value, with more below. */
  readonly hasGaps: boolean;
}

interface Start {
  readonly source: TableSource;
  readonly sample: Sample;
  readonly known: Partial<TableFormat>;
  readonly pieces: PieceReader;
  readonly options: ReadOptions;
}

/** What the table is, from its beginning. */
async function startReading(start: Start): Promise<Result<Reading>> {
  const { source, sample, known } = start;
  const encoding = known.encoding ?? (await detectEncoding(sample.bytes));
  const decoder = knownDecoder(encoding);
  if (!decoder) return failure(message("table.unknownEncoding", { encoding }));
  const beginning = knownDecoder(encoding)?.decode(sample.bytes, { stream: true }) ?? "";
  const nul = beginning.indexOf("\0");
  if (nul >= 0) return failure(message("table.nulCharacter", { name: source.name, character: nul }));
  if (known.form === undefined && isMarkup(beginning))
    return failure(message("table.markup", { name: source.name }));
  if (isLfsPointer(beginning)) return failure(message("table.lfsPointer", { name: source.name }));
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
  { source, sample, known }: Pick<Start, "source" | "sample" | "known">,
  beginning: string,
  encoding: string,
  decoder: Decoder,
): Result<Reading> {
  const { columnCount, firstRow, quotesFound, fewNames, cut, ...dialect } = detectDialect(
    beginning,
    sample.whole,
    known,
  );
  const widest = checkColumns(source.name, Math.max(columnCount, firstRow.length));
  if (!widest.ok) return widest;
  const footer = known.footer ?? false;
  const format: ReadFormat = {
    form: "delimited",
    sheet: null,
    encoding,
    ...dialect,
    footer,
    timesDown: false,
    timesJoined: false,
    decimalsJoined: cut !== null,
  };
  const table = new Table(originOf(source), format, { columnCount, firstRow });
  table.faults.quotesFound = quotesFound;
  table.fewNames = fewNames;
  return success({
    table,
    feeder: csvFeeder(table, decoder, cut),
    encodingIsOpen: encodingIsOpen({ known, sample }),
    hasGaps: gap.test(beginning.trim()),
  });
}

/** What Git keeps in place of a large file. Source: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const isLfsPointer = (beginning: string): boolean =>
  /^version https:\/\/git-lfs\.github\.com\/spec\/v\d+\n(?:[a-z0-9.-]+ .*\n)*?oid [a-z0-9]+:[0-9a-f]+\n/.test(
    beginning.replaceAll("\r\n", "\n"),
  );

const gap = /\n[ \t,;|"]*\r?\n|\r[ \t,;|"]*\r/;

const encodingIsOpen = ({ known, sample }: Pick<Start, "known" | "sample">): boolean =>
  known.encoding === undefined && !sample.whole && isAscii(sample.bytes);

function checkColumns(name: string, columns: number): Result<number> {
  if (columns <= mostColumns) return success(columns);
  return failure(message("table.tooManyColumns", { name, columns, most: mostColumns }));
}

const originOf = ({ name, size: sizeBytes }: TableSource) => ({ name, sizeBytes });

function knownDecoder(encoding: string): Decoder | null {
  try {
    return decoderOf(encoding);
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
  decoder: Decoder,
): Promise<Result<FormedText>> {
  const { name } = start.source;
  if (form === "arff") return arffText(beginning, name);
  if (form === "ts") return tsText(beginning, name);
  const layout = jsonLayout(beginning);
  if (layout !== "whole") return jsonText(beginning, layout, name);
  const text = await restOf(start, beginning, decoder);
  return text.ok ? wholeJson(text.value, name, start.known.sheet ?? null) : text;
}

/**
 * Of a text with several tables the one that was chosen, else that of the most rows. The others are named, and all as one is what was
 * read before they were found.
 */
async function oneOfSeveral(
  read: Result<Table>,
  { hasGaps }: Reading,
  { source, sample, options }: Pick<Start, "source" | "sample" | "options">,
): Promise<Result<Table>> {
  if (!read.ok || read.value.format.form !== "delimited") return read;
  const whole = read.value;
  const { encoding, delimiter } = whole.format;
  const several = await severalTables(whole, { source, sample, hasGaps, options });
  if (!several) return read;
  const { tables, chosen, textOf } = several;
  whole.sheets = tables.map(({ name }) => name);
  whole.format = { ...whole.format, sheet: chosen?.name ?? "" };
  if (!chosen) return read;
  const text = textOf(chosen);
  const part = { bytes: new TextEncoder().encode(text), whole: true };
  const known = { delimiter, ...options.format };
  const reading = delimited({ source, sample: part, known }, text, encoding, decoderOf("utf-8"));
  if (!reading.ok) return reading;
  const { table, feeder } = reading.value;
  table.beginBelow(chosen.from);
  table.sheets = whole.sheets;
  table.foundForm = whole.foundForm;
  table.format = { ...table.format, sheet: chosen.name };
  table.bytesRead = whole.bytesRead;
  const breathing = startBreathing(options.signal);
  await feeder.push(part.bytes, breathing);
  return success(await finished(table, feeder, breathing));
}

/** All the text of a file, if it is no more than can be parsed at once. */
async function restOf(
  { source, sample, pieces, options }: Start,
  beginning: string,
  decoder: Decoder,
): Promise<Result<string>> {
  if (source.size > 4 * mostWholeJson)
    return failure(message("table.jsonTooLarge", { name: source.name, most: mostWholeJson }));
  const breathing = startBreathing(options.signal);
  // The decoder of the beginning is another one: what it had in hand is decoded again.
  const texts = [decoder.decode(sample.bytes, { stream: true })];
  let length = beginning.length;
  for (let bytes = sample.whole ? undefined : await pieces.next(); bytes; ) {
    const text = decoder.decode(bytes, { stream: true });
    texts.push(text);
    length += text.length;
    if (length > mostWholeJson)
      return failure(message("table.jsonTooLarge", { name: source.name, most: mostWholeJson }));
    await breathing.breathe();
    bytes = await pieces.next();
  }
  return success(texts.join("") + decoder.decode());
}

function formed(
  { source, sample, known }: Start,
  form: TextForm,
  text: FormedText,
  beginning: string,
  encoding: string,
  decoder: Decoder,
): Result<Reading> {
  const rows = text.names ? [] : firstRows(text, beginning);
  const top = text.names
    ? { header: true, skipped: 0, headerRows: 0, firstRow: text.names }
    : findTop(rows, known);
  const columnCount = text.names ? text.names.length : usualLength(rows.slice(top.skipped));
  const widest = checkColumns(source.name, Math.max(columnCount, top.firstRow.length));
  if (!widest.ok) return widest;
  const { firstRow, ...topFormat } = top;
  const sheet = text.sheets?.chosen ?? null;
  const written = { form, sheet, encoding, delimiter: ",", quote: '"' } as const;
  const format: ReadFormat = {
    ...written,
    ...topFormat,
    footer: known.footer ?? false,
    timesDown: false,
    timesJoined: false,
    decimalsJoined: false,
  };
  const table = new Table(originOf(source), format, { columnCount, firstRow });
  table.sheets = text.sheets?.all ?? [];
  const feeder = new TextFeeder(decoder, (mayHaveFlaws) =>
    text.parser({
      row: (cells, others = []) => {
        if (others.length > 0) table.faults.addOtherFields(table.nextRow, others);
        table.addRow(cells, mayHaveFlaws());
      },
      blankLine: () => table.addBlankLine(),
    }),
  );
  return success({ table, feeder, encodingIsOpen: encodingIsOpen({ known, sample }), hasGaps: false });
}

/** What stands in the first rows, which may have the names. */
function firstRows(text: FormedText, beginning: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const parser = text.parser({ row: (cells) => rows.push(cells), blankLine() {} });
  for (const _ of parser.push(beginning)) if (rows.length >= sampleRows) break;
  // What is parsed as a whole comes at the end.
  if (rows.length === 0) for (const _ of parser.finish()) if (rows.length >= sampleRows) break;
  return rows.slice(0, sampleRows);
}

async function readAll(
  { table, feeder, encodingIsOpen }: Reading,
  pieces: PieceReader,
  sample: Sample,
  { signal, onProgress, onBeginning }: ReadOptions,
): Promise<Result<Table>> {
  const breathing = startBreathing(signal);
  let isOpen = encodingIsOpen;
  let bytes: Uint8Array | undefined = sample.bytes;
  while (bytes) {
    const isBeginning = table.bytesRead === 0;
    if (isOpen && !isAscii(bytes)) {
      isOpen = false;
      bytes = await takeEncoding(table, feeder, pieces, bytes);
    }
    table.bytesRead += bytes.length;
    await feeder.push(bytes, breathing);
    if (feeder.waiting > longestRow) return failure(endlessRow(table));
    onProgress?.(table.bytesRead);
    if (isBeginning && !sample.whole) await onBeginning?.(table);
    bytes = sample.whole ? undefined : await pieces.next();
  }
  // What was aborted ends like what has been read.
  signal?.throwIfAborted();
  return success(await finished(table, feeder, breathing));
}

/** The table when all of its bytes have been given. */
async function finished(table: Table, feeder: TableFeeder, breathing: Breathing): Promise<Table> {
  await feeder.finish(breathing);
  if (!table.format.footer) table.leaveOutLastRows(footerRows(table));
  for (const column of mergedColumns(table)) table.fillDown(column);
  const sums = table.format.footer ? null : sumRows(table);
  if (sums) table.leaveOutSums(sums.column, sums.rows);
  table.complete = true;
  return table;
}

/** Of a file whose first characters beyond ASCII lie behind its beginning. */
async function takeEncoding(
  table: Table,
  feeder: TableFeeder,
  pieces: PieceReader,
  first: Uint8Array,
): Promise<Uint8Array> {
  const { bytes } = await readSample(pieces, first.length + usualSampleBytes, first.slice());
  const encoding = await detectEncoding(bytes);
  const decoder = knownDecoder(encoding);
  if (decoder && encoding !== table.format.encoding) {
    table.setEncoding(encoding);
    feeder.setDecoder(decoder);
  }
  return bytes;
}

function endlessRow(table: Table): Message {
  const row = table.rowNumber(table.nextRow);
  return message("table.endlessRow", { name: table.origin.name, row, most: longestRow });
}
