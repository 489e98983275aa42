import { cells } from "../../engine/model/cells/registry";
import type { Direction } from "../../engine/model/config";
import { type TravellingNetwork, type Weight, weightOf } from "../network";
import { joined, reordered, zeros } from "../rows";
import { fourGateScan } from "./fourGateScan";
import type { GraphBuilder } from "./graphBuilder";
import type { RecurrentOutputs } from "./recurrentOutputs";
import { initialStates, stateValue } from "./stateInputs";

/** Blocks of rows of ONNX' gates among ours: GRU z, r, h of r, z, n; LSTM i, o, f, c of i, f, g, o. */
const operators = {
  gru: { op: "GRU", order: [1, 0, 2], attributes: [{ name: "linear_before_reset", value: 1 }] },
  gruResetBefore: { op: "GRU", order: [1, 0, 2], attributes: [{ name: "linear_before_reset", value: 0 }] },
  lstm: { op: "LSTM", order: [0, 3, 1, 2], attributes: [] },
  rnn: { op: "RNN", order: [0], attributes: [] },
} as const;

/** One layer that reads `x` [T, B, I], in one direction or both. */
export function recurrentNode(
  graph: GraphBuilder,
  network: TravellingNetwork,
  directions: readonly Direction[],
  x: string,
): RecurrentOutputs {
  const { config } = network;
  const states = initialStates(graph, network, directions, x);
  if (config.cell === "fourGate") return fourGateScan(graph, network, directions, x, states);
  const { op, order, attributes } = operators[config.cell];
  const [{ layer, hiddenSize: H, inputSize: I }] = directions;
  const [D, G] = [directions.length, order.length];
  const gates = (name: string, suffix: string) => reordered(weightOf(network, `${name}${suffix}`), order);
  const all = (name: string) => directions.map(({ suffix }) => gates(name, suffix));
  const biases = directions.flatMap(({ suffix }): Weight[] => [
    gates("bias_ih", suffix),
    config.cell === "gruResetBefore" ? zeros([G * H]) : gates("bias_hh", suffix),
  ]);
  const inputs = [
    x,
    graph.weight(`W_l${layer}`, joined([D, G * H, I], all("weight_ih"))),
    graph.weight(`R_l${layer}`, joined([D, G * H, H], all("weight_hh"))),
    graph.weight(`B_l${layer}`, joined([D, 2 * G * H], biases)),
    "",
    ...states,
  ];
  const outputs = `y_l${layer}`;
  const after = cells[config.cell].states.map((name) => `${name}_l${layer}_out`);
  graph.nodes({
    op,
    inputs,
    outputs: [outputs, ...after],
    attributes: [
      { name: "direction", value: D === 2 ? "bidirectional" : "forward" },
      { name: "hidden_size", value: H },
      ...attributes,
    ],
  });
  return {
    outputs,
    lastStates: after[0],
    stateOutputs: D === 1 ? after.map((name) => stateValue(name, H)) : [],
  };
}
