/** Rows that are whole sequences: a column is a step of one feature, and one column has the class or the number. */

import { Random } from "../../random";
import { message } from "../../words/message";
import type { SequencesData } from "../examples";
import { stratifiedSplit } from "../split";
import type { DescribedTable } from "./describeTable";
import { inputsOf } from "./inputsOf";
import { answersAsData, keptAnswers, labelAnswers, labelCells, labelFlaw, maskOf } from "./labelAnswers";
import type { PrepareContext } from "./prepareContext";
import { type QuestionOutcome, stopped } from "./questionOutcome";
import { fitScale } from "./scaling";
import { lengthsMessage, suggestedFor } from "./suggestSequences";
import { readingSentences, signsSentence } from "./tableSentences";
import type { ClassifyWideQuestion } from "./tableTypes";
import { wayOf } from "./tableWay";
import { emptyRows, wideValues } from "./wideValues";

/** 512 MB of float32. */
const mostNumbers = 2 ** 27;

export async function prepareWide(
  described: DescribedTable,
  question: ClassifyWideQuestion,
  { options, breathing }: PrepareContext,
): Promise<QuestionOutcome> {
  const { table } = described;
  const steps = inputsOf(question);
  const flaw = questionFlaw(described, steps);
  if (flaw) return flaw;
  const unfit = labelFlaw(described, question);
  if (unfit) return stopped({ kind: "question", column: table.names[question.label], message: unfit });
  const values = wideValues(described, steps, options);
  await breathing.breathe();
  const whole = Array.from(values.lengths.keys()).filter((row) => values.lengths[row] > 0);
  const place = {
    column: table.names[question.label],
    noun: "row" as const,
    rowOf: (i: number) => table.rowNumber(whole[i]),
  };
  const found = labelAnswers(labelCells(described, question), whole, place, options);
  const empty = emptyRows(described, values);
  const problems = [...values.problems, ...empty, ...found.problems];
  if (problems.some(({ severity }) => severity === "stops")) return { problems, decisions: [], data: null };
  const rows = whole.filter((_, i) => found.classes[i] >= 0);
  const { classes, numbers } = keptAnswers(found);
  const split = stratifiedSplit(classes, Random.fromSeed(options.seed), options.heldOutShare);
  if (split.heldOut.length === 0) return stopped(tooFew(described, rows.length), problems);
  const lengths = Int32Array.from(rows, (row) => values.lengths[row]);
  const decisions = [
    ...readingSentences(described),
    ...signsSentence(described, question.steps),
    ...values.decisions,
    ...empty.map(({ message }) => message),
    ...found.decisions,
    message("table.rowsAreSequences", {
      columns: steps.length,
      first: table.names[steps[0]],
      last: table.names[steps[steps.length - 1]],
      lengths: lengthsMessage(lengths),
    }),
    message(numbers ? "table.splitRowsRandom" : "table.splitRows", {
      train: split.train.length,
      heldOut: split.heldOut.length,
    }),
    message("table.scaled", { how: options.scaling }),
  ];
  const sequence = (index: number) =>
    values.numbers.subarray(rows[index] * steps.length, rows[index] * steps.length + lengths[index]);
  const scale = fitScale(valuesOf(split.train, sequence), options.scaling);
  const features = [{ name: message("table.value"), unit: null, ...scale }];
  const data: SequencesData = {
    kind: "sequences",
    name: table.origin.name,
    sizeBytes: table.origin.sizeBytes,
    decisions,
    suggested: suggestedFor(lengths, split.train.length),
    input: { kind: "features", features, display: { kind: "lines" } },
    ...answersAsData(
      { ...found, classes, numbers, at: "last" },
      place.column,
      maskOf(split.train, rows.length),
      options,
    ),
    lengths,
    inputs: concatenated(lengths, sequence, scale),
    names: rows.map((row) => table.rowNumber(row)),
    ...split,
    way: wayOf(described, question, options),
  };
  return { problems, decisions, data };
}

export function questionFlaw(
  { table, interpretation }: DescribedTable,
  steps: readonly number[],
): QuestionOutcome | null {
  if (steps.length === 0) {
    return stopped({ kind: "question", message: message("table.noSteps") });
  }
  const words = steps.find((column) => interpretation.types[column].kind !== "number");
  if (words !== undefined) {
    const column = table.names[words];
    return stopped({
      kind: "question",
      column,
      message: message("table.stepNotNumbers", { column }),
    });
  }
  if (steps.length * table.rowCount <= mostNumbers) return null;
  return stopped({
    kind: "tooLong",
    message: message("table.tooManySteps", {
      rows: table.rowCount,
      steps: steps.length,
      most: mostNumbers,
    }),
  });
}

function tooFew({ table }: DescribedTable, sequences: number) {
  return {
    kind: "tooFewRows" as const,
    message: message("table.tooFewRowSequences", { sequences, rows: table.rowCount }),
    count: sequences,
  };
}

/** One sequence after the other. */
function valuesOf(sequences: Int32Array, sequence: (index: number) => Float64Array): Float64Array {
  const length = sequences.reduce((sum, index) => sum + sequence(index).length, 0);
  const values = new Float64Array(length);
  let at = 0;
  for (const index of sequences) {
    const own = sequence(index);
    values.set(own, at);
    at += own.length;
  }
  return values;
}

export function concatenated(
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
