/** Rows that are the steps of sequences, with a class or a number for each sequence, or a class for each row. */

import { Random } from "../../random";
import { type Message, message } from "../../words/message";
import type { SequencesData } from "../examples";
import { type Split, stratifiedSplit } from "../split";
import { arrangeRows } from "./arrangeRows";
import type { DescribedTable } from "./describeTable";
import { type Encoded, encodeColumns } from "./encodeColumns";
import { inputsOf } from "./inputsOf";
import { answersAsData, labelFlaw, maskOf } from "./labelAnswers";
import { fewestSequences, labelRows, longestPiece } from "./labelRows";
import { type Labelled, labelSequences, spansOfGroups } from "./labelSequences";
import { listedNames } from "./listed";
import type { PrepareContext } from "./prepareContext";
import { type QuestionOutcome, stopped } from "./questionOutcome";
import { countMissing, dropMissing, fillSequences, type SequenceTable, sequenceTable } from "./sequenceTable";
import { lengthsMessage, suggestedFor } from "./suggestSequences";
import {
  categoriesSentence,
  eraSentence,
  missingProblems,
  missingSentence,
  readingSentences,
  signsSentence,
  wordyInput,
} from "./tableSentences";
import type { ClassifyLongQuestion, LabelStepsQuestion, PrepareOptions } from "./tableTypes";
import { wayOf } from "./tableWay";

type SequencesQuestion = ClassifyLongQuestion | LabelStepsQuestion;

export async function prepareSequences(
  described: DescribedTable,
  question: SequencesQuestion,
  context: PrepareContext,
): Promise<QuestionOutcome> {
  const { options } = context;
  const features = inputsOf(question);
  const flaw = questionFlaw(described, question);
  if (flaw) return stopped({ kind: "question", message: flaw });
  const wordy = wordyInput(described, features);
  if (wordy) return stopped(wordy);
  const { id, idWith, time } = question;
  const arrangement = await arrangeRows(described, { id, idWith, time, used: features }, context);
  const gathered = await sequenceTable(described, arrangement, features, context);
  const missing = countMissing(gathered);
  const complete = options.missing === "drop" ? dropMissing(gathered) : gathered;
  const labelled =
    question.kind === "classifyLong"
      ? labelSequences(described, question, complete, arrangement.ids, options)
      : labelRows(described, question, complete, arrangement.ids, options);
  const problems = [
    ...arrangement.problems,
    ...missingProblems(described, missing, options),
    ...labelled.problems,
  ];
  if (problems.some(({ severity }) => severity === "stops")) return { problems, decisions: [], data: null };
  fillSequences(labelled.table, options.missing);
  const split = splitOf(question, labelled, options);
  if (split.train.length === 0 || split.heldOut.length === 0)
    return stopped(tooFew(described, labelled), problems);
  const isTrain = trainMask(labelled.table, split);
  const alone = id !== null && options.seriesScaling === "each" ? spansOfGroups(labelled) : [];
  const encoded = await encodeColumns(labelled.table.columns, [], isTrain, context, { alone });
  if (!encoded.ok) return stopped({ kind: "question", message: encoded.problem }, problems);
  const lengths = lengthsOf(labelled.table);
  const decisions = [
    ...readingSentences(described),
    ...signsSentence(described, features),
    ...eraSentence(described, question.time),
    ...arrangement.decisions,
    ...missingSentence(missing, options),
    ...labelled.decisions,
    message("table.inputsRead", {
      columns: listedNames(features.map((column) => described.table.names[column])),
      lengths: lengthsMessage(lengths),
    }),
    ...categoriesSentence(described, features),
    splitSentence(question, labelled, split),
    message("table.scaled", { how: options.scaling }),
    ...(alone.length > 0 && options.scaling !== "none" ? [message("table.scaledEach")] : []),
  ];
  const answersTrain = question.kind === "labelSteps" ? isTrain : maskOf(split.train, labelled.names.length);
  const ready = { ...labelled, lengths, split, isTrain: answersTrain, encoded: encoded.value, options };
  const data = sequencesData(described, question, ready);
  return { problems, decisions, data: { ...data, decisions } };
}

function questionFlaw(described: DescribedTable, question: SequencesQuestion): Message | null {
  if (inputsOf(question).length === 0) return message("table.noInputs");
  if (question.kind === "labelSteps" && !(question.window >= 1)) return message("table.windowTooSmall");
  return labelFlaw(described, question);
}

