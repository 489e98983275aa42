/**
 * Reads tables for the page: an actor that does one thing at a time, of which a new command stops the last one. Knows nothing
 * of workers, so that tests run it in Node.
 */
import { type DescribedTable, describeTable } from "../../data/table/describeTable";
import { guessQuestions } from "../../data/table/guessQuestions";
import type { Preparation } from "../../data/table/preparation";
import { askTable, resultOf } from "../../data/table/prepareTable";
import { readTable } from "../../data/table/readTable";
import { suggestOptions } from "../../data/table/suggestOptions";
import type { Table } from "../../data/table/table";
import { tableProblems } from "../../data/table/tableProblems";
import {
  defaultPrepareOptions,
  type PrepareOptions,
  type TableFormat,
  type TableQuestion,
} from "../../data/table/tableTypes";
import type { ReaderCommand, ReaderEvent, TableCorrections } from "../tableProtocol";

type Emit = (event: ReaderEvent) => void;
type CommandOf<K extends ReaderCommand["type"]> = Extract<ReaderCommand, { type: K }>;

interface OpenTable {
  readonly file: File;
  readonly corrections: TableCorrections;
  readonly described: DescribedTable;
}

/** What was made ready last: asking for the same again costs nothing. */
interface Prepared {
  readonly described: DescribedTable;
  readonly key: string;
  readonly preparation: Preparation;
}

interface Work {
  readonly readId: number;
  readonly stop: AbortController;
}

/** Progress is told no more often. */
const progressMs = 100;
/** A change in one of these needs a new reading of the file. */
const readKeys = [
  "encoding",
  "delimiter",
  "quote",
  "header",
] as const satisfies readonly (keyof TableFormat)[];

export class Reader {
  readonly #emit: Emit;
  #open: OpenTable | null = null;
  #prepared: Prepared | null = null;
  #work: Work | null = null;
  /** When the last work is over. */
  #idle: Promise<void> = Promise.resolve();

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  handle(command: ReaderCommand): void {
    this.#work?.stop.abort();
    switch (command.type) {
      case "openTable":
        this.#start(command.readId, (signal) => this.#openTable(command, signal));
        break;
      case "correctTable":
        this.#start(command.readId, (signal) => this.#correctTable(command, signal));
        break;
      case "checkQuestion":
        this.#start(command.readId, (signal) => this.#checkQuestion(command, signal));
        break;
      case "prepareTable":
        this.#start(command.readId, (signal) => this.#prepareTable(command, signal));
        break;
      case "cancel":
        break;
      case "closeTable":
        this.#open = null;
        this.#prepared = null;
        break;
    }
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#idle;
  }

