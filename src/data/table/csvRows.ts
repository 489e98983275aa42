/**
 * Rows of cells from text that comes in pieces. Papa Parse splits it; what lies around that is here: rows across the pieces'
 * boundaries, line ends of every kind, and quotes that are never closed, which must not swallow the rest of a file.
 */
import Papa from "papaparse";
import type { RowParser } from "./forms/rowParser";
import type { Delimiter, Quote } from "./tableTypes";

export interface CsvSyntax {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
}

/** Gets each row as it is complete, and never an empty line. */
export interface RowSink {
  row(cells: string[]): void;
  blankLine(): void;
  /** The next row has a quote that is never closed: it is read to the end of its line, quotes and all. */
  unclosedQuote(): void;
  /** The next row has a quoted cell that goes on after its closing quote. */
  strayQuote(): void;
  /**
   * The next row goes on over so many line ends, which lie in quotes.
   *
   * @param isDoubtful one of these cells holds a delimiter as well: rather two rows than one cell
   */
  joinedLines(count: number, isDoubtful: boolean): void;
}

/** No cell in quotes and no line is longer than this, in UTF-16 units. */
export const longestQuotedCell = 2 ** 20;
export const longestRow = 2 ** 22;
/** After so many quotes that are never closed, quotes are characters like all others. */
export const mostUnclosedQuotes = 100;
/** Text that is split at once, in UTF-16 units: some milliseconds. */
const turnLength = 2 ** 17;

/** The part of Papa Parse's answer that is read here; its types have none for its parser. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

export class CsvRows implements RowParser {
  readonly #syntax: CsvSyntax;
  readonly #sink: RowSink;
  readonly #mostUnclosed: number;
  /** Text after the last complete row. */
  #rest = "";
  /** A CR that may be half of a CRLF. */
  #heldReturn = false;
  #unclosed = 0;

  /** @param mostUnclosed after so many quotes are given up */
  constructor(syntax: CsvSyntax, sink: RowSink, mostUnclosed = mostUnclosedQuotes) {
    this.#syntax = syntax;
    this.#sink = sink;
    this.#mostUnclosed = mostUnclosed;
  }

  /** How much text waits for the end of its row. */
  get waiting(): number {
    return this.#rest.length + (this.#heldReturn ? 1 : 0);
  }

  /** Whether quotes were given up. */
  get quotesGivenUp(): boolean {
    return this.#unclosed >= this.#mostUnclosed;
  }

  *push(piece: string): Generator<void> {
    for (let at = 0; at < piece.length; at += turnLength) {
      this.#rest += this.#withLineFeeds(piece.slice(at, at + turnLength));
      this.#takeRows();
      while (this.#rest.length > longestQuotedCell && this.#quotes !== "" && this.#rest.includes("\n")) {
        yield;
        this.#takeLineLiterally();
        this.#takeRows();
      }
      yield;
    }
  }

  /** After the last piece: the last row needs no line end. */
  *finish(): Generator<void> {
    this.#heldReturn = false;
    for (;;) {
      yield;
      this.#takeRows();
      if (this.#rest === "") return;
      const { data, errors } = this.#parse(this.#rest, false);
      if (!errors.some(({ code }) => code === "MissingQuotes")) {
        this.#rest = "";
        this.#emit(data, errors, this.#quotes !== "");
        return;
      }
      this.#takeLineLiterally();
    }
  }

  get #quotes(): Quote {
    return this.quotesGivenUp || this.#syntax.delimiter === " " ? "" : this.#syntax.quote;
  }

  /** Every line end becomes LF; a CR at the end of a piece waits for what comes next. */
  #withLineFeeds(piece: string): string {
    const text = this.#heldReturn ? `\r${piece}` : piece;
    this.#heldReturn = text.endsWith("\r");
    const whole = this.#heldReturn ? text.slice(0, -1) : text;
    // The line ends with the CR already; an LF that follows belongs to it.
    return whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
  }

  #takeRows(): void {
    const { data, errors, meta } = this.#parse(this.#rest, true);
    const text = this.#rest.slice(0, meta.cursor);
    this.#rest = this.#rest.slice(meta.cursor);
    this.#emit(data, errors, this.#hasJoinedLines(text, data.length));
  }

  #parse(text: string, ignoreLastRow: boolean): Parsed {
    const quote = this.#quotes;
    const { delimiter } = this.#syntax;
    if (delimiter === " ") return spacedRows(text, ignoreLastRow);
    const quotes = quote === "" ? { fastMode: true } : { quoteChar: quote };
    const config: Papa.ParseConfig = { delimiter, newline: "\n", ...quotes };
    const parsed: Parsed = new Papa.Parser(config).parse(text, 0, ignoreLastRow);
    return parsed;
  }

  /** Whether there are more line ends than rows. */
  #hasJoinedLines(text: string, rows: number): boolean {
    if (this.#quotes === "" || !text.includes(this.#quotes)) return false;
    let lines = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
    return lines > rows;
  }

  #emit(rows: string[][], errors: Parsed["errors"], hasJoinedLines: boolean): void {
    const stray = new Set<number>();
    for (const { code, row } of errors) if (code === "InvalidQuotes" && row !== undefined) stray.add(row);
    rows.forEach((cells, i) => {
      if (stray.has(i)) this.#sink.strayQuote();
      if (hasJoinedLines) this.#noteJoined(cells);
      this.#give(cells);
    });
  }

  #noteJoined(cells: readonly string[]): void {
    const joined = cells.filter((cell) => cell.includes("\n"));
    if (joined.length === 0) return;
    const lines = joined.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    this.#sink.joinedLines(
      lines,
      joined.some((cell) => cell.includes(this.#syntax.delimiter)),
    );
  }

  #give(cells: string[]): void {
    if (cells.length === 1 && cells[0] === "") this.#sink.blankLine();
    else this.#sink.row(cells);
  }

  #takeLineLiterally(): void {
    const end = this.#rest.indexOf("\n");
    const line = end < 0 ? this.#rest : this.#rest.slice(0, end);
    this.#rest = end < 0 ? "" : this.#rest.slice(end + 1);
    this.#unclosed++;
    this.#sink.unclosedQuote();
    this.#give(line.split(this.#syntax.delimiter));
  }
}

/** What stands between runs of spaces, as columns are aligned for the eye. */
function spacedRows(text: string, ignoreLastRow: boolean): Parsed {
  const cursor = ignoreLastRow ? text.lastIndexOf("\n") + 1 : text.length;
  const lines = text.slice(0, cursor).split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  const data = lines.map((line) => line.trim().split(/[ \t]+/));
  return { data, errors: [], meta: { cursor } };
}
