/** What a single cell is worth as a number. */
import { dateParser } from "./dates";
import { missingTest } from "./interpretTable";
import { signedParser } from "./numberSigns";
import { numberParser } from "./numbers";
import type { ColumnType, TableFormat } from "./tableTypes";

/**
 * A function from a cell to its value: a number, ±Infinity if it is too large for the float32 of networks, milliseconds since 1970, or 0 for any word; NaN where it is
 * missing, and null where it is not of the type.
 */
export function cellValue(type: ColumnType, format: TableFormat): (cell: string) => number | null {
  const isMissing = missingTest(format.missing);
  if (type.kind !== "number" && type.kind !== "date") return (cell) => (isMissing(cell) ? Number.NaN : 0);
  const isNumber = type.kind === "number";
  const parse = type.kind === "number" ? numbersOf(type, format) : dateParser(type.order);
  // Numbers can stand for "missing" as well, −999 above all.
  const numbersMiss = format.missing.some((word) => !Number.isNaN(parse(word)));
  return (cell) => {
    if (numbersMiss && isMissing(cell)) return Number.NaN;
    const value = parse(cell);
    if (!Number.isNaN(value)) return isNumber ? inReach(value) : value;
    return isMissing(cell) ? Number.NaN : null;
  };
}

function numbersOf({ signs }: Extract<ColumnType, { kind: "number" }>, format: TableFormat) {
  const parse = numberParser(format);
  return signs ? signedParser(parse, signs) : parse;
}

const inReach = (value: number) =>
  Number.isFinite(Math.fround(value)) ? value : value * Number.POSITIVE_INFINITY;
