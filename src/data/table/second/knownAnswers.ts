/** Labels of another table as the answers that a network knows. */
import type { ExampleAnswer } from "../../examples";
import { wordColumn } from "../columnValues";
import type { DescribedTable } from "../describeTable";
import { labelCells, scaledNumbers } from "../labelAnswers";

export interface KnownAnswers {
  /** [rows]: classes, −1 where there is no label, or one that the network does not know; of numbers 0 or more where there is one. */
  readonly ids: Int32Array;
  /** [rows]: scaled as those are that the network has learnt, NaN where there is none; null where it has classes. */
  readonly numbers: Float32Array | null;
  /** Labels that it does not know. */
  readonly unknown: readonly string[];
  /** Rows without a label. */
  readonly without: number;
}

/** @param column −1 where the table has none */
export function knownAnswers(described: DescribedTable, column: number, answer: ExampleAnswer): KnownAnswers {
  const { rowCount } = described.table;
  if (column < 0) {
    const numbers = answer.kind === "class" ? null : new Float32Array(rowCount).fill(Number.NaN);
    return { ids: new Int32Array(rowCount).fill(-1), numbers, unknown: [], without: rowCount };
  }
  if (answer.kind === "class") return knownClasses(described, column, answer.labels);
  const { ids, numbers } = labelCells(described, { label: column, answer: "number" });
  const scaled = numbers && scaledNumbers(numbers, answer.outputs[0]);
  return { ids, numbers: scaled, unknown: [], without: countUnknown(ids) };
}

type Classes = Extract<ExampleAnswer, { kind: "class" }>;

function knownClasses(described: DescribedTable, column: number, labels: Classes["labels"]): KnownAnswers {
  const { ids, words } = wordColumn(described, column);
  // The class of all that is rare is named by the page.
  const others = labels.findIndex((label) => typeof label === "object");
  const classes = words.map((word) => {
    const known = labels.indexOf(word);
    return known >= 0 ? known : others;
  });
  return {
    ids: ids.map((id) => (id < 0 ? -1 : classes[id])),
    numbers: null,
    unknown: words.filter((_, id) => classes[id] < 0),
    without: countUnknown(ids),
  };
}

/** @param rows of which each has an answer; −1 for none that has */
export const answersAt = (
  { ids, numbers }: Pick<KnownAnswers, "ids" | "numbers">,
  rows: ArrayLike<number>,
): Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer> =>
  numbers
    ? Float32Array.from(rows, (row) => (row < 0 ? Number.NaN : numbers[row]))
    : Int32Array.from(rows, (row) => (row < 0 ? -1 : ids[row]));

/** Answers that nobody knows. */
export function countUnknown(answers: Int32Array | Float32Array): number {
  const areClasses = answers instanceof Int32Array;
  let count = 0;
  for (const answer of answers) if (areClasses ? answer < 0 : Number.isNaN(answer)) count++;
  return count;
}
