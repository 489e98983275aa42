/**
 * Weka's attribute-relation files: "@attribute" lines name the columns, and a line each below "@data" has a row.
 * Source: https://waikato.github.io/weka-wiki/formats_and_processing/arff_stable/
 */
import { message } from "../../../words/message";
import { failure, type Result, success } from "../../result";
import { LineRows } from "./lineRows";
import type { FormedText } from "./rowParser";

const attributePattern = /^@attribute\s+('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\S+)\s+(.*)$/i;

/** @param beginning of the file, all lines up to "@data" among them */
export function arffText(beginning: string, name: string): Result<FormedText> {
  const header = headerOf(beginning);
  if (header === null) return failure(message("table.formWithoutData", { name, form: "arff" }));
  const attributes = header.flatMap((line) => {
    const match = attributePattern.exec(line.trim());
    return match ? [{ name: unquoted(match[1]), type: match[2].trim() }] : [];
  });
  if (attributes.some(({ type }) => /^relational\b/i.test(type)))
    return failure(message("table.arffRelational", { name }));
  const names = attributes.map((one) => one.name);
  return success({
    names,
    sheets: null,
    parser: (sink) => {
      let isData = false;
      return new LineRows(sink, (line) => {
        const text = line.trim();
        if (!isData) {
          isData = /^@data\b/i.test(text);
          return [];
        }
        if (text.startsWith("%")) return [];
        return [text.startsWith("{") ? sparseCells(text, attributes) : cellsOf(text)];
      });
    },
  });
}

function headerOf(beginning: string): readonly string[] | null {
  const lines = beginning.split(/\r\n?|\n/);
  const data = lines.findIndex((line) => /^\s*@data\b/i.test(line));
  return data < 0 ? null : lines.slice(0, data);
}

/** Between commas or tabs; quotes of both kinds, with backslashes in them. */
function cellsOf(line: string): readonly string[] {
  if (!/['"\\]/.test(line)) return line.split(line.includes(",") ? "," : /\t/).map((cell) => cell.trim());
  const cells: string[] = [""];
  let quote = "";
  const put = (text: string) => {
    cells[cells.length - 1] += text;
  };
  for (let i = 0; i < line.length; i++) {
    const one = line[i];
    if (one === "\\" && i + 1 < line.length) put(line[++i]);
    else if (quote !== "") {
      if (one === quote) quote = "";
      else put(one);
    } else if ((one === "'" || one === '"') && cells[cells.length - 1].trim() === "") {
      quote = one;
      cells[cells.length - 1] = "";
    } else if (one === "," || one === "\t") cells.push("");
    else put(one);
  }
  return cells.map((cell) => cell.trim());
}

/** "{1 X, 3 Y}": places are counted from 0, and what is not named is 0, or the first of its words. */
function sparseCells(line: string, attributes: readonly { readonly type: string }[]): readonly string[] {
  const cells = attributes.map(({ type }) => {
    const words = /^\{(.*)\}$/.exec(type);
    return words ? (cellsOf(words[1])[0] ?? "") : "0";
  });
  for (const pair of cellsOf(line.replace(/^\{|\}\s*$/g, ""))) {
    const [, place, value] = /^(\d+)\s+(.*)$/.exec(pair) ?? [];
    if (place !== undefined && Number(place) < cells.length) cells[Number(place)] = unquoted(value);
  }
  return cells;
}

const unquoted = (text: string): string => cellsOf(text)[0];
