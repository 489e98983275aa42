/** Tables from text for tests. */

import { identityOf } from "../../words/message";
import type { ExampleData } from "../exampleData";
import type { SeriesData } from "../examples";
import type { GivenName } from "../givenName";
import { atOnce } from "../inTurns";
import type { Result } from "../result";
import { countNames, rowNamesFrom } from "../rowNames";
import { describeAsRead } from "./describeAsRead";
import type { DescribedTable } from "./describeTable";
import { guessQuestions } from "./guessQuestions";
import type { TableCorrections } from "./interpretTable";
import { askTable, resultOf } from "./prepareTable";
import { readTable } from "./readTable";
import { rowStructure } from "./rowStructure";
import type { Table } from "./table";
import type { TableRows } from "./tableRows";
import type { TableSource } from "./tableSource";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

/** @param cuts where the stream's pieces end, in any order */
export function sourceOf(bytes: Uint8Array, cuts: readonly number[] = [], name = "a.csv"): TableSource {
  const ends = [...new Set([...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length])].sort(
    (a, b) => a - b,
  );
  return {
    name,
    size: bytes.length,
    stream: () =>
      new ReadableStream({
        start(controller) {
          let from = 0;
          for (const end of ends) {
            controller.enqueue(bytes.slice(from, end));
            from = end;
          }
          controller.close();
        },
      }),
  };
}

export const utf8 = (text: string) => new TextEncoder().encode(text);

export async function tableOf(text: string, corrections: TableCorrections = {}): Promise<Table> {
  const read = await readTable(
    sourceOf(utf8(text)),
    corrections.format ? { format: corrections.format } : {},
  );
  if (!read.ok) throw new Error(identityOf(read.problem));
  return read.value;
}

export async function describedOf(text: string, corrections: TableCorrections = {}): Promise<DescribedTable> {
  return describeAsRead(await tableOf(text, corrections), { corrections });
}

/** What is likely to be asked of it, the likeliest first. */
export const questionsOf = (described: DescribedTable): readonly TableQuestion[] =>
  atOnce(guessQuestions(described, atOnce(rowStructure(described))));

/** What its rows are called. */
export const timesOf = ({ times }: Pick<SeriesData, "times">): readonly GivenName[] =>
  rowNamesFrom(times, 0, countNames(times));

export const cellsOf = ({ columns, rowCount }: TableRows): string[][] =>
  Array.from({ length: rowCount }, (_, row) => columns.map((column) => column.at(row)));

export async function prepareTable(
  described: DescribedTable,
  question: TableQuestion,
  options: PrepareOptions,
): Promise<Result<ExampleData>> {
  return resultOf(described, await askTable(described, question, options));
}
