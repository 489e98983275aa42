/** A table on its way from a file to training: what is said of it, and all that can be chosen. */

import { columnsOf } from "../../data/table/columnsOf";
import type { RowsDoubt } from "../../data/table/rowsDoubt";
import {
  defaultPrepareOptions,
  type EvenSteps,
  type PrepareOptions,
  type RowFilter,
  type TableChange,
  type TablePreview,
  type TableProblem,
  type TableQuestion,
} from "../../data/table/tableTypes";
import type { ReaderLost } from "../../session/readerProtocol";
import type { TableCorrections, TableEvent } from "../../session/tableProtocol";
import type { Said } from "../../words/message";
import { afterReader, answersLook, answersWork, type ImportState, notBegun } from "./importState";

/** What is in the way of the question, and what will be done. */
export interface TableCheck {
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly Said[];
}

/** All that the user can choose. */
export interface TableChoices {
  readonly corrections: TableCorrections;
  readonly question: TableQuestion | null;
  readonly options: PrepareOptions;
}

/** `opened` is the newest preview of the whole table, and a look has it checked. */
export interface TableImport extends ImportState<TablePreview, PrepareOptions>, TableChoices {
  readonly file: File;
  /** Whether it is read as a text where nothing can be asked of it: nobody has said that it is a table. */
  readonly orText: boolean;
  /** The newest: while the file is read, of its beginning. */
  readonly preview: TablePreview | null;
  /** The corrections that the preview follows; what cannot be read goes back to them. */
  readonly inForce: TableCorrections;
  /** One of each kind that the columns allow, the likeliest first. */
  readonly questions: readonly TableQuestion[];
  /** Whether the rows are of one series or of several, where that is not certain. */
  readonly doubt: RowsDoubt | null;
  /** What the reader has suggested last; `options` follow it until the user has chosen others. */
  readonly suggestedOptions: PrepareOptions;
  /**
   * Whether the user has chosen the kind of question, and whether more than that; `steps`: and then other time steps, with which what
   * follows from them is proposed anew.
   */
  readonly chosen: "nothing" | "kind" | "question" | "steps";
  /** The question before another column or time was chosen, until the reader has said what follows from that. */
  readonly before: TableQuestion | null;
  /** Null until the first answer; then the one before, while another question is being checked. */
  readonly check: TableCheck | null;
}

/** @param choices those of an earlier time, to begin with */
export function newTable(file: File, choices: TableChoices | null = null, orText = false): TableImport {
  return {
    ...notBegun,
    name: file.name,
    file,
    orText,
    preview: null,
    corrections: choices?.corrections ?? {},
    inForce: choices?.corrections ?? {},
    questions: [],
    doubt: null,
    question: choices?.question ?? null,
    options: choices?.options ?? defaultPrepareOptions,
    suggestedOptions: defaultPrepareOptions,
    chosen: choices?.question ? "question" : "nothing",
    before: null,
    check: null,
  };
}

/** The same object for what comes too late. Null when there is nothing left to show. */
export function afterTableEvent(table: TableImport, event: TableEvent | ReaderLost): TableImport | null {
  switch (event.type) {
    case "beginning":
      return answersWork(table, event) ? { ...table, preview: event.preview } : table;
    case "opened":
      return answersWork(table, event) ? afterOpened(table, event) : table;
    case "checked": {
      if (!answersLook(table, event)) return table;
      return { ...table, lookId: null, before: null, ...afterCheck(table, event) };
    }
    case "second":
      return table;
    default: {
      const after = afterReader(table, event);
      if (after === table || after.work !== null) return after;
      return event.type === "cancelled" && !after.opened ? null : asOpened(after);
    }
  }
}

/** What was checked is what is asked from now on; options that the reader chose stay the reader's. */
function afterCheck(
  { options: before, suggestedOptions }: TableImport,
  { question, options, problems, decisions }: Extract<TableEvent, { type: "checked" }>,
) {
  const isSuggested = before === suggestedOptions;
  return {
    question,
    options,
    ...(isSuggested && { suggestedOptions: options }),
    check: { problems, decisions },
  };
}

/** Whether other things that were proposed depend on what differs. */
const isOfOtherColumns = (a: TableQuestion, b: TableQuestion): boolean =>
  a.kind === "forecast" &&
  b.kind === "forecast" &&
  JSON.stringify([a.targets, a.id, a.time]) !== JSON.stringify([b.targets, b.id, b.time]);

/** With another question of the user's. */
export function withQuestion(table: TableImport, question: TableQuestion): TableImport {
  const { question: before } = table;
  const follows = before !== null && isOfOtherColumns(before, question);
  return {
    ...table,
    question,
    chosen: "question",
    before: follows ? (table.before ?? before) : table.before,
  };
}

