import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import type { Weight } from "../network";
import { zeros } from "../rows";
import { fromOnnx } from "./fromOnnx";
import { GraphBuilder } from "./graphBuilder";
import { type Attribute, writeOnnx } from "./onnxMessages";

const [I, H, O] = [3, 5, 2];
const weight = (...shape: number[]): Weight => ({ shape, values: zeros(shape).values.fill(0.1) });

interface Parts {
  /** What becomes of the features [T, B, I], of the states [T, B, D·H], and of the answers. */
  readonly before?: Turn;
  readonly between?: Turn;
  readonly after?: Turn;
  readonly attributes?: readonly Attribute[];
  /** States before the first step. */
  readonly initial?: Weight;
  readonly directions?: 1 | 2;
  /** Reads the states after the last step, [D, B, H], and gives [B, D·H]. */
  readonly states?: Turn;
}
type Turn = (graph: GraphBuilder, value: string) => string;

/** A GRU as PyTorch's exporter writes it, with what is changed. */
function read({ before, between, after, attributes = [], initial, directions: D = 1, states }: Parts) {
  const graph = new GraphBuilder();
  const same: Turn = (_, value) => value;
  const x = (before ?? same)(graph, graph.input({ name: "x", type: "float", shape: ["steps", "batch", I] }));
  const inputs = [
    x,
    graph.weight("W", weight(D, 3 * H, I)),
    graph.weight("R", weight(D, 3 * H, H)),
    graph.weight("B", weight(D, 6 * H)),
    "",
    initial ? graph.weight("h0", initial) : "",
  ];
  const direction = { name: "direction", value: D === 2 ? "bidirectional" : "forward" };
  graph.nodes({ op: "GRU", inputs, outputs: ["y", "last"], attributes: [direction, ...attributes] });
  const turned = graph.node("Transpose", ["y"], "turned", [{ name: "perm", value: [0, 2, 1, 3] }]);
  const rows = graph.node("Reshape", [turned, graph.integers("rows", [0, 0, D * H])], "h");
  const top = states ? states(graph, "last") : (between ?? same)(graph, rows);
  const product = graph.node("MatMul", [top, graph.weight("head", weight(D * H, O))], "product");
  const sum = graph.node("Add", [graph.weight("bias", weight(O)), product], "sum");
  const answer = (after ?? same)(graph, sum);
  const outputs = [{ name: answer, type: "float", shape: ["steps", "batch", O] }] as const;
  const bytes = writeOnnx({
    irVersion: 8,
    opset: 14,
    producer: "test",
    graph: graph.build("network", outputs),
    metadata: new Map(),
  });
  const result = fromOnnx(bytes);
  return result.ok ? result.value.checkpoint.config : inEnglish(result.problem);
}

const node =
  (op: string): Turn =>
  (graph, value) =>
    graph.node(op, [value], `${value}_${op}`);
const step =
  (place: number): Turn =>
  (graph, value) =>
    graph.node("Gather", [value, graph.integers(`${value}_place`, [place])], `${value}_at`);

/** States of both directions side by side, taken from the first dimension by their places. */
const sideBySide =
  (...places: number[]): Turn =>
  (graph, value) => {
    const each = places.map((place, i) =>
      graph.node("Gather", [value, graph.integers(`place_${i}`, [place])], `state_${i}`),
    );
    return graph.node("Concat", each, "both", [{ name: "axis", value: 1 }]);
  };

describe("a graph is read where nothing on its way changes the answer", () => {
  it.each([
    ["states at every step", {}, { at: "every" }],
    ["a step at the end of them", { between: step(-1) }, { at: "last" }],
    ["a step at the end of the answers", { after: step(-1) }, { at: "last" }],
    ["the states after the last step", { states: node("Squeeze") }, { at: "last" }],
    ["those of both directions", { directions: 2, states: sideBySide(-2, -1) }, { at: "last" }],
    ["a softmax behind", { after: node("Softmax") }, { at: "every" }],
    ["zeros before the first step", { initial: zeros([1, 1, H]) }, { at: "every" }],
  ] as const)("%s", (_, parts, head) => {
    expect(read(parts)).toMatchObject({ cell: "gruResetBefore", head: { size: O, ...head } });
  });

  it.each([
    ["LayerNormalization", { before: node("LayerNormalization") }],
    ["Relu", { between: node("Relu") }],
    ["Relu", { states: (graph, value) => node("Relu")(graph, node("Squeeze")(graph, value)) }],
    ["Relu", { after: node("Relu") }],
    ["ReduceMean", { between: node("ReduceMean") }],
    ["Gather", { between: step(0) }],
    ["Softmax", { after: (graph, value) => node("Softmax")(graph, node("Softmax")(graph, value)) }],
    ["Add", { between: (graph, value) => graph.node("Add", [value, "x"], "around") }],
    ["GRU", { directions: 2, states: sideBySide(1, 0) }],
    ["GRU initial_h", { initial: weight(1, 1, H) }],
    ["GRU clip", { attributes: [{ name: "clip", value: { float: 0.5 } }] }],
    ["GRU layout", { attributes: [{ name: "layout", value: 1 }] }],
    ["GRU activations", { attributes: [{ name: "activations", value: ["Tanh", "Sigmoid"] }] }],
  ] satisfies readonly (readonly [string, Parts])[])("%s is named", (name, parts) => {
    expect(read(parts)).toBe(`The network has a part that is not known here: “${name}”.`);
  });

  it("of both directions, the last step is no answer of both", () => {
    expect(read({ directions: 2, between: step(-1) })).toContain("both directions");
  });

  it("and has an order", () => {
    expect(read({ before: (graph) => graph.node("Identity", ["y"], "circle") })).toContain("damaged");
  });
});
