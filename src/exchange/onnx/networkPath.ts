/**
 * The way through a graph from what it answers back to what it reads: activation, head, recurrent layers, embedding. On it only the
 * form of values may change besides. Whatever else stands there would change the answer, and is named as a part that is not known.
 */
import { failure, type Result, success } from "../../data/result";
import { message } from "../../words/message";
import { hasShape } from "../bring";
import type { Weight } from "../network";
import { transposed, zeros } from "../rows";
import { finalStates } from "./finalStates";
import type { ReadGraph, ReadNode } from "./readOnnx";

interface Head {
  /** [O, K] */
  readonly weight: Weight;
  /** [O] */
  readonly bias: Weight;
}

interface NetworkPath {
  readonly head: Head | null;
  readonly at: "every" | "last";
  /** The first layer first. */
  readonly recurrent: readonly ReadNode[];
  /** [V, I] of an embedding. */
  readonly input: Weight | "oneHot" | "features";
}

export function networkPath(graph: ReadGraph): Result<NetworkPath> {
  const answer = answerOf(graph);
  if (!answer.ok) return answer;
  const { head, from, isLast } = answer.value;
  const top = topOf(graph, from, isLast);
  if (!top.ok) return top;
  const recurrent = [top.value.node];
  for (;;) {
    const [below] = recurrent;
    const value = unformed(graph, below.inputs[0] ?? "");
    const maker = graph.makers.get(value);
    if (maker && isRecurrent(maker) && maker.outputs[0] === value) {
      recurrent.unshift(maker);
      continue;
    }
    const input = inputOf(graph, value);
    return input.ok ? success({ head, at: top.value.at, recurrent, input: input.value }) : input;
  }
}

const operators = new Set(["GRU", "LSTM", "RNN"]);
export const isRecurrent = ({ op }: ReadNode): boolean => operators.has(op);

const unknown = ({ op }: ReadNode) => failure(message("exchange.unknownPart", { name: op }));

/** They give the same numbers, in another order of dimensions or of another type. */
const forms = new Set(["Identity", "Dropout", "Cast", "Reshape", "Transpose", "Squeeze", "Unsqueeze"]);

/** What a value was before its form was changed. */
function unformed({ makers }: ReadGraph, value: string): string {
  let before = value;
  for (let maker = makers.get(before); maker && forms.has(maker.op); maker = makers.get(before))
    before = maker.inputs[0] ?? "";
  return before;
}

const activations = new Set(["Softmax", "LogSoftmax", "Sigmoid"]);

/** From the first output back through the head, where there is one. */
function answerOf(graph: ReadGraph): Result<{ head: Head | null; from: string; isLast: boolean }> {
  let value = unformed(graph, graph.outputs[0] ?? "");
  let [bias, isLast, isActivated]: [Weight | null, boolean, boolean] = [null, false, false];
  for (;;) {
    const maker = graph.makers.get(value);
    if (!maker) return failure(message("exchange.noRecurrentLayer", { format: "onnx" }));
    const { op, inputs } = maker;
    if (activations.has(op) && !isActivated && !bias) {
      isActivated = true;
      value = unformed(graph, inputs[0] ?? "");
    } else if (isLastStep(graph, maker) && !isLast) {
      isLast = true;
      value = unformed(graph, inputs[0] ?? "");
    } else if (op === "Add" && !bias) {
      const place = inputs.findIndex((name) => graph.weights.has(name));
      bias = graph.weights.get(inputs[place] ?? "") ?? null;
      if (!bias || inputs.length !== 2) return unknown(maker);
      value = unformed(graph, inputs[1 - place]);
    } else if (op === "MatMul" || op === "Gemm") {
      const head = headOf(graph, maker, bias);
      return head ? success({ head, from: inputs[0] ?? "", isLast }) : unknown(maker);
    } else if ((isRecurrent(maker) || finalStates(graph, value)) && !bias && !isActivated)
      return success({ head: null, from: value, isLast });
    else return unknown(maker);
  }
}

