/** An ONNX graph's recurrent nodes, in their order, with the embedding before and the product behind them. */
import { failure, type Result, success } from "../../data/result";
import { crossEntropy, type Loss, type NetworkConfig } from "../../engine/model/config";
import { elementCount } from "../../engine/plan/plan";
import { message } from "../../words/message";
import { type BroughtNetwork, bring, hasShape, mostLayers, type Recognised } from "../bring";
import type { Weight } from "../network";
import { ourMetadata } from "../ourMetadata";
import { reordered, transposed, zeros } from "../rows";
import { type ReadGraph, type ReadNode, readOnnx } from "./readOnnx";

export function fromOnnx(bytes: Uint8Array): Result<BroughtNetwork> {
  const read = readOnnx(bytes);
  if (!read.ok) return read;
  const { config, meaning } = ourMetadata(read.value.metadata);
  const recognised = config?.cell === "fourGate" ? fourGateOf(read.value, config) : recognise(read.value);
  if (!recognised.ok) return recognised;
  const { value } = recognised;
  return bring({ ...value, config: config ?? value.config, meaning });
}

/** Where each of our blocks stands among ONNX': r, z, n in z, r, h; i, f, g, o in i, o, f, c. */
const orders = new Map<string, readonly number[]>([
  ["GRU", [1, 0, 2]],
  ["LSTM", [0, 2, 3, 1]],
  ["RNN", [0]],
]);

function recognise(graph: ReadGraph): Result<Recognised> {
  const recurrent = graph.nodes.filter(({ op }) => orders.has(op));
  if (recurrent.length === 0) return failure(message("exchange.noRecurrentLayer", { format: "onnx" }));
  if (recurrent.length > mostLayers) return failure(message("exchange.tooManyLayers"));
  const weights = new Map<string, Weight>();
  const layers = [];
  for (const [layer, node] of recurrent.entries()) {
    const read = layerOf(graph, node, layer, weights);
    if (!read.ok) return read;
    layers.push(read.value);
  }
  const [{ cell, inputSize, directions }] = layers;
  const last = layers[layers.length - 1];
  if (layers.some((layer) => layer.cell !== cell || layer.directions !== directions))
    return failure(message("exchange.unknownPart", { name: recurrent.map(({ op }) => op).join(", ") }));
  const embedding = embeddingOf(graph, inputSize);
  const head = headOf(graph, last.directions * last.hiddenSize, recurrent[recurrent.length - 1]);
  if (embedding) weights.set("embedding.weight", embedding);
  if (head) weights.set("head.weight", head.weight).set("head.bias", head.bias);
  return success({
    config: {
      cell,
      input: inputOf(graph, embedding, inputSize),
      hiddenSizes: layers.map(({ hiddenSize }) => hiddenSize),
      bidirectional: directions === 2,
      dropout: 0,
      recurrentDropout: 0,
      head: { size: head?.weight.shape[0] ?? inputSize, at: graph.outputRanks[0] === 2 ? "last" : "every" },
      loss: lossOf(graph, embedding !== null),
    },
    weights,
  });
}

/** Puts a node's weights under our names; B may be missing, which is zeros. */
function layerOf(graph: ReadGraph, node: ReadNode, layer: number, weights: Map<string, Weight>) {
  const { op, inputs, attributes } = node;
  const [W, R, B] = [1, 2, 3].map((place) => graph.weights.get(inputs[place] ?? ""));
  const order = orders.get(op) ?? [];
  const unfit = failure(message("exchange.unfitWeight", { name: inputs[1] ?? op }));
  if (W?.shape.length !== 3 || R?.shape.length !== 3) return unfit;
  const [D, rows, inputSize] = W.shape;
  const H = rows / order.length;
  const fits = (D === 1 || D === 2) && hasShape(R, [D, rows, H]) && (!B || hasShape(B, [D, 2 * rows]));
  if (!fits) return unfit;
  const direction = attributes.get("direction")?.text ?? "forward";
  if (direction === "reverse" || hasUnknownActivations(node))
    return failure(message("exchange.unknownPart", { name: op }));
  const isReset = op === "GRU" && attributes.get("linear_before_reset")?.int !== 1;
  const all = B ?? zeros([D, 2 * rows]);
  for (let d = 0; d < D; d++) {
    const suffix = `_l${layer}${d === 1 ? "_reverse" : ""}`;
    const part = (weight: Weight, first: number, shape: readonly number[]) =>
      reordered({ shape, values: weight.values.slice(first, first + elementCount(shape)) }, order);
    const input = part(all, d * 2 * rows, [rows]);
    const hidden = part(all, (d * 2 + 1) * rows, [rows]);
    weights.set(`weight_ih${suffix}`, part(W, d * rows * inputSize, [rows, inputSize]));
    weights.set(`weight_hh${suffix}`, part(R, d * rows * H, [rows, H]));
    // Reset before, both stand in the same sums.
    const both = { shape: [rows], values: input.values.map((value, i) => value + hidden.values[i]) };
    weights.set(`bias_ih${suffix}`, isReset ? both : input);
    if (!isReset) weights.set(`bias_hh${suffix}`, hidden);
  }
  const cell: NetworkConfig["cell"] =
    op === "LSTM" ? "lstm" : op === "RNN" ? "rnn" : isReset ? "gruResetBefore" : "gru";
  return success({ cell, inputSize, hiddenSize: H, directions: D });
}

