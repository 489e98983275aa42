import { expect, it } from "vitest";
import { numberAxis } from "./numberAxis";

it("tells pressures apart, on the axis and in the tooltip", () => {
  const { ticks, tickFormatter, domain, valueText } = numberAxis([1013.12, 1013.69, Number.NaN, 1013.4]);
  expect(ticks.map(tickFormatter)).toEqual(["1013.0", "1013.2", "1013.4", "1013.6", "1013.8"]);
  expect(domain).toEqual([1013, 1013.8]);
  expect(valueText(1013.41)).toBe("1013.410");
});

it("shows large whole numbers as they stand in the file", () => {
  const clocks = Array.from({ length: 25 }, (_, hour) => 1_700_000_001 + 3600 * hour);
  const { ticks, tickFormatter, valueText, width } = numberAxis(clocks);
  expect(ticks.map(tickFormatter)).toEqual([
    "1700000000",
    "1700020000",
    "1700040000",
    "1700060000",
    "1700080000",
    "1700100000",
  ]);
  expect(valueText(1_700_086_401.004)).toBe("1700086401");
  expect(width).toBe(87);
});

it("has room around what is constant, and an axis where nothing is drawn", () => {
  expect(numberAxis([7, 7]).domain).toEqual([6.4, 7.6]);
  expect(numberAxis([]).domain).toEqual([0, 1]);
  expect(numberAxis([2, 3], 0).domain).toEqual([0, 3]);
});