interface Ready extends Labelled {
  readonly lengths: Int32Array<ArrayBuffer>;
  readonly split: Split;
  /** [answers] */
  readonly isTrain: Uint8Array;
  readonly encoded: Encoded;
  readonly options: PrepareOptions;
}

function sequencesData(
  described: DescribedTable,
  question: SequencesQuestion,
  { found, lengths, encoded, classes, numbers, names, groups, split, isTrain, options }: Ready,
): Omit<SequencesData, "decisions"> {
  const { origin, names: columns } = described.table;
  const { kind, label } = question;
  const at = kind === "classifyLong" ? "last" : "every";
  const longest = kind === "labelSteps" ? longestPiece(question, new Set(groups).size) : undefined;
  return {
    way: wayOf(described, question, options, encoded.fitted, longest),
    kind: "sequences",
    name: origin.name,
    sizeBytes: origin.sizeBytes,
    suggested: suggestedFor(lengths, split.train.length),
    input: { kind: "features", features: encoded.features, display: { kind: "lines" } },
    ...answersAsData({ labels: found.labels, classes, numbers, at }, columns[label], isTrain, options),
    lengths,
    inputs: encoded.inputs,
    names,
    ...(new Set(groups).size < groups.length && { groups }),
    ...(encoded.ofSpans.length > 0 && { featuresOf: featuresOf(groups, encoded.ofSpans) }),
    ...split,
  };
}

/** Of each sequence. */
function featuresOf(groups: Int32Array, ofSpans: Encoded["ofSpans"]): Encoded["ofSpans"] {
  let span = 0;
  return Array.from(groups, (group, i) => {
    if (i > 0 && group !== groups[i - 1]) span++;
    return ofSpans[span];
  });
}

/** Whether each sequence is split by time: windows of one alone, or of too few to spare any. */
const isSplitByTime = (question: SequencesQuestion, { groups }: Labelled): boolean =>
  question.kind === "labelSteps" && (question.id === null || new Set(groups).size < fewestSequences);

/**
 * Random and stratified by the class that a group begins with, so that no group is in both parts; or, where there are windows of one
 * sequence or a few, by time within each: neighbours are too much alike.
 */
function splitOf(question: SequencesQuestion, labelled: Labelled, options: PrepareOptions): Split {
  const { classes, groups, table } = labelled;
  if (isSplitByTime(question, labelled)) return splitByTime(groups, options);
  const firstClasses = new Map<number, number>();
  groups.forEach((group, sequence) => {
    const own = classes[question.kind === "classifyLong" ? sequence : table.starts[sequence]];
    if (!firstClasses.has(group)) firstClasses.set(group, own);
  });
  const split = stratifiedSplit(
    [...firstClasses.values()],
    Random.fromSeed(options.seed),
    options.heldOutShare,
  );
  const ids = [...firstClasses.keys()];
  const heldOut = new Set(Array.from(split.heldOut, (i) => ids[i]));
  const sequences = Int32Array.from(groups.keys());
  return {
    train: sequences.filter((sequence) => !heldOut.has(groups[sequence])),
    heldOut: sequences.filter((sequence) => heldOut.has(groups[sequence])),
  };
}

/** The last windows of each sequence, as many of each as its share is; of one window none. */
function splitByTime(groups: Int32Array, { heldOutShare }: PrepareOptions): Split {
  const train: number[] = [];
  const heldOut: number[] = [];
  for (let from = 0, to = 0; from < groups.length; from = to) {
    while (to < groups.length && groups[to] === groups[from]) to++;
    const count = to - from;
    const held = Math.min(count - 1, Math.max(1, Math.round(heldOutShare * count)));
    for (let i = from; i < to; i++) (i < to - held ? train : heldOut).push(i);
  }
  return { train: Int32Array.from(train), heldOut: Int32Array.from(heldOut) };
}

function tooFew({ table }: DescribedTable, { names }: Labelled) {
  return {
    kind: "tooFewRows" as const,
    message: message("table.tooFewSequences", { sequences: names.length, rows: table.rowCount }),
    count: names.length,
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

function splitSentence(question: SequencesQuestion, labelled: Labelled, split: Split): Message {
  const counts = { train: split.train.length, heldOut: split.heldOut.length };
  if (isSplitByTime(question, labelled)) {
    const series = new Set(labelled.groups).size;
    return series > 1
      ? message("table.splitByTimeWithin", { ...counts, series })
      : message("table.splitByTime", counts);
  }
  return question.kind === "classifyLong" && labelled.numbers === null
    ? message("table.splitStratified", counts)
    : message("table.splitRandom", counts);
}
