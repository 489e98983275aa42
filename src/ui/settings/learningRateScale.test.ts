import { expect, it } from "vitest";
import { settings } from "../../session/settings";
import { learningRateScale } from "./learningRateScale";

const { min, max } = settings.learningRate;

it("spans the setting's range", () => {
  expect([learningRateScale.min, learningRateScale.max]).toEqual([-5, 0]);
  expect(learningRateScale.fromPosition(-5)).toBe(min);
  expect(learningRateScale.fromPosition(0)).toBe(max);
});

it("gives round values, and stays where it is put", () => {
  expect(learningRateScale.fromPosition(-2.3)).toBe(0.005);
  expect(learningRateScale.fromPosition(-2.25)).toBe(0.0056);
  for (let position = -5; position <= 0; position += 0.05) {
    const value = learningRateScale.fromPosition(position);
    expect(Math.abs(learningRateScale.toPosition(value) - position)).toBeLessThan(0.025);
  }
});