  /** Work begins when the work before it has ended. */
  #start(readId: number, act: (signal: AbortSignal) => Promise<void>): void {
    const work: Work = { readId, stop: new AbortController() };
    this.#work = work;
    this.#idle = this.#idle.then(async () => {
      try {
        work.stop.signal.throwIfAborted();
        await act(work.stop.signal);
      } catch (error) {
        this.#emit(work.stop.signal.aborted ? { type: "cancelled", readId } : refusal(readId, error));
      }
    });
  }

  async #openTable({ readId, file, corrections = {} }: CommandOf<"openTable">, signal: AbortSignal) {
    const table = await this.#read(readId, file, corrections, signal);
    if (table) await this.#describe(readId, { file, corrections, table, earlier: null }, signal);
  }

  async #correctTable({ readId, corrections }: CommandOf<"correctTable">, signal: AbortSignal) {
    const open = this.#open;
    if (!open) return this.#emit(nothingOpen(readId));
    const { file, described } = open;
    if (!needsReading(open, corrections))
      return this.#describe(
        readId,
        { file, corrections, table: described.table, earlier: described },
        signal,
      );
    const table = await this.#read(readId, file, corrections, signal);
    if (!table) return;
    // Of other columns, what was said of these is not true.
    const same = table.columns.length === described.table.columns.length;
    const still: TableCorrections = same ? corrections : { format: corrections.format ?? {} };
    await this.#describe(readId, { file, corrections: still, table, earlier: null }, signal);
  }

  /** Null where there is none, which the page then knows. */
  async #read(
    readId: number,
    file: File,
    corrections: TableCorrections,
    signal: AbortSignal,
  ): Promise<Table | null> {
    const tell = this.#progress(readId, file.size);
    const read = await readTable(file, {
      format: corrections.format ?? {},
      signal,
      onProgress: (bytesRead) => tell("reading", bytesRead / Math.max(1, file.size), bytesRead),
      onBeginning: async (table) => {
        const { preview } = await describeTable(table, { corrections, signal });
        this.#emit({ type: "preview", readId, preview, questions: [], options: defaultPrepareOptions });
      },
    });
    if (read.ok) return read.value;
    this.#emit({ type: "refused", readId, problem: read.problem });
    return null;
  }

  /** From here on the table is the open one. */
  async #describe(
    readId: number,
    of: {
      readonly file: File;
      readonly corrections: TableCorrections;
      readonly table: Table;
      readonly earlier: DescribedTable | null;
    },
    signal: AbortSignal,
  ): Promise<void> {
    const { file, corrections, table, earlier } = of;
    const tell = this.#progress(readId, file.size);
    const described = await describeTable(table, {
      corrections,
      earlier,
      signal,
      onProgress: (share) => tell("counting", share, file.size),
    });
    const questions = guessQuestions(described);
    const options = suggestOptions(described, questions[0]);
    signal.throwIfAborted();
    this.#open = { file, corrections, described };
    this.#prepared = null;
    this.#emit({ type: "preview", readId, preview: described.preview, questions, options });
  }

  async #checkQuestion(command: CommandOf<"checkQuestion">, signal: AbortSignal) {
    const { readId, question, options } = command;
    if (!this.#open) return this.#emit(nothingOpen(readId));
    const { described } = this.#open;
    const { problems, decisions } = await this.#ask(described, question, options, signal);
    this.#emit({
      type: "checked",
      readId,
      problems: [...tableProblems(described, options), ...problems],
      decisions,
    });
  }

  async #prepareTable(command: CommandOf<"prepareTable">, signal: AbortSignal) {
    const { readId, question, options } = command;
    if (!this.#open) return this.#emit(nothingOpen(readId));
    const { described, file } = this.#open;
    this.#progress(readId, file.size)("preparing", 0, file.size);
    const result = resultOf(described, await this.#ask(described, question, options, signal));
    // Its arrays move to the page.
    this.#prepared = null;
    this.#emit(
      result.ok
        ? { type: "prepared", readId, data: result.value }
        : { type: "refused", readId, problem: result.problem },
    );
  }

  async #ask(
    described: DescribedTable,
    question: TableQuestion,
    options: PrepareOptions,
    signal: AbortSignal,
  ): Promise<Preparation> {
    const key = JSON.stringify([question, options]);
    if (this.#prepared?.described === described && this.#prepared.key === key)
      return this.#prepared.preparation;
    this.#prepared = null;
    const preparation = await askTable(described, question, options, signal);
    this.#prepared = { described, key, preparation };
    return preparation;
  }

  #progress(readId: number, sizeBytes: number) {
    let toldMs = Number.NEGATIVE_INFINITY;
    return (stage: "reading" | "counting" | "preparing", share: number, bytesRead: number) => {
      const nowMs = performance.now();
      if (nowMs - toldMs < progressMs) return;
      toldMs = nowMs;
      this.#emit({ type: "progress", readId, stage, share, bytesRead, sizeBytes });
    };
  }
}

/** Whether the cells themselves would be others. */
function needsReading({ described, corrections: before }: OpenTable, { format = {} }: TableCorrections) {
  const { format: now } = described.table;
  return readKeys.some((key) => {
    const wanted = format[key];
    // What is no longer chosen has to be detected again.
    return wanted === undefined ? before.format?.[key] !== undefined : wanted !== now[key];
  });
}

const nothingOpen = (readId: number): ReaderEvent => ({
  type: "refused",
  readId,
  problem: "No table is open any more. Choose its file again.",
});

function refusal(readId: number, error: unknown): ReaderEvent {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    type: "refused",
    readId,
    problem: `The table could not be read: ${reason}. Use a smaller part of it, or choose the file again.`,
  };
}
