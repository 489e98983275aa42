import type { DescribedTable } from "../../src/data/table/describeTable";
import { boundOf } from "../../src/data/table/moments";
import { numberParser } from "../../src/data/table/numbers";
import { rangeOf } from "../../src/data/table/rangeOf";
import type { RowFilter } from "../../src/data/table/tableTypes";
import { Refusal } from "./refusal";

/**
 * “store=1,3” or, of numbers and dates, “day=2024-01-01..2024-03-31”, of which one end may be left out.
 *
 * @throws `Refusal` where there is no such column, or no such range
 */
export function rowsWhere(
  { table: { names }, interpretation: { types, format } }: DescribedTable,
  where: string,
): RowFilter {
  const at = where.indexOf("=");
  const name = where.slice(0, at < 0 ? where.length : at).trim();
  const column = names.indexOf(name);
  if (at < 0 || column < 0)
    throw new Refusal(
      `--where: “${where}” names no column of the table. Give COLUMN=VALUE,VALUE or COLUMN=FROM..TO.`,
    );
  const given = where.slice(at + 1);
  const range = rangeOf(types[column]);
  if (range !== null && given.includes("..")) {
    const [from, to] = given.split("..");
    const isDate = range === "dates";
    return { kind: "range", column, from: end(from, isDate, "from"), to: end(to, isDate, "to") };
  }
  const words = given.split(",").map((value) => value.trim());
  const parse = numberParser(format);
  return {
    kind: "values",
    column,
    values: range === "numbers" ? words.map((word) => String(parse(word))) : words,
  };
}

function end(text: string, isDate: boolean, which: "from" | "to"): number | null {
  if (text.trim() === "") return null;
  const bound = boundOf(text, isDate, which);
  if (bound === null)
    throw new Refusal(`--where: “${text}” is no ${isDate ? "date as 2024-03-31" : "number"}.`);
  return bound;
}
