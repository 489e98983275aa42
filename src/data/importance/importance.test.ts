import { describe, expect, test } from "vitest";
import { message } from "../../words/message";
import type { Examples, Quantity } from "../examples";
import { defaultPrepareOptions } from "../table/tableTypes";
import { correlatedInputs, correlation } from "./correlatedInputs";
import { inputGroups } from "./inputGroups";
import { permutation, permuted } from "./permuted";
import { Rises } from "./rises";

const quantity = (name: Quantity["name"]): Quantity => ({ name, unit: null, shift: 0, scale: 1 });

/** Two features; feature k of example i at step t is 100·i + 10·t + k. */
const examples: Examples = {
  input: { kind: "features", features: [quantity("a"), quantity("b")], display: { kind: "lines" } },
  answer: { kind: "class", at: "last", labels: ["x", "y"] },
  longest: 3,
  varies: true,
  train: 0,
  heldOut: 2,
  nameOf: String,
  example: (i) => {
    const steps = i === 0 ? 3 : 2;
    const input = Float32Array.from({ length: 2 * steps }, (_, j) => 100 * i + 10 * (j >> 1) + (j % 2));
    return { steps, input, answer: Int32Array.of(0) };
  },
};

describe("an input of another example", () => {
  const b = { name: "b", first: 1, width: 1 };
  test("keeps its order in time, and its end at the end", () => {
    const { input } = permuted(examples, b, (i) => 1 - i).example(1);
    expect(Array.from(input)).toEqual([100, 11, 110, 21]);
  });

  test("begins again where the other is shorter", () => {
    const { input } = permuted(examples, b, (i) => 1 - i).example(0);
    expect(Array.from(input)).toEqual([0, 111, 10, 101, 20, 111]);
  });

  test("comes from each example once", () => {
    const drawn = permutation(5, (low) => low);
    expect(Array.from(drawn).toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(Array.from(drawn)).not.toEqual([0, 1, 2, 3, 4]);
  });
});

test("a column with its words is one input, and so are the two parts of a time of day", () => {
  const hour = (part: string) =>
    quantity(
      message("table.calendarFeature", { feature: "hourOfDay", part: part === "sine" ? "sine" : "cosine" }),
    );
  const features = [
    quantity("t"),
    quantity("sky = fog"),
    quantity("sky = sun"),
    hour("sine"),
    hour("cosine"),
  ];
  const groups = inputGroups(features, {
    names: ["t", "sky"],
    types: [],
    missing: [],
    question: { kind: "classifyWide", steps: [], label: 0 },
    options: defaultPrepareOptions,
    read: [
      { kind: "number", column: 0, readAs: null, quantity: features[0], mean: 0 },
      { kind: "category", column: 1, words: ["fog", "sun"] },
    ],
    longest: 1,
  });
  expect(groups.map(({ first, width }) => [first, width])).toEqual([
    [0, 1],
    [1, 2],
    [3, 2],
  ]);
  expect(groups.map(({ name }) => name)).toEqual([
    "t",
    "sky",
    message("importance.calendar", { feature: "hourOfDay" }),
  ]);
});

describe("the rise of the loss", () => {
  test("is the mean of the repeats, with an interval of blocks of neighbours", () => {
    const rises = new Rises(4);
    for (const [place, rise] of [
      [0, 1],
      [0, 3],
      [1, 2],
      [2, 4],
      [3, 0],
    ] as const)
      rises.add(place, rise);
    // Means of the examples 2, 2, 4, 0; of as many blocks; their deviation is √(8/3).
    const around = (1.96 * Math.sqrt(8 / 3)) / 2;
    expect(rises.told()).toEqual({ mean: 2, low: 2 - around, high: 2 + around });
  });

  test("is unknown where nothing was asked", () => {
    expect(new Rises(3).told()).toBeNull();
  });
});

test("correlation is Pearson's, and what does not vary has none", () => {
  expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3, 4], [1, -1, -1, 1])).toBeCloseTo(0, 12);
  expect(correlation([1, 2, 3], [5, 5, 5])).toBe(0);
  const groups = inputGroups([quantity("a"), quantity("b")]);
  expect(correlatedInputs(examples, groups, [0, 1])).toMatchObject([{ a: 0, b: 1 }]);
});