/** Others than sigmoid and tanh, peepholes, clipped sums. */
function hasUnknownActivations({ inputs, attributes }: ReadNode): boolean {
  const given = attributes.get("activations")?.texts ?? [];
  const isUsual = given.every((name) => /^(sigmoid|tanh)$/i.test(name));
  const isRelu = given.some((name) => /relu/i.test(name));
  return !isUsual || isRelu || attributes.has("clip") || (inputs[7] ?? "") !== "";
}

function embeddingOf({ nodes, weights }: ReadGraph, inputSize: number): Weight | null {
  for (const { op, inputs } of nodes) {
    const table = op === "Gather" ? weights.get(inputs[0] ?? "") : undefined;
    if (table?.shape.length === 2 && table.shape[0] > 0 && table.shape[1] === inputSize) return table;
  }
  return null;
}

function inputOf({ nodes }: ReadGraph, embedding: Weight | null, inputSize: number): NetworkConfig["input"] {
  if (embedding) return { kind: "embedding", vocabularySize: embedding.shape[0], size: inputSize };
  if (nodes.some(({ op }) => op === "OneHot")) return { kind: "oneHot", vocabularySize: inputSize };
  return { kind: "features", size: inputSize };
}

/** The last product behind the recurrent nodes whose matrix reads their outputs, and what is added to it. */
function headOf({ nodes, weights }: ReadGraph, width: number, top: ReadNode) {
  const behind = nodes.slice(nodes.indexOf(top) + 1);
  for (const { op, inputs, outputs, attributes } of [...behind].reverse()) {
    const matrix = weights.get(inputs[1] ?? "");
    if ((op !== "MatMul" && op !== "Gemm") || matrix?.shape.length !== 2) continue;
    const isInRows = op === "Gemm" && attributes.get("transB")?.int === 1;
    const weight = isInRows ? matrix : transposed(matrix);
    const [O, K] = weight.shape;
    if (K !== width || O < 1) continue;
    const sum = behind.find((node) => node.op === "Add" && node.inputs.includes(outputs[0]));
    const named = op === "Gemm" ? inputs.slice(2) : (sum?.inputs ?? []);
    const bias = named.map((name) => weights.get(name)).find((one) => hasShape(one, [O]));
    return { weight, bias: bias ?? zeros([O]) };
  }
  return null;
}

function lossOf({ nodes }: ReadGraph, isOfSymbols: boolean): Loss {
  if (nodes.some(({ op }) => op === "Softmax" || op === "LogSoftmax")) return crossEntropy;
  if (nodes.some(({ op }) => op === "Sigmoid")) return { kind: "binaryCrossEntropy" };
  return isOfSymbols ? crossEntropy : { kind: "meanSquaredError" };
}

/** As `fourGateScan.ts` has written it: matrices transposed, under our names. */
function fourGateOf({ weights }: ReadGraph, config: NetworkConfig): Result<Recognised> {
  const found = [...weights].map(([name, weight]): [string, Weight] => [
    name,
    weight.shape.length === 2 && name !== "embedding.weight" ? transposed(weight) : weight,
  ]);
  return success({ config, weights: new Map(found) });
}
