/**
 * The cells of one column as they stand in the file, compactly and without loss, so that a corrected type or number format
 * needs no second reading. Cells lie in pages of UTF-8: a page is one text and the place of every cell in it, or, where cells
 * repeat, one small integer a cell into the column's dictionary, or, where they are numbers or dates of one form, a number each.
 */
import { ByteWords } from "./byteWords";
import { longestPacked, type PackedCells, packCells, unpackAll, unpackCell } from "./packedCells";
import type { PlainLines } from "./plainLines";

interface TextPage {
  readonly kind: "text";
  readonly bytes: Uint8Array;
  readonly starts: Starts;
}

/** The byte at which each of the rows begins, and the last one ends: `bases[row >> baseShift] + offsets[row]`. */
interface Starts {
  /** One for each 256 rows. */
  readonly bases: Uint32Array;
  /** [rows + 1]: of two bytes where cells are not very long. */
  readonly offsets: Uint16Array | Uint32Array;
}
const baseShift = 8;

interface WordPage {
  readonly kind: "words";
  /** [rows]: into the dictionary. */
  readonly ids: Uint8Array | Uint16Array;
}

type Page = TextPage | WordPage | PackedCells;

/** A page as a text: where each cell begins in UTF-16 units. */
interface DecodedPage {
  readonly page: number;
  readonly rows: number;
  readonly text: string;
  readonly starts: Uint32Array;
}

/** Goes over the rows from `from` to before `to`. */
export type ColumnReader<T> = (from: number, to: number, each: (value: T, row: number) => void) => void;

/** What a cell means without a text made of it; undefined where it takes one. */
export interface ByteMeaning<T> {
  ofBytes(bytes: Uint8Array, from: number, to: number): T | undefined;
  /** Of whole / 10^decimals, 15 digits at most, written with this sign where there are decimals: asked first, of cells that are kept so. */
  ofDecimal?(whole: number, decimals: number, sign: number): T | undefined;
}

/** A page's cells repeat if at most this share of them are different. */
const mostNewShare = 0.25;
const mostWords = 2 ** 16;
/** Longer cells are copied faster by the platform. */
const shortCell = 32;

const encoder = new TextEncoder();
/** Bytes of a packed cell, until they are a text. */
const oneCell = new Uint8Array(longestPacked);
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A longer slice of a string keeps the whole string alive in V8; this is the same text on its own. */
export function detached(text: string): string {
  return text.length < 13 ? text : decoder.decode(encoder.encode(text));
}

export class CellColumn {
  readonly #rowsPerPage: number;
  #pages: Page[] = [];
  /** The page that is not full yet: its rows, their bytes and where they begin. */
  #rows = 0;
  #bytes = new Uint8Array(0);
  readonly #starts: Uint32Array;
  #words: string[] = [];
  /** Null once cells no longer repeat. */
  #ids: ByteWords | null = new ByteWords();
  #decoded: DecodedPage | null = null;

  /** @param rowsPerPage 1 or more; the fewer the more columns there are, for all of them have an open page */
  constructor(rowsPerPage: number) {
    this.#rowsPerPage = rowsPerPage;
    this.#starts = new Uint32Array(rowsPerPage + 1);
  }

  get length(): number {
    return this.#pages.length * this.#rowsPerPage + this.#rows;
  }

