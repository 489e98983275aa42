import { expect, it } from "vitest";
import type { ExampleData } from "../../data/exampleData";
import { withSpares } from "./buffersOf";

const rows = 2 ** 15;
const data: ExampleData = {
  kind: "sequences",
  name: "long",
  sizeBytes: 1,
  decisions: [],
  suggested: {},
  input: { kind: "features", features: [], display: { kind: "lines" } },
  answer: { kind: "class", at: "last", labels: ["a", "b"] },
  lengths: Int32Array.of(rows, 1),
  inputs: new Float32Array(rows + 1).fill(0.5),
  answers: Float32Array.of(0, 1),
  names: ["first", "second"],
  train: Int32Array.of(0),
  heldOut: Int32Array.of(1),
};

it("moves all that was made ready, and beside it one copy of what is large, which says of what", () => {
  const { message, transfer } = withSpares({ type: "prepared" as const, readId: 3, data });
  const heard = structuredClone(message, { transfer });
  expect(heard.spares).toHaveLength(1);
  const [[array, copy]] = heard.spares;
  expect(array).toBe(heard.data.kind === "sequences" && heard.data.inputs);
  expect(copy).toEqual(array);
  expect(copy.buffer).not.toBe(array.buffer);
  expect([message.data.kind, data.inputs.length]).toEqual(["sequences", 0]);
});
