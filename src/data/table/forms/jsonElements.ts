/** The elements of a JSON array, or the values of a file that has one after the other, from text that comes in pieces. */

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma] = [
  34, 92, 123, 125, 91, 93, 44,
];
const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff;

export class JsonElements {
  /** Of what is open around an element: 1 in an array. */
  readonly #base: 0 | 1;
  #rest = "";
  /** All before it has been looked at. */
  #at = 0;
  #start = -1;
  #depth = 0;
  #isString = false;

  /** @param isArray whether the first bracket of the text opens the array that is meant */
  constructor(isArray: boolean) {
    this.#base = isArray ? 1 : 0;
  }

  get waiting(): number {
    return this.#rest.length;
  }

  /** Whether all that was opened was closed, and nothing is left. */
  get isWhole(): boolean {
    return this.#depth === 0 && this.#start < 0;
  }

  /** The text of each element as it is complete. */
  *push(piece: string): Generator<string> {
    const text = this.#rest + piece;
    let at = this.#at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isString) {
        if (code === backslash) at++;
        else if (code === quote) this.#isString = false;
        continue;
      }
      const isBetween = this.#depth === this.#base;
      if (isBetween && this.#start >= 0 && (isSpace(code) || code === comma || code === closeBracket)) {
        yield text.slice(this.#start, at);
        this.#start = -1;
      }
      if (isSpace(code) || (isBetween && code === comma)) continue;
      if (isBetween && this.#start < 0 && code !== closeBracket) this.#start = at;
      if (code === quote) this.#isString = true;
      else if (code === openBrace || code === openBracket) this.#depth++;
      else if (code === closeBrace || code === closeBracket) {
        this.#depth--;
        if (this.#depth === this.#base && this.#start >= 0) {
          yield text.slice(this.#start, at + 1);
          this.#start = -1;
        }
      }
    }
    const kept = this.#start < 0 ? Math.min(at, text.length) : this.#start;
    this.#rest = text.slice(kept);
    this.#at = at - kept;
    if (this.#start >= 0) this.#start = 0;
  }

  /** What the file ends with, if it is no whole element. */
  finish(): string {
    return this.#start < 0 ? "" : this.#rest;
  }
}