/** Null where it is not the product of the states and a matrix, with a bias in it or behind it. */
function headOf({ weights }: ReadGraph, { op, inputs, attributes }: ReadNode, added: Weight | null) {
  const matrix = weights.get(inputs[1] ?? "");
  const isPlain = ["alpha", "beta"].every((name) => (attributes.get(name)?.float ?? 1) === 1);
  if (matrix?.shape.length !== 2 || attributes.get("transA")?.int === 1 || !isPlain) return null;
  const weight = op === "Gemm" && attributes.get("transB")?.int === 1 ? matrix : transposed(matrix);
  const shape = [weight.shape[0]];
  const within = inputs[2] === undefined || inputs[2] === "" ? null : weights.get(inputs[2]);
  if (within === undefined || (within && added)) return null;
  const bias = within ?? added ?? zeros(shape);
  return hasShape(bias, shape) ? { weight, bias } : null;
}

/** The layer that the head reads, and where: every step, the last one, or the states after it. */
function topOf(graph: ReadGraph, from: string, isLastAnswer: boolean) {
  const states = finalStates(graph, from);
  if (states) {
    const [{ node }] = states;
    const isAll =
      states.length === directionsOf(node) &&
      states.every((one, d) => one.node === node && one.direction === d);
    return isAll && !isLastAnswer ? success({ node, at: "last" as const }) : unknown(node);
  }
  let [value, isLast] = [unformed(graph, from), isLastAnswer];
  for (;;) {
    const maker = graph.makers.get(value);
    if (!maker) return failure(message("exchange.noRecurrentLayer", { format: "onnx" }));
    if (isRecurrent(maker) && maker.outputs[0] === value) {
      // The last step of the direction that reads backwards is its first.
      if (isLast && directionsOf(maker) === 2) return failure(message("exchange.lastOfBoth"));
      return success({ node: maker, at: isLast ? ("last" as const) : ("every" as const) });
    }
    if (isLast || !isLastStep(graph, maker)) return unknown(maker);
    isLast = true;
    value = unformed(graph, maker.inputs[0] ?? "");
  }
}

export const directionsOf = ({ attributes }: ReadNode): 1 | 2 =>
  attributes.get("direction")?.text === "bidirectional" ? 2 : 1;

/** Beyond any sequence: slices go to the greatest number that there is. */
const end = 2 ** 31 - 1;

/** Behind the batch, or before it. */
const timeAxes = new Set([0, 1]);

/** Whether it takes the last step alone. */
function isLastStep({ integers }: ReadGraph, { op, inputs, attributes }: ReadNode): boolean {
  const [, ...given] = inputs.map((name) => integers.get(name));
  const [first, to, axes, steps] = given.map((one) => (one?.length === 1 ? one[0] : undefined));
  if (op === "Gather") return first === -1 && timeAxes.has(attributes.get("axis")?.int ?? 0);
  const isWhole = inputs[4] === undefined || inputs[4] === "" || steps === 1;
  return op === "Slice" && first === -1 && (to ?? 0) >= end && timeAxes.has(axes ?? 0) && isWhole;
}

/** What the first layer reads. */
function inputOf(graph: ReadGraph, value: string): Result<NetworkPath["input"]> {
  const { makers, weights } = graph;
  const maker = makers.get(value);
  if (!maker)
    return weights.has(value)
      ? failure(message("exchange.unfitWeight", { name: value }))
      : success("features");
  const { op, inputs } = maker;
  if (op !== "OneHot" && op !== "Gather") return unknown(maker);
  const ids = makers.get(unformed(graph, inputs[op === "Gather" ? 1 : 0] ?? ""));
  if (ids) return unknown(ids);
  if (op === "OneHot") return success("oneHot");
  const table = weights.get(inputs[0] ?? "");
  return table?.shape.length === 2 && table.shape[0] > 0 ? success(table) : unknown(maker);
}
