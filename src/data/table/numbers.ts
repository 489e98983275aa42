/** Cells that are numbers, written as people write them, and how to find out which way that is. */
import { asciiDigits, hasOtherDigits } from "./asciiDigits";
import { partsOfNumber } from "./numberSigns";
import type { Delimiter, TableFormat, ThousandsSeparator } from "./tableTypes";
import { varianceOf } from "./varianceOf";

export type NumberFormat = Pick<TableFormat, "decimal" | "thousands">;

const escaped = (separator: string) => (separator === "." ? "\\." : separator);
/** Typeset tables have these for a space between thousands. */
const spaces = "[ \u00a0\u202f]";
const infinity = /^[+-]?inf(inity)?$/i;

/**
 * A function from a cell to its number: NaN if it is none, and ±Infinity if it says so or is too large for a float64.
 * A sign, an exponent and space around it are allowed; hexadecimal, percent and currency signs are not.
 */
export function numberParser({ decimal, thousands }: NumberFormat): (cell: string) => number {
  const group = thousands === " " ? spaces : escaped(thousands);
  const fraction = escaped(decimal);
  const plain = new RegExp(`^[+-]?(\\d+(${fraction}\\d*)?|${fraction}\\d+)([eE][+-]?\\d+)?$`);
  // In India pairs of digits stand before the last three: 1,23,45,678.
  const grouped = new RegExp(
    `^[+-]?(\\d{1,3}(${group}\\d{3})+|\\d{1,2}(${group}\\d{2})+${group}\\d{3})(${fraction}\\d*)?$`,
  );
  const separators = new RegExp(group, "g");
  const toNumber = (text: string) => Number(decimal === "," ? text.replace(",", ".") : text);
  return (cell) => {
    if (plain.test(cell)) return toNumber(cell);
    const own = cell.trim().replace("\u2212", "-");
    const text = hasOtherDigits(own) ? asciiDigits(own, decimal) : own;
    if (plain.test(text)) return toNumber(text);
    if (thousands !== "" && grouped.test(text)) return toNumber(text.replace(separators, ""));
    if (infinity.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
    return Number.NaN;
  };
}

/** What each way of writing leaves behind that the other ways cannot have. */
const signs = {
  /** 1,5 or 0,25 or 1234,567: not three digits, or more than three before. */
  decimalComma: /^[+-]?(\d+,(\d{1,2}|\d{4,})|0+,\d+|\d{4,},\d+)([eE][+-]?\d+)?$/,
  decimalPoint: /^[+-]?(\d*\.(\d{1,2}|\d{4,})|0*\.\d+|\d{4,}\.\d+)([eE][+-]?\d+)?$/,
  commasAndPoint: /^[+-]?(\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})+,\d{3})\.\d+$/,
  pointsAndComma: /^[+-]?\d{1,3}(\.\d{3})+,\d+$/,
  manyCommas: /^[+-]?(\d{1,3}(,\d{3}){2,}|\d{1,2}(,\d{2})+,\d{3})$/,
  manyPoints: /^[+-]?\d{1,3}(\.\d{3}){2,}$/,
  spaceAndComma: new RegExp(`^[+-]?\\d{1,3}(${spaces}\\d{3})+,\\d+$`),
  spaceAndPoint: new RegExp(`^[+-]?\\d{1,3}(${spaces}\\d{3})+(\\.\\d+)?$`),
  apostrophe: /^[+-]?\d{1,3}('\d{3})+(\.\d+)?$/,
  oneComma: /^[+-]?[1-9]\d{0,2},\d{3}$/,
  onePoint: /^[+-]?[1-9]\d{0,2}\.\d{3}$/,
} as const;

