import { type PlainRowSink, type RowParser, rowsOfTurn } from "./rowParser";

/** Rows that are a line each; `rowsOf` gives the rows of one, none for what is no data. */
export class LineRows implements RowParser {
  readonly #sink: PlainRowSink;
  readonly #rowsOf: (line: string) => Iterable<readonly string[]>;
  #rest = "";

  constructor(sink: PlainRowSink, rowsOf: (line: string) => Iterable<readonly string[]>) {
    this.#sink = sink;
    this.#rowsOf = rowsOf;
  }

  get waiting(): number {
    return this.#rest.length;
  }

  *push(piece: string): Generator<void> {
    const text = this.#rest + piece;
    let at = 0;
    let rows = 0;
    for (;;) {
      const end = text.indexOf("\n", at);
      if (end < 0) break;
      rows += this.#take(text.slice(at, end));
      at = end + 1;
      if (rows < rowsOfTurn) continue;
      rows = 0;
      yield;
    }
    this.#rest = text.slice(at);
  }

  *finish(): Generator<void> {
    this.#take(this.#rest);
    this.#rest = "";
    yield;
  }

  #take(line: string): number {
    const whole = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (whole.trim() === "") {
      this.#sink.blankLine();
      return 1;
    }
    let count = 0;
    for (const cells of this.#rowsOf(whole)) {
      this.#sink.row(cells);
      count++;
    }
    return count;
  }
}
