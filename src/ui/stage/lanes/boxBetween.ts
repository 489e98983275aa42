import type { UnitBox } from "../../../store/state";
import type { StageView } from "../stageView";

interface Corner {
  readonly time: number;
  readonly row: number;
}

/** The units whose rows lie between two corners, in the order on show, and the steps between them; the corners are inside. */
export function boxBetween(
  { order, layerIndex }: Pick<StageView, "order" | "layerIndex">,
  a: Corner,
  b: Corner,
): UnitBox {
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  return {
    layer: layerIndex,
    units: order.units.slice(top, bottom + 1),
    from: Math.min(a.time, b.time),
    to: Math.max(a.time, b.time),
  };
}

/** Rows under each other, of which each group makes one rectangle: the first row and the number of them. */
export function rowGroups(rows: readonly number[]): readonly (readonly [first: number, count: number])[] {
  const groups: [number, number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = groups[groups.length - 1];
    if (last && last[0] + last[1] === row) last[1]++;
    else groups.push([row, 1]);
  }
  return groups;
}
