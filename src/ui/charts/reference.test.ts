import { expect, it } from "vitest";
import { adding } from "../../data/tasks/adding";
import type { ExamplesSummary, TextSummary } from "../../session/protocol";
import { referenceOf } from "./reference";

const text: TextSummary = {
  kind: "text",
  name: "a.txt",
  source: "file",
  unit: "characters",
  sizeBytes: 9,
  symbols: 9,
  trainSymbols: 8,
  heldOutSymbols: 1,
  vocabulary: [..."abcdefgh"],
  unknownId: null,
  unknownSymbols: 0,
  unknownKinds: 0,
  limit: 8000,
  encoding: null,
  undecodable: 0,
  better: null,
  list: null,
  preview: "",
};
const examples: ExamplesSummary = {
  kind: "examples",
  source: "prepared",
  name: "a.csv",
  sizeBytes: 9,
  input: { kind: "symbols", symbols: ["a", "b"] },
  answer: { kind: "class", at: "last", labels: ["yes", "no"] },
  train: 8,
  heldOut: 2,
  trained: 0,
  validating: 0,
  longest: 5,
  varies: false,
  decisions: [],
  task: null,
};
const parameters = { steps: 50, terms: 2 };

it("is a blind guess among the symbols of a text, or the classes of examples", () => {
  expect(referenceOf(text, null)).toEqual({ name: "chance", loss: Math.log(8), accuracy: 1 / 8 });
  expect(referenceOf(examples, null)).toEqual({ name: "chance", loss: Math.LN2, accuracy: 1 / 2 });
});

it("is what a task costs without memory", () => {
  const answer = adding.answer(parameters);
  const task = { name: "adding", parameters } as const;
  expect(referenceOf({ ...examples, answer, task }, null)).toEqual({
    name: "withoutMemory",
    loss: 2 / 12,
    accuracy: null,
  });
});

it("is nothing before there are data, and for numbers that are no task's", () => {
  expect(referenceOf(null, null)).toBeNull();
  expect(referenceOf({ ...examples, answer: adding.answer(parameters) }, null)).toBeNull();
});

it("is the mean, or the last value, once a network of numbers is measured", () => {
  const coverage = { evaluated: 2, heldOut: 2 };
  const numbers = { ...examples, answer: adding.answer(parameters) };
  const measured = {
    kind: "numbers",
    outputs: [],
    squaredError: 0.01,
    meanSquaredError: 0.25,
    interval: null,
  } as const;
  expect(referenceOf(numbers, { ...coverage, ...measured, withoutMemory: null })).toEqual({
    name: "trainingMean",
    loss: 0.25,
    accuracy: null,
  });

  const forecast = referenceOf(numbers, {
    ...coverage,
    kind: "forecast",
    columns: [],
    horizon: 1,
    lastValueLoss: 1.25,
    rows: [],
    chart: {
      rowNames: [],
      rows: new Int32Array(),
      truth: new Float64Array(),
      forecast: new Float64Array(),
      last: new Float64Array(),
      strongest: new Float64Array(),
    },
  });
  expect(forecast).toEqual({ name: "lastValue", loss: 1.25, accuracy: null });
});
