import { expect, it } from "vitest";
import { formatValue } from "./format";

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
