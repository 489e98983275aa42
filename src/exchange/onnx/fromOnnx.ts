/** An ONNX graph's recurrent nodes, in their order, with the embedding before and the product behind them. */
import { failure, type Result, success } from "../../data/result";
import { crossEntropy, type Loss, type NetworkConfig } from "../../engine/model/config";
import { elementCount } from "../../engine/plan/plan";
import { message } from "../../words/message";
import { type BroughtNetwork, bring, hasShape, mostLayers, type Recognised } from "../bring";
import type { Weight } from "../network";
import { ourMetadata } from "../ourMetadata";
import { reordered, transposed, zeros } from "../rows";
import { networkPath } from "./networkPath";
import { type ReadGraph, type ReadNode, readOnnx } from "./readOnnx";

export function fromOnnx(bytes: Uint8Array): Result<BroughtNetwork> {
  const read = readOnnx(bytes);
  if (!read.ok) return read;
  const { config, meaning } = ourMetadata(read.value.metadata);
  const recognised =
    config?.cell === "fourGate" ? fourGateOf(read.value, config) : recogniseGraph(read.value);
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

export function recogniseGraph(graph: ReadGraph): Result<Recognised> {
  const path = networkPath(graph);
  if (!path.ok) return path;
  const { recurrent, head, at, input } = path.value;
  if (recurrent.length > mostLayers) return failure(message("exchange.tooManyLayers"));
  const weights = new Map<string, Weight>();
  const layers = [];
  for (const [layer, node] of recurrent.entries()) {
    const read = layerOf(graph, node, layer, weights);
    if (!read.ok) return read;
    layers.push(read.value);
  }
  const [{ cell, inputSize, directions }] = layers;
  if (layers.some((layer) => layer.cell !== cell || layer.directions !== directions))
    return failure(message("exchange.unknownPart", { name: recurrent.map(({ op }) => op).join(", ") }));
  if (typeof input !== "string") weights.set("embedding.weight", input);
  if (head) weights.set("head.weight", head.weight).set("head.bias", head.bias);
  return success({
    config: {
      cell,
      input: inputOf(input, inputSize),
      hiddenSizes: layers.map(({ hiddenSize }) => hiddenSize),
      bidirectional: directions === 2,
      dropout: 0,
      recurrentDropout: 0,
      head: { size: head?.weight.shape[0] ?? inputSize, at },
      loss: lossOf(graph, typeof input !== "string"),
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
  const other = unusualOf(graph, node);
  if (other) return failure(message("exchange.unknownPart", { name: `${op} ${other}` }));
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

/** What each direction of a cell has for its gates and states. */
const activations = new Map<string, string>([
  ["GRU", "sigmoid,tanh"],
  ["LSTM", "sigmoid,tanh,tanh"],
  ["RNN", "tanh"],
]);

/** The attribute or input by which a node computes something else than our cell does; null where there is none. */
function unusualOf(graph: ReadGraph, { op, inputs, attributes }: ReadNode): string | null {
  const direction = attributes.get("direction")?.text ?? "forward";
  if (direction !== "forward" && direction !== "bidirectional") return "direction";
  const own = activations.get(op);
  const all = direction === "forward" ? own : `${own},${own}`;
  const given = attributes.get("activations")?.texts ?? [];
  if (given.length > 0 && given.join().toLowerCase() !== all) return "activations";
  if (attributes.has("clip")) return "clip";
  const wanted = ["layout", "input_forget"].find((name) => (attributes.get(name)?.int ?? 0) !== 0);
  if (wanted) return wanted;
  if (![inputs[5], inputs[6]].every((name) => beginsAtZero(graph, name ?? ""))) return "initial_h";
  return (inputs[7] ?? "") === "" ? null : "P";
}

/** What gives parts or copies of what it is given, and so zeros of zeros. */
const copies = new Set([
  "Cast",
  "Concat",
  "Expand",
  "Gather",
  "Identity",
  "Reshape",
  "Slice",
  "Split",
  "Squeeze",
  "Tile",
  "Transpose",
  "Unsqueeze",
]);

/** Whether states are zeros before the first step, or what the caller gives. */
function beginsAtZero({ makers, weights }: ReadGraph, name: string): boolean {
  const [left, seen] = [[name], new Set([name])];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    const maker = makers.get(value);
    const known = weights.get(value);
    if (known?.values.some((one) => one !== 0)) return false;
    if (known || !maker) continue;
    const { op, inputs, attributes } = maker;
    if (op === "ConstantOfShape") {
      if (attributes.get("value")?.tensor?.weight?.values.some((one) => one !== 0)) return false;
      continue;
    }
    if (!copies.has(op)) return false;
    const from = (op === "Concat" ? inputs : inputs.slice(0, 1)).filter((one) => !seen.has(one));
    for (const one of from) seen.add(one);
    left.push(...from);
  }
  return true;
}

const inputOf = (input: Weight | "oneHot" | "features", size: number): NetworkConfig["input"] => {
  if (input === "oneHot") return { kind: "oneHot", vocabularySize: size };
  return input === "features"
    ? { kind: "features", size }
    : { kind: "embedding", vocabularySize: input.shape[0], size: input.shape[1] };
};

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
