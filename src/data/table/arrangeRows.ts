/** Rows of a table in the order in which they are read: sequence after sequence, each in order of time. */

import { type Message, message } from "../../words/message";
import { inTurns, type Pieces } from "../inTurns";
import { idName } from "./columnsOf";
import { idColumn, numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { listedNames } from "./listed";
import type { PrepareContext } from "./prepareContext";
import { rowTimes } from "./rowTimes";
import { optionChoice, raggedSentence } from "./tableProblems";
import type { PrepareOptions, SeriesId, TableProblem } from "./tableTypes";

export interface Arrangement {
  /** Rows of the table, sequences one after the other. */
  readonly rows: Int32Array<ArrayBuffer>;
  /** [sequences + 1]: where each begins among the rows. */
  readonly starts: Int32Array<ArrayBuffer>;
  /** The id of each sequence; one empty word where there is no id. */
  readonly ids: readonly string[];
  /** Of each row; null where there is no time. */
  readonly times: Float64Array<ArrayBuffer> | null;
  /** Of rows that share a time with the one before, 1; null where all are different. */
  readonly repeated: Uint8Array<ArrayBuffer> | null;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly Message[];
}

export interface ArrangeQuestion extends SeriesId {
  readonly time: readonly number[];
  /** The columns whose wrong cells may cost a row. */
  readonly used: readonly number[];
}

export async function arrangeRows(
  described: DescribedTable,
  { id, idWith, time, used }: ArrangeQuestion,
  { options, breathing }: PrepareContext,
): Promise<Arrangement> {
  const notes = new Notes(described, options);
  const keep = await inTurns(keptRows(described, used, notes), breathing);
  const timeOf = time.length === 0 ? null : timesOf(described, time, keep, notes);
  await breathing.breathe();
  const groups = id === null ? null : idColumn(described, { id, idWith });
  await breathing.breathe();
  if (groups)
    dropRows(
      keep,
      notes,
      (count, row) =>
        message("table.rowsWithoutValueOut", {
          count,
          column: idName(described.table.names, { id, idWith }),
          row,
        }),
      (row) => groups.ids[row] < 0,
    );
  const { rows, starts } = grouped(keep, groups?.ids ?? null, groups?.words.length ?? 1);
  await breathing.breathe();
  if (timeOf) sortByTime({ rows, starts, timeOf }, time, notes);
  await breathing.breathe();
  const times = timeOf && valuesAt(timeOf, rows);
  const repeated = times && repeatedTimes({ rows, starts, times }, { id, time }, notes);
  const { problems, decisions } = notes;
  return { rows, starts, ids: groups?.words ?? [""], times, repeated, problems, decisions };
}

/** The values themselves where all rows stand in their order. */
function valuesAt(values: Float64Array<ArrayBuffer>, rows: Int32Array): Float64Array<ArrayBuffer> {
  let inOrder = 0;
  while (inOrder < rows.length && rows[inOrder] === inOrder) inOrder++;
  if (inOrder === values.length) return values;
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = values[rows[i]];
  return found;
}

/** What is found on the way. */
class Notes {
  readonly problems: TableProblem[] = [];
  readonly decisions: Message[] = [];

  constructor(
    readonly described: DescribedTable,
    readonly options: PrepareOptions,
  ) {}

  rowNumber(row: number): number {
    return this.described.table.rowNumber(row);
  }

  nameOf(column: number): string {
    return this.described.table.names[column];
  }

  namesOf(columns: readonly number[]): readonly string[] {
    return columns.map((column) => this.nameOf(column));
  }
}

/** [rows of the table]: 1 for those that are kept. */
function* keptRows(described: DescribedTable, used: readonly number[], notes: Notes): Pieces<Uint8Array> {
  const { table, interpretation, facts } = described;
  const keep = new Uint8Array(table.rowCount).fill(1);
  if (notes.options.ragged === "drop") for (const row of table.raggedRows) keep[row] = 0;
  notes.decisions.push(...raggedSentence(table, notes.options));
  if (notes.options.invalid === "dropRow") {
    for (const column of used) {
      const { kind } = interpretation.types[column];
      const { invalid, infinite } = facts[column];
      if ((kind !== "number" && kind !== "date") || invalid.count + infinite.count === 0) continue;
      const wrong = new Set(numericColumn(described, column).invalidRows);
      dropRows(
        keep,
        notes,
        (count, row) => message("table.rowsWithWrongCellOut", { count, column: notes.nameOf(column), row }),
        (row) => wrong.has(row),
      );
      yield;
    }
  }
  return keep;
}

function dropRows(
  keep: Uint8Array,
  notes: Notes,
  say: (count: number, firstRow: number) => Message,
  isOut: (row: number) => boolean,
): void {
  let count = 0;
  let first = -1;
  for (let row = 0; row < keep.length; row++) {
    if (keep[row] === 0 || !isOut(row)) continue;
    keep[row] = 0;
    if (count++ === 0) first = row;
  }
  if (count > 0) notes.decisions.push(say(count, notes.rowNumber(first)));
}

function timesOf(
  described: DescribedTable,
  time: readonly number[],
  keep: Uint8Array,
  notes: Notes,
): Float64Array<ArrayBuffer> {
  const values = rowTimes(described, time);
  dropRows(
    keep,
    notes,
    (count, row) =>
      message("table.rowsWithoutTimeOut", { count, columns: listedNames(notes.namesOf(time)), row }),
    (row) => Number.isNaN(values[row]),
  );
  return values;
}

/** A counting sort: rows of a group stay in their order. */
function grouped(keep: Uint8Array, groupOf: Int32Array | null, groups: number) {
  const starts = new Int32Array(groups + 1);
  for (let row = 0; row < keep.length; row++) if (keep[row]) starts[(groupOf ? groupOf[row] : 0) + 1]++;
  for (let group = 0; group < groups; group++) starts[group + 1] += starts[group];
  const next = starts.slice();
  const rows = new Int32Array(starts[groups]);
  for (let row = 0; row < keep.length; row++) if (keep[row]) rows[next[groupOf ? groupOf[row] : 0]++] = row;
  return { rows, starts };
}

interface Timed {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/**
 * Sorts the rows of every sequence by time. Rows of the same time stay in their order, which is turned round first where the
 * newest rows stand first in all sequences, as in the exports of many banks: the last of a day's rows is its first there.
 */
function sortByTime(given: Timed & { timeOf: Float64Array }, time: readonly number[], notes: Notes): void {
  const { rows, starts, timeOf } = given;
  const { earlier, later, first } = stepsOf(given);
  if (earlier === 0) return;
  const newestFirst = later === 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const own = rows.subarray(starts[group], starts[group + 1]);
    if (newestFirst) own.reverse();
    else own.sort((a, b) => timeOf[a] - timeOf[b] || a - b);
  }
  const columns = notes.namesOf(time);
  const row = notes.rowNumber(first);
  notes.problems.push({
    kind: "unorderedTimes",
    severity: "warns",
    message: newestFirst
      ? message("table.newestFirst", { columns })
      : message("table.unorderedTimes", { columns, count: earlier, row }),
    row,
    column: notes.nameOf(time[0]),
    count: earlier,
    choices: [],
  });
  notes.decisions.push(message("table.sortedBy", { columns: listedNames(columns) }));
}

/** How many rows are earlier and later than the one before in their sequence, and the first that is earlier. */
function stepsOf({ rows, starts, timeOf }: Timed & { timeOf: Float64Array }) {
  let [earlier, later, first] = [0, 0, -1];
  for (let group = 0; group + 1 < starts.length; group++)
    for (let i = starts[group] + 1; i < starts[group + 1]; i++) {
      if (timeOf[rows[i]] > timeOf[rows[i - 1]]) later++;
      if (timeOf[rows[i]] >= timeOf[rows[i - 1]]) continue;
      if (earlier++ === 0) first = rows[i];
    }
  return { earlier, later, first };
}

function repeatedTimes(
  { rows, starts, times }: Timed & { times: Float64Array },
  { id, time }: Pick<ArrangeQuestion, "id" | "time">,
  notes: Notes,
): Uint8Array<ArrayBuffer> | null {
  const repeated = new Uint8Array(rows.length);
  let count = 0;
  let first = -1;
  for (let group = 0; group + 1 < starts.length; group++)
    for (let i = starts[group] + 1; i < starts[group + 1]; i++) {
      if (times[i] !== times[i - 1]) continue;
      repeated[i] = 1;
      if (count++ === 0) first = rows[i];
    }
  if (count === 0) return null;
  const { options } = notes;
  const how = options.duplicateTimes;
  const row = notes.rowNumber(first);
  notes.problems.push({
    kind: "duplicateTimes",
    severity: "warns",
    message: message("table.duplicateTimes", {
      columns: notes.namesOf(time),
      count,
      row,
      how,
      mayBeSeries: id === null,
    }),
    row,
    column: notes.nameOf(time[0]),
    count,
    choices: [
      optionChoice(message("table.keepAll"), "duplicateTimes", "keep", options),
      optionChoice(message("table.keepFirst"), "duplicateTimes", "first", options),
      optionChoice(message("table.keepLast"), "duplicateTimes", "last", options),
      optionChoice(message("table.keepMean"), "duplicateTimes", "mean", options),
    ],
  });
  notes.decisions.push(message("table.timesRepeated", { count, how }));
  return how === "keep" ? null : repeated;
}
