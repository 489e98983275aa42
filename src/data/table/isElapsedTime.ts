import { numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { evenStep } from "./evenClock";
import { isElapsedName } from "./namesOfRoles";

/** So many rows are looked at. */
const mostRows = 2000;
const fewestRows = 8;

/**
 * Whether a column of numbers says how much time has gone by: it rises, and is called so; or it ticks evenly in fractions, which a count of
 * rows does not, and stands before all that is measured.
 */
export function isElapsedTime(described: DescribedTable, column: number): boolean {
  const { columns, rowCount } = described.preview;
  const { name } = columns[column];
  const numbers = columns.flatMap(({ type }, c) => (type.kind === "number" ? [c] : []));
  const rows = Math.min(rowCount, mostRows);
  const canBe = isElapsedName(name) || (column === numbers[0] && numbers.length > 1);
  if (!canBe || !numbers.includes(column) || rows < fewestRows) return false;
  const { values } = numericColumn(described, column, rows);
  if (values.some((value, row) => row > 0 && !(value >= values[row - 1]))) return false;
  if (isElapsedName(name)) return values[0] < values[rows - 1];
  return values.some((value) => !Number.isInteger(value)) && evenStep([values]) !== null;
}
