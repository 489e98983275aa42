/** Numbers that each unit of a layer has over the sequence, by which units can be ordered. T time steps, H units. */
import type { SnapshotLayer } from "../../../session/protocol";
import type { CellDescription } from "../../cells/cellDescription";
import { gatePlane, newStatePlane, type Plane, planeValue, stepsOf } from "../../cells/layerPlanes";

/** Σ over the steps of f(value), for each unit. [H] */
function sumOver(plane: Plane | null, T: number, H: number, f: (value: number) => number): number[] {
  return Array.from({ length: H }, (_, unit) => {
    let sum = 0;
    for (let t = 0; t < T; t++) sum += f(planeValue(plane, t, unit));
    return sum;
  });
}

/** The mean of h over the steps. [H] */
export function meanStates(layer: SnapshotLayer): readonly number[] {
  const T = stepsOf(layer);
  return sumOver(newStatePlane(layer, "h"), T, layer.hiddenSize, (h) => h).map((sum) => sum / T);
}

/**
 * How long each unit remembers: τ = −1 / ln(mean share of the state that is kept a step), in time steps (Tallec and Ollivier 2018).
 * Null for a cell without a gate that keeps. [H], 0 to ∞
 */
export function timeConstants(
  layer: SnapshotLayer,
  { keeps }: Pick<CellDescription, "keeps">,
): readonly number[] | null {
  if (keeps === null) return null;
  const T = stepsOf(layer);
  const gate = sumOver(gatePlane(layer, keeps.gate), T, layer.hiddenSize, (value) => value);
  // −1 / ln 1 would be −∞: the sign is taken from the logarithm, which is never above 0.
  return gate.map((sum) => 1 / Math.abs(Math.log(keeps.is === "kept" ? sum / T : 1 - sum / T)));
}

/** Below and above these a gate counts as saturated (Karpathy 2015). */
const low = 0.1;
const high = 0.9;

export const gatesOfUnits = (rows: CellDescription["rows"]) =>
  rows.filter((row) => row.scale === "gate" && row.of === "units");

/**
 * The share of a unit's gate values that are saturated; of a cell without gates, of its states that lie beyond ±0.9. [H], 0 to 1
 */
export function saturations(
  layer: SnapshotLayer,
  { rows }: Pick<CellDescription, "rows">,
): readonly number[] {
  const [T, H] = [stepsOf(layer), layer.hiddenSize];
  const gates = gatesOfUnits(rows);
  if (gates.length === 0)
    return sumOver(newStatePlane(layer, "h"), T, H, (h) => Number(Math.abs(h) > high)).map((sum) => sum / T);
  const sums = gates.map(({ id }) =>
    sumOver(gatePlane(layer, id), T, H, (value) => Number(value < low || value > high)),
  );
  return Array.from(
    { length: H },
    (_, unit) => sums.reduce((sum, one) => sum + one[unit], 0) / (gates.length * T),
  );
}
