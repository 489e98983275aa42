/** What reads the rows of a table from text that comes in pieces, however they are written there. */
import type { Message } from "../../../words/message";

export interface RowParser {
  /** Works through the piece in turns, each of a few milliseconds at most; rows go to whoever made the parser. */
  push(piece: string): Iterable<void>;
  /** After the last piece. */
  finish(): Iterable<void>;
  /** How much text waits for the end of its row. */
  readonly waiting: number;
}

/** Gets each row as it is complete, and never an empty line. */
export interface PlainRowSink {
  /** @param others what the row has that stands in no column, by name */
  row(cells: readonly string[], others?: readonly string[]): void;
  blankLine(): void;
}

/** A table whose names do not stand in a row of cells, from its beginning. */
export interface FormedText {
  /** Null where the first rows say whether there are any. */
  readonly names: readonly string[] | null;
  /** Where the file has several tables: which of them this is, and all, by name. */
  readonly sheets: { readonly chosen: string; readonly all: readonly string[] } | null;
  parser(sink: PlainRowSink): RowParser;
}

/** Thrown by a parser where it cannot go on. */
export class UnreadableRow extends Error {
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.key);
    this.problem = problem;
  }
}

/** Between two turns, in rows. */
export const rowsOfTurn = 500;
