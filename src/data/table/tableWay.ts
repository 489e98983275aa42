/** How a table is read, so that another can be read alike. */
import type { FittedColumn, TableWay } from "../examples";
import type { DescribedTable } from "./describeTable";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

/** @param longest of labelled steps: longer sequences are cut; of others it says nothing */
export const wayOf = (
  { table: { names, whole }, interpretation: { types, format }, filter, even }: DescribedTable,
  question: TableQuestion,
  options: PrepareOptions,
  read: readonly FittedColumn[] = [],
  longest = 1,
): TableWay => ({
  names,
  types: even?.inFile.interpretation.types ?? types,
  missing: format.missing,
  ...(filter && { filter }),
  ...(even && { even: even.steps }),
  ...(whole.beside && { timesJoined: whole.format.timesJoined }),
  question,
  options,
  read,
  longest,
});
