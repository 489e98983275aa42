import { expect, it } from "vitest";
import { stepAxis, valueTicks } from "./valueAxis";

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

it("marks round steps within those shown", () => {
  const from = (...steps: number[]) => steps.map((step) => ({ step, train: 1, validation: null }));
  expect(stepAxis(from(2401, 2426, 2490))).toEqual({ domain: [2401, 2490], ticks: [2420, 2440, 2460, 2480] });
  expect(stepAxis(from(1, 300))).toEqual({ domain: [1, 300], ticks: [50, 100, 150, 200, 250, 300] });
  expect(stepAxis(from(1, 3))).toEqual({ domain: [1, 3], ticks: [1, 2, 3] });
  expect(stepAxis(from(7))).toEqual({ domain: [7, 8], ticks: [7] });
  expect(stepAxis([])).toEqual({ domain: [0, 1], ticks: [] });
});
