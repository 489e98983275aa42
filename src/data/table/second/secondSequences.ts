/** Sequences of another table, long ones by their rows: all are answered, those with a label are compared with it. */
import { message } from "../../../words/message";
import type { SequencesData } from "../../examples";
import type { GivenName } from "../../givenName";
import { type Arrangement, arrangeRows } from "../arrangeRows";
import { idName } from "../columnsOf";
import type { DescribedTable } from "../describeTable";
import { encodeColumns } from "../encodeColumns";
import { cutLong, windowName } from "../labelRows";
import { type GroupedSequences, lastLabels, sequenceName, spansOfGroups } from "../labelSequences";
import type { PrepareContext } from "../prepareContext";
import {
  dropMissing,
  fillSequences,
  keepSequences,
  type SequenceTable,
  sequenceTable,
} from "../sequenceTable";
import type { ClassifyLongQuestion, LabelStepsQuestion } from "../tableTypes";
import { columnNotes, labelNotes } from "./columnNotes";
import { answersAt, countUnknown, type KnownAnswers, knownAnswers } from "./knownAnswers";
import { cannot, type SecondOutcome } from "./secondOutcome";
import type { TrainedOn } from "./trainedOn";

interface SecondLabels {
  readonly question: ClassifyLongQuestion | LabelStepsQuestion;
  readonly trained: TrainedOn;
  readonly at: (column: number) => number | null;
}

export async function secondSequences(
  described: DescribedTable,
  { question, trained, at }: SecondLabels,
  context: PrepareContext,
): Promise<SecondOutcome> {
  const { way, answer } = trained;
  const used = way.read.map(({ column }) => at(column) ?? -1);
  const { id, idWith, time } = question;
  const arrangement = await arrangeRows(described, { id, idWith, time, used }, context);
  const gathered = await sequenceTable(described, arrangement, used, context);
  const notes = columnNotes(gathered, way.read);
  const whole = way.options.missing === "drop" ? dropMissing(gathered) : gathered;
  const known = knownAnswers(described, question.label, answer);
  const { table, names, groups, answers } = sequencesOf(described, question, whole, {
    arrangement,
    known,
    longest: way.longest,
  });
  if (names.length === 0) return cannot(message("second.nothing"), notes);
  fillSequences(table, way.options.missing);
  const isAlone = id !== null && way.options.seriesScaling === "each";
  const spans = isAlone ? spansOfGroups({ table, groups }) : [];
  const isTrain = new Uint8Array(table.rows.length);
  const encoded = await encodeColumns(table.columns, [], isTrain, context, {
    alone: spans,
    before: { columns: way.read, ofSpans: [] },
  });
  if (!encoded.ok) return cannot(encoded.problem, notes);
  const { features, inputs } = encoded.value;
  const data: SequencesData = {
    kind: "sequences",
    name: described.table.origin.name,
    sizeBytes: described.table.origin.sizeBytes,
    decisions: arrangement.decisions,
    suggested: {},
    input: { kind: "features", features, display: { kind: "lines" } },
    answer,
    lengths: Int32Array.from(names, (_, i) => table.starts[i + 1] - table.starts[i]),
    inputs,
    answers,
    names,
    groups,
    train: new Int32Array(0),
    heldOut: Int32Array.from(names.keys()),
  };
  const column = described.table.names[question.label];
  const without = countUnknown(answers);
  const labels = question.label < 0 ? [] : labelNotes(column, { ...known, without }, answers.length);
  return { notes: [...notes, ...labels], problem: null, data };
}

interface Sequences extends GroupedSequences {
  readonly names: readonly GivenName[];
  /** One a sequence or one a row; −1 or NaN where nobody knows. */
  readonly answers: SequencesData["answers"];
}

interface Given {
  readonly arrangement: Arrangement;
  readonly known: KnownAnswers;
  readonly longest: number;
}

function sequencesOf(
  { table: source }: DescribedTable,
  question: ClassifyLongQuestion | LabelStepsQuestion,
  whole: SequenceTable,
  { arrangement, known, longest }: Given,
): Sequences {
  const hasRows = (sequence: number) => whole.starts[sequence + 1] > whole.starts[sequence];
  const table = keepSequences(whole, hasRows);
  const ids = arrangement.ids.filter((_, sequence) => hasRows(sequence));
  const ofId = ids.map((id) => sequenceName(idName(source.names, question), id));
  if (question.kind === "classifyLong") {
    const { labels, rows } = lastLabels(table, known.ids);
    const answers = answersAt(
      known,
      rows.map((row, sequence) => (labels[sequence] < 0 ? -1 : row)),
    );
    return { table, names: ofId, groups: Int32Array.from(ids.keys()), answers };
  }
  const windows = cutLong(table.starts, question.window, longest);
  const nameOf = (group: number, k: number) =>
    windowName(
      question.id === null ? null : ofId[group],
      windows.isCut[group] === 1,
      source.rowNumber(table.rows[windows.starts[k]]),
    );
  return {
    table: { ...table, starts: windows.starts },
    names: Array.from(windows.groups, nameOf),
    groups: windows.groups,
    answers: answersAt(known, table.rows),
  };
}
