import { expect, it } from "vitest";
import { forecastRows, horizonRows } from "./forecastRows";

const columns = [
  { name: "a", unit: null, period: null },
  { name: "b", unit: null, period: null },
];
/** Three forecasts of two columns, two rows ahead. */
const chart = {
  // Read up to monday, tuesday, wednesday.
  rowNames: ["tue", "wed", "thu", "fri"],
  rows: Int32Array.of(0, 1, 1, 2, 2, 3),
  truth: Float64Array.of(0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23),
  forecast: Float64Array.of(0, 10, 20, 30, 100, 110, 120, 130, 200, 210, 220, 230),
  last: Float64Array.of(5, 6, 7, 8, 9, 4),
  strongest: Float64Array.of(0, -10, -20, -30, -100, -110, -120, -130, -200, -210, -220, -230),
};

it("takes a column so many rows ahead, of the newest forecasts", () => {
  expect(forecastRows({ columns, horizon: 2, chart }, 1, 2, 2)).toEqual([
    { row: "thu", truth: 13, forecast: 130, naive: 8, strongest: -130 },
    { row: "fri", truth: 23, forecast: 230, naive: 4, strongest: -230 },
  ]);
  const ahead1 = forecastRows({ columns, horizon: 2, chart }, 0, 1, 99);
  expect(ahead1.map(({ row, truth }) => [row, truth])).toEqual([
    ["tue", 0],
    ["wed", 10],
    ["thu", 20],
  ]);
});

it("draws errors by rows ahead", () => {
  const errors = (rmse: number) => ({ mae: 0, rmse, bias: 0, mase: null, r2: null });
  const row = (column: number, ahead: number | null, rmse: number) => ({
    column,
    ahead,
    network: errors(rmse),
    naive: errors(2 * rmse),
    seasonal: ahead === 2 ? errors(9) : null,
    drift: errors(3 * rmse),
    mean: errors(4 * rmse),
    strongest: "naive" as const,
    improvement: 0.5,
    interval: null,
    lagging: false,
  });
  const rows = [row(0, null, 3), row(0, 1, 1), row(0, 2, 4), row(1, 1, 7)];
  expect(horizonRows({ rows }, 0)).toEqual([
    { ahead: 1, network: 1, naive: 2, seasonal: null, drift: 3, mean: 4 },
    { ahead: 2, network: 4, naive: 8, seasonal: 9, drift: 12, mean: 16 },
  ]);
});
