import { expect, it } from "vitest";
import { formatPercent, formatValue } from "./format";

it.each([
  [0.12345, 3, "0.123"],
  [-0.5, 2, "−0.50"],
  [-0.0001, 3, "0.000"],
  [-0.0006, 3, "−0.001"],
  [12, 0, "12"],
  [Number.NaN, 3, "NaN"],
  [Number.NEGATIVE_INFINITY, 3, "−∞"],
  [null, 3, "–"],
])("writes %s with %s decimals as %s", (value, decimals, text) => {
  expect(formatValue(value, decimals)).toBe(text);
});

it.each([
  [0, "0.0\u00a0%"],
  [0.0004, "<0.1\u00a0%"],
  [0.154, "15.4\u00a0%"],
  [0.9999, ">99.9\u00a0%"],
  [1, "100.0\u00a0%"],
  [null, "–"],
])("writes the probability %s as %s", (probability, text) => {
  expect(formatPercent(probability)).toBe(text);
});
