/** Rows of cells as the text of a CSV file (RFC 4180) that spreadsheets and programs read alike. */

/** Numbers have all their digits: the fewest from which the same double comes back. NaN and null are empty cells. */
export type CsvCell = string | number | null;

export interface CsvFormat {
  readonly decimal: "." | ",";
  /** Whether it begins with U+FEFF, by which spreadsheets know UTF-8. */
  readonly byteOrderMark: boolean;
}

export interface CsvWriter {
  /** One line with its end; the first begins with the mark, if there is to be one. */
  line(cells: readonly CsvCell[]): string;
  /** Cells of text that a spreadsheet would have run as formulas, and that have an apostrophe before them now. */
  readonly harmless: number;
}

const lineEnd = "\r\n";
/** What spreadsheets take for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;
/** "-5" and "+1,5" are numbers to them as well, and "-" alone is no formula. */
const plainNumber = /^[+-]?(\d+([.,]\d+)?([eE][+-]?\d+)?)?$/;

export function csvWriter({ decimal, byteOrderMark }: CsvFormat): CsvWriter {
  const delimiter = decimal === "," ? ";" : ",";
  let harmless = 0;
  let isFirst = byteOrderMark;
  const textOf = (cell: string) => {
    if (!formula.test(cell) || plainNumber.test(cell)) return cell;
    harmless++;
    return `'${cell}`;
  };
  const quoted = (text: string) =>
    text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cellText = (cell: CsvCell) => {
    if (cell === null || (typeof cell === "number" && Number.isNaN(cell))) return "";
    return quoted(typeof cell === "number" ? numberText(cell, decimal) : textOf(cell));
  };
  return {
    get harmless() {
      return harmless;
    },
    line: (cells) => {
      const mark = isFirst ? "\uFEFF" : "";
      isFirst = false;
      return `${mark}${cells.map(cellText).join(delimiter)}${lineEnd}`;
    },
  };
}

const numberText = (value: number, decimal: CsvFormat["decimal"]) =>
  decimal === "," ? String(value).replace(".", ",") : String(value);
