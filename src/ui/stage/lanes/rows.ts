/** The numbers of a cell's rows in a layer. T time steps, H hidden units, I inputs. */
import type { SnapshotLayer } from "../../../session/protocol";
import type { CellRow } from "../../cells/cellDescription";
import { gatePlane, newStatePlane, type Plane, planeMean, planeValue } from "../../cells/layerPlanes";

/** Under the steps, [T, H] or [T, I]; null where the layer is of a cell that has no such row. */
export const rowPlane = (layer: SnapshotLayer, row: CellRow): Plane | null =>
  row.from === "states" ? newStatePlane(layer, row.id) : gatePlane(layer, row.id);

/** How many numbers a row has at each step: H, or I for a gate of the inputs. */
export function rowCount(row: CellRow, layer: SnapshotLayer | null, units: number): number {
  if (row.of === "units") return units;
  return layer?.planes.find(({ name }) => name === row.id)?.width ?? units;
}

/** A row's number at a step and unit; for a gate of the inputs, which belong to no unit, their mean. */
export function rowValue(layer: SnapshotLayer, row: CellRow, time: number, unit: number): number {
  const plane = rowPlane(layer, row);
  return row.of === "units" ? planeValue(plane, time, unit) : planeMean(plane, time);
}
