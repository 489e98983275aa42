/** Rows that are the steps of sequences, with a class for each sequence or for each row. */
import { Random } from "../../random";
import type { SequencesData, SuggestedSettings } from "../examples";
import { formatCount } from "../formatCount";
import { type Split, stratifiedSplit } from "../split";
import { arrangeRows } from "./arrangeRows";
import { type ClassLabels, classLabels } from "./classLabels";
import { wordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { encodeColumns } from "./encodeColumns";
import {
  listed,
  missingProblems,
  missingSentence,
  type Preparation,
  quoted,
  readingSentence,
  scalingSentence,
  stopped,
} from "./preparation";
import type { Preparing } from "./preparing";
import {
  countMissing,
  dropMissing,
  fillSequences,
  keepRows,
  type SequenceTable,
  sequenceTable,
} from "./sequenceTable";
import { counted } from "./tableProblems";
import type { ClassifyLongQuestion, LabelStepsQuestion, PrepareOptions, TableProblem } from "./tableTypes";

type SequencesQuestion = ClassifyLongQuestion | LabelStepsQuestion;

/** Sequences with their names, and their answers: one a sequence, or one a row. */
interface Labelled {
  readonly table: SequenceTable;
  readonly names: readonly string[];
  readonly found: ClassLabels;
  /** Class ids, one a sequence or one a row, none left out. */
  readonly answers: Int32Array<ArrayBuffer>;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly string[];
}

export async function prepareSequences(
  described: DescribedTable,
  question: SequencesQuestion,
  preparing: Preparing,
): Promise<Preparation> {
  const { options } = preparing;
  const features = question.features.filter(
    (column) => column !== question.label && column !== question.id && column !== question.time,
  );
  if (features.length === 0)
    return stopped({
      kind: "question",
      message:
        "There are no features for the network to read. Choose columns beside the label, the id and the time.",
    });
  if (question.kind === "labelSteps" && !(question.window >= 1))
    return stopped({ kind: "question", message: "A window must be one row at least. Choose a larger one." });
  const arrangement = arrangeRows(
    described,
    { id: question.id, time: question.time, used: features },
    options,
  );
  const gathered = await sequenceTable(described, arrangement, features, preparing);
  const missing = countMissing(gathered);
  const problems = [...arrangement.problems, ...missingProblems(described, missing, options)];
  const complete = options.missing === "drop" ? dropMissing(gathered) : gathered;
  const labelled =
    question.kind === "classifyLong"
      ? labelSequences(described, question, complete, arrangement.ids, options)
      : labelRows(described, question, complete, arrangement.ids, options);
  const all = [...problems, ...labelled.problems];
  if (all.some(({ severity }) => severity === "stops")) return { problems: all, decisions: [], data: null };
  const { table, answers, names, found } = labelled;
  fillSequences(table, options.missing);
  const split = splitOf(question, labelled, options);
  if (split.train.length === 0 || split.heldOut.length === 0)
    return stopped(tooFew(described, names.length), all);
  const encoded = await encodeColumns(table.columns, [], trainMask(table, split), preparing);
  if (!encoded.ok) return stopped({ kind: "question", message: encoded.problem }, all);
  const lengths = lengthsOf(table);
  const decisions = [
    readingSentence(described),
    ...arrangement.decisions,
    ...missingSentence(missing, options),
    ...labelled.decisions,
    `Read by the network: ${listed(features.map((column) => quoted(described.table.names[column])))}, ${lengthWords(lengths)}.`,
    splitSentence(question, split),
    scalingSentence(options.scaling),
  ];
  const data: SequencesData = {
    kind: "sequences",
    name: described.table.origin.name,
    sizeBytes: described.table.origin.sizeBytes,
    decisions,
    suggested: suggestedFor(lengths, split.train.length),
    input: { kind: "features", features: encoded.value.features, display: { kind: "lines" } },
    answer: { kind: "class", at: question.kind === "classifyLong" ? "last" : "every", labels: found.labels },
    lengths,
    inputs: encoded.value.inputs,
    answers,
    names,
    ...split,
  };
  return { problems: all, decisions, data };
}

/** A class for each sequence: its last label. Sequences without rows or label are left out. */
function labelSequences(
  described: DescribedTable,
  { label, id }: ClassifyLongQuestion,
  whole: SequenceTable,
  allIds: readonly string[],
  options: PrepareOptions,
): Labelled {
  const { table: source } = described;
  const empty = emptySequences(described, whole, allIds, id);
  const hasRows = (sequence: number) => whole.starts[sequence + 1] > whole.starts[sequence];
  const table = keepSequences(whole, hasRows);
  const ids = allIds.filter((_, sequence) => hasRows(sequence));
  const { ids: words, words: labels } = wordColumn(described, label);
  const last = lastLabels(table, words);
  const place = {
    column: source.names[label],
    noun: "sequence",
    rowOf: (sequence: number) => source.rowNumber(last.rows[sequence]),
  };
  const found = classLabels(last.labels, labels, place, options);
  const stays = (sequence: number) => found.classes[sequence] >= 0;
  const kept = ids.map((_, sequence) => sequence).filter(stays);
  return {
    table: keepSequences(table, stays),
    names: kept.map((sequence) => sequenceName(source.names[id], ids[sequence])),
    found,
    answers: Int32Array.from(kept, (sequence) => found.classes[sequence]),
    problems: [...empty.problems, ...changingLabel(described, label, last), ...found.problems],
    decisions: [...empty.decisions, ...found.decisions],
  };
}

interface LastLabels {
  /** [sequences]: −1 where there is none. */
  readonly labels: Int32Array;
  /** [sequences]: the row that it is from. */
  readonly rows: Int32Array;
  /** Sequences with more than one, and the row in which the first of them changes. */
  readonly changes: number;
  readonly firstChange: number;
}

function lastLabels({ rows, starts }: SequenceTable, words: Int32Array): LastLabels {
  const count = starts.length - 1;
  const labels = new Int32Array(count).fill(-1);
  const lastRows = new Int32Array(count);
  let [changes, firstChange] = [0, -1];
  for (let sequence = 0; sequence < count; sequence++) {
    let changed = -1;
    for (let i = starts[sequence]; i < starts[sequence + 1]; i++) {
      const word = words[rows[i]];
      if (word < 0) continue;
      if (labels[sequence] >= 0 && word !== labels[sequence] && changed < 0) changed = rows[i];
      labels[sequence] = word;
      lastRows[sequence] = rows[i];
    }
    if (changed >= 0 && changes++ === 0) firstChange = changed;
  }
  return { labels, rows: lastRows, changes, firstChange };
}

/** A class for each row. Rows without a label are left out; without ids, windows are cut of the one sequence. */
function labelRows(
  described: DescribedTable,
  { label, id, window }: LabelStepsQuestion,
  table: SequenceTable,
  ids: readonly string[],
  options: PrepareOptions,
): Labelled {
  const { ids: words, words: labels } = wordColumn(described, label);
  const { table: source } = described;
  const found = classLabels(
    Int32Array.from(table.rows, (row) => words[row]),
    labels,
    {
      column: source.names[label],
      noun: "row",
      rowOf: (i) => source.rowNumber(table.rows[i]),
    },
    options,
  );
  const rows = keepRows(table, (i) => found.classes[i] >= 0);
  const answers = found.classes.filter((label) => label >= 0);
  const empty = id === null ? { problems: [], decisions: [] } : emptySequences(described, rows, ids, id);
  const notEmpty = (sequence: number) => rows.starts[sequence + 1] > rows.starts[sequence];
  const whole = keepSequences(rows, notEmpty);
  if (id !== null) {
    const names = ids
      .filter((_, sequence) => notEmpty(sequence))
      .map((word) => sequenceName(source.names[id], word));
    return {
      table: whole,
      names,
      found,
      answers,
      problems: [...empty.problems, ...found.problems],
      decisions: [...empty.decisions, ...found.decisions],
    };
  }
  const starts = windowStarts(rows.rows.length, window);
  const names = Array.from(
    starts.subarray(0, -1),
    (start) => `from row ${formatCount(source.rowNumber(rows.rows[start]))}`,
  );
  return {
    table: { ...rows, starts },
    names,
    found,
    answers,
    problems: found.problems,
    decisions: [
      ...found.decisions,
      `The rows are cut into ${counted(names.length, "sequence")} of ${counted(window, "row")}.`,
    ],
  };
}

function windowStarts(rows: number, window: number): Int32Array<ArrayBuffer> {
  const count = Math.ceil(rows / window);
  return Int32Array.from({ length: count + 1 }, (_, k) => Math.min(rows, k * window));
}

function keepSequences(table: SequenceTable, stays: (sequence: number) => boolean): SequenceTable {
  const { starts, rows } = table;
  const isIn = new Uint8Array(rows.length);
  const newStarts = [0];
  for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
    if (!stays(sequence)) continue;
    isIn.fill(1, starts[sequence], starts[sequence + 1]);
    newStarts.push(newStarts[newStarts.length - 1] + starts[sequence + 1] - starts[sequence]);
  }
  return { ...keepRows(table, (i) => isIn[i] === 1), starts: Int32Array.from(newStarts) };
}

