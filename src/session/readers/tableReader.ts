/** Reads tables for the page. Knows nothing of workers, so that tests run it in Node. */

import { startBreathing } from "../../data/breathing";
import { inTurns } from "../../data/inTurns";
import { failure, type Result, success } from "../../data/result";
import { describeAsRead } from "../../data/table/describeAsRead";
import type { DescribedTable } from "../../data/table/describeTable";
import { followQuestion } from "../../data/table/followQuestion";
import { askTable, resultOf } from "../../data/table/prepareTable";
import { problemsOf } from "../../data/table/problemsOf";
import { proposalFor } from "../../data/table/proposal";
import type { QuestionOutcome } from "../../data/table/questionOutcome";
import { readTable } from "../../data/table/readTable";
import { secondTable } from "../../data/table/second/secondTable";
import type { Table } from "../../data/table/table";
import type { PrepareOptions, TableFormat, TableQuestion } from "../../data/table/tableTypes";
import { message } from "../../words/message";
import type { ReaderCommand, ReadingProgress } from "../readerProtocol";
import type { TableCommand, TableCorrections, TableEvent } from "../tableProtocol";
import { Reader } from "./reader";

type Emit = (event: TableEvent) => void;
type Asked = Exclude<TableCommand, ReaderCommand>;
type CommandOf<K extends Asked["type"]> = Extract<Asked, { type: K }>;

interface OpenTable {
  readonly file: File;
  readonly corrections: TableCorrections;
  readonly described: DescribedTable;
}

/** What was asked last, and what became of it: asking for the same again costs nothing. */
interface LastQuestion {
  readonly described: DescribedTable;
  readonly key: string;
  readonly outcome: QuestionOutcome;
}

/** Progress is told no more often. */
const progressMs = 100;
/** A change in one of these needs a new reading of the file. */
const readKeys = [
  "form",
  "sheet",
  "encoding",
  "delimiter",
  "quote",
  "header",
  "skipped",
  "headerRows",
  "footer",
  "timesDown",
  "timesJoined",
  "decimalsJoined",
] as const satisfies readonly (keyof TableFormat)[];

const nothingOpen = failure(message("table.notOpen"));

export class TableReader extends Reader<Asked> {
  readonly #emit: Emit;
  #open: OpenTable | null = null;
  #last: LastQuestion | null = null;

  constructor(emit: Emit) {
    super({
      emit,
      problemOf: (reason) => message("table.notRead", { reason }),
    });
    this.#emit = emit;
  }

  protected act(command: Asked, signal: AbortSignal): Promise<Result<unknown>> {
    switch (command.type) {
      case "open":
        return this.#openTable(command, signal);
      case "correct":
        return this.#correct(command, signal);
      case "check":
        return this.#check(command, signal);
      case "prepare":
        return this.#prepare(command, signal);
      case "second":
        return this.#second(command, signal);
    }
  }

  async #openTable({ readId, file, corrections = {} }: CommandOf<"open">, signal: AbortSignal) {
    const table = await this.#read(readId, file, corrections, signal);
    if (table.ok)
      await this.#describe(readId, { file, corrections, table: table.value, earlier: null }, signal);
    return table;
  }

  async #correct({ readId, corrections }: CommandOf<"correct">, signal: AbortSignal) {
    const open = this.#open;
    if (!open) return nothingOpen;
    const { file, described } = open;
    if (!needsReading(open, corrections)) {
      const same = { file, corrections, table: described.table.whole, earlier: described };
      await this.#describe(readId, same, signal);
      return success(null);
    }
    const read = await this.#read(readId, file, corrections, signal);
    if (!read.ok) return read;
    const table = read.value;
    // Of other columns, what was said of these is not true.
    const sameColumns = table.columns.length === described.table.columns.length;
    const still: TableCorrections = sameColumns ? corrections : { format: corrections.format ?? {} };
    await this.#describe(readId, { file, corrections: still, table, earlier: null }, signal);
    return read;
  }

  async #read(
    readId: number,
    file: File,
    corrections: TableCorrections,
    signal: AbortSignal,
  ): Promise<Result<Table>> {
    const tell = this.#progress(readId);
    return readTable(file, {
      format: corrections.format ?? {},
      signal,
      onProgress: (bytesRead) => tell("reading", bytesRead, file.size),
      onBeginning: async (table) => {
        const { preview } = await describeAsRead(table, { corrections, signal });
        this.#emit({ type: "beginning", readId, preview });
      },
    });
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
    const tell = this.#progress(readId);
    const described = await describeAsRead(table, {
      corrections,
      earlier,
      signal,
      onProgress: (share) => tell("counting", share),
    });
    const proposal = await inTurns(proposalFor(described), startBreathing(signal));
    signal.throwIfAborted();
    this.#open = { file, corrections, described };
    this.#last = null;
    this.#emit({ type: "opened", readId, preview: described.preview, ...proposal });
  }

  async #check({ readId, before, ...chosen }: CommandOf<"check">, signal: AbortSignal) {
    if (!this.#open) return nothingOpen;
    const { described } = this.#open;
    const { question, options } = before
      ? await inTurns(followQuestion(described, before, chosen), startBreathing(signal))
      : chosen;
    const outcome = await this.#ask(described, question, options, signal);
    const problems = problemsOf(described, options, outcome);
    this.#emit({ type: "checked", readId, question, options, problems, decisions: outcome.decisions });
    return success(null);
  }

  async #prepare({ readId, question, options }: CommandOf<"prepare">, signal: AbortSignal) {
    if (!this.#open) return nothingOpen;
    const { described } = this.#open;
    this.#progress(readId)("preparing", 0);
    const result = resultOf(described, await this.#ask(described, question, options, signal));
    // Its arrays move to the page.
    this.#last = null;
    if (result.ok) this.#emit({ type: "prepared", readId, data: result.value });
    return result;
  }

  async #second({ readId, trained, chosen }: CommandOf<"second">, signal: AbortSignal) {
    if (!this.#open) return nothingOpen;
    const table = await secondTable(this.#open.described, trained, chosen, startBreathing(signal));
    signal.throwIfAborted();
    this.#emit({ type: "second", readId, table });
    return success(null);
  }

  async #ask(
    described: DescribedTable,
    question: TableQuestion,
    options: PrepareOptions,
    signal: AbortSignal,
  ): Promise<QuestionOutcome> {
    const key = JSON.stringify([question, options]);
    if (this.#last?.described === described && this.#last.key === key) return this.#last.outcome;
    this.#last = null;
    const outcome = await askTable(described, question, options, signal);
    this.#last = { described, key, outcome };
    return outcome;
  }

  #progress(readId: number) {
    let toldMs = Number.NEGATIVE_INFINITY;
    return (stage: ReadingProgress["stage"], done: number, total = 1) => {
      const nowMs = performance.now();
      if (nowMs - toldMs < progressMs) return;
      toldMs = nowMs;
      this.#emit({ type: "progress", readId, progress: { stage, done, total } });
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
