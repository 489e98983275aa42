/** Rows of delimited text for a table, and what was wrong with them; of plain lines without making a text of their bytes. */
import type { Breathing } from "../breathing";
import type { Decoder } from "../decoderOf";
import { joinedBytes } from "../joinedBytes";
import { CsvRows, type CsvSyntax } from "./csvRows";
import { type CutNumbers, joinedCells } from "./cutNumbers";
import { PlainLines } from "./plainLines";
import type { Table } from "./table";
import { type TableFeeder, TextFeeder } from "./tableFeeder";

const lineFeed = 0x0a;
/** Bytes that are looked at in a turn, about a millisecond's. */
const turnBytes = 2 ** 17;
/** Where a line is not plain, about so many bytes are read as text, and twice as many where the next one is not either. */
const fewTextBytes = 2 ** 12;

/** @param cut numbers of which each row has the parts in two cells */
export function csvFeeder(table: Table, decoder: Decoder, cut: CutNumbers | null = null): TableFeeder {
  const { faults, format } = table;
  const texts = new TextFeeder(decoder, (mayHaveFlaws) => {
    const rows: CsvRows = new CsvRows(format, {
      row: (cells) => table.addRow(cut ? joinedCells(cells, cut) : cells, mayHaveFlaws()),
      blankLine: () => table.addBlankLine(),
      unclosedQuote: () => {
        faults.unclosedQuotes.add(table.nextRow, 0);
        if (rows.quotesGivenUp) faults.quotesGivenUpAt ??= table.nextRow;
      },
      strayQuote: () => faults.strayQuotes.add(table.nextRow, 0),
      joinedLines: (count, isDoubtful) => {
        faults.joined.add(table.nextRow, 0);
        faults.joinedLines += count;
        if (isDoubtful) faults.doubtfullyJoined.add(table.nextRow, 0);
      },
    });
    return rows;
  });
  return cut ? texts : new LineFeeder(table, texts, decoder);
}

class LineFeeder implements TableFeeder {
  readonly #table: Table;
  readonly #texts: TextFeeder;
  /** Null where lines cannot be read as bytes. */
  #lines: PlainLines | null;
  /** Bytes behind the last end of a line. */
  #rest = new Uint8Array(0);
  /** Whether what comes next begins a row; else the parser of texts waits for the end of one. */
  #beginsRow = true;
  #textBytes = fewTextBytes;

  constructor(table: Table, texts: TextFeeder, { encoding }: Decoder) {
    this.#table = table;
    this.#texts = texts;
    this.#lines = linesOf(table.format, table.columns.length, encoding);
  }

  get waiting(): number {
    return this.#rest.length + this.#texts.waiting;
  }

  setDecoder(decoder: Decoder): void {
    this.#texts.setDecoder(decoder);
    this.#lines = linesOf(this.#table.format, this.#table.columns.length, decoder.encoding);
  }

  async push(bytes: Uint8Array, breathing: Breathing): Promise<void> {
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (end === 0 || !this.#lines) {
      // A line that goes on beyond this piece, or lines that end otherwise.
      await this.#texts.push(joinedBytes([this.#rest, bytes]), breathing);
      this.#beginsRow = false;
      this.#rest = noBytes;
      return;
    }
    const first = this.#rest.length > 0 ? bytes.indexOf(lineFeed) + 1 : 0;
    if (first > 0) await this.#takeLines(joinedBytes([this.#rest, bytes.subarray(0, first)]), breathing);
    await this.#takeLines(bytes.subarray(first, end), breathing);
    this.#rest = bytes.slice(end);
  }

  async finish(breathing: Breathing): Promise<void> {
    await this.#texts.push(this.#rest, breathing);
    await this.#texts.finish(breathing);
    this.#rest = noBytes;
  }

  /** @param bytes whole lines */
  async #takeLines(bytes: Uint8Array, breathing: Breathing): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const turnEnd = endOfLine(bytes, at + turnBytes);
      at = this.#takePlain(bytes, at, turnEnd);
      await breathing.breathe();
      if (at === turnEnd) continue;
      const end = endOfLine(bytes, at + this.#textBytes);
      await this.#texts.push(bytes.subarray(at, end), breathing);
      this.#beginsRow = this.#texts.waiting === 0;
      this.#textBytes = Math.min(turnBytes, 2 * this.#textBytes);
      at = end;
    }
  }

  /** The byte behind the last line that is plain. */
  #takePlain(bytes: Uint8Array, from: number, to: number): number {
    const lines = this.#lines;
    if (!lines || !this.#beginsRow || !this.#table.takesLines) return from;
    // Those that were given up are characters.
    if (this.#table.faults.quotesGivenUpAt !== null) lines.quotesAreCharacters();
    lines.stopAt(this.#table.namesBegin);
    lines.find(bytes, from, to);
    if (lines.rows === 0) return from;
    this.#table.addLines(bytes, lines);
    this.#textBytes = fewTextBytes;
    return lines.reached;
  }
}

const noBytes = new Uint8Array(0);

/** Of lines that end at least there; the last byte of all ends one. */
const endOfLine = (bytes: Uint8Array, at: number): number =>
  at >= bytes.length ? bytes.length : bytes.indexOf(lineFeed, at) + 1;

/** Null where a byte of ASCII may be part of a character, or where cells lie between runs of spaces. */
function linesOf(syntax: CsvSyntax, columns: number, encoding: string): PlainLines | null {
  if (syntax.delimiter === " " || /^utf-16|^iso-2022|^replacement/.test(encoding)) return null;
  return new PlainLines(syntax, columns, encoding === "utf-8");
}
