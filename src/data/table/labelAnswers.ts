/** What is right for each sequence or row: one of the classes of a label, or its number. */
import { type Message, message } from "../../words/message";
import type { SequencesData } from "../examples";
import { type ClassLabels, classLabels, type LabelPlace } from "./classLabels";
import { numericColumn, wordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { quantityOf } from "./encodeColumns";
import { rangeOf } from "./fitForm";
import type { AskedOfLabel, PrepareOptions, TableProblem } from "./tableTypes";

export interface LabelQuestion extends AskedOfLabel {
  readonly label: number;
}

/** The cells of a label's column. */
export interface LabelCells {
  /** [rows]: into the words, −1 where there is no label; where a number is asked for, also where there is none. */
  readonly ids: Int32Array;
  readonly words: readonly string[];
  /** [rows]; null where classes are asked for. */
  readonly numbers: Float64Array | null;
}

export function labelCells(described: DescribedTable, { label, answer }: LabelQuestion): LabelCells {
  const { ids, words } = wordColumn(described, label);
  if (answer !== "number") return { ids, words, numbers: null };
  const { values } = numericColumn(described, label);
  return { ids: ids.map((id, row) => (Number.isNaN(values[row]) ? -1 : id)), words, numbers: values };
}

/** Why it cannot be asked for, or null. */
export function labelFlaw(
  { table, interpretation }: DescribedTable,
  { label, answer }: LabelQuestion,
): Message | null {
  if (answer !== "number" || interpretation.types[label].kind === "number") return null;
  return message("table.labelNotNumbers", { column: table.names[label] });
}

/** Of numbers all that are known are of one class, which has no name. */
export interface LabelAnswers extends ClassLabels {
  /** [answers]: NaN for one that is left out; null where classes are asked for. */
  readonly numbers: Float64Array<ArrayBuffer> | null;
}

/** @param rows [answers]: the row that each is from, and −1 where it has none */
export function labelAnswers(
  { ids, words, numbers }: LabelCells,
  rows: ArrayLike<number>,
  place: LabelPlace,
  options: PrepareOptions,
): LabelAnswers {
  const found = Int32Array.from(rows, (row) => (row < 0 ? -1 : ids[row]));
  if (!numbers) return { ...classLabels(found, words, place, options), numbers: null };
  const values = Float64Array.from(rows, (row, i) => (found[i] < 0 ? Number.NaN : numbers[row]));
  const { problems, decisions } = numbersFound(values, place);
  return { labels: [], classes: found.map((id) => Math.min(0, id)), numbers: values, problems, decisions };
}

/** Of those that are not left out. */
export const keptAnswers = ({ classes, numbers }: Pick<LabelAnswers, "classes" | "numbers">) => ({
  classes: classes.filter((id) => id >= 0),
  numbers: numbers?.filter((number) => !Number.isNaN(number)) ?? null,
});

/** Two different ones are the fewest that anything can be learnt from. */
function numbersFound(
  values: Float64Array,
  { column, noun, rowOf }: LabelPlace,
): Pick<LabelAnswers, "problems" | "decisions"> {
  const known = values.filter((value) => !Number.isNaN(value));
  const { least: min, most: max } = rangeOf(known);
  if (!(min < max)) {
    const row = known.length === 0 ? null : rowOf(values.findIndex((value) => !Number.isNaN(value)));
    const problem: TableProblem = {
      kind: "constantLabel",
      severity: "stops",
      message:
        row === null
          ? message("table.noLabels", { column, noun })
          : message("table.constantNumber", { column, value: min, row }),
      row,
      column,
      count: known.length,
      choices: [],
    };
    return { problems: [problem], decisions: [] };
  }
  const count = values.length - known.length;
  return {
    problems: [],
    decisions: [
      message("table.numbersOf", { column, noun, count: known.length, min, max }),
      ...(count > 0 ? [message("table.unlabelledOut", { count, noun })] : []),
    ],
  };
}

interface Kept extends Pick<LabelAnswers, "labels" | "classes" | "numbers"> {
  /** None is left out. */
  readonly classes: Int32Array<ArrayBuffer>;
  readonly at: "last" | "every";
}

/** As data has them; numbers scaled by those that train. @param isTrain [answers] */
export function answersAsData(
  { labels, classes, numbers, at }: Kept,
  column: string,
  isTrain: Uint8Array,
  { scaling }: PrepareOptions,
): Pick<SequencesData, "answer" | "answers"> {
  if (!numbers) return { answer: { kind: "class", at, labels }, answers: classes };
  const quantity = quantityOf({ name: column, values: numbers }, isTrain, scaling);
  return {
    answer: { kind: "numbers", at, outputs: [quantity], forecast: null },
    answers: scaledNumbers(numbers, quantity),
  };
}

/** [count]: 1 at each of the places. */
export function maskOf(places: Int32Array, count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (const place of places) mask[place] = 1;
  return mask;
}

export const scaledNumbers = (
  numbers: Float64Array,
  { shift, scale }: { readonly shift: number; readonly scale: number },
): Float32Array<ArrayBuffer> => Float32Array.from(numbers, (value) => (value - shift) / scale);
