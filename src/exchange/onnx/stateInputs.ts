import { cells } from "../../engine/model/cells/registry";
import type { Direction } from "../../engine/model/config";
import type { TravellingNetwork } from "../network";
import { zeros } from "../rows";
import type { GraphBuilder } from "./graphBuilder";
import type { OnnxValue } from "./onnxMessages";

/** [1, B, H] */
export const stateValue = (name: string, H: number): OnnxValue => ({
  name,
  type: "float",
  shape: [1, "batch", H],
});

/**
 * The states before the first step, [1, B, H] each, as the network's inputs, which may be left out: their default is [1, 1, H] of
 * zeros, which `Expand` makes as many of as there are sequences. None for both directions, which need whole sequences.
 */
export function initialStates(
  graph: GraphBuilder,
  { config }: TravellingNetwork,
  directions: readonly Direction[],
  x: string,
): readonly string[] {
  if (directions.length > 1) return [];
  const [{ layer, hiddenSize: H }] = directions;
  return cells[config.cell].states.map((state) => {
    const name = `${state}_l${layer}`;
    graph.input({ name, type: "float", shape: [1, `${name}_batch`, H] });
    return expandedZeros(graph, name, x, H);
  });
}

/** [1, B, H] */
export function expandedZeros(graph: GraphBuilder, name: string, x: string, H: number): string {
  graph.weight(name, zeros([1, 1, H]));
  return graph.node("Expand", [name, stateShape(graph, x)], `${name}_expanded`);
}

/** [1, B, 1], which leaves H as it is. */
function stateShape(graph: GraphBuilder, x: string): string {
  const name = "state_shape";
  if (graph.has(name)) return name;
  const sizes = graph.node("Shape", [x], "x_shape");
  const [from, to, one] = [1, 2, 1].map((value, i) => graph.integers(`batch_place_${i}`, [value]));
  const batch = graph.node("Slice", [sizes, from, to], "batch_size");
  return graph.node("Concat", [one, batch, one], name, [{ name: "axis", value: 0 }]);
}
