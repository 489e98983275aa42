/** The numbers of a cell's rows in a layer. T time steps, H hidden units, I inputs. */
import type { SnapshotLayer } from "../../../session/protocol";
import type { CellRow } from "../../cells/cellDescription";
import { gatePlane, newStatePlane, type Plane, planeMean, planeValue } from "../../cells/layerPlanes";
import { type ColourScale, colourScale } from "../paint/colourScale";
import type { StageView } from "../stageView";

/** Under the steps, [T, H] or [T, I]; null where the layer is of a cell that has no such row. */
export const rowPlane = (layer: SnapshotLayer, row: CellRow): Plane | null =>
  row.from === "states" ? newStatePlane(layer, row.id) : gatePlane(layer, row.id);

/** How many numbers a row has at each step: H, or I for a gate of the inputs. */
export function rowCount(row: CellRow, layer: SnapshotLayer | null, units: number): number {
  if (row.of === "units") return units;
  return layer?.planes.find(({ name }) => name === row.id)?.width ?? units;
}

/** What a row's picture shows: its numbers, or how they have changed, each on an absolute scale. */
export function picturedRow(
  { layer, change, theme }: Pick<StageView, "layer" | "change" | "theme">,
  row: CellRow,
): { readonly plane: Plane | null; readonly scale: ColourScale } {
  const shown = change ?? layer;
  return { plane: shown && rowPlane(shown, row), scale: colourScale(change ? "change" : row.scale, theme) };
}

/** A row's number at a step and unit; for a gate of the inputs, which belong to no unit, their mean. */
export function rowValue(layer: SnapshotLayer, row: CellRow, time: number, unit: number): number {
  const plane = rowPlane(layer, row);
  return row.of === "units" ? planeValue(plane, time, unit) : planeMean(plane, time);
}
