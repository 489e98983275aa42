import { startBreathing } from "../breathing";
import { type DescribedTable, type DescribeOptions, describeRows, describeTable } from "./describeTable";
import { evenTable } from "./evenTable";
import { mostSteps } from "./mostSteps";
import { isDated } from "./rowTimes";
import type { Table } from "./table";
import type { EvenSteps } from "./tableTypes";

/** As it is to be read: some rows of it, or its rows brought to even steps. Rejects as `describeTable` does. */
export async function describeAsRead(table: Table, options: DescribeOptions = {}): Promise<DescribedTable> {
  const { earlier = null, corrections, signal } = options;
  const inFile = await describeTable(table, { ...options, earlier: earlier?.even?.inFile ?? earlier });
  const steps = corrections?.even;
  if (!steps || !canBeEven(inFile, steps)) return inFile;
  const { table: even, types, counts } = await evenTable(inFile, steps, startBreathing(signal));
  const { format, detected, ambiguous, doubtfulNumbers, unread, sentinels } = inFile.interpretation;
  const isMade = counts.steps <= mostSteps;
  return describeRows(
    {
      table: even,
      filter: inFile.filter,
      even: { steps, inFile, counts },
      interpretation: {
        ...{ format, detected, doubtfulNumbers, unread, sentinels, types },
        ambiguous: isMade ? ambiguous.filter((column) => !steps.time.includes(column)) : ambiguous,
      },
    },
    { ...options, filtered: inFile.preview.filter },
  );
}

/** Dates that say when in years, of a table that has rows. */
function canBeEven({ table, preview: { columns } }: DescribedTable, { time, id, idWith = [] }: EvenSteps) {
  const named = [...time, ...(id === null ? [] : [id, ...idWith])];
  return table.rowCount > 0 && named.every((column) => column < columns.length) && isDated(columns, time);
}
