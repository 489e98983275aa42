/** A class or a number for each row of sequences. */
import { type Message, message, type Said } from "../../words/message";
import { idName } from "./columnsOf";
import type { DescribedTable } from "./describeTable";
import { keptAnswers, labelAnswers, labelCells } from "./labelAnswers";
import { emptySequences, type Labelled, sequenceName } from "./labelSequences";
import { keepRows, keepSequences, type SequenceTable } from "./sequenceTable";
import type { LabelStepsQuestion, PrepareOptions } from "./tableTypes";

/** Longer sequences are cut: a network would see but the end of them. */
const longestWhole = 256;
/** Of fewer sequences none can be spared for the held-out part. */
export const fewestSequences = 5;

/** Rows without a label are left out. Without ids all rows are one sequence. */
export function labelRows(
  described: DescribedTable,
  question: LabelStepsQuestion,
  table: SequenceTable,
  ids: readonly string[],
  options: PrepareOptions,
): Labelled {
  const { label, id, idWith, window } = question;
  const { table: source } = described;
  const place = {
    column: source.names[label],
    noun: "row" as const,
    rowOf: (i: number) => source.rowNumber(table.rows[i]),
  };
  const found = labelAnswers(labelCells(described, question), table.rows, place, options);
  const labelled = keepRows(table, (i) => found.classes[i] >= 0);
  const empty =
    id === null ? { problems: [], decisions: [] } : emptySequences(described, labelled, ids, { id, idWith });
  const hasRows = (sequence: number) => labelled.starts[sequence + 1] > labelled.starts[sequence];
  const rows = keepSequences(labelled, hasRows);
  const names =
    id === null
      ? [null]
      : ids
          .filter((_, i) => hasRows(i))
          .map((word) => sequenceName(idName(source.names, { id, idWith }), word));
  const windows = cutLong(rows.starts, window, longestPiece({ id, window }, names.length));
  return {
    table: { ...rows, starts: windows.starts },
    names: Array.from(windows.groups, (group, k) =>
      windowName(names[group], windows.isCut[group] === 1, source.rowNumber(rows.rows[windows.starts[k]])),
    ),
    groups: windows.groups,
    found,
    ...keptAnswers(found),
    problems: [...empty.problems, ...found.problems],
    decisions: [...empty.decisions, ...found.decisions, ...cutSentence(windows, window)],
  };
}

/** Longer sequences are cut. */
export const longestPiece = (
  { id, window }: Pick<LabelStepsQuestion, "id" | "window">,
  sequences: number,
): number => (id === null || sequences < fewestSequences ? window : longestWhole);

interface Windows {
  /** [windows + 1]. */
  readonly starts: Int32Array<ArrayBuffer>;
  /** [windows]: the sequence that each is of. */
  readonly groups: Int32Array<ArrayBuffer>;
  /** [sequences]. */
  readonly isCut: Uint8Array;
}

/** Sequences of more than `longest` rows become windows of `window` rows, the last one with what is left. */
export function cutLong(starts: Int32Array, window: number, longest: number): Windows {
  const cut: number[] = [0];
  const groups: number[] = [];
  const isCut = new Uint8Array(starts.length - 1);
  for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
    const end = starts[sequence + 1];
    if (end - starts[sequence] > longest) isCut[sequence] = 1;
    const size = isCut[sequence] === 1 ? Math.floor(window) : longest;
    for (let start = starts[sequence]; start < end; start += size) {
      cut.push(Math.min(end, start + size));
      groups.push(sequence);
    }
  }
  return { starts: Int32Array.from(cut), groups: Int32Array.from(groups), isCut };
}

/** @param name of its sequence, or null where all rows are one */
export function windowName(name: string | null, isCut: boolean, row: number): Said {
  return isCut || name === null ? message("table.windowFrom", { name, row }) : name;
}

function cutSentence({ groups, isCut }: Windows, window: number): readonly Message[] {
  const count = isCut.reduce((sum, cut) => sum + cut, 0);
  if (count === 0) return [];
  const sequences = groups.length;
  return [
    isCut.length === 1
      ? message("table.oneSequenceCut", { window, sequences })
      : message("table.longSequencesCut", { count, window, sequences }),
  ];
}