  /** What it takes in memory, without the open page. */
  get sizeBytes(): number {
    const pages = this.#pages.map((page) =>
      page.kind === "text"
        ? page.bytes.byteLength + page.starts.bases.byteLength + page.starts.offsets.byteLength
        : (page.kind === "words" ? page.ids : page.codes).byteLength,
    );
    return pages.reduce((sum, bytes) => sum + bytes, 0);
  }

  push(cell: string): void {
    // No unit of UTF-16 takes more than three bytes.
    this.#reserve(3 * cell.length);
    let at = this.#starts[this.#rows];
    for (let i = 0; i < cell.length; i++) {
      const unit = cell.charCodeAt(i);
      if (unit > 0x7f) {
        const bytes = encoder.encode(cell);
        at = this.#starts[this.#rows];
        this.#bytes.set(bytes, at);
        at += bytes.length;
        break;
      }
      this.#bytes[at++] = unit;
    }
    this.#starts[++this.#rows] = at;
    if (this.#rows === this.#rowsPerPage) this.#seal();
  }

  /** The column's own cells of all these rows. */
  pushLines(bytes: Uint8Array, { starts, ends, rows, columns }: PlainLines, column: number): void {
    for (let row = 0; row < rows; ) {
      const few = Math.min(rows - row, this.#rowsPerPage - this.#rows);
      const first = row * columns + column;
      this.#copy(bytes, { starts, ends, first, end: first + few * columns, stride: columns });
      row += few;
      if (this.#rows === this.#rowsPerPage) this.#seal();
    }
  }

  /** The cell of a row, counted from 0, as a string of its own. */
  at(row: number): string {
    const index = Math.floor(row / this.#rowsPerPage);
    const within = row - index * this.#rowsPerPage;
    const page = this.#pageAt(index);
    if (page.kind === "words") return this.#words[page.ids[within]];
    if (page.kind === "packed") {
      return textOf(oneCell.subarray(0, unpackCell(page, within, oneCell, 0)));
    }
    return textOf(page.bytes.subarray(startOf(page, within), startOf(page, within + 1)));
  }

  /**
   * A way to go over the cells with what `meaning` makes of each; it is asked once for a cell that repeats.
   *
   * @param byteMeaning asked first, of cells that do not
   */
  reader<T extends NonNullable<unknown> | null>(
    meaning: (cell: string) => T,
    byteMeaning: ByteMeaning<T> = { ofBytes: () => undefined },
  ): ColumnReader<T> {
    const known: (T | undefined)[] = [];
    const { ofDecimal } = byteMeaning;
    const unpacked = new Uint8Array(longestPacked);
    const decimalMeaning = ({ codes, base, form }: PackedCells, row: number) =>
      ofDecimal && form.kind === "decimals" && codes[row] > 0
        ? ofDecimal(base + codes[row] - 1, form.most, form.sign)
        : undefined;
    const bytesMeaning = (page: PackedCells, row: number) =>
      byteMeaning.ofBytes(unpacked, 0, unpackCell(page, row, unpacked, 0));
    const ofWord = (id: number): T => {
      let value = known[id];
      if (value === undefined) {
        value = meaning(this.#words[id]);
        known[id] = value;
      }
      return value;
    };
    return (from, to, each) => {
      for (let row = from; row < to; ) {
        const index = Math.floor(row / this.#rowsPerPage);
        const first = index * this.#rowsPerPage;
        const end = Math.min(to, first + this.#rowsPerPage);
        const page = this.#pageAt(index);
        if (page.kind === "words") {
          for (; row < end; row++) each(ofWord(page.ids[row - first]), row);
          continue;
        }
        if (page.kind === "packed") {
          for (; row < end; row++) {
            const value = decimalMeaning(page, row - first) ?? bytesMeaning(page, row - first);
            each(value === undefined ? meaning(this.#cellOf(index, page, row - first)) : value, row);
          }
          continue;
        }
        const { bytes } = page;
        for (let start = startOf(page, row - first); row < end; row++) {
          const within = row - first;
          const next = startOf(page, within + 1);
          const value = byteMeaning.ofBytes(bytes, start, next);
          start = next;
          each(value === undefined ? meaning(this.#cellOf(index, page, within)) : value, row);
        }
      }
    };
  }

  /** Pages that are full, and the open one as it is. */
  #pageAt(index: number): Page {
    if (index < this.#pages.length) return this.#pages[index];
    const offsets = this.#starts.subarray(0, this.#rows + 1);
    return { kind: "text", bytes: this.#bytes, starts: { bases: noBases(this.#rows), offsets } };
  }

  #cellOf(index: number, page: TextPage | PackedCells, within: number): string {
    const { text, starts } = this.#textOf(index, page);
    return text.slice(starts[within], starts[within + 1]);
  }

  #textOf(index: number, page: TextPage | PackedCells): DecodedPage {
    const rows = page.kind === "packed" ? page.codes.length : page.starts.offsets.length - 1;
    if (this.#decoded?.page === index && this.#decoded.rows === rows) return this.#decoded;
    const { bytes, starts } = page.kind === "packed" ? unpackAll(page) : allOf(page, rows);
    const used = bytes.subarray(0, starts[rows]);
    const text = decoder.decode(used);
    const decoded = {
      page: index,
      rows,
      text,
      starts: text.length === used.length ? starts : unitsOf(used, starts),
    };
    this.#decoded = decoded;
    return decoded;
  }

  /** For so many bytes more in the open page. */
  #reserve(more: number): void {
    const needed = this.#starts[this.#rows] + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(this.#bytes.subarray(0, this.#starts[this.#rows]));
    this.#bytes = larger;
  }

  #copy(
    bytes: Uint8Array,
    cells: {
      readonly starts: Int32Array;
      readonly ends: Int32Array;
      readonly first: number;
      readonly end: number;
      readonly stride: number;
    },
  ): void {
    const { starts, ends, first, end, stride } = cells;
    let length = 0;
    for (let cell = first; cell < end; cell += stride) length += ends[cell] - starts[cell];
    this.#reserve(length);
    const own = this.#bytes;
    const ownStarts = this.#starts;
    let rows = this.#rows;
    let at = ownStarts[rows];
    for (let cell = first; cell < end; cell += stride) {
      const from = starts[cell];
      const to = ends[cell];
      if (to - from <= shortCell) for (let i = from; i < to; i++) own[at++] = bytes[i];
      else {
        own.set(bytes.subarray(from, to), at);
        at += to - from;
      }
      ownStarts[++rows] = at;
    }
    this.#rows = rows;
  }

  #seal(): void {
    this.#pages.push(this.#wordPage() ?? this.#packedPage() ?? this.#textPage());
    this.#rows = 0;
  }

  #textPage(): TextPage {
    const bytes = this.#bytes.slice(0, this.#starts[this.#rows]);
    return { kind: "text", bytes, starts: packed(this.#starts) };
  }

  #packedPage(): PackedCells | null {
    return packCells({ bytes: this.#bytes, starts: this.#starts, rows: this.#rows });
  }

  /** Null, from now on always, where cells do not repeat. */
  #wordPage(): WordPage | null {
    const ids = this.#ids;
    if (!ids) return null;
    const before = ids.size;
    const mostNew = Math.min(Math.max(16, mostNewShare * this.#rows), mostWords - before);
    const page = new Uint16Array(this.#rows);
    for (let row = 0; row < page.length; row++) {
      const id = ids.add(this.#bytes, this.#starts[row], this.#starts[row + 1]);
      if (ids.size - before > mostNew) {
        this.#ids = null;
        return null;
      }
      page[row] = id;
    }
    for (let id = before; id < ids.size; id++) this.#words.push(decoder.decode(ids.wordAt(id)));
    return { kind: "words", ids: ids.size <= 256 ? new Uint8Array(page) : page };
  }
}

const allOf = (page: TextPage, rows: number) => ({
  bytes: page.bytes,
  starts: Uint32Array.from({ length: rows + 1 }, (_, row) => startOf(page, row)),
});

const startOf = ({ starts: { bases, offsets } }: TextPage, row: number): number =>
  bases[row >> baseShift] + offsets[row];

const noBases = (rows: number) => new Uint32Array((rows >> baseShift) + 1);

/** A copy of half the size, where so many rows are never longer than 64 KiB together. */
function packed(starts: Uint32Array): Starts {
  const bases = noBases(starts.length - 1);
  const offsets = new Uint16Array(starts.length);
  for (let row = 0; row < starts.length; row++) {
    const base = row >> baseShift;
    if (row === base << baseShift) bases[base] = starts[row];
    const offset = starts[row] - bases[base];
    if (offset >= 2 ** 16) return { bases: noBases(starts.length - 1), offsets: starts.slice() };
    offsets[row] = offset;
  }
  return { bases, offsets };
}

/** Of few bytes; a decoder takes longer than that where they are ASCII. */
function textOf(bytes: Uint8Array): string {
  for (const byte of bytes) if (byte > 0x7f) return decoder.decode(bytes);
  return bytes.length <= shortCell ? String.fromCharCode(...bytes) : decoder.decode(bytes);
}

/** Where cells begin in the text, whose bytes begin at `starts`: a byte that goes on with a character begins no unit, one of four begins two. */
function unitsOf(bytes: Uint8Array, starts: Uint32Array): Uint32Array {
  const units = new Uint32Array(starts.length);
  let [unit, at] = [0, 0];
  for (let cell = 0; cell < starts.length; cell++) {
    for (; at < starts[cell]; at++) {
      const byte = bytes[at];
      if ((byte & 0xc0) !== 0x80) unit += byte >= 0xf0 ? 2 : 1;
    }
    units[cell] = unit;
  }
  return units;
}
