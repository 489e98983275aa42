/** A table whose rows may be those of several series, or of one: both readings, drawn on the same rows. */
import { idColumn, numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import type { RowStructure } from "./rowStructure";
import { rowTimes } from "./rowTimes";
import { groupRows } from "./seriesReading";
import type { TableQuestion } from "./tableTypes";

export interface RowsDoubt {
  /** The column that may tell series apart. */
  readonly id: number;
  readonly idWith?: readonly number[] | undefined;
  /** What is asked with each reading. */
  readonly several: TableQuestion;
  readonly one: TableQuestion;
  /** Of one column, in the first rows of the first few series. */
  readonly drawn: {
    readonly column: number;
    readonly several: readonly { readonly name: string; readonly values: readonly number[] }[];
    /** The same rows as they stand in the file. */
    readonly one: readonly number[];
  };
}

const seriesDrawn = 3;
const rowsDrawn = 40;
/** So many rows are looked at. */
const mostRows = 40_000;

export function rowsDoubt(
  described: DescribedTable,
  { id, idWith, time }: RowStructure,
  { several, one }: Pick<RowsDoubt, "several" | "one">,
): RowsDoubt {
  const column = drawnColumn(described, several) ?? drawnColumn(described, one) ?? id;
  const rowCount = Math.min(described.table.rowCount, mostRows);
  const { values } = numericColumn(described, column, rowCount);
  const times = rowTimes(described, time, rowCount);
  const { ids, words } = idColumn(described, { id, idWith }, rowCount);
  const { rows, starts, count } = groupRows({ ids, words });
  const series = Array.from({ length: Math.min(seriesDrawn, count) }, (_, group) =>
    rows
      .slice(starts[group], starts[group + 1])
      .sort((a, b) => times[a] - times[b] || a - b)
      .slice(0, rowsDrawn),
  );
  const all = series.flatMap((own) => [...own]).sort((a, b) => a - b);
  return {
    id,
    ...(idWith && { idWith }),
    several,
    one,
    drawn: {
      column,
      several: series.map((own, group) => ({
        name: words[group],
        values: Array.from(own, (row) => values[row]),
      })),
      one: all.map((row) => values[row]),
    },
  };
}

/** The first numbers that are asked for, or read. */
function drawnColumn({ preview: { columns } }: DescribedTable, question: TableQuestion): number | undefined {
  const asked =
    question.kind === "forecast" ? question.targets : "features" in question ? question.features : [];
  return asked.find((column) => columns[column].type.kind === "number");
}
