import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ExampleData } from "../../src/data/exampleData";
import { type FileKind, kindOfFile } from "../../src/data/fileKind";
import { atOnce } from "../../src/data/inTurns";
import type { Result } from "../../src/data/result";
import { describeAsRead } from "../../src/data/table/describeAsRead";
import type { DescribedTable } from "../../src/data/table/describeTable";
import { nothingToAsk } from "../../src/data/table/nothingToAsk";
import { askTable, resultOf } from "../../src/data/table/prepareTable";
import { problemsOf } from "../../src/data/table/problemsOf";
import { proposalFor } from "../../src/data/table/proposal";
import { readTable } from "../../src/data/table/readTable";
import type { RowsDoubt } from "../../src/data/table/rowsDoubt";
import type { Table } from "../../src/data/table/table";
import type { TableProblem, TableQuestion } from "../../src/data/table/tableTypes";
import { evenEvery } from "./evenEvery";
import { plainEnglish } from "./plainEnglish";
import { Refusal } from "./refusal";
import { rowsWhere } from "./rowsWhere";

/** A table for which everything proposed was accepted. */
export interface TableFile {
  readonly name: string;
  readonly described: DescribedTable;
  readonly question: TableQuestion;
  /** What the dialog asks first, because it is not certain. */
  readonly doubt: RowsDoubt | null;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly string[];
  readonly data: ExampleData;
}

export interface RowsAsked {
  /** Which rows alone, as `rowsWhere` reads it; null: all. */
  readonly where: string | null;
  /** The even steps that they are brought to, as `evenEvery` reads it; null: they stay as they are. */
  readonly every: string | null;
}

/**
 * As the page reads a file that is dropped on it.
 *
 * @throws `Refusal` where it is no table, or nothing can be learned from it
 */
export async function readTableFile(place: string, { where, every }: RowsAsked): Promise<TableFile> {
  const name = path.basename(place);
  const file = new File([await bytesOf(place)], name);
  const kind = await kindOfFile(file);
  if (kind !== "table") throw new Refusal(`“${name}” is ${kindWords[kind]}, not a table.`);
  const described = await describedAs(orRefuse(await readTable(file)), { where, every });
  const {
    questions: [question],
    options,
    doubt = null,
  } = atOnce(proposalFor(described));
  if (!question) throw new Refusal(plainEnglish(nothingToAsk(described.preview)));
  const outcome = await askTable(described, question, options);
  return {
    name,
    described,
    question,
    doubt,
    problems: problemsOf(described, options, outcome),
    decisions: outcome.decisions.map(plainEnglish),
    data: orRefuse(resultOf(described, outcome)),
  };
}

async function describedAs(table: Table, { where, every }: RowsAsked): Promise<DescribedTable> {
  const whole = await describeAsRead(table);
  const filter = where === null ? {} : { filter: rowsWhere(whole, where) };
  const filtered = await describeAsRead(table, { corrections: filter, earlier: whole });
  if (every === null) return filtered;
  const even = evenEvery(atOnce(proposalFor(filtered)).questions[0], every);
  return describeAsRead(table, { corrections: { ...filter, even }, earlier: filtered });
}

const kindWords: Readonly<Record<Exclude<FileKind, "table">, string>> = {
  text: "read as a text",
  image: "a picture",
  sound: "a sound",
  zip: "a zip archive",
  run: "a run that was saved",
  network: "a network of another program",
  workbook: "a spreadsheet program's own file",
  webPage: "HTML or XML",
};

async function bytesOf(place: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(place));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`“${place}” could not be read (${reason}).`);
  }
}

function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(plainEnglish(result.problem));
  return result.value;
}