/** Ids all of whose rows were left out. */
function emptySequences(
  described: DescribedTable,
  { starts }: SequenceTable,
  ids: readonly string[],
  id: number,
) {
  const empty = ids.filter((_, sequence) => starts[sequence] === starts[sequence + 1]);
  if (empty.length === 0) return { problems: [], decisions: [] };
  const { ids: words, words: names } = wordColumn(described, id);
  const row = described.table.rowNumber(words.indexOf(names.indexOf(empty[0])));
  const column = described.table.names[id];
  const message = `${counted(empty.length, "sequence has", "sequences have")} no rows left and ${empty.length === 1 ? "is" : "are"} left out; the first is “${empty[0]}” in column “${column}”, row ${formatCount(row)}.`;
  const problem: TableProblem = {
    kind: "emptySequence",
    severity: "warns",
    message,
    row,
    column,
    count: empty.length,
    choices: [],
  };
  return { problems: [problem], decisions: [message] };
}

function changingLabel(
  { table }: DescribedTable,
  label: number,
  { changes: count, firstChange }: LastLabels,
): readonly TableProblem[] {
  if (count === 0) return [];
  const number = table.rowNumber(firstChange);
  return [
    {
      kind: "changingLabel",
      severity: "warns",
      message: `Column “${table.names[label]}”: ${counted(count, "sequence has", "sequences have")} more than one label; the first changes in row ${formatCount(number)}. The last label of each counts. To learn all of them, ask for a label at every step.`,
      row: number,
      column: table.names[label],
      count,
      choices: [],
    },
  ];
}

