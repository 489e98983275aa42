/** What went wrong while the rows of a table were read, with the first place and how often. */
import type { QuotesFound } from "./detectDialect";
import { GrowingInts } from "./growingInts";

/** A row, counted from 0 without the header, and a column; −1 is the header's row. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How often something happened, and where first. */
export class Tally {
  count = 0;
  first: Place | null = null;

  add(row: number, column: number): void {
    this.count++;
    this.first ??= { row, column };
  }
}

/** Where names are ids, each record has others. */
const mostOtherNames = 4096;

export class TableFaults {
  /** Rows with too few or too many cells. */
  readonly ragged = new GrowingInts();
  /** How many cells the first of them has. */
  firstRaggedCells = 0;
  readonly unclosedQuotes = new Tally();
  readonly strayQuotes = new Tally();
  /** Rows that go on over line ends in quotes. */
  readonly joined = new Tally();
  /** The line ends in them. */
  joinedLines = 0;
  /** Those of these rows that have a delimiter in such a cell as well. */
  readonly doubtfullyJoined = new Tally();
  /** What quotes were found to be, where it was in doubt. */
  quotesFound: QuotesFound | null = null;
  readonly undecodable = new Tally();
  /** Rows that have the names of the columns once more, and are left out. */
  readonly namesAgain = new Tally();
  /** Rows between others that have sums of these, and the name of the first. */
  readonly sums = { count: 0, name: "" };
  /** Of columns whose empty cells have what stands above them, how many these are. */
  readonly filledDown = new Map<number, Tally>();
  /** Records with fields that no column is of, because none of the first has them. */
  readonly otherFields = new Tally();
  /** The first of their names. */
  readonly otherNames = new Set<string>();
  /** The row before which each empty line lies. */
  readonly blankLines = new GrowingInts();
  /** From this row on quotes were characters like others, because too many were never closed. */
  quotesGivenUpAt: number | null = null;

  addOtherFields(row: number, names: readonly string[]): void {
    this.otherFields.add(row, 0);
    for (const name of names) if (this.otherNames.size < mostOtherNames) this.otherNames.add(name);
  }

  /**
   * The row as a spreadsheet numbers it: from 1, empty lines included.
   *
   * @param above rows and lines before the table's own, the header among them
   */
  rowNumber(row: number, above: number): number {
    const blank = this.blankLines.values();
    let low = 0;
    let high = blank.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blank[middle] <= row) low = middle + 1;
      else high = middle;
    }
    return row + 1 + above + low;
  }
}
