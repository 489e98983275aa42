/** What a table and a question are said to be, in the sentences that all kinds of questions share. */
import { counted, formatCount, listed, quoted } from "../phrases";
import { shortened } from "./describeColumn";
import type { DescribedTable } from "./describeTable";
import { signsInWords } from "./numberSigns";
import type { MissingCount } from "./sequenceTable";
import { optionChoice } from "./tableProblems";
import type { PrepareOptions, TableProblem } from "./tableTypes";

const delimiterWords: ReadonlyMap<string, string> = new Map([
  [",", "commas"],
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
]);

export function readingSentence({ table, interpretation }: DescribedTable): string {
  const { encoding, delimiter, header, skipped, decimal } = interpretation.format;
  const parts = [
    encoding.toUpperCase(),
    `cells between ${delimiterWords.get(delimiter) ?? quoted(delimiter)}`,
    header
      ? `names in ${skipped === 0 ? "the first row" : `row ${formatCount(table.rowNumber(-1))}`}`
      : "no names of columns",
    ...(decimal === "," ? ["decimal commas"] : []),
    ...(table.faults.joinedLines > 0
      ? [`${counted(table.faults.joinedLines, "line")} joined within quotes`]
      : []),
  ];
  return `Read ${counted(table.rowCount, "row")} of ${counted(table.columns.length, "column")} from “${table.origin.name}” (${parts.join(", ")}).`;
}

const missingWords: Readonly<Record<PrepareOptions["missing"], string>> = {
  drop: "Rows with a missing value are left out.",
  carry: "Each takes the last value before it.",
  interpolate: "Numbers take a value on the line from the last one to the next, words the last word.",
};

/** What is missing in the columns in use, and what becomes of it. */
export function missingProblems(
  described: DescribedTable,
  missing: readonly MissingCount[],
  options: PrepareOptions,
): readonly TableProblem[] {
  return missing.map(({ name, count, firstRow }) => {
    const row = described.table.rowNumber(firstRow);
    return {
      kind: "missingValues",
      severity: "warns",
      message: `Column “${name}”: ${counted(count, "value is", "values are")} missing; the first in row ${formatCount(row)}. ${missingWords[options.missing]}`,
      row,
      column: name,
      count,
      choices: [
        optionChoice("Carry the last value forward", "missing", "carry", options),
        optionChoice("Interpolate", "missing", "interpolate", options),
        optionChoice("Drop these rows", "missing", "drop", options),
      ],
    };
  });
}

export function missingSentence(
  missing: readonly MissingCount[],
  options: PrepareOptions,
): readonly string[] {
  if (missing.length === 0) return [];
  const parts = missing.map(({ name, count }) => `${formatCount(count)} in “${name}”`);
  return [`Missing values: ${listed(parts)}. ${missingWords[options.missing]}`];
}

/** Texts and ids are nothing that a network could read as they stand; null where there are none among the inputs. */
export function wordyInput({ table, interpretation }: DescribedTable, inputs: readonly number[]) {
  const wordy = inputs.find((column) => ["text", "id"].includes(interpretation.types[column].kind));
  if (wordy === undefined) return null;
  const column = table.names[wordy];
  return {
    kind: "question" as const,
    column,
    message: `Column “${column}” is ${interpretation.types[wordy].kind === "id" ? "an id" : "text"}, which cannot be read as a feature. Leave it out, or make it a number or a category.`,
  };
}

/** Which inputs become one feature a word. */
export function categoriesSentence(
  { table, interpretation }: DescribedTable,
  inputs: readonly number[],
): readonly string[] {
  const names = inputs.filter((column) => interpretation.types[column].kind === "category");
  if (names.length === 0) return [];
  return [
    `Of categories each word is a feature of its own, 0 or 1: ${listed(names.map((column) => quoted(table.names[column])))}.`,
  ];
}

/** How numbers are read that have something around them. */
export function signsSentence(
  { table, interpretation }: DescribedTable,
  used: readonly number[],
): readonly string[] {
  const rules = used.flatMap((column) => {
    const type = interpretation.types[column];
    if (type.kind !== "number" || !type.signs) return [];
    return [`in ${quoted(table.names[column])} ${listed(signsInWords(type.signs))}`];
  });
  return rules.length > 0 ? [`Numbers are read without what stands around them: ${listed(rules)}.`] : [];
}

/** What stands in a cell may be a whole text. */
export const quotedCell = (cell: string): string => quoted(shortened(cell));

const scalingWords: Readonly<Record<PrepareOptions["scaling"], string>> = {
  standard: "Numbers are scaled to mean 0 and deviation 1",
  minMax: "Numbers are scaled to the range from 0 to 1",
  none: "Numbers are not scaled",
};

export function scalingSentence(scaling: PrepareOptions["scaling"]): string {
  return scaling === "none"
    ? `${scalingWords.none}.`
    : `${scalingWords[scaling]}, as measured on the training part alone; pictures and results are in the units of the file.`;
}
