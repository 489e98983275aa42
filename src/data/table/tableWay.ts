/** How a table is read, so that another can be read alike. */
import type { FittedColumn, TableWay } from "../examples";
import type { DescribedTable } from "./describeTable";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

/** @param longest of labelled steps: longer sequences are cut */
export const wayOf = (
  { table: { names }, interpretation: { types, format } }: DescribedTable,
  question: TableQuestion,
  options: PrepareOptions,
  read: readonly FittedColumn[] = [],
  longest = Number.POSITIVE_INFINITY,
): TableWay => ({ names, types, missing: format.missing, question, options, read, longest });
