/** Reads a table from a stream of bytes, of which never more than a piece is in memory as text. */

import { type Message, message } from "../../words/message";
import { binaryKind, binaryName } from "../binaryKind";
import { startBreathing } from "../breathing";
import { detectEncoding } from "../detectEncoding";
import { failure, type Result, success } from "../result";
import { CsvRows, longestRow } from "./csvRows";
import { detectDialect } from "./detectDialect";
import { footerRows } from "./footerRows";
import { mostColumns, type ReadFormat, Table } from "./table";
import type { TableFormat } from "./tableTypes";

export const maxTableBytes = 200 * 2 ** 20;

/** A `File` is one. */
export interface TableSource {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

export interface ReadOptions {
  /** What the user has chosen; the rest is detected. */
  readonly format?: Partial<TableFormat>;
  readonly signal?: AbortSignal;
  /** Encoding and dialect are detected on so many bytes, or a little more; 256 KiB by default. */
  readonly sampleBytes?: number;
  /** Called after every piece. */
  readonly onProgress?: (bytesRead: number) => void;
  /** Called once the first rows are there, and awaited. */
  readonly onBeginning?: (table: Table) => Promise<void>;
}

const usualSampleBytes = 2 ** 18;

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
    if (kind)
      return failure(
        message("table.binaryFile", {
          name: source.name,
          kind: binaryName(kind),
          mayBeSheet: kind === "zip" || kind === "office",
        }),
      );
    const reading = startReading(source, sample, options.format ?? {});
    if (!reading.ok) return reading;
    return await readAll(reading.value, reader, sample, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return failure(message("table.notReadToEnd", { name: source.name, reason }));
  } finally {
    options.signal?.removeEventListener("abort", end);
    end();
  }
}

interface Sample {
  readonly bytes: Uint8Array;
  /** Whether these are all. */
  readonly whole: boolean;
}

async function readSample(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  sampleBytes: number,
): Promise<Sample> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < sampleBytes) {
    const { done, value } = await reader.read();
    if (done) return { bytes: joined(pieces, length), whole: true };
    pieces.push(value);
    length += value.length;
  }
  return { bytes: joined(pieces, length), whole: false };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

interface Reading {
  readonly table: Table;
  readonly decoder: TextDecoder;
}

/** What the table is, from its beginning. */
function startReading(source: TableSource, sample: Sample, known: Partial<TableFormat>): Result<Reading> {
  const encoding = known.encoding ?? detectEncoding(sample.bytes);
  const decoder = decoderOf(encoding);
  if (!decoder) return failure(message("table.unknownEncoding", { encoding }));
  const beginning = decoderOf(encoding)?.decode(sample.bytes, { stream: true }) ?? "";
  const nul = beginning.indexOf("\0");
  if (nul >= 0) return failure(message("table.nulCharacter", { name: source.name, character: nul }));
  const { columnCount, firstRow, quotesFound, ...dialect } = detectDialect(beginning, sample.whole, known);
  const widest = Math.max(columnCount, firstRow.length);
  if (widest > mostColumns)
    return failure(
      message("table.tooManyColumns", { name: source.name, columns: widest, most: mostColumns }),
    );
  const format: ReadFormat = { encoding, ...dialect, footer: known.footer ?? false };
  const origin = { name: source.name, sizeBytes: source.size };
  const table = new Table(origin, format, { columnCount, firstRow });
  table.faults.quotesFound = quotesFound;
  return success({ table, decoder });
}

function decoderOf(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

async function readAll(
  { table, decoder }: Reading,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  sample: Sample,
  { signal, onProgress, onBeginning }: ReadOptions,
): Promise<Result<Table>> {
  const breathing = startBreathing(signal);
  const feeder = new TableFeeder(table);
  let bytes: Uint8Array | undefined = sample.bytes;
  while (bytes) {
    const isBeginning = table.bytesRead === 0;
    table.bytesRead += bytes.length;
    feeder.push(decoder.decode(bytes, { stream: true }));
    if (feeder.waiting > longestRow) return failure(endlessRow(table));
    onProgress?.(table.bytesRead);
    if (isBeginning && !sample.whole) await onBeginning?.(table);
    await breathing.breathe();
    bytes = sample.whole ? undefined : (await reader.read()).value;
  }
  // What was aborted ends like what has been read.
  signal?.throwIfAborted();
  feeder.finish(decoder.decode());
  if (!table.format.footer) table.leaveOutLastRows(footerRows(table));
  table.complete = true;
  return success(table);
}

function endlessRow(table: Table): Message {
  const row = table.rowNumber(table.nextRow);
  return message("table.endlessRow", { name: table.origin.name, row, most: longestRow });
}

/** Gives the rows of a text to a table, and notes what was wrong with them. */
class TableFeeder {
  readonly #rows: CsvRows;
  #mayHaveFlaws = false;

  constructor(table: Table) {
    const { faults } = table;
    this.#rows = new CsvRows(table.format, {
      row: (cells) => table.addRow(cells, this.#mayHaveFlaws),
      blankLine: () => table.addBlankLine(),
      unclosedQuote: () => {
        faults.unclosedQuotes.add(table.nextRow, 0);
        if (this.#rows.quotesGivenUp) faults.quotesGivenUpAt ??= table.nextRow;
      },
      strayQuote: () => faults.strayQuotes.add(table.nextRow, 0),
      joinedLines: (count, isDoubtful) => {
        faults.joined.add(table.nextRow, 0);
        faults.joinedLines += count;
        if (isDoubtful) faults.doubtfullyJoined.add(table.nextRow, 0);
      },
    });
  }

  get waiting(): number {
    return this.#rows.waiting;
  }

  push(text: string): void {
    this.#mayHaveFlaws = text.includes("\uFFFD") || (this.#mayHaveFlaws && this.#rows.waiting > 0);
    this.#rows.push(text);
  }

  finish(text: string): void {
    this.push(text);
    this.#rows.finish();
  }
}
