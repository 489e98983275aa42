import type { Direction } from "../../engine/model/config";
import { type TravellingNetwork, weightOf } from "../network";
import { transposed } from "../rows";
import { GraphBuilder } from "./graphBuilder";
import { graphPart, type OnnxValue } from "./onnxMessages";
import type { RecurrentOutputs } from "./recurrentOutputs";
import { expandedZeros, stateValue } from "./stateInputs";

/** The four-gate cell (`ops/fourGate.ts`), which is no operator of ONNX: its equations in the body of a `Scan` over time. */
export function fourGateScan(
  graph: GraphBuilder,
  network: TravellingNetwork,
  directions: readonly Direction[],
  x: string,
  states: readonly string[],
): RecurrentOutputs {
  const [{ layer, hiddenSize: H }] = directions;
  const parts = directions.map((direction, d) => {
    const { suffix } = direction;
    const before = states[d] ?? expandedZeros(graph, `h${suffix}`, x, H);
    return scanOnce(graph, network, direction, x, before);
  });
  const stack = (axis: number, which: "outputs" | "last", name: string) => {
    const axes = graph.integers(`${name}_axes`, [axis]);
    const unsqueezed = parts.map((part, d) => graph.node("Unsqueeze", [part[which], axes], `${name}_${d}`));
    return graph.node("Concat", unsqueezed, name, [{ name: "axis", value: axis }]);
  };
  const lastStates = stack(0, "last", `h_l${layer}_out`);
  return {
    outputs: stack(1, "outputs", `y_l${layer}`),
    lastStates,
    stateOutputs: directions.length === 1 ? [stateValue(lastStates, H)] : [],
  };
}

/** [T, B, H] and [B, H]. */
function scanOnce(
  graph: GraphBuilder,
  network: TravellingNetwork,
  { suffix, hiddenSize: H, inputSize: I, reverse }: Direction,
  x: string,
  before: string,
) {
  const weight = (name: string) =>
    graph.weight(`${name}${suffix}`, transposed(weightOf(network, `${name}${suffix}`)));
  const bias = (name: string) => graph.weight(`${name}${suffix}`, weightOf(network, `${name}${suffix}`));
  const body = bodyOf(weight, bias, I, H);
  const h = graph.node("Squeeze", [before, graph.integers(`h_axes${suffix}`, [0])], `h_before${suffix}`);
  const [last, outputs] = [`h_last${suffix}`, `h_all${suffix}`];
  graph.nodes({
    op: "Scan",
    inputs: [h, x],
    outputs: [last, outputs],
    attributes: [
      { name: "body", value: { graph: graphPart(body) } },
      { name: "num_scan_inputs", value: 1 },
      { name: "scan_input_directions", value: [reverse] },
      { name: "scan_output_directions", value: [reverse] },
    ],
  });
  return { last, outputs };
}

/** One step; the weights are those of the graph around it. */
function bodyOf(weight: (name: string) => string, bias: (name: string) => string, I: number, H: number) {
  const body = new GraphBuilder();
  const state = (name: string): OnnxValue => ({ name, type: "float", shape: ["batch", H] });
  const h = body.input(state("h"));
  const x = body.input({ name: "x", type: "float", shape: ["batch", I] });
  const side = [{ name: "axis", value: 1 }];
  const gate = (letter: string, read: string) => {
    const product = body.node("MatMul", [read, weight(`weight_${letter}`)], `${letter}_product`);
    const sum = body.node("Add", [product, bias(`bias_${letter}`)], `${letter}_sum`);
    return body.node("Sigmoid", [sum], letter);
  };
  const both = body.node("Concat", [h, x], "h_x", side);
  const read = body.node("Mul", [x, gate("i", both)], "x_read");
  const hidden = body.node("Mul", [h, gate("f", both)], "h_hidden");
  const kept = body.node("Sub", [h, hidden], "h_kept");
  const candidate = body.node("Concat", [kept, read], "kept_read", side);
  const product = body.node("MatMul", [candidate, weight("weight_c")], "c_product");
  const c = body.node("Add", [body.node("Tanh", [product], "c_tanh"), bias("bias_c")], "c");
  const taken = body.node(
    "Mul",
    [gate("o", body.node("Concat", [c, h], "c_h", side)), body.node("Sub", [c, h], "c_minus_h")],
    "taken",
  );
  const after = body.node("Add", [h, taken], "h_after");
  const output = body.node("Identity", [after], "h_output");
  return body.build("step", [state(after), state(output)]);
}
