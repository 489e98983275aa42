/** What is new or missing in the columns of another table, a sentence each. */
import { type Message, message } from "../../../words/message";
import type { FittedColumn } from "../../examples";
import { listedNames } from "../listed";
import type { SequenceTable } from "../sequenceTable";
import type { KnownAnswers } from "./knownAnswers";

/** So many standard deviations beyond the mean of the training part. */
const farOut = 6;

/** @param read the columns as they were fitted, in the order of the table's */
export function columnNotes({ columns }: SequenceTable, read: readonly FittedColumn[]): readonly Message[] {
  return columns.flatMap(({ name, values, words }, c) => {
    const fitted = read[c];
    const missing = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
    return [
      ...(missing > 0 ? [message("second.cellsMissing", { column: name, count: missing })] : []),
      ...(fitted.kind === "category" ? newWords(name, words, fitted.words) : far(name, values, fitted)),
    ];
  });
}

function newWords(column: string, words: readonly string[], known: readonly string[]): readonly Message[] {
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length === 0) return [];
  return [message("second.newWords", { column, count: unknown.length, words: listedNames(unknown) })];
}

function far(
  column: string,
  values: Float64Array,
  { readAs, quantity: { shift, scale } }: Extract<FittedColumn, { kind: "number" }>,
): readonly Message[] {
  // Of changes the values say nothing.
  if (readAs !== null && readAs !== "value") return [];
  const count = values.reduce((sum, value) => sum + (Math.abs(value - shift) > farOut * scale ? 1 : 0), 0);
  return count === 0 ? [] : [message("second.farValues", { column, count })];
}

export function labelNotes(
  column: string,
  { unknown, without }: Pick<KnownAnswers, "unknown" | "without">,
  answers: number,
): readonly Message[] {
  return [
    ...(unknown.length > 0
      ? [message("second.newLabels", { column, count: unknown.length, labels: listedNames(unknown) })]
      : []),
    ...(without > 0 ? [message("second.unlabelled", { column, count: without, answers })] : []),
  ];
}
