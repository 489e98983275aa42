/** Rows that have a text each, and a label. */
import { formatCount } from "../formatCount";
import { type LabelledText, textClasses } from "../textClasses";
import { classLabels } from "./classLabels";
import { wordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { type Preparation, readingSentence, stopped } from "./preparation";
import type { Preparing } from "./preparing";
import type { ClassifyTextQuestion } from "./tableTypes";

export async function prepareText(
  described: DescribedTable,
  { text, label, unit }: ClassifyTextQuestion,
  { options, breathing }: Preparing,
): Promise<Preparation> {
  const { table } = described;
  if (text === label) {
    return stopped({
      kind: "question",
      message: "The text and the label are the same column. Choose another column for one of them.",
    });
  }
  const { ids, words } = wordColumn(described, label);
  const rowOf = (row: number) => table.rowNumber(row);
  const found = classLabels(ids, words, { column: table.names[label], noun: "row", rowOf }, options);
  if (found.problems.some(({ severity }) => severity === "stops"))
    return { problems: found.problems, decisions: [], data: null };
  await breathing.breathe();
  const texts = labelledTexts(described, text, found);
  await breathing.breathe();
  const { name, sizeBytes } = table.origin;
  const decisions = [readingSentence(described), ...found.decisions];
  const { heldOutShare, seed } = options;
  const data = textClasses(texts, { unit }, { name, sizeBytes, decisions, seed, heldOutShare });
  if (!data.ok) {
    const column = table.names[text];
    const message = `Column “${column}”, as the text: ${data.problem}`;
    return stopped({ kind: "tooFewRows", column, message }, found.problems);
  }
  return { problems: found.problems, decisions: data.value.decisions, data: data.value };
}

/** The texts of all rows that have a label. */
function labelledTexts(
  { table }: DescribedTable,
  column: number,
  { labels, classes }: { readonly labels: readonly string[]; readonly classes: Int32Array },
): readonly LabelledText[] {
  const cells = table.columns[column];
  return Array.from(classes.keys()).flatMap((row) => {
    if (classes[row] < 0) return [];
    const name = `row ${formatCount(table.rowNumber(row))}`;
    return [{ name, label: labels[classes[row]], text: cells.at(row) }];
  });
}
