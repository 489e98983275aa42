/**
 * A table on its way from a file to training, as the dialog shows it: pure functions from what it was and what the reader says, or
 * the user chooses, to what it is.
 */
import {
  defaultPrepareOptions,
  type PrepareOptions,
  type TableChange,
  type TablePreview,
  type TableProblem,
  type TableQuestion,
} from "../../data/table/tableTypes";
import type { ReaderEvent, TableCorrections } from "../../session/tableProtocol";

export interface TableProgress {
  readonly stage: "reading" | "counting" | "preparing";
  /** 0 to 1. */
  readonly share: number;
  readonly bytesRead: number;
  readonly sizeBytes: number;
}

/** What is in the way of the question, and what will be done. */
export interface TableCheck {
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly string[];
}

/** All that the user can choose. */
export interface TableChoices {
  readonly corrections: TableCorrections;
  readonly question: TableQuestion | null;
  readonly options: PrepareOptions;
}

export interface TableImport extends TableChoices {
  readonly file: File;
  /** Of the command that is being carried out, or was last. */
  readonly readId: number;
  /** Of the last question that was asked to be checked. */
  readonly checkId: number;
  /** `loading`: it is prepared, and the engine is taking it. */
  readonly work: "reading" | "preparing" | "loading" | null;
  readonly progress: TableProgress | null;
  /** The newest: while the file is read, of its beginning. */
  readonly preview: TablePreview | null;
  /** The newest of a whole table, which the reader then holds open. */
  readonly whole: TablePreview | null;
  /** The corrections that the preview follows; what cannot be read goes back to them. */
  readonly inForce: TableCorrections;
  /** One of each kind that the columns allow, the likeliest first. */
  readonly questions: readonly TableQuestion[];
  /** What the reader has suggested last; `options` follow it until the user has chosen others. */
  readonly suggestedOptions: PrepareOptions;
  /** Whether the user has chosen the kind of question, and whether more than that. */
  readonly chosen: "nothing" | "kind" | "question";
  /** Null until the first answer; then the one before, while another question is being checked. */
  readonly check: TableCheck | null;
  /** Why the last thing that was asked for was not done. */
  readonly refusal: string | null;
  /** Of the engine's loading, while it lasts. */
  readonly loadId: number | null;
}

/** @param choices those of an earlier time, to begin with */
export function newImport(file: File, readId: number, choices: TableChoices | null = null): TableImport {
  return {
    file,
    readId,
    checkId: 0,
    work: "reading",
    progress: null,
    preview: null,
    whole: null,
    corrections: choices?.corrections ?? {},
    inForce: choices?.corrections ?? {},
    questions: [],
    question: choices?.question ?? null,
    options: choices?.options ?? defaultPrepareOptions,
    suggestedOptions: defaultPrepareOptions,
    chosen: choices?.question ? "question" : "nothing",
    check: null,
    refusal: null,
    loadId: null,
  };
}

/** After an event of the reader; the same object for what comes too late. Null when there is nothing left to show. */
export function afterReader(table: TableImport, event: ReaderEvent): TableImport | null {
  if (event.readId === table.checkId) return afterCheck(table, event);
  if (event.readId !== table.readId || table.work === null) return table;
  switch (event.type) {
    case "progress": {
      const { stage, share, bytesRead, sizeBytes } = event;
      return { ...table, progress: { stage, share, bytesRead, sizeBytes } };
    }
    case "preview":
      return afterPreview(table, event);
    case "refused":
      return { ...asBefore(table), refusal: event.problem };
    case "cancelled":
      return table.whole === null ? null : asBefore(table);
    case "checked":
    case "prepared":
      return table;
    default:
      return event satisfies never;
  }
}

function afterCheck(table: TableImport, event: ReaderEvent): TableImport {
  if (event.type === "refused") return { ...table, refusal: event.problem };
  if (event.type !== "checked") return table;
  const { problems, decisions } = event;
  return { ...table, check: { problems, decisions } };
}

/** What was under way did not come about. */
function asBefore(table: TableImport): TableImport {
  return { ...table, work: null, progress: null, preview: table.whole, corrections: table.inForce };
}

function afterPreview(
  table: TableImport,
  { preview, questions, options }: Extract<ReaderEvent, { type: "preview" }>,
): TableImport {
  if (preview.partial) return { ...table, preview };
  const sameColumns = table.whole === null || table.whole.columns.length === preview.columns.length;
  // What was said of columns is not true of others.
  const corrections = sameColumns ? table.corrections : { format: table.corrections.format ?? {} };
  const question = sameColumns ? keptQuestion(table, preview, questions) : null;
  return {
    ...table,
    preview,
    whole: preview,
    questions,
    work: null,
    progress: null,
    corrections,
    inForce: corrections,
    question: question ?? questions[0] ?? null,
    options: table.options === table.suggestedOptions ? options : table.options,
    suggestedOptions: options,
    chosen: question ? table.chosen : "nothing",
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
  return columnsOf(question).every((column) => column < columns.length) ? question : null;
}

/** Every column that a question names. */
export function columnsOf(question: TableQuestion): readonly number[] {
  const named = (...columns: readonly (number | null)[]) => columns.filter((column) => column !== null);
  switch (question.kind) {
    case "forecast":
      return named(...question.targets, ...question.inputs, question.time);
    case "classifyLong":
    case "labelSteps":
      return named(question.id, question.time, ...question.features, question.label);
    case "classifyWide":
      return named(...question.steps, question.label);
    case "classifyText":
      return named(question.text, question.label);
  }
}

/** What the user has corrected, with one more correction. Types belong to columns, which other delimiters change. */
export function withCorrection(corrections: TableCorrections, change: TableChange): TableCorrections {
  if (change.kind === "type")
    return { ...corrections, types: { ...corrections.types, [change.column]: change.type } };
  if (change.kind !== "format") return corrections;
  const format = { ...corrections.format, ...change.format };
  const columnsChange = change.format.delimiter !== undefined || change.format.quote !== undefined;
  return columnsChange ? { format } : { ...corrections, format };
}

/** Whether something has to change before the table can be used. */
export const isStopped = ({ question, check }: TableImport): boolean =>
  question === null || (check?.problems.some(({ severity }) => severity === "stops") ?? false);
