import { expect, it } from "vitest";
import type { SeriesPart } from "../examples";
import { evaluateForecast, type ForecastAnswers } from "./forecast";

const quantity = (shift: number, scale: number) => ({ name: "sales", unit: null, shift, scale });

/** Four rows that train and two that are held out, of two series that are scaled each by itself. */
const north = [10, 11, 12, 10, 11, 14];
const south = [900, 930, 900, 930, 910, 950];
const part = (name: string, start: number, own: ReturnType<typeof quantity>): SeriesPart => ({
  name,
  start,
  end: start + 6,
  trainRows: 4,
  quantities: { features: [own], outputs: [own] },
});
const scales = [quantity(10, 2), quantity(900, 30)];
const parts = [part("north", 0, scales[0]), part("south", 6, scales[1])];
const scaled = (value: number, series: number) => (value - scales[series].shift) / scales[series].scale;

/** Says one too much of each, in the units of the file. */
const answers: ForecastAnswers = {
  outputs: [quantity(500, 500)],
  forecast: { horizon: 1, columns: ["sales"], periods: [null] },
  series: [...north, ...south],
  times: [...north, ...south].map((_, row) => `day ${row % 6}`),
  trainRows: 8,
  parts,
  lastRows: [3, 4, 9, 10],
  said: [scaled(12, 0), scaled(15, 0), scaled(911, 1), scaled(951, 1)],
  evaluated: 4,
  heldOut: 4,
};

it("measures all series together, and each by itself, in the units of the file", () => {
  const { rows, series = [] } = evaluateForecast(answers);
  const [all] = rows;
  expect(all.network.rmse).toBeCloseTo(1, 9);
  expect(all.naive.rmse).toBeCloseTo(Math.sqrt((1 + 9 + 400 + 1600) / 4), 9);
  expect(series.map(({ name, evaluated }) => [name, evaluated])).toEqual([
    ["north", 2],
    ["south", 2],
  ]);
  expect(series[0].rows[0].naive.rmse).toBeCloseTo(Math.sqrt(5), 9);
  expect(series[1].rows[0].naive.rmse).toBeCloseTo(Math.sqrt(1000), 9);
  expect(Array.from(series[1].chart.truth)).toEqual([910, 950]);
  expect(series[1].chart.rowNames).toEqual(["day 4", "day 5"]);
  expect(Array.from(series[1].chart.rows)).toEqual([0, 1]);
});

it("compares errors with the changes of the very series: in training they change by 4/3 and by 30", () => {
  const { rows, series = [] } = evaluateForecast(answers);
  expect(series[0].rows[0].network.mase).toBeCloseTo(3 / 4, 9);
  expect(series[1].rows[0].network.mase).toBeCloseTo(1 / 30, 9);
  expect(rows[0].network.mase).toBeCloseTo((3 / 4 + 1 / 30) / 2, 9);
});

it("looks back for a season no further than the beginning of the series", () => {
  const { series = [] } = evaluateForecast({
    ...answers,
    forecast: { horizon: 1, columns: ["sales"], periods: [5] },
  });
  // Of the fifth row a season ago is before the first, of the sixth it is the first.
  expect(series[1].rows[0].seasonal?.mae).toBeCloseTo((10 + 50) / 2, 9);
});
