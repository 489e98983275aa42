import { type CsvCell, csvWriter } from "../../../data/csv/csvWriter";
import type { AnswersFile, AnswersRequest } from "../../protocol";

/** Text that is not yet handed to the browser, which may lay it down outside of memory. */
const mostCharacters = 2 ** 20;

/** A CSV in UTF-8, written once, piece by piece. */
export class TextFile {
  readonly #writer;
  readonly #parts: Blob[] = [];
  #open = "";
  #rows = -1;

  constructor({ format }: Pick<AnswersRequest, "format">) {
    this.#writer = csvWriter(format);
  }

  line(cells: readonly CsvCell[]): void {
    this.#open += this.#writer.line(cells);
    this.#rows++;
    if (this.#open.length >= mostCharacters) this.#lay();
  }

  #lay(): void {
    this.#parts.push(new Blob([this.#open]));
    this.#open = "";
  }

  soFar(share: number): AnswersFile {
    return { share, rows: this.#rows, harmless: this.#writer.harmless, file: null };
  }

  whole(): AnswersFile {
    this.#lay();
    return { ...this.soFar(1), file: new Blob(this.#parts, { type: "text/csv;charset=utf-8" }) };
  }
}
