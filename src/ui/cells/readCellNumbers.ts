/** Finds the numbers of a cell's nodes in what a layer did. */
import type { SnapshotLayer } from "../../session/protocol";
import type { CellDescription, CellNode, NumberSource } from "./cellDescription";
import type { CellNumbers } from "./cellNumbers";
import {
  gatePlane,
  newStateRow,
  oldStateRow,
  planeMean,
  planeValue,
  statePlane,
  stepsOf,
} from "./layerPlanes";

/** @throws RangeError when the step or the unit is not in the layer */
export function readCellNumbers(
  { nodes }: Pick<CellDescription, "nodes">,
  layer: SnapshotLayer,
  at: Pick<CellNumbers, "time" | "unit" | "input">,
): CellNumbers {
  const { time, unit } = at;
  const [T, H] = [stepsOf(layer), layer.hiddenSize];
  if (!(time >= 0 && time < T)) throw new RangeError(`time step ${time} is not in 0..${T - 1}`);
  if (!Number.isInteger(unit) || unit < 0 || unit >= H)
    throw new RangeError(`unit ${unit} is not in 0..${H - 1}`);
  const of: Record<string, number | null> = {};
  for (const id of Object.keys(nodes)) {
    const { source } = nodes[id];
    of[id] = source ? numberFrom(source, layer, time, unit) : computed(nodes[id], of);
  }
  return { ...at, of };
}

/** From the nodes before it, whose numbers are there. */
function computed(
  { from, compute }: Pick<CellNode, "from" | "compute">,
  of: Readonly<Record<string, number | null>>,
): number | null {
  if (!compute) return null;
  const inputs = from.flatMap((id) => of[id] ?? []);
  return inputs.length === from.length ? compute(...inputs) : null;
}

function numberFrom(source: NumberSource, layer: SnapshotLayer, time: number, unit: number): number | null {
  switch (source.kind) {
    case "gate":
      return planeValue(gatePlane(layer, source.name), time, unit);
    case "meanGate":
      return planeMean(gatePlane(layer, source.name), time);
    case "state":
      return planeValue(statePlane(layer, source.name), newStateRow(layer, time), unit);
    case "oldState":
      return planeValue(statePlane(layer, source.name), oldStateRow(layer, time), unit);
    case "inputPart":
    case "hiddenPart": {
      const part = layer[source.kind];
      const width = part ? part.length / stepsOf(layer) : 0;
      return part ? part[time * width + source.gate * layer.hiddenSize + unit] : null;
    }
  }
}
