/**
 * The ".ts" files of the UEA and UCR archive of time series: a line is a series, its dimensions between colons, their values between
 * commas, and its class at the end. Lines with "@" say what the file has, and those with "#" are comments.
 * Source: https://www.aeon-toolkit.org/en/stable/api_reference/file_specifications/ts.html
 */
import { message } from "../../../words/message";
import { failure, type Result, success } from "../../result";
import { LineRows } from "./lineRows";
import type { FormedText } from "./rowParser";

type Rows = Iterable<readonly string[]>;

/** @param beginning of the file, "@data" and the first series among it */
export function tsText(beginning: string, name: string): Result<FormedText> {
  const lines = beginning.split(/\r\n?|\n/);
  const data = lines.findIndex((line) => /^\s*@data\b/i.test(line));
  // The last line may be cut.
  const series = lines.slice(data + 1, -1).filter(isSeries);
  const first = series[0] ?? lines.slice(data + 1).find(isSeries);
  if (data < 0 || first === undefined) return failure(message("table.formWithoutData", { name, form: "ts" }));
  if (first.trim().startsWith("(")) return failure(message("table.tsTimestamps", { name }));
  const header = new Map(lines.slice(0, data).map(keyOf));
  const answer = /^true/i.test(header.get("@classlabel") ?? "")
    ? "class"
    : /^true/i.test(header.get("@targetlabel") ?? "")
      ? "target"
      : null;
  const dimensions = partsOf(first).length - (answer === null ? 0 : 1);
  if (dimensions < 1) return failure(message("table.formWithoutData", { name, form: "ts" }));
  const length = valuesOf(partsOf(first)[0]).length;
  const isWide =
    dimensions === 1 &&
    (/^true/i.test(header.get("@equallength") ?? "") ||
      series.every((line) => valuesOf(partsOf(line)[0]).length === length));
  return success(isWide ? wide(length, answer) : long(dimensions, answer));
}

/** A row each: its values, and its class. */
function wide(length: number, answer: string | null): FormedText {
  const steps = Array.from({ length }, (_, step) => `t${step + 1}`);
  return {
    names: answer === null ? steps : [...steps, answer],
    sheets: null,
    parser: (sink) =>
      new LineRows(
        sink,
        dataOnly((line) => {
          const [values, label] = partsOf(line);
          return [[...valuesOf(values), ...(answer === null ? [] : [label ?? ""])]];
        }),
      ),
  };
}

/** A row each step: which series, which step, a column each dimension, the class. */
function long(dimensions: number, answer: string | null): FormedText {
  const names = Array.from({ length: dimensions }, (_, d) => `dimension ${d + 1}`);
  return {
    names: ["sequence_id", "step", ...names, ...(answer === null ? [] : [answer])],
    sheets: null,
    parser: (sink) => {
      let sequence = 0;
      return new LineRows(
        sink,
        dataOnly(function* (line): Rows {
          const parts = partsOf(line);
          const values = parts.slice(0, dimensions).map(valuesOf);
          const label = answer === null ? [] : [parts.slice(dimensions).join(":")];
          const steps = Math.max(...values.map((one) => one.length));
          sequence++;
          for (let step = 0; step < steps; step++)
            yield [String(sequence), String(step + 1), ...values.map((one) => one[step] ?? ""), ...label];
        }),
      );
    },
  };
}

function dataOnly(rowsOf: (line: string) => Rows): (line: string) => Rows {
  let isData = false;
  return (line) => {
    if (isData) return isSeries(line) ? rowsOf(line) : [];
    isData = /^\s*@data\b/i.test(line);
    return [];
  };
}

const isSeries = (line: string) => line.trim() !== "" && !/^\s*[#@]/.test(line);
const partsOf = (line: string): readonly string[] => line.trim().split(":");
const valuesOf = (part: string): readonly string[] => part.split(",").map((value) => value.trim());

function keyOf(line: string): readonly [string, string] {
  const [key = "", ...rest] = line.trim().split(/\s+/);
  return [key.toLowerCase(), rest.join(" ")];
}