/** What no number has in it. */
const otherSigns = /[^\d.,'+\-eE\s]|\d-$/;

/** 03.2018 is a month to more people than a number. */
const monthAndYear = /^(0[1-9]|1[0-2])[.,](19|20)\d{2}$/;

type Sign = keyof typeof signs;
type Counts = Record<Sign, number>;

/** Cells that only their place can tell: what stands before three digits may be a decimal sign, or be between thousands. */
interface Doubt {
  /** By the index of the column. */
  readonly columns: readonly number[];
  /** The first such cell. */
  readonly cell: string;
}

export interface DetectedNumbers extends NumberFormat {
  /** Where nothing in the table tells, and both ways are in use among such tables; null elsewhere. */
  readonly doubt: Doubt | null;
}

/**
 * How the numbers of a table are written. "1,234" can be either. In a column of others without a sign, such as 950 and 1.050, that
 * reading counts under which the column is more even. Where nothing tells, a comma stands between thousands and a point before
 * decimals; but whoever divides cells by semicolons mostly does so because the comma is a decimal one, and a point before zeros
 * alone stands between thousands there.
 *
 * @param columns cells that are not missing
 */
export function detectNumberFormat(
  columns: readonly (readonly string[])[],
  delimiter: Delimiter = ",",
): DetectedNumbers {
  const count = emptyCounts();
  const untold: { readonly column: number; readonly cells: readonly string[] }[] = [];
  for (const [column, cells] of columns.entries()) {
    const numbers = cells.map(coreOf).filter((text) => !monthAndYear.test(text));
    const own = emptyCounts();
    for (const text of numbers) for (const name of signNames) if (signs[name].test(text)) own[name]++;
    for (const name of signNames) count[name] += own[name];
    if (tellsNothing(own) && isNumeric(numbers)) {
      const told = moreEven(numbers);
      if (told === "thousands") count[own.onePoint > 0 ? "manyPoints" : "manyCommas"] += numbers.length;
      else if (told === "decimals")
        count[own.onePoint > 0 ? "decimalPoint" : "decimalComma"] += numbers.length;
      else untold.push({ column, cells: numbers.filter(isDoubtful) });
    }
  }
  const comma = count.decimalComma + count.pointsAndComma + count.spaceAndComma + count.manyPoints;
  const point = count.decimalPoint + count.commasAndPoint + count.manyCommas;
  const isOpen = comma + point + count.spaceAndPoint + count.apostrophe === 0;
  // In a table with commas between its cells, one within a cell was put in quotes on purpose.
  const doubted = untold.filter(({ cells }) =>
    cells.some((cell) => (cell.includes(",") ? delimiter !== "," : delimiter === ";" || delimiter === "\t")),
  );
  const found = isOpen ? openFormat(count, untold, delimiter) : null;
  const decimal = found?.decimal ?? (comma > point ? "," : ".");
  return {
    decimal,
    thousands: found?.thousands ?? thousandsOf(count, decimal),
    doubt:
      isOpen && doubted.length > 0
        ? { columns: doubted.map(({ column }) => column), cell: doubted[0].cells[0] }
        : null,
  };
}

const signNames = Object.keys(signs) as Sign[];
const emptyCounts = () => Object.fromEntries(signNames.map((sign) => [sign, 0])) as Counts;

/** The number in a cell that may have something around it. */
function coreOf(cell: string): string {
  const trimmed = hasOtherDigits(cell) ? asciiDigits(cell.trim(), ".") : cell.trim();
  return otherSigns.test(trimmed) ? (partsOfNumber(trimmed)?.core ?? trimmed) : trimmed;
}

const isDoubtful = (text: string) => signs.oneComma.test(text) || signs.onePoint.test(text);

/** Of the numbers with a sign, all have it before three digits, and it is the same one. */
function tellsNothing({ oneComma, onePoint, ...others }: Counts): boolean {
  return oneComma > 0 !== onePoint > 0 && Object.values(others).every((number) => number === 0);
}

const wholeNumber = /^[+-]?\d+$/;

/** Words with numbers among them are no column of numbers. */
const isNumeric = (texts: readonly string[]) =>
  texts.filter((text) => isDoubtful(text) || wholeNumber.test(text)).length > 0.9 * texts.length;

/**
 * Which reading makes numbers with a sign and those without one column: the one whose logarithms vary less. Null where there are
 * not both, and so nothing to compare: then the two readings differ by a factor alone.
 */
function moreEven(texts: readonly string[]): "decimals" | "thousands" | null {
  const signed = texts.filter(isDoubtful);
  const whole = texts.filter((text) => wholeNumber.test(text) && Number(text) !== 0);
  if (signed.length === 0 || whole.length === 0) return null;
  const spread = (factor: number) =>
    varianceOf([
      ...whole.map((text) => Math.log(Math.abs(Number(text)))),
      ...signed.map((text) => Math.log(factor * Math.abs(Number(text.replace(",", "."))))),
    ]);
  return spread(1000) < spread(1) ? "thousands" : "decimals";
}

/** Where no cell of the table tells. */
function openFormat(
  { oneComma, onePoint }: Counts,
  untold: readonly { readonly cells: readonly string[] }[],
  delimiter: Delimiter,
): NumberFormat | null {
  const cells = untold.flatMap((column) => column.cells);
  if (cells.length === 0) return null;
  const hasSemicolons = delimiter === ";";
  if (oneComma > onePoint)
    return hasSemicolons ? { decimal: ",", thousands: "" } : { decimal: ".", thousands: "," };
  const round = cells.filter((text) => text.endsWith("00")).length;
  return hasSemicolons && 2 * round > cells.length
    ? { decimal: ",", thousands: "." }
    : { decimal: ".", thousands: "" };
}

function thousandsOf(count: Readonly<Counts>, decimal: "." | ","): ThousandsSeparator {
  if (count.apostrophe > 0) return "'";
  if (count.spaceAndComma + count.spaceAndPoint > 0) return " ";
  if (decimal === ",") return count.pointsAndComma + count.manyPoints + count.onePoint > 0 ? "." : "";
  return count.commasAndPoint + count.manyCommas + count.oneComma > 0 ? "," : "";
}
