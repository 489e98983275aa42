import type { SequenceTable } from "./sequenceTable";

/**
 * How many of the last rows have no value of any target: they are still to come. None, where no row has one.
 *
 * @param targets how many of the columns, the first ones, are to be forecast
 */
export function futureRows({ rows, columns }: SequenceTable, targets: number): number {
  const isOpen = (row: number) => columns.slice(0, targets).every(({ values }) => Number.isNaN(values[row]));
  let known = rows.length;
  while (known > 0 && isOpen(known - 1)) known--;
  return known === 0 ? 0 : rows.length - known;
}
