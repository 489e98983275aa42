/** A class or a number for each sequence. */

import { type Message, message } from "../../words/message";
import type { GivenName } from "../givenName";
import { idName } from "./columnsOf";
import { idColumn } from "./columnValues";
import { shortened } from "./describeColumn";
import type { DescribedTable } from "./describeTable";
import type { RowSpan } from "./encodeColumns";
import { keptAnswers, type LabelAnswers, labelAnswers, labelCells } from "./labelAnswers";
import { keepSequences, type SequenceTable } from "./sequenceTable";
import type { ClassifyLongQuestion, PrepareOptions, SeriesId, TableProblem } from "./tableTypes";

/** Sequences, of which several may be parts of one. */
export interface GroupedSequences {
  readonly table: SequenceTable;
  /** [sequences]: those of the same group are parts of one, and train or are held out together. */
  readonly groups: Int32Array<ArrayBuffer>;
}

/** Sequences with their names, and their answers: one a sequence, or one a row. */
export interface Labelled extends GroupedSequences {
  readonly names: readonly GivenName[];
  readonly found: Pick<LabelAnswers, "labels" | "decisions">;
  /** Class ids, one a sequence or one a row, none left out; of numbers 0. */
  readonly classes: Int32Array<ArrayBuffer>;
  /** The same as numbers; null where classes are asked for. */
  readonly numbers: Float64Array<ArrayBuffer> | null;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly Message[];
}

/** Of each sequence its last label. Sequences without rows or label are left out. */
export function labelSequences(
  described: DescribedTable,
  question: ClassifyLongQuestion,
  whole: SequenceTable,
  allIds: readonly string[],
  options: PrepareOptions,
): Labelled {
  const { table: source } = described;
  const { label, id, idWith } = question;
  const empty = emptySequences(described, whole, allIds, { id, idWith });
  const hasRows = (sequence: number) => whole.starts[sequence + 1] > whole.starts[sequence];
  const table = keepSequences(whole, hasRows);
  const ids = allIds.filter((_, sequence) => hasRows(sequence));
  const cells = labelCells(described, question);
  const last = lastLabels(table, cells.ids);
  const place = {
    column: source.names[label],
    noun: "sequence" as const,
    rowOf: (sequence: number) => source.rowNumber(last.rows[sequence]),
  };
  const found = labelAnswers(
    cells,
    Array.from(last.rows, (row, sequence) => (last.labels[sequence] < 0 ? -1 : row)),
    place,
    options,
  );
  const stays = (sequence: number) => found.classes[sequence] >= 0;
  const kept = ids.map((_, sequence) => sequence).filter(stays);
  return {
    table: keepSequences(table, stays),
    names: kept.map((sequence) => sequenceName(idName(source.names, { id, idWith }), ids[sequence])),
    groups: Int32Array.from(kept.keys()),
    found,
    ...keptAnswers(found),
    problems: [...empty.problems, ...changingLabel(described, label, last), ...found.problems],
    decisions: [...empty.decisions, ...found.decisions],
  };
}

/** Rows of the same sequence, whether it was cut or not. */
export function spansOfGroups({ groups, table: { starts } }: GroupedSequences): readonly RowSpan[] {
  const firsts = [...groups.keys()].filter((i) => i === 0 || groups[i] !== groups[i - 1]);
  return firsts.map((first, k) => ({ start: starts[first], end: starts[firsts[k + 1] ?? groups.length] }));
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

export function lastLabels({ rows, starts }: SequenceTable, words: Int32Array): LastLabels {
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

/** Ids all of whose rows were left out. */
export function emptySequences(
  described: DescribedTable,
  { starts }: SequenceTable,
  ids: readonly string[],
  of: SeriesId & { readonly id: number },
) {
  const empty = ids.filter((_, sequence) => starts[sequence] === starts[sequence + 1]);
  if (empty.length === 0) return { problems: [], decisions: [] };
  const { ids: words, words: names } = idColumn(described, of);
  const row = described.table.rowNumber(words.indexOf(names.indexOf(empty[0])));
  const column = idName(described.table.names, of);
  const said = message("table.emptySequences", {
    count: empty.length,
    id: shortened(empty[0]),
    column,
    row,
  });
  const problem: TableProblem = {
    kind: "emptySequence",
    severity: "warns",
    message: said,
    row,
    column,
    count: empty.length,
    choices: [],
  };
  return { problems: [problem], decisions: [said] };
}

function changingLabel(
  { table }: DescribedTable,
  label: number,
  { changes: count, firstChange }: LastLabels,
): readonly TableProblem[] {
  if (count === 0) return [];
  const row = table.rowNumber(firstChange);
  const column = table.names[label];
  return [
    {
      kind: "changingLabel",
      severity: "warns",
      message: message("table.changingLabel", { column, count, row }),
      row,
      column,
      count,
      choices: [],
    },
  ];
}

/** "sequence_id" and "17" are sequence 17. */
export function sequenceName(column: string, id: string): string {
  const noun = column
    .replace(/[_\s-]*(id|no|nr|index)$/i, "")
    .replaceAll("_", " ")
    .trim();
  return `${noun === "" ? column : noun} ${id}`;
}
