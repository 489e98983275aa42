/** What the rows of a series are called. There may be half a million of them, which go from worker to worker and are kept. */
import type { GivenName } from "./givenName";

/** A few by themselves, numbers of rows as numbers, and the texts of a file as one. */
export type RowNames = readonly GivenName[] | Int32Array<ArrayBuffer> | RowTexts;

/** Strings would take three times as much, and be made anew by whoever is sent them; an array of bytes moves. */
export interface RowTexts {
  readonly kind: "texts";
  /** All of them in UTF-8, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** [N]: where each ends. */
  readonly ends: Int32Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const countNames = (names: RowNames): number => (isTexts(names) ? names.ends.length : names.length);

/** Of a row that there is. */
export function rowNameAt(names: RowNames, row: number): GivenName {
  if (!isTexts(names)) return names[row];
  const { bytes, ends } = names;
  return decoder.decode(bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));
}

export const rowNamesFrom = (names: RowNames, start: number, end: number): readonly GivenName[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => rowNameAt(names, start + i));

/** Of several stretches of rows, one after the other. */
export function joinedNames(
  parts: readonly { readonly names: RowNames; readonly start: number; readonly end: number }[],
): RowNames {
  const rows = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  if (!parts.every(({ names }) => isTexts(names)))
    return parts.flatMap(({ names, start, end }) => rowNamesFrom(names, start, end));
  const writer = new RowTextWriter(rows);
  for (const { names, start, end } of parts)
    for (let row = start; row < end; row++) writer.push(String(rowNameAt(names, row)));
  return writer.finish();
}

/** So much is given to a few texts at once. */
const fewestBytes = 2 ** 16;

/** Texts of rows that are told one after the other. */
export class RowTextWriter {
  #bytes = new Uint8Array(0);
  #used = 0;
  #rows = 0;
  readonly #ends: Int32Array<ArrayBuffer>;

  constructor(rows: number) {
    this.#ends = new Int32Array(rows);
  }

  push(text: string): void {
    // No unit of UTF-16 takes more than three bytes.
    this.#reserve(3 * text.length);
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
    this.#ends[this.#rows++] = this.#used;
  }

  /** A text that is UTF-8 already. */
  pushBytes(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    for (let i = from; i < to; i++) this.#bytes[this.#used++] = bytes[i];
    this.#ends[this.#rows++] = this.#used;
  }

  finish(): RowTexts {
    const isFull = this.#used === this.#bytes.length;
    return {
      kind: "texts",
      bytes: isFull ? this.#bytes : this.#bytes.slice(0, this.#used),
      ends: this.#ends,
    };
  }

  /** For all rows, if the others are as long as those until now; but no more than four times what there is. */
  #reserve(more: number): void {
    const needed = this.#used + more;
    if (needed <= this.#bytes.length) return;
    const expected = Math.ceil((needed / (this.#rows + 1)) * this.#ends.length);
    const most = Math.max(fewestBytes, 4 * needed);
    const larger = new Uint8Array(Math.min(most, Math.max(expected, Math.ceil(1.25 * needed))));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}

function isTexts(names: RowNames): names is RowTexts {
  return "kind" in names;
}
