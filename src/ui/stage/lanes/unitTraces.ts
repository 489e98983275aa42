/** The lines of one unit over time: all its gates and states, on one absolute scale from −1 to 1. T time steps. */
import type { SnapshotLayer } from "../../../session/protocol";
import type { CellRow } from "../../cells/cellDescription";
import { planeValue } from "../../cells/layerPlanes";
import { alongScale, colourScale } from "../paint/colourScale";
import { rowPlane } from "./rows";
import type { Trace } from "./traces";

export const unitBounds = { min: -1, max: 1 };
const asItIs = { shift: 0, scale: 1 };

/** The rows that a unit has a number in. */
export const rowsOfUnits = (rows: readonly CellRow[]): readonly CellRow[] =>
  rows.filter((row) => row.of === "units");

/** One a row of `rowsOfUnits`, whose look is its place among them. Numbers without bounds stand at x / (1 + |x|). */
export function unitTraces(
  layer: SnapshotLayer,
  rows: readonly CellRow[],
  unit: number,
  steps: number,
): readonly Trace[] {
  return rowsOfUnits(rows).map((row, i) => {
    const plane = rowPlane(layer, row);
    const scale = colourScale(row.scale, "light");
    const data = Float32Array.from({ length: steps }, (_, t) =>
      alongScale(scale, planeValue(plane, t, unit)),
    );
    const look = { colour: i + 1, dash: [] };
    return {
      data,
      first: 0,
      stride: 1,
      quantity: asItIs,
      look,
      group: i,
      width: row.from === "states" ? 2.25 : 1.5,
    };
  });
}
