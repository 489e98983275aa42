/** Cells that are numbers, written as people write them, and how to find out which way that is. */
import { partsOfNumber } from "./numberSigns";
import type { TableFormat, ThousandsSeparator } from "./tableTypes";

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
  const grouped = new RegExp(`^[+-]?\\d{1,3}(${group}\\d{3})+(${fraction}\\d*)?$`);
  const separators = new RegExp(group, "g");
  const toNumber = (text: string) => Number(decimal === "," ? text.replace(",", ".") : text);
  return (cell) => {
    if (plain.test(cell)) return toNumber(cell);
    const text = cell.trim().replace("\u2212", "-");
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
  commasAndPoint: /^[+-]?\d{1,3}(,\d{3})+\.\d+$/,
  pointsAndComma: /^[+-]?\d{1,3}(\.\d{3})+,\d+$/,
  manyCommas: /^[+-]?\d{1,3}(,\d{3}){2,}$/,
  manyPoints: /^[+-]?\d{1,3}(\.\d{3}){2,}$/,
  spaceAndComma: new RegExp(`^[+-]?\\d{1,3}(${spaces}\\d{3})+,\\d+$`),
  spaceAndPoint: new RegExp(`^[+-]?\\d{1,3}(${spaces}\\d{3})+(\\.\\d+)?$`),
  apostrophe: /^[+-]?\d{1,3}('\d{3})+(\.\d+)?$/,
  oneComma: /^[+-]?[1-9]\d{0,2},\d{3}$/,
  onePoint: /^[+-]?[1-9]\d{0,2}\.\d{3}$/,
} as const;

/** What no number has in it. */
const otherSigns = /[^\d.,'+\-eE\s]/;

/** 03.2018 is a month to more people than a number. */
const monthAndYear = /^(0[1-9]|1[0-2])[.,](19|20)\d{2}$/;

type Sign = keyof typeof signs;

/**
 * How the numbers among these cells are written. "1,234" alone can be either; where nothing else tells, its comma stands
 * between thousands, and the point of "1.234" is a decimal one.
 */
export function detectNumberFormat(cells: Iterable<string>): NumberFormat {
  const count = Object.fromEntries(Object.keys(signs).map((sign) => [sign, 0])) as Record<Sign, number>;
  const names = Object.keys(signs) as Sign[];
  for (const cell of cells) {
    const trimmed = cell.trim();
    const text = otherSigns.test(trimmed) ? (partsOfNumber(trimmed)?.core ?? trimmed) : trimmed;
    if (monthAndYear.test(text)) continue;
    for (const name of names) if (signs[name].test(text)) count[name]++;
  }
  const comma = count.decimalComma + count.pointsAndComma + count.spaceAndComma + count.manyPoints;
  const point = count.decimalPoint + count.commasAndPoint + count.manyCommas;
  const decimal = comma > point ? "," : ".";
  return { decimal, thousands: thousandsOf(count, decimal) };
}

function thousandsOf(count: Readonly<Record<Sign, number>>, decimal: "." | ","): ThousandsSeparator {
  if (count.apostrophe > 0) return "'";
  if (count.spaceAndComma + count.spaceAndPoint > 0) return " ";
  if (decimal === ",") return count.pointsAndComma + count.manyPoints + count.onePoint > 0 ? "." : "";
  return count.commasAndPoint + count.manyCommas + count.oneComma > 0 ? "," : "";
}