/** With rows that are brought to other even steps, or are as they stand: the first column of steps has all of their time. */
export function withEven(table: TableImport, even: EvenSteps | null): TableImport {
  const { even: before, ...rest } = table.corrections;
  const { question, chosen } = table;
  const time = even ? even.time.slice(0, 1) : before?.time;
  return {
    ...table,
    corrections: even ? { ...rest, even } : rest,
    question: question && "time" in question && time ? { ...question, time } : question,
    chosen: chosen === "question" ? "steps" : chosen,
  };
}

/** What even steps become with another question: those of its own time, for each of its own series. */
export function evenFor(even: EvenSteps, question: TableQuestion): EvenSteps | null {
  if (!("time" in question)) return even;
  if (question.time.length === 0) return null;
  const time = question.time[0] === even.time[0] ? even.time : question.time;
  const next = { ...even, id: question.id, idWith: question.idWith, time };
  return JSON.stringify(next) === JSON.stringify(even) ? even : next;
}

/** Whether this tells that a table has nothing to ask, and may be a text. Of a workbook, or where it says why, its dialog tells more. */
export const isRatherText = (table: TableImport, event: TableEvent | ReaderLost): boolean =>
  table.orText &&
  event.type === "opened" &&
  answersWork(table, event) &&
  event.questions.length === 0 &&
  event.preview.format.form !== "workbook" &&
  event.preview.problems.every(({ severity, kind }) => severity !== "stops" && kind !== "unreadNumbers");

/** What was under way did not come about. */
const asOpened = (table: TableImport): TableImport => ({
  ...table,
  preview: table.opened,
  corrections: table.inForce,
});

function afterOpened(
  table: TableImport,
  { preview, questions, doubt, options }: Extract<TableEvent, { type: "opened" }>,
): TableImport {
  const sameColumns = table.opened === null || table.opened.columns.length === preview.columns.length;
  // What was said of columns is not true of others.
  const corrections = sameColumns ? table.corrections : { format: table.corrections.format ?? {} };
  const question = sameColumns ? keptQuestion(table, preview, questions) : null;
  const proposed = questions.find(({ kind }) => kind === question?.kind);
  // Of other steps and other columns: what follows from the columns is asked of the reader.
  const before =
    table.chosen === "steps" && question && proposed && isOfOtherColumns(proposed, question)
      ? proposed
      : null;
  const chosen = table.chosen === "steps" ? "question" : table.chosen;
  return {
    ...table,
    work: null,
    progress: null,
    before,
    preview,
    opened: preview,
    questions,
    doubt: doubt ?? null,
    corrections,
    inForce: corrections,
    question: question ?? questions[0] ?? null,
    options: table.options === table.suggestedOptions ? options : table.options,
    suggestedOptions: options,
    chosen: question ? chosen : "nothing",
  };
}

/** What the user has chosen, as far as it has a meaning with these columns. */
function keptQuestion(
  { question, chosen }: TableImport,
  { columns }: TablePreview,
  questions: readonly TableQuestion[],
): TableQuestion | null {
  if (!question || chosen === "nothing") return null;
  const ofKind = questions.find(({ kind }) => kind === question.kind);
  if (chosen === "kind" && ofKind) return ofKind;
  if (chosen === "steps" && ofKind) return withColumnsOf(question, ofKind);
  return columnsOf(question).every((column) => column < columns.length) ? question : null;
}

/** What is proposed, of the columns that were chosen, and as far ahead. */
function withColumnsOf(question: TableQuestion, proposed: TableQuestion): TableQuestion {
  if (question.kind !== "forecast" || proposed.kind !== "forecast") return question;
  const { targets, inputs, id, idWith, time, horizon, ahead, heldOutFrom } = question;
  return { ...proposed, targets, inputs, id, idWith, time, horizon, ahead, heldOutFrom };
}

/** What the user has corrected, with one more correction. Types belong to columns, which other delimiters change; all is of one sheet. */
export function withCorrection(corrections: TableCorrections, change: TableChange): TableCorrections {
  if (change.kind === "type")
    return { ...corrections, types: { ...corrections.types, [change.column]: change.type } };
  if (change.kind === "filter") return withFilter(corrections, change.filter);
  if (change.kind !== "format") return corrections;
  if (change.format.sheet !== undefined || change.format.form !== undefined) return { format: change.format };
  const format = { ...corrections.format, ...change.format };
  const columnsChange = change.format.delimiter !== undefined || change.format.quote !== undefined;
  return columnsChange ? { format } : { ...corrections, format };
}

function withFilter({ filter: _, ...rest }: TableCorrections, filter: RowFilter | null): TableCorrections {
  return filter === null ? rest : { ...rest, filter };
}

/** Whether something has to change before the table can be used, or is about to. */
export const isStopped = ({ question, before, check }: TableImport): boolean =>
  question === null ||
  before !== null ||
  (check?.problems.some(({ severity }) => severity === "stops") ?? false);
