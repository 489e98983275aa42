import { expect, it } from "vitest";
import { weather } from "../../data/samples/weather";
import type { ExamplesSummary } from "../../session/protocol";
import { message } from "../../words/message";
import { measuresOf } from "./measures";

const { answer, input } = weather();
const { transform: _, ...forecast } = answer.forecast;
const [output] = answer.outputs;
/** A forecast of one value, the scale of which is 4 °C. */
const summary = (more: Pick<ExamplesSummary, "hasOwnScales"> = {}): ExamplesSummary => ({
  kind: "examples",
  source: "generated",
  name: "weather",
  sizeBytes: 0,
  input,
  answer: { ...answer, outputs: [{ ...output, unit: "°C", scale: 4 }], forecast },
  train: 80,
  heldOut: 20,
  trained: 68,
  validating: 12,
  longest: 48,
  varies: false,
  decisions: [],
  task: null,
  ...more,
});

it("has the unit of the data where all have one scale", () => {
  const [, root] = measuresOf(summary());
  expect(root.title).toEqual(message("charts.rootMeanSquaredError", { unit: "°C" }));
  expect(root.of({ loss: 0.25, accuracy: 0 })).toBe(2);
});

it("has none where each series is scaled by itself", () => {
  const [, root] = measuresOf(summary({ hasOwnScales: true }));
  expect(root.title).toEqual(message("charts.rootMeanSquaredError", { unit: null }));
  expect(root.of({ loss: 0.25, accuracy: 0 })).toBe(0.5);
});
