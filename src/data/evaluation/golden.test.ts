/** Baselines and intervals beside those of NumPy and pandas (`scripts/golden/forecasts/forecasts.py`). */
import { describe, expect, it } from "vitest";
import golden from "../../../scripts/golden/forecasts/forecasts.json";
import { atOnce } from "../inTurns";
import { kpssStatistic } from "../table/stationarity";
import { blockInterval, blockLengthFor } from "./blockBootstrap";
import { evaluateForecast, type ForecastAnswers } from "./forecast";

const { series, trainRows, period, cases, kpss } = golden;

function answers(horizon: number, said: readonly number[]): ForecastAnswers {
  const lastRows: number[] = [];
  for (let row = trainRows - 1; row + horizon < series.length; row++) lastRows.push(row);
  const plain = { name: "v", unit: null, shift: 0, scale: 1 };
  return {
    outputs: Array.from({ length: horizon }, () => plain),
    forecast: { horizon, columns: ["v"], periods: [period] },
    series,
    times: series.map((_, row) => row),
    trainRows,
    lastRows,
    said,
    evaluated: lastRows.length,
    heldOut: lastRows.length,
  };
}

describe.each(cases)("a horizon of $horizon", ({ horizon, errors, compared }) => {
  it("has the baselines' errors", () => {
    const [row] = evaluateForecast(answers(horizon, compared[0].said)).rows;
    for (const baseline of ["naive", "seasonal", "drift", "mean"] as const) {
      expect(row[baseline]?.rmse).toBeCloseTo(errors[baseline].rmse, 9);
      expect(row[baseline]?.mae).toBeCloseTo(errors[baseline].mae, 9);
    }
    const rmses = Object.values(errors).map(({ rmse }) => rmse);
    expect(row[row.strongest]?.rmse).toBeCloseTo(Math.min(...rmses), 9);
  });

  it.each(compared)("has the interval of an improvement of $improvement", ({ said, block, interval }) => {
    const given = answers(horizon, said);
    const n = given.lastRows.length;
    expect(blockLengthFor(n, horizon)).toBe(block);
    const squares = (value: (i: number, h: number) => number) =>
      Float64Array.from({ length: n }, (_, i) => {
        let sum = 0;
        for (let h = 0; h < horizon; h++) sum += (value(i, h) - series[given.lastRows[i] + h + 1]) ** 2;
        return sum;
      });
    const own = squares((i, h) => said[i * horizon + h]);
    const other = squares((i) => series[given.lastRows[i]]);
    const found = blockInterval([own, other], ([a, b]) => 1 - Math.sqrt(a / b), {
      blockLength: block,
      replicates: 20_000,
    });
    // Percentiles of 20,000 draws are off by a hundredth of the interval's width or so.
    const tolerance = 0.03 * (interval[1] - interval[0]);
    expect(Math.abs((found?.low ?? Number.NaN) - interval[0])).toBeLessThan(tolerance);
    expect(Math.abs((found?.high ?? Number.NaN) - interval[1])).toBeLessThan(tolerance);
  });
});

it.each(kpss)("has the KPSS statistic of $rows rows", ({ rows, statistic }) => {
  expect(atOnce(kpssStatistic(series.slice(0, rows)))).toBeCloseTo(statistic, 9);
});
