/**
 * The cells of one column as they stand in the file, compactly and without loss, so that a corrected type or number format
 * needs no second reading. Cells lie in pages: a page is one UTF-8 text and the place of every cell in it, or, where cells
 * repeat, one small integer a cell into the column's dictionary.
 */

interface TextPage {
  readonly kind: "text";
  readonly bytes: Uint8Array;
  /** [rows + 1]: where each cell begins, in UTF-16 units of the decoded page. */
  readonly starts: Uint32Array;
}

interface WordPage {
  readonly kind: "words";
  /** [rows]: into the dictionary. */
  readonly ids: Uint8Array | Uint16Array;
}

type Page = TextPage | WordPage;

/** A page's cells repeat if at most this share of them are different. */
const mostNewShare = 0.25;
const mostWords = 2 ** 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A longer slice of a string keeps the whole string alive in V8; this is the same text on its own. */
export function detached(text: string): string {
  return text.length < 13 ? text : decoder.decode(encoder.encode(text));
}

export class CellColumn {
  readonly #rowsPerPage: number;
  #pages: Page[] = [];
  /** Cells of the page that is not full yet. */
  #open: string[] = [];
  #words: string[] = [];
  /** Null once cells no longer repeat. */
  #ids: Map<string, number> | null = new Map();
  #decoded: { readonly page: number; readonly text: string } | null = null;

  /** @param rowsPerPage 1 or more; the fewer the more columns there are, for all of them have an open page */
  constructor(rowsPerPage: number) {
    this.#rowsPerPage = rowsPerPage;
  }

  get length(): number {
    return this.#pages.length * this.#rowsPerPage + this.#open.length;
  }

  /** What it takes in memory, without the open page. */
  get sizeBytes(): number {
    const pages = this.#pages.map((page) =>
      page.kind === "text" ? page.bytes.byteLength + page.starts.byteLength : page.ids.byteLength,
    );
    return pages.reduce((sum, bytes) => sum + bytes, 0);
  }

  push(cell: string): void {
    this.#open.push(cell);
    if (this.#open.length === this.#rowsPerPage) this.#seal();
  }

  /** The cell of a row, counted from 0; rows in order are faster than any other. */
  at(row: number): string {
    const index = Math.floor(row / this.#rowsPerPage);
    const within = row - index * this.#rowsPerPage;
    if (index === this.#pages.length) return this.#open[within];
    const page = this.#pages[index];
    if (page.kind === "words") return this.#words[page.ids[within]];
    return this.#textOf(index, page).slice(page.starts[within], page.starts[within + 1]);
  }

  /**
   * A way to go over the cells with what `meaning` makes of each; it is asked once for a cell that repeats. The function that
   * is returned goes over the rows from `from` to before `to`.
   */
  reader<T extends NonNullable<unknown> | null>(
    meaning: (cell: string) => T,
  ): (from: number, to: number, each: (value: T, row: number) => void) => void {
    const known: (T | undefined)[] = [];
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
        if (index === this.#pages.length) {
          for (; row < end; row++) each(meaning(this.#open[row - first]), row);
          continue;
        }
        const page = this.#pages[index];
        if (page.kind === "words") {
          for (; row < end; row++) each(ofWord(page.ids[row - first]), row);
          continue;
        }
        const text = this.#textOf(index, page);
        for (; row < end; row++) {
          const within = row - first;
          each(meaning(text.slice(page.starts[within], page.starts[within + 1])), row);
        }
      }
    };
  }

  #textOf(index: number, page: TextPage): string {
    if (this.#decoded?.page !== index) this.#decoded = { page: index, text: decoder.decode(page.bytes) };
    return this.#decoded.text;
  }

  #seal(): void {
    this.#pages.push(this.#wordPage() ?? textPage(this.#open));
    this.#open = [];
  }

  /** Null, from now on always, where cells do not repeat. */
  #wordPage(): WordPage | null {
    const ids = this.#ids;
    if (!ids) return null;
    const before = this.#words.length;
    const mostNew = Math.min(Math.max(16, mostNewShare * this.#open.length), mostWords - before);
    const page = new Uint16Array(this.#open.length);
    for (let i = 0; i < page.length; i++) {
      const cell = this.#open[i];
      const id = ids.get(cell);
      if (id === undefined) {
        if (this.#words.length - before >= mostNew) {
          this.#ids = null;
          this.#words.length = before;
          return null;
        }
        page[i] = this.#addWord(cell, ids);
      } else page[i] = id;
    }
    return { kind: "words", ids: this.#words.length <= 256 ? new Uint8Array(page) : page };
  }

  #addWord(cell: string, ids: Map<string, number>): number {
    const word = detached(cell);
    ids.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}

function textPage(cells: readonly string[]): TextPage {
  const starts = new Uint32Array(cells.length + 1);
  for (let i = 0; i < cells.length; i++) starts[i + 1] = starts[i] + cells[i].length;
  return { kind: "text", bytes: encoder.encode(cells.join("")), starts };
}
