/** Which unit stands in which row of the lanes. Everything that knows a row asks here for its unit, and the other way round. */
import { range } from "../paint/range";

export interface RowOrder {
  /** [H], from the top. */
  readonly units: readonly number[];
  /** [H], the row of each unit. */
  readonly rows: readonly number[];
}

export function rowOrder(units: readonly number[]): RowOrder {
  const rows = units.map(() => 0);
  for (const [row, unit] of units.entries()) rows[unit] = row;
  return { units, rows };
}

export const asStored = (units: number): RowOrder => rowOrder(range(units));

/**
 * The order on the way from one to another, in which each unit's row has come as far as `share` says.
 * @param share 0 to 1
 */
export function onTheWay(from: RowOrder, to: RowOrder, share: number): RowOrder {
  const place = to.rows.map((row, unit) => from.rows[unit] + (row - from.rows[unit]) * share);
  return rowOrder(to.units.toSorted((a, b) => place[a] - place[b] || to.rows[a] - to.rows[b]));
}
