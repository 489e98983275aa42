/** The units of a layer in the order that was asked for. */
import type { SnapshotLayer } from "../../../session/protocol";
import type { UnitOrderName } from "../../../store/state";
import type { CellDescription } from "../../cells/cellDescription";
import { newStatePlane, stepsOf } from "../../cells/layerPlanes";
import { clusterUnits } from "./clusterUnits";
import { leafOrder } from "./leafOrder";
import { asStored, type RowOrder, rowOrder } from "./rowOrder";
import { unitDistances } from "./unitDistances";
import { gatesOfUnits, meanStates, saturations, timeConstants } from "./unitScores";

/** Which orders a cell's units can be brought into. */
export const hasOrder = ({ keeps }: Pick<CellDescription, "keeps">, name: UnitOrderName): boolean =>
  name !== "memory" || keeps !== null;

/** Under which name an order stands among the words: without gates it is the states that saturate. */
export const orderWords = (
  { rows }: Pick<CellDescription, "rows">,
  name: UnitOrderName,
): UnitOrderName | "saturatedStates" =>
  name === "saturation" && gatesOfUnits(rows).length === 0 ? "saturatedStates" : name;

/**
 * Pauses, by yielding, after each part of its work. What a cell does not have leaves the units as they are stored.
 * @param effects of each unit on an answer [H], where they are known
 */
export function* orderUnits(
  name: UnitOrderName,
  layer: SnapshotLayer,
  description: CellDescription,
  effects: ArrayLike<number> | null,
): Generator<void, RowOrder> {
  switch (name) {
    case "stored":
      return asStored(layer.hiddenSize);
    case "alike":
      return yield* alikeTogether(layer);
    case "memory":
      return largestFirst(timeConstants(layer, description), layer);
    case "saturation":
      return largestFirst(saturations(layer, description), layer);
    case "mean":
      return largestFirst(meanStates(layer), layer);
    case "effect":
      return largestFirst(effects && Array.from(effects), layer);
  }
}

/** Equal ones, and those that are no numbers, stay as they are stored; those come last. */
function largestFirst(scores: readonly number[] | null, { hiddenSize }: SnapshotLayer): RowOrder {
  const stored = asStored(hiddenSize);
  if (scores === null) return stored;
  const known = scores.map((score) => (Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score));
  return rowOrder(
    stored.units.toSorted((a, b) => (known[a] === known[b] ? a - b : known[b] > known[a] ? 1 : -1)),
  );
}

/** A tree can be read from both ends: the one whose half has the larger states comes first, so that it is the same every time. */
function* alikeTogether(layer: SnapshotLayer): Generator<void, RowOrder> {
  const H = layer.hiddenSize;
  const plane = newStatePlane(layer, "h");
  if (plane === null) return asStored(H);
  const distances = yield* unitDistances(plane, stepsOf(layer));
  const joins = yield* clusterUnits(distances, H);
  const units = yield* leafOrder(joins, distances, H);
  const means = meanStates(layer);
  const lean = units.reduce((sum, unit, row) => sum + means[unit] * (row - (H - 1) / 2), 0);
  return rowOrder(lean > 0 ? units.toReversed() : units);
}
