import { expect, it } from "vitest";
import type { FutureSeries } from "../../data/evaluation/futureTypes";
import { futureChartRows, rowsWithRange } from "./futureChartRows";

/** Two columns: three rows that are known, and two to come, of which one has a range. */
const series: FutureSeries = {
  name: null,
  pastNames: ["a", "b", "c"],
  past: Float64Array.of(1, 10, Number.NaN, 20, 3, 30),
  names: ["d", "e"],
  forecast: Float64Array.of(4, 40, 5, 50),
  low50: Float64Array.of(3.5, 35, Number.NaN, Number.NaN),
  high50: Float64Array.of(4.5, 45, Number.NaN, Number.NaN),
  low80: Float64Array.of(2, 25, Number.NaN, Number.NaN),
  high80: Float64Array.of(6, 65, Number.NaN, Number.NaN),
};
const two = { columns: [0, 1].map((k) => ({ name: `column ${k}`, unit: null })) };

it("joins the forecast and its ranges to the last value that is known", () => {
  expect(futureChartRows(two, series, 1, 2)).toEqual([
    { row: "b", known: 20, forecast: null, most: null, half: null },
    { row: "c", known: 30, forecast: 30, most: [30, 30], half: [30, 30] },
    { row: "d", known: null, forecast: 40, most: [25, 65], half: [35, 45] },
    { row: "e", known: null, forecast: 50, most: null, half: null },
  ]);
});

it("draws no value that was filled in", () => {
  expect(futureChartRows(two, series, 0, 9).map(({ known }) => known)).toEqual([1, null, 3, null, null]);
});

it("knows how far the range goes", () => {
  expect(rowsWithRange(two, series, 0)).toBe(1);
  expect(rowsWithRange(two, { ...series, low80: series.forecast }, 0)).toBe(2);
});