/** "sequence_id" and "17" are sequence 17. */
function sequenceName(column: string, id: string): string {
  const noun = column
    .replace(/[_\s-]*(id|no|nr|index)$/i, "")
    .replaceAll("_", " ")
    .trim();
  return `${noun === "" ? column : noun} ${id}`;
}

/** Random and stratified, or, where windows were cut of one sequence, by time: neighbours are too much alike. */
function splitOf(
  question: SequencesQuestion,
  { answers, names, table }: Labelled,
  options: PrepareOptions,
): Split {
  const random = Random.fromSeed(options.seed);
  if (question.kind === "classifyLong") return stratifiedSplit(answers, random, options.heldOutShare);
  if (question.id !== null) {
    const firstLabels = Int32Array.from(names, (_, sequence) => answers[table.starts[sequence]]);
    return stratifiedSplit(firstLabels, random, options.heldOutShare);
  }
  const heldOut = Math.min(names.length - 1, Math.max(1, Math.round(options.heldOutShare * names.length)));
  const all = Int32Array.from(names, (_, sequence) => sequence);
  return { train: all.slice(0, names.length - heldOut), heldOut: all.slice(names.length - heldOut) };
}

function tooFew({ table }: DescribedTable, sequences: number) {
  return {
    kind: "tooFewRows" as const,
    message: `There are too few sequences: ${formatCount(sequences)}, from ${counted(table.rowCount, "row")}, of which some must train and some be held out. Use a file with more of them, or another id.`,
    count: sequences,
  };
}

/** [rows]: 1 in sequences that train. */
function trainMask({ starts, rows }: SequenceTable, { train }: Split): Uint8Array {
  const mask = new Uint8Array(rows.length);
  for (const sequence of train) mask.fill(1, starts[sequence], starts[sequence + 1]);
  return mask;
}

const lengthsOf = ({ starts }: SequenceTable): Int32Array<ArrayBuffer> =>
  Int32Array.from({ length: starts.length - 1 }, (_, sequence) => starts[sequence + 1] - starts[sequence]);

export function lengthWords(lengths: Int32Array): string {
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const shortest = lengths.reduce((a, b) => Math.min(a, b), longest);
  return shortest === longest
    ? `${counted(longest, "step")} each`
    : `${formatCount(shortest)} to ${formatCount(longest)} steps`;
}

function splitSentence(question: SequencesQuestion, { train, heldOut }: Split): string {
  const counts = `${counted(train.length, "sequence")} train and ${formatCount(heldOut.length)} are held out`;
  if (question.kind === "labelSteps" && question.id === null) return `${counts}: the last ones, by time.`;
  return question.kind === "classifyLong"
    ? `${counts}, drawn at random, with the same share of every class; no sequence is in both.`
    : `${counts}, drawn at random; no sequence is in both.`;
}

/** A few hundred sequences are soon learned by heart: a small network that sees only part of its state, and an end in time. */
export function suggestedFor(lengths: Int32Array, trainSequences: number): SuggestedSettings {
  const longest = lengths.reduce((a, b) => Math.max(a, b), 1);
  return {
    hiddenSize: trainSequences < 500 ? 16 : trainSequences < 5000 ? 32 : 64,
    sequenceLength: Math.min(1024, Math.max(2, longest)),
    batchSize: Math.max(1, Math.min(32, trainSequences >> 2)),
    learningRate: 0.005,
    dropout: trainSequences < 500 ? 0.3 : trainSequences < 5000 ? 0.1 : 0,
    patience: 20,
  };
}
