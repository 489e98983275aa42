import type { SequenceTable } from "./sequenceTable";

/**
 * Of each series, how many of its last rows have no value of any target: they are still to come. None, where no row has one.
 *
 * @param targets how many of the columns, the first ones, are to be forecast
 */
export function futureRows({ starts, columns }: SequenceTable, targets: number): Int32Array {
  const isOpen = (row: number) => columns.slice(0, targets).every(({ values }) => Number.isNaN(values[row]));
  return Int32Array.from({ length: starts.length - 1 }, (_, series) => {
    let known = starts[series + 1];
    while (known > starts[series] && isOpen(known - 1)) known--;
    return known === starts[series] ? 0 : starts[series + 1] - known;
  });
}
