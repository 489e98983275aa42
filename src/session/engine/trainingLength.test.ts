import { expect, it } from "vitest";
import { lastStepOf, stepsPerEpoch } from "./trainingLength";

const at = (step: number, trainLength = 100, positionsPerStep = 8) => ({
  step,
  positionsPerStep,
  sequences: { trainLength, validation: [], masked: false, draw: () => ({ starts: new Int32Array(0) }) },
});

it("counts the steps in which everything is read once", () => {
  expect(stepsPerEpoch(at(0))).toBe(12.5);
});

it.each([
  ["open", 10, 7, Number.POSITIVE_INFINITY],
  ["steps", 10, 0, 10],
  ["steps", 10, 9, 10],
  // At its end it is over, and whoever goes on gets as much again.
  ["steps", 10, 10, 20],
  ["steps", 10, 25, 30],
  // 12.5 steps an epoch: the step in which it ends belongs to it.
  ["epochs", 1, 0, 13],
  ["epochs", 1, 13, 25],
  ["epochs", 1, 25, 38],
  ["epochs", 2, 0, 25],
] as const)("%s, %i, from step %i on", (lengthUnit, length, step, last) => {
  expect(lastStepOf({ length, lengthUnit }, at(step))).toBe(last);
});

it("is one step at least where an epoch is less than one", () => {
  expect(lastStepOf({ length: 1, lengthUnit: "epochs" }, at(5, 8, 80))).toBe(6);
});
