/**
 * Cells of lines as they lie in bytes. Nearly all lines of nearly all tables are plain: as many cells as there are columns, and
 * quotes, if any, around whole cells. No text has to be made of their bytes, which is most of the work of reading. What is not
 * plain is left to the parser of texts.
 */
import type { CsvSyntax } from "./csvRows";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const escapeByte = 0x1b;

/** What a byte is to a line. */
const ordinary = 0;
const delimiterByte = 1;
const lineEnd = 2;
const quoteByte = 3;
const beyondAscii = 4;
const unfit = 5;

export class PlainLines {
  readonly columns: number;
  /** [rows · columns]: where each cell begins, and where it ends. */
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  rows = 0;
  /** The byte behind the last of these rows. */
  reached = 0;
  readonly #kinds = new Uint8Array(256);
  readonly #quote: number | null;
  /** Lines that begin so are for the parser of texts. */
  #stops: readonly Uint8Array[] = [];
  /** [256]: whether one begins with the byte. */
  readonly #stopBegins = new Uint8Array(256);
  #isAscii = true;

  /** @param isUtf8 whether bytes beyond ASCII need not be decoded */
  constructor({ delimiter, quote }: CsvSyntax, columns: number, isUtf8: boolean) {
    this.columns = columns;
    const kinds = this.#kinds.fill(isUtf8 ? beyondAscii : unfit, 0x80);
    // Escape begins another alphabet in some encodings.
    kinds[0] = kinds[escapeByte] = unfit;
    kinds[lineFeed] = kinds[carriageReturn] = lineEnd;
    this.#quote = quote === "" ? null : quote.charCodeAt(0);
    if (this.#quote !== null) kinds[this.#quote] = quoteByte;
    kinds[delimiter.charCodeAt(0)] = delimiterByte;
  }

  /** @param texts what lines begin with that are no rows */
  stopAt(texts: readonly string[]): void {
    this.#stops = texts.filter((text) => text !== "").map((text) => encoder.encode(text));
    for (const [first] of this.#stops) this.#stopBegins[first] = 1;
  }

  #isStop(bytes: Uint8Array, at: number): boolean {
    const from = this.#kinds[bytes[at]] === quoteByte ? at + 1 : at;
    if (this.#stopBegins[bytes[from]] === 0) return false;
    return this.#stops.some((stop) => stop.every((byte, i) => bytes[from + i] === byte));
  }

  quotesAreCharacters(): void {
    if (this.#quote !== null) this.#kinds[this.#quote] = ordinary;
  }

  /**
   * Finds the rows from `from` on, as far as they are plain.
   *
   * @param from the first byte of a line
   * @param to the byte behind the end of a line
   */
  find(bytes: Uint8Array, from: number, to: number): void {
    const { columns } = this;
    const kinds = this.#kinds;
    this.#makeRoom(to - from + 1);
    const { starts, ends } = this;
    this.#isAscii = true;
    let [rows, reached, cell, column, start] = [0, from, 0, 0, from];
    if (this.#isStop(bytes, from)) to = from;
    for (let at = from; at < to; ) {
      let kind = kinds[bytes[at]];
      if (kind === ordinary) {
        at++;
        continue;
      }
      if (kind === beyondAscii) {
        this.#isAscii = false;
        at++;
        continue;
      }
      let end = at;
      if (kind === quoteByte && at === start) {
        end = this.#closingQuote(bytes, at + 1, to);
        if (end < 0) break;
        start++;
        at = end + 1;
        kind = at < to ? kinds[bytes[at]] : unfit;
      }
      starts[cell] = start;
      ends[cell++] = end;
      column++;
      if (kind === delimiterByte && column < columns) {
        start = ++at;
        continue;
      }
      // A carriage return alone ends a line too, in files that have no other ends; an empty line is no row.
      at += bytes[at] === carriageReturn ? 2 : 1;
      const isEnd = kind === lineEnd && at <= to && bytes[at - 1] === lineFeed;
      if (!isEnd || column !== columns || (columns === 1 && start === end)) break;
      rows++;
      column = 0;
      reached = start = at;
      if (this.#isStop(bytes, at)) break;
    }
    const isFit = this.#isAscii || isWhole(bytes.subarray(from, reached));
    this.rows = isFit ? rows : 0;
    this.reached = isFit ? reached : from;
  }

  /** Where a cell in quotes ends; −1 where it does not end in its line. */
  #closingQuote(bytes: Uint8Array, from: number, to: number): number {
    const kinds = this.#kinds;
    for (let at = from; at < to; at++) {
      const kind = kinds[bytes[at]];
      if (kind === quoteByte) return at;
      if (kind === lineEnd || kind === unfit) return -1;
      if (kind === beyondAscii) this.#isAscii = false;
    }
    return -1;
  }

  #makeRoom(cells: number): void {
    if (cells <= this.starts.length) return;
    this.starts = new Int32Array(cells);
    this.ends = new Int32Array(cells);
  }
}

const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true });

/** Whether bytes are UTF-8, in which nothing stands for what could not be decoded. */
function isWhole(bytes: Uint8Array): boolean {
  try {
    return !strict.decode(bytes).includes("\uFFFD");
  } catch {
    return false;
  }
}
