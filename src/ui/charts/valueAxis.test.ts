import { expect, it } from "vitest";
import { stepDomain, stepTicks, valueTicks } from "./valueAxis";

const rows = (...values: number[]) => values.map((train, step) => ({ step, train, validation: null }));

it("encloses the values in round ticks", () => {
  expect(valueTicks(rows(1.42, 4.23, 2))).toEqual([1, 2, 3, 4, 5]);
  expect(valueTicks(rows(1.41, 1.69))).toEqual([1.4, 1.5, 1.6, 1.7]);
  expect(valueTicks(rows(0.02, 0.57))).toEqual([0, 0.2, 0.4, 0.6]);
  expect(valueTicks([{ step: 1, train: null, validation: 3 }, ...rows(1)])).toEqual([1, 1.5, 2, 2.5, 3]);
});

it("gives a single value some room, and nothing below zero", () => {
  const ticks = valueTicks(rows(1.44));
  expect(ticks[0]).toBeLessThan(1.44);
  expect(ticks[ticks.length - 1]).toBeGreaterThan(1.44);
  expect(valueTicks(rows(0))[0]).toBe(0);
});

it("leaves out what is no number", () => {
  expect(valueTicks(rows(Number.NaN, Number.POSITIVE_INFINITY))).toEqual([0, 1]);
  expect(valueTicks([])).toEqual([0, 1]);
});

const from = (...steps: number[]) => steps.map((step) => ({ step, train: 1, validation: null }));

it("reaches from the first step to the last, and further where that is the same", () => {
  expect(stepDomain(from(2401, 2426, 2490))).toEqual([2401, 2490]);
  expect(stepDomain(from(7))).toEqual([7, 8]);
  expect(stepDomain([])).toEqual([0, 1]);
});

it("marks round steps within those shown, as many as have room for their numbers", () => {
  const plain = (step: number) => String(step);
  expect(stepTicks(from(2401, 2490), plain)).toEqual([2420, 2440, 2460, 2480]);
  expect(stepTicks(from(1, 300), plain)).toEqual([50, 100, 150, 200, 250, 300]);
  expect(stepTicks(from(1, 3), plain)).toEqual([1, 2, 3]);
  expect(stepTicks(from(7), plain)).toEqual([7]);
  expect(stepTicks([], plain)).toEqual([]);
  const long = (step: number) => `${step},000,000`;
  expect(stepTicks(from(1, 300), long)).toEqual([200]);
  expect(stepTicks(from(1, 300), (step) => `${step},000`)).toEqual([100, 200, 300]);
});
