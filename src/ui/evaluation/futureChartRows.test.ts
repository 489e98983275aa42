import { expect, it } from "vitest";
import type { FutureSeries } from "../../data/evaluation/futureTypes";
import { fanAside, futureChartRows, inputsEndAt, rowsWithRange } from "./futureChartRows";

/** Two columns: three rows that are known, and two to come, of which one has a range. */
const series: FutureSeries = {
  name: null,
  pastNames: ["a", "b", "c"],
  past: Float64Array.of(1, 10, Number.NaN, 20, 3, 30),
  names: ["d", "e"],
  knownInputs: 1,
  forecast: Float64Array.of(4, 40, 5, 50),
  middle: Float64Array.of(4.2, 41, Number.NaN, Number.NaN),
  low50: Float64Array.of(3.5, 35, Number.NaN, Number.NaN),
  high50: Float64Array.of(4.5, 45, Number.NaN, Number.NaN),
  low80: Float64Array.of(2, 25, Number.NaN, Number.NaN),
  high80: Float64Array.of(6, 65, Number.NaN, Number.NaN),
};
const two = { columns: [0, 1].map((k) => ({ name: `column ${k}`, unit: null })) };

it("joins the forecast and its ranges to the last value that is known", () => {
  expect(futureChartRows(two, series, 1, 2)).toEqual([
    { row: "b", known: 20, forecast: null, most: null, half: null, middle: null },
    { row: "c", known: 30, forecast: 30, most: [30, 30], half: [30, 30], middle: 30 },
    { row: "d", known: null, forecast: 40, most: [25, 65], half: [35, 45], middle: 41 },
    { row: "e", known: null, forecast: 50, most: null, half: null, middle: null },
  ]);
});

it("draws no value that was filled in", () => {
  expect(futureChartRows(two, series, 0, 9).map(({ known }) => known)).toEqual([1, null, 3, null, null]);
});

it("knows how far the range goes", () => {
  expect(rowsWithRange(two, series, 0)).toBe(1);
  expect(rowsWithRange(two, { ...series, low80: series.forecast }, 0)).toBe(2);
});

it("marks the last row whose other inputs are known, where it is not the last of all", () => {
  // Two rows that are known, then those to come: c is the last one known, d the last with its inputs.
  expect(inputsEndAt(series, 4)).toBe(2);
  expect(inputsEndAt({ ...series, knownInputs: 0 }, 4)).toBe(1);
  expect(inputsEndAt({ ...series, knownInputs: 2 }, 4)).toBeNull();
  expect(inputsEndAt({ ...series, knownInputs: null }, 4)).toBeNull();
});

it("tells on which side of the range the forecast lies, and in how many rows", () => {
  const beside = (low: readonly number[], high: readonly number[]) =>
    fanAside(two, { ...series, low50: Float64Array.from(low), high50: Float64Array.from(high) }, 0);
  expect(fanAside(two, series, 0)).toBeNull();
  expect(beside([4.1, 0, 3, 0], [5, 0, 7, 0])).toEqual({ rows: 1, side: "low" });
  expect(beside([1, 0, 3, 0], [3.9, 0, 4.9, 0])).toEqual({ rows: 2, side: "high" });
  expect(beside([4.1, 0, 3, 0], [5, 0, 4.9, 0])).toEqual({ rows: 2, side: "both" });
});
