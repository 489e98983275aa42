/** What a table is written as, from the beginning of its file. */
import type { TableForm } from "../tableTypes";

const jsonName = /\.(json|jsonl|ndjson|geojson)$/i;

/**
 * @param name of the file
 * @param beginning of its text; "" of a file that is none
 */
export function tableForm(name: string, beginning: string): Exclude<TableForm, "workbook"> {
  const text = beginning.replace(/^\uFEFF?\s*/, "");
  if (isArff(text)) return "arff";
  if (isTs(text)) return "ts";
  return isJson(text, jsonName.test(name)) ? "json" : "delimited";
}

/** After comments, "@relation" or an attribute. */
const isArff = (text: string): boolean => /^(?:[%#][^\n]*\n|\s)*@(relation|attribute)\s/i.test(text);

const isTs = (text: string): boolean =>
  /^(?:#[^\n]*\n|\s)*@(problemname|timestamps|univariate|missing|dimensions|equallength|serieslength|classlabel|targetlabel)\b/i.test(
    text,
  );

/** A bracket begins other texts as well: what stands in it must be a record or a row, unless the name says what it is. */
function isJson(text: string, isNamed: boolean): boolean {
  if (isNamed) return /^[[{]/.test(text);
  if (/^\[\s*[[{]/.test(text)) return /^\[\s*(\{\s*(?:"|\})|\[\s*(?:["\d[\]-]|null|true|false))/.test(text);
  if (/^\{[ \t]*"(?:[^"\\\n]|\\.)*"[ \t]*:/.test(text)) return true;
  // What is laid out over lines is rather a list of settings, unless there are rows or columns in it.
  return /^\{\s*"/.test(text) && columnOrRecords.test(text);
}

/** Behind a key, or a key's key that counts or is a date: records, rows, or at least six numbers or dates. */
const columnOrRecords =
  /:\s*\[\s*(?:\{\s*"|\[\s*["\d[-]|(?:(?:-?\d[\d.e+-]*|null|"\d{4}-\d\d[^"\n]*")\s*,\s*){5})|\{\s*"(?:\d+|\d{4}-\d\d-\d\d[^"\n]*)"\s*:/;

/** Markup: what is in it is no table by lines. */
export const isMarkup = (beginning: string): boolean =>
  /^\uFEFF?\s*<(\?xml|!doctype|html|svg|table)\b/i.test(beginning);
