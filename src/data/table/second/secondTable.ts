/** Another table for a network that stands: read as the one was that it was trained on, all of it to be answered, none to train. */
import { message, type Said } from "../../../words/message";
import type { Breathing } from "../../breathing";
import type { ExampleData } from "../../exampleData";
import type { TableWay } from "../../examples";
import { describeAsRead } from "../describeAsRead";
import type { DescribedTable } from "../describeTable";
import { inputsOf } from "../inputsOf";
import { listedNames } from "../listed";
import { mostSteps } from "../mostSteps";
import type { PrepareContext } from "../prepareContext";
import { evenSentences, filterSentences, wordyInput } from "../tableSentences";
import type { ColumnType } from "../tableTypes";
import {
  type ChosenColumns,
  type MatchedColumn,
  matchColumns,
  placesOf,
  questionWith,
  seriesWith,
} from "./matchColumns";
import { cannot, type SecondOutcome } from "./secondOutcome";
import { secondSequences } from "./secondSequences";
import { secondSeries } from "./secondSeries";
import { secondTexts } from "./secondTexts";
import { secondWide } from "./secondWide";
import type { TrainedOn } from "./trainedOn";

export interface SecondTable {
  readonly columns: readonly MatchedColumn[];
  /** Of the other table, those that stand for none. */
  readonly further: readonly string[];
  /** All columns of the other table. */
  readonly offered: readonly string[];
  /** What is new or missing in them. */
  readonly notes: readonly Said[];
  /** Why nothing can be answered. */
  readonly problems: readonly Said[];
  /** Null where that is so. All of it is held out. */
  readonly data: ExampleData | null;
}

export async function secondTable(
  found: DescribedTable,
  trained: TrainedOn,
  chosen: ChosenColumns,
  breathing: Breathing,
): Promise<SecondTable> {
  const { way } = trained;
  const offered = found.table.names;
  const { columns, further } = matchColumns(way, offered, chosen);
  const report = { columns, further, offered };
  const missing = columns.filter((column) => column.isNeeded && column.found === null);
  if (missing.length > 0) {
    const names = listedNames(missing.map(({ name }) => name));
    return { ...report, notes: [], problems: [message("second.missing", { names })], data: null };
  }
  const twice = columns.find(({ found: one }, i) => columns.some((other, j) => j < i && other.found === one));
  if (twice && twice.found !== null) {
    const problem = message("second.twice", { column: offered[twice.found] });
    return { ...report, notes: [], problems: [problem], data: null };
  }
  const at = (column: number) => columns.find((one) => one.column === column)?.found ?? null;
  const described = await describedAlike(found, trained, columns, at);
  const filtered = [...filterNotes(described, way), ...evenSentences(described)];
  if (described.table.rowCount === 0)
    return { ...report, notes: filtered, problems: [message("second.nothing")], data: null };
  if (way.even && (described.even === null || described.even.counts.steps > mostSteps))
    return { ...report, notes: filtered, problems: [message("second.noEvenSteps")], data: null };
  const outcome = await answered(described, trained, at, { options: way.options, breathing });
  const { notes, problem, data } = outcome;
  return { ...report, notes: [...filtered, ...notes], problems: problem === null ? [] : [problem], data };
}

/** Which rows are read, where the network has read some alone. */
function filterNotes(described: DescribedTable, { filter, names }: TableWay): readonly Said[] {
  if (!filter) return [];
  const sentences = filterSentences(described);
  return sentences.length > 0
    ? sentences
    : [message("second.noFilterColumn", { column: names[filter.column] })];
}

/** Columns are of the same kind as the first table's; dates and the signs around numbers are written as they are here. */
function describedAlike(
  { table, interpretation, ...found }: DescribedTable,
  { way }: TrainedOn,
  columns: readonly MatchedColumn[],
  at: (column: number) => number | null,
): Promise<DescribedTable> {
  const types: Record<number, ColumnType> = {};
  for (const { column, found: place } of columns)
    if (place !== null && interpretation.types[place].kind !== way.types[column].kind)
      types[place] = way.types[column];
  const filteredBy = way.filter ? at(way.filter.column) : null;
  const corrections = {
    types,
    format: { missing: way.missing },
    ...(way.filter && filteredBy !== null && { filter: { ...way.filter, column: filteredBy } }),
    ...(way.even && {
      even: { ...way.even, ...seriesWith(way.even, at), time: placesOf(way.even.time, at) },
    }),
  };
  return describeAsRead(table.whole, { corrections, earlier: { table, interpretation, ...found } });
}

async function answered(
  described: DescribedTable,
  trained: TrainedOn,
  at: (column: number) => number | null,
  context: PrepareContext,
): Promise<SecondOutcome> {
  const question = questionWith(trained.way.question, at);
  if (question.kind !== "classifyText") {
    const wordy = wordyInput(described, inputsOf(question));
    if (wordy) return cannot(wordy.message);
  }
  switch (question.kind) {
    case "forecast":
      return secondSeries(described, { question, trained, at }, context);
    case "classifyLong":
    case "labelSteps":
      return secondSequences(described, { question, trained, at }, context);
    case "classifyWide":
      return secondWide(described, { question, trained }, context);
    case "classifyText":
      return secondTexts(described, { question, trained }, context);
  }
}
