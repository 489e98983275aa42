/** Rows that are whole sequences: a column is a step of one feature, and one column has the class. */
import { Random } from "../../random";
import type { SequencesData } from "../examples";
import { formatCount } from "../formatCount";
import { stratifiedSplit } from "../split";
import { classLabels } from "./classLabels";
import { numericColumn, wordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { carryBackward, carryForward, interpolate } from "./fillMissing";
import { missingProblems, type Preparation, readingSentence, scalingSentence, stopped } from "./preparation";
import { lengthWords, suggestedFor } from "./prepareSequences";
import type { Preparing } from "./preparing";
import { fitScale } from "./scaling";
import { counted } from "./tableProblems";
import type { ClassifyWideQuestion, PrepareOptions, TableProblem } from "./tableTypes";

/** 512 MB of float32. */
const mostNumbers = 2 ** 27;

export async function prepareWide(
  described: DescribedTable,
  question: ClassifyWideQuestion,
  { options, breathing }: Preparing,
): Promise<Preparation> {
  const { table, interpretation } = described;
  const steps = question.steps.filter((column) => column !== question.label);
  const words = steps.find((column) => interpretation.types[column].kind !== "number");
  if (steps.length === 0)
    return stopped({
      kind: "question",
      message: "No columns are chosen as steps. Choose those with the values over time.",
    });
  if (words !== undefined) {
    const column = table.names[words];
    return stopped({
      kind: "question",
      column,
      message: `Column “${column}” has no numbers, so it cannot be a step. Leave it out, or make it a number.`,
    });
  }
  if (steps.length * table.rowCount > mostNumbers) {
    return stopped({
      kind: "tooLong",
      message: `${formatCount(table.rowCount)} rows of ${formatCount(steps.length)} steps are too many: the limit is ${formatCount(mostNumbers)} numbers. Choose fewer steps, or use a part of the file.`,
    });
  }
  const values = valuesOf(described, steps, options);
  await breathing.breathe();
  const label = wordColumn(described, question.label);
  const found = classLabels(
    label.ids,
    label.words,
    { column: table.names[question.label], noun: "row", rowOf: (row) => table.rowNumber(row) },
    options,
  );
  const lengths = values.lengths;
  const empty = emptyRows(described, lengths, values.dropped);
  const problems = [...values.problems, ...empty, ...found.problems];
  if (problems.some(({ severity }) => severity === "stops")) return { problems, decisions: [], data: null };
  const rows = Array.from(lengths.keys()).filter((row) => lengths[row] > 0 && found.classes[row] >= 0);
  const answers = Int32Array.from(rows, (row) => found.classes[row]);
  const split = stratifiedSplit(answers, Random.fromSeed(options.seed), options.heldOutShare);
  if (split.heldOut.length === 0)
    return stopped(
      {
        kind: "tooFewRows",
        message: `There are too few sequences: ${formatCount(rows.length)}, from ${counted(table.rowCount, "row")}, of which some must train and some be held out. Use a file with more rows.`,
        count: rows.length,
      },
      problems,
    );
  const T = steps.length;
  const sequence = (index: number) =>
    values.numbers.subarray(rows[index] * T, rows[index] * T + lengths[rows[index]]);
  const scale = fitScale(everyValue(split.train, sequence), options.scaling);
  const keptLengths = Int32Array.from(rows, (row) => lengths[row]);
  const decisions = [
    readingSentence(described),
    ...values.decisions,
    ...empty.map(({ message }) => message),
    ...found.decisions,
    `Each row is a sequence of one feature: ${formatCount(T)} columns from “${table.names[steps[0]]}” to “${table.names[steps[T - 1]]}”, ${lengthWords(keptLengths)}.`,
    `${counted(split.train.length, "row")} train and ${formatCount(split.heldOut.length)} are held out, drawn at random, with the same share of every class.`,
    scalingSentence(options.scaling),
  ];
  const data: SequencesData = {
    kind: "sequences",
    name: table.origin.name,
    sizeBytes: table.origin.sizeBytes,
    decisions,
    suggested: suggestedFor(keptLengths, split.train.length),
    input: {
      kind: "features",
      features: [{ name: "value", unit: null, ...scale }],
      display: { kind: "lines" },
    },
    answer: { kind: "class", at: "last", labels: found.labels },
    lengths: keptLengths,
    inputs: concatenated(keptLengths, sequence, scale),
    answers,
    names: rows.map((row) => `row ${formatCount(table.rowNumber(row))}`),
    ...split,
  };
  return { problems, decisions, data };
}

interface WideValues {
  /** [rows, T]. */
  readonly numbers: Float64Array;
  /** [rows]: without what is missing at the end; 0 for rows that are left out. */
  readonly lengths: Int32Array;
  readonly dropped: number;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly string[];
}

/** Cells that are missing at the end of a row make a shorter sequence; those within are filled. */
function valuesOf(described: DescribedTable, steps: readonly number[], options: PrepareOptions): WideValues {
  const { table } = described;
  const T = steps.length;
  const numbers = new Float64Array(table.rowCount * T);
  const out = new Uint8Array(table.rowCount);
  steps.forEach((column, t) => {
    const { values, invalidRows } = numericColumn(described, column);
    for (let row = 0; row < values.length; row++) numbers[row * T + t] = values[row];
    if (options.invalid === "dropRow") for (const row of invalidRows) out[row] = 1;
  });
  if (options.ragged === "drop") for (const row of table.faults.ragged.values()) out[row] = 1;
  const lengths = new Int32Array(table.rowCount);
  const missing = { count: 0, firstRow: -1, name: "" };
  for (let row = 0; row < table.rowCount; row++) {
    const values = numbers.subarray(row * T, (row + 1) * T);
    lengths[row] = out[row] ? 0 : lengthOf(values);
    const gaps = values.subarray(0, lengths[row]).findIndex(Number.isNaN);
    if (gaps < 0) continue;
    if (missing.firstRow < 0) Object.assign(missing, { firstRow: row, name: table.names[steps[gaps]] });
    missing.count += values
      .subarray(0, lengths[row])
      .reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
    if (options.missing === "drop") out[row] = 1;
    else fill({ values, from: 0, to: lengths[row] }, options);
    if (out[row]) lengths[row] = 0;
  }
  const dropped = out.reduce((sum, isOut) => sum + isOut, 0);
  const problems = missing.count > 0 ? missingProblems(described, [missing], options) : [];
  const decisions = [
    ...problems.map(({ message }) => message),
    ...(dropped > 0
      ? [`${counted(dropped, "row")} with wrong or missing cells ${dropped === 1 ? "is" : "are"} left out.`]
      : []),
  ];
  return { numbers, lengths, dropped, problems, decisions };
}

function lengthOf(values: Float64Array): number {
  let length = values.length;
  while (length > 0 && Number.isNaN(values[length - 1])) length--;
  return length;
}

function fill(gap: { values: Float64Array; from: number; to: number }, { missing }: PrepareOptions): void {
  if (missing === "interpolate") interpolate(gap, null);
  else carryForward(gap);
  carryBackward(gap);
}

function emptyRows(described: DescribedTable, lengths: Int32Array, dropped: number): readonly TableProblem[] {
  const count = lengths.reduce((sum, length) => sum + (length === 0 ? 1 : 0), 0) - dropped;
  if (count <= 0) return [];
  const row = described.table.rowNumber(lengths.indexOf(0));
  const message = `${counted(count, "row has", "rows have")} no value in any step and ${count === 1 ? "is" : "are"} left out; the first is row ${formatCount(row)}.`;
  return [{ kind: "emptySequence", severity: "warns", message, row, column: null, count, choices: [] }];
}

function* everyValue(sequences: Int32Array, sequence: (index: number) => Float64Array): Iterable<number> {
  for (const index of sequences) yield* sequence(index);
}

function concatenated(
  lengths: Int32Array,
  sequence: (index: number) => Float64Array,
  { shift, scale }: { shift: number; scale: number },
): Float32Array<ArrayBuffer> {
  const inputs = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  lengths.forEach((length, index) => {
    const values = sequence(index);
    for (let t = 0; t < length; t++) inputs[at + t] = (values[t] - shift) / scale;
    at += length;
  });
  return inputs;
}
