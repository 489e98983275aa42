/**
 * A network as an ONNX graph: opset 14, IR version 8, which all runtimes read.
 *
 * Inputs are batch first: `tokens` [batch, steps] of int64, or `features` [batch, steps, I]. Outputs are `logits` (or `numbers`),
 * and `probabilities` where there is an activation. A network of one direction takes its states as inputs that may be left out
 * (`h_l0`, for an LSTM `c_l0`, of shape [1, batch, H]; zeros then), and gives them as outputs (`h_l0_out`), to go on from.
 */
import { inputSize, type NetworkConfig } from "../../engine/model/config";
import { checkFile, type ExportedFile, type Subject } from "../exported";
import { metadataOf, producer } from "../metadata";
import { activationOf, layersOf, type TravellingNetwork, weightOf } from "../network";
import { transposed } from "../rows";
import { GraphBuilder } from "./graphBuilder";
import { type OnnxValue, writeOnnx } from "./onnxMessages";
import { recurrentNode } from "./recurrentNode";

export function toOnnx({ network, check }: Subject): readonly ExportedFile[] {
  return [{ name: "model.onnx", bytes: onnxOf(network) }, checkFile(check)];
}

export function onnxOf(network: TravellingNetwork): Uint8Array<ArrayBuffer> {
  const { config } = network;
  const graph = new GraphBuilder();
  const states: OnnxValue[] = [];
  let x = vectors(graph, network);
  let last = x;
  for (const [layer, directions] of layersOf(config).entries()) {
    const { outputs, lastStates, stateOutputs } = recurrentNode(graph, network, directions, x);
    // [T, D, B, H] to [T, B, D·H].
    x = sideBySide(graph, outputs, [0, 2, 1, 3], [0, 0, -1], `x_l${layer + 1}`);
    last = lastStates;
    states.push(...stateOutputs);
  }
  if (config.head.at === "last") last = sideBySide(graph, last, [1, 0, 2], [0, -1], "last");
  const answers = head(graph, network, config.head.at === "last" ? last : batchFirst(graph, x));
  return writeOnnx({
    irVersion: 8,
    opset: 14,
    producer,
    graph: graph.build("network", [...answers, ...states]),
    metadata: metadataOf(network),
  });
}

/** What the first layer reads, [T, B, I]. */
function vectors(graph: GraphBuilder, network: TravellingNetwork): string {
  const { input } = network.config;
  const I = inputSize(input);
  if (input.kind === "features") {
    graph.input({ name: "features", type: "float", shape: ["batch", "steps", I] });
    return graph.node("Transpose", ["features"], "x", [{ name: "perm", value: [1, 0, 2] }]);
  }
  graph.input({ name: "tokens", type: "int64", shape: ["batch", "steps"] });
  const ids = graph.node("Transpose", ["tokens"], "ids", [{ name: "perm", value: [1, 0] }]);
  if (input.kind === "embedding") {
    const table = graph.weight("embedding.weight", weightOf(network, "embedding.weight"));
    return graph.node("Gather", [table, ids], "x");
  }
  const depth = graph.integers("depth", [I]);
  const values = graph.weight("off_on", { shape: [2], values: Float32Array.of(0, 1) });
  return graph.node("OneHot", [ids, depth, values], "x");
}

function sideBySide(
  graph: GraphBuilder,
  value: string,
  perm: readonly number[],
  shape: readonly number[],
  name: string,
): string {
  const turned = graph.node("Transpose", [value], `${name}_turned`, [{ name: "perm", value: perm }]);
  return graph.node("Reshape", [turned, graph.integers(`${name}_shape`, shape)], name);
}

const batchFirst = (graph: GraphBuilder, x: string): string =>
  graph.node("Transpose", [x], "states", [{ name: "perm", value: [1, 0, 2] }]);

function head(graph: GraphBuilder, network: TravellingNetwork, x: string): readonly OnnxValue[] {
  const { config } = network;
  const weight = graph.weight("head.weight", transposed(weightOf(network, "head.weight")));
  const bias = graph.weight("head.bias", weightOf(network, "head.bias"));
  const product = graph.node("MatMul", [x, weight], "head_product");
  const activation = activationOf(config);
  const answer = graph.node("Add", [product, bias], activation === "linear" ? "numbers" : "logits");
  const outputs = [outputValue(answer, config)];
  if (activation === "linear") return outputs;
  const isSoftmax = activation === "softmax";
  const attributes = isSoftmax ? [{ name: "axis", value: -1 }] : [];
  const shares = graph.node(isSoftmax ? "Softmax" : "Sigmoid", [answer], "probabilities", attributes);
  return [...outputs, outputValue(shares, config)];
}

const outputValue = (name: string, { head: { at, size } }: NetworkConfig): OnnxValue => ({
  name,
  type: "float",
  shape: at === "every" ? ["batch", "steps", size] : ["batch", size],
});
