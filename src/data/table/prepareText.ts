/** Rows that have a text each, and a label. */
import { message, type Said } from "../../words/message";
import { type LabelledText, textClasses } from "../textClasses";
import { classLabels } from "./classLabels";
import { wordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import type { PrepareContext } from "./prepareContext";
import { type QuestionOutcome, stopped } from "./questionOutcome";
import { raggedSentence } from "./tableProblems";
import { readingSentences } from "./tableSentences";
import type { ClassifyTextQuestion, PrepareOptions } from "./tableTypes";
import { wayOf } from "./tableWay";

export async function prepareText(
  described: DescribedTable,
  question: ClassifyTextQuestion,
  { options, breathing }: PrepareContext,
): Promise<QuestionOutcome> {
  const { table } = described;
  const { text, label, unit } = question;
  if (text === label) {
    return stopped({ kind: "question", message: message("table.sameTextAndLabel") });
  }
  const { ids, words } = wordColumn(described, label);
  const rows = rowsInUse(described, options);
  const rowOf = (i: number) => table.rowNumber(rows[i]);
  const labelIds = Int32Array.from(rows, (row) => ids[row]);
  const found = classLabels(labelIds, words, { column: table.names[label], noun: "row", rowOf }, options);
  if (found.problems.some(({ severity }) => severity === "stops"))
    return { problems: found.problems, decisions: [], data: null };
  await breathing.breathe();
  const texts = labelledTexts(described, text, rows, found);
  await breathing.breathe();
  const { name, sizeBytes } = table.origin;
  const decisions = [...readingSentences(described), ...raggedSentence(table, options), ...found.decisions];
  const { heldOutShare, seed } = options;
  const data = textClasses(
    texts,
    { unit, singles: true },
    { name, sizeBytes, decisions, seed, heldOutShare },
  );
  if (!data.ok) {
    const column = table.names[text];
    const said = message("table.textProblem", { column, problem: data.problem });
    return stopped({ kind: "tooFewRows", column, message: said }, found.problems);
  }
  const way = wayOf(described, question, options);
  return { problems: found.problems, decisions: data.value.decisions, data: { ...data.value, way } };
}

/** All of them, or without those that have too few or too many cells. */
export function rowsInUse({ table }: DescribedTable, { ragged }: PrepareOptions): Int32Array {
  const out = new Set(ragged === "drop" ? table.raggedRows : []);
  return Int32Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !out.has(row));
}

/** The texts of the rows that have a label. */
function labelledTexts(
  { table }: DescribedTable,
  column: number,
  rows: Int32Array,
  { labels, classes }: { readonly labels: readonly Said[]; readonly classes: Int32Array },
): readonly LabelledText[] {
  const cells = table.columns[column];
  return Array.from(rows).flatMap((row, i) => {
    if (classes[i] < 0) return [];
    return [{ name: table.rowNumber(row), label: labels[classes[i]], text: cells.at(row) }];
  });
}
