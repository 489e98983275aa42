import { expect, it } from "vitest";
import { identityOf } from "../words/message";
import { examplesOf } from "./exampleData";
import type { SequencesData } from "./examples";

/** Sequences of 5, 2 and 3 steps of two features, whose values are 10 · step + feature, counted over all of them. */
function threeSequences(at: "last" | "every"): SequencesData {
  const plain = { name: "x", unit: null, shift: 0, scale: 1 };
  return {
    kind: "sequences",
    name: "three",
    sizeBytes: 0,
    decisions: [],
    suggested: {},
    input: { kind: "features", features: [plain, plain], display: { kind: "lines" } },
    answer: { kind: "class", at, labels: Array.from({ length: 10 }, (_, i) => String(i)) },
    lengths: Int32Array.of(5, 2, 3),
    inputs: Float32Array.from({ length: 20 }, (_, i) => 10 * Math.floor(i / 2) + (i % 2)),
    answers: Int32Array.from({ length: at === "last" ? 3 : 10 }, (_, i) => i),
    names: ["first", "second", "third"],
    train: Int32Array.of(1, 2),
    heldOut: Int32Array.of(0),
  };
}

it("reads the end of a longer sequence, with the answers of its steps", () => {
  const every = examplesOf(threeSequences("every"), 2);
  if (!every.ok) throw new Error(identityOf(every.problem));
  const { train, heldOut, longest, varies, example, nameOf } = every.value;
  expect({ train, heldOut, longest, varies }).toEqual({ train: 2, heldOut: 1, longest: 2, varies: false });
  expect([0, 1, 2].map(nameOf)).toEqual(["second", "third", "first"]);
  expect(example(0)).toEqual({
    steps: 2,
    input: Float32Array.of(50, 51, 60, 61),
    answer: Int32Array.of(5, 6),
  });
  expect(example(1)).toEqual({
    steps: 2,
    input: Float32Array.of(80, 81, 90, 91),
    answer: Int32Array.of(8, 9),
  });
  expect(example(2)).toEqual({
    steps: 2,
    input: Float32Array.of(30, 31, 40, 41),
    answer: Int32Array.of(3, 4),
  });
});

it("gives a sequence its one answer, however it is cut", () => {
  const last = examplesOf(threeSequences("last"), 4);
  if (!last.ok) throw new Error(identityOf(last.problem));
  expect(last.value).toMatchObject({ longest: 4, varies: true });
  expect([0, 1, 2].map((index) => last.value.example(index).steps)).toEqual([2, 3, 4]);
  expect([0, 1, 2].map((index) => [...last.value.example(index).answer])).toEqual([[1], [2], [0]]);
});

it("knows which sequences are parts of the same", () => {
  const data = { ...threeSequences("every"), groups: Int32Array.of(0, 1, 1) };
  const examples = examplesOf(data, 5);
  if (!examples.ok) throw new Error(identityOf(examples.problem));
  expect([0, 1, 2].map((index) => examples.value.groupOf?.(index))).toEqual([1, 1, 0]);
});

it("needs a sequence to train on, and one to hold out", () => {
  const data = { ...threeSequences("last"), heldOut: new Int32Array(0) };
  expect(examplesOf(data, 4)).toMatchObject({ ok: false });
});
