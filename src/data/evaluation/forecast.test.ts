import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { evaluateForecast, type ForecastAnswers, isLagging, strongestOf } from "./forecast";

const quantity = (shift: number, scale: number) => ({ name: "temperature", unit: "°C", shift, scale });

interface Given {
  readonly series: readonly number[];
  readonly trainRows: number;
  readonly horizon?: number;
  readonly period?: number | null;
  /** What is said of a row, `ahead` rows after the last one read. */
  readonly say: (row: number, ahead: number) => number;
}

/** Forecasts of one column for every row behind the training part; in the data's units; answers are scaled here. */
function answers({ series, trainRows, horizon = 1, period = null, say }: Given): ForecastAnswers {
  const [shift, scale] = [10, 4];
  const scaled = (value: number) => (value - shift) / scale;
  const lastRows: number[] = [];
  for (let row = trainRows - 1; row + horizon < series.length; row++) lastRows.push(row);
  return {
    outputs: Array.from({ length: horizon }, () => quantity(shift, scale)),
    forecast: { horizon, columns: ["temperature"], periods: [period] },
    series,
    times: series.map((_, row) => `day ${row}`),
    trainRows,
    lastRows,
    said: lastRows.flatMap((row) =>
      Array.from({ length: horizon }, (_, h) => scaled(say(row + h + 1, h + 1))),
    ),
    evaluated: lastRows.length,
    heldOut: lastRows.length,
  };
}

it("measures in the data's units, by hand", () => {
  const series = [1, 2, 4, 3, 5, 8];
  const { rows, columns, chart } = evaluateForecast(
    answers({ series, trainRows: 4, say: (row) => series[row] + 1 }),
  );
  expect(columns).toEqual([{ name: "temperature", unit: "°C", period: null }]);
  const [{ network, naive, drift, mean, strongest, improvement, seasonal, ahead }] = rows;
  expect(network.mae).toBeCloseTo(1, 12);
  expect(network.bias).toBeCloseTo(1, 12);
  // In training it changes by 1, 2 and 1 a row, 4/3 on average.
  expect(network.mase).toBeCloseTo(3 / 4, 12);
  // Of 5 and 8, mean 6.5: errors 1 and 1 of deviations 1.5 and 1.5.
  expect(network.r2).toBeCloseTo(1 - 2 / 4.5, 12);
  // It says 3 and 5 for 5 and 8.
  expect(naive.mae).toBeCloseTo(2.5, 12);
  expect(naive.rmse).toBeCloseTo(Math.sqrt(6.5), 12);
  // In training it rises by 2 in three rows, so drift says 3 + 2/3 and 5 + 2/3; the mean is 2.5.
  expect(drift.mae).toBeCloseTo((4 / 3 + 7 / 3) / 2, 12);
  expect(mean.mae).toBeCloseTo((2.5 + 5.5) / 2, 12);
  expect(strongest).toBe("drift");
  expect(chart.strongest[0]).toBeCloseTo(3 + 2 / 3, 12);
  expect(chart.strongest[1]).toBeCloseTo(5 + 2 / 3, 12);
  expect(improvement).toBeCloseTo(1 - 1 / drift.rmse, 12);
  expect(seasonal).toBeNull();
  expect(ahead).toBeNull();
});

it("compares with the simplest of baselines that are about as good", () => {
  const errors = (rmse: number) => ({ mae: 1, rmse, bias: 0, mase: null, r2: null });
  const strongest = (naive: number, seasonal: number | null, drift: number, mean: number) =>
    strongestOf({
      naive: errors(naive),
      seasonal: seasonal === null ? null : errors(seasonal),
      drift: errors(drift),
      mean: errors(mean),
    });
  expect(strongest(2.4809, 3.7, 2.4808, 4)).toBe("naive");
  expect(strongest(2.5, 3.7, 2.4, 4)).toBe("drift");
  expect(strongest(2.5, 2, 2.4, 4)).toBe("seasonal");
  expect(strongest(2.5, null, 2.4, 1)).toBe("mean");
});

it("says the same as last season, the last one that is known", () => {
  const series = [0, 10, 1, 11, 2, 12, 3, 13, 4];
  const given = answers({ series, trainRows: 4, horizon: 3, period: 2, say: (row) => series[row] });
  const [whole, first, second, third] = evaluateForecast(given).rows;
  // Two rows before it is one less; of the third row ahead only what was four rows before is known.
  expect(first.seasonal?.mae).toBeCloseTo(1, 12);
  expect(second.seasonal?.mae).toBeCloseTo(1, 12);
  expect(third.seasonal?.mae).toBeCloseTo(2, 12);
  expect(whole.seasonal?.mae).toBeCloseTo(4 / 3, 12);
  // The scale is the seasonal forecast's error in training, which is 1.
  expect(third.seasonal?.mase).toBeCloseTo(2, 12);
  expect(third.ahead).toBe(3);
});

it("tells columns and rows ahead apart", () => {
  const outputs = [quantity(0, 1), quantity(0, 10), quantity(0, 1), quantity(0, 10)];
  const { rows, chart } = evaluateForecast({
    outputs,
    forecast: { horizon: 2, columns: ["a", "b"], periods: [null, null] },
    series: [0, 0, 1, 10, 2, 20, 3, 30, 4, 40],
    times: ["0", "1", "2", "3", "4"],
    trainRows: 3,
    lastRows: [2],
    // One too much in the second column's second row.
    said: [3, 3, 4, 5],
    evaluated: 1,
    heldOut: 1,
  });
  const maes = rows.map(({ column, ahead, network }) => [column, ahead, network.mae]);
  expect(maes).toEqual([
    [0, null, 0],
    [0, 1, 0],
    [0, 2, 0],
    [1, null, 5],
    [1, 1, 0],
    [1, 2, 10],
  ]);
  // What is forecast after row 2 is rows 3 and 4.
  expect(chart.rowNames).toEqual(["3", "4"]);
  expect([...chart.rows]).toEqual([0, 1]);
  expect([...chart.truth]).toEqual([3, 30, 4, 40]);
  expect([...chart.forecast]).toEqual([3, 30, 4, 50]);
  expect([...chart.last]).toEqual([2, 20]);
  expect(chart.strongest).toHaveLength(4);
});

it("draws the newest 400 forecasts", () => {
  const series = Array.from({ length: 1000 }, (_, row) => row);
  const { chart } = evaluateForecast(answers({ series, trainRows: 100, say: (row) => series[row] }));
  expect(chart.rows).toHaveLength(400);
  expect(chart.rowNames[chart.rows[399]]).toBe("day 999");
  expect(chart.truth[399]).toBeCloseTo(999, 3);
});

it("draws every value at the row that it is of, however far ahead", () => {
  // As large as a clock in seconds: single precision would be off by up to 64.
  const series = Array.from({ length: 60 }, (_, row) => 1_700_000_000 + row);
  const horizon = 3;
  const { chart } = evaluateForecast(answers({ series, trainRows: 40, horizon, say: (row) => series[row] }));
  expect(chart.rows).toHaveLength(18 * horizon);
  // Rows 40 to 59, of which most are forecast three times.
  expect(chart.rowNames).toHaveLength(20);
  for (const [i, place] of chart.rows.entries()) {
    const row = series.indexOf(Math.round(chart.truth[i]));
    expect(chart.rowNames[place]).toBe(`day ${row}`);
    expect(chart.forecast[i]).toBeCloseTo(series[row], 5);
  }
  expect(chart.rowNames[chart.rows[0]]).toBe("day 40");
});

it("leaves undefined what a constant series does not define", () => {
  const series = Array.from({ length: 9 }, () => 3);
  const [{ network, improvement }] = evaluateForecast(answers({ series, trainRows: 5, say: () => 4 })).rows;
  expect([network.mase, network.r2, improvement]).toEqual([null, null, null]);
});

const steps = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 60 });
const walkOf = (changes: readonly number[]) => {
  let value = 20;
  return changes.map((change) => {
    value += change;
    return value;
  });
};

it("finds a perfect forecast perfect, and the naive one no better than naive", () => {
  fc.assert(
    fc.property(steps, (changes) => {
      // Changes in training as well as after it.
      const series = [0, 5, ...walkOf(changes), 99];
      const perfect = evaluateForecast(answers({ series, trainRows: 8, say: (row) => series[row] })).rows[0];
      expect(perfect.network.mase).toBeCloseTo(0, 9);
      expect(perfect.network.r2).toBeCloseTo(1, 9);
      expect(perfect.improvement).toBeCloseTo(1, 9);
      expect(perfect.lagging).toBe(false);
      const naive = evaluateForecast(answers({ series, trainRows: 8, say: (row) => series[row - 1] }))
        .rows[0];
      expect(naive.network).toEqual(naive.naive);
      if (naive.strongest === "naive") expect(naive.improvement).toBe(0);
      expect(naive.lagging).toBe(true);
    }),
  );
});

/** An autoregressive series, x[t] = ρ·x[t−1] + noise: truth, and the value before. */
function autoregressive(rho: number) {
  const random = Random.fromSeed(7);
  const noise = () => random.uniform() + random.uniform() + random.uniform() - 1.5;
  const values = [0];
  for (let i = 1; i < 2000; i++) values.push(rho * values[i - 1] + noise());
  return { truth: values.slice(1), last: values.slice(0, -1), noise };
}

it("calls lagging what repeats the last value, damped or with some noise", () => {
  const { truth, last, noise } = autoregressive(0.99);
  expect(isLagging(truth, last, last)).toBe(true);
  expect(
    isLagging(
      truth,
      last.map((value) => 0.97 * value),
      last,
    ),
  ).toBe(true);
  expect(
    isLagging(
      truth,
      last.map((value) => value + 0.3 * noise()),
      last,
    ),
  ).toBe(true);
});

it("does not call lagging what is merely bad, or better than naive", () => {
  const { truth, last, noise } = autoregressive(0.99);
  // The mean, a number that nothing has to do with, and noise.
  expect(
    isLagging(
      truth,
      last.map(() => 0),
      last,
    ),
  ).toBe(false);
  expect(
    isLagging(
      truth,
      last.map(() => 50),
      last,
    ),
  ).toBe(false);
  expect(
    isLagging(
      truth,
      last.map(() => 5 * noise()),
      last,
    ),
  ).toBe(false);
  // Halfway between the last value and what comes.
  expect(
    isLagging(
      truth,
      last.map((value, i) => (value + truth[i]) / 2),
      last,
    ),
  ).toBe(false);
  // Of noise, the mean is far better than the last value, and a little of the last value does no harm.
  const white = autoregressive(0);
  expect(
    isLagging(
      white.truth,
      white.last.map((value) => 0.05 * value),
      white.last,
    ),
  ).toBe(false);
});

it("does not count what was filled in", () => {
  // The value of row 4 is that of row 3 carried on, where repeating the last value would be right by construction.
  const series = [1, 2, 4, 3, 3, 8, 9];
  const given = answers({ series, trainRows: 4, say: (row) => series[row] + 1 });
  const known = series.map((_, row) => Number(row !== 4));
  const [{ naive, network }] = evaluateForecast({ ...given, known }).rows;
  // Rows 5 and 6 remain: 8 after 3, and 9 after 8.
  expect(naive.mae).toBeCloseTo(3, 12);
  expect(network.mae).toBeCloseTo(1, 12);
  expect(evaluateForecast(given).rows[0].naive.mae).toBeCloseTo(2, 12);
});

it("has no error in counts that are forecast whole, where what is said is off by less than a half", () => {
  const series = [12, 40, 3, 17, 101, 64, 33, 5];
  const given = answers({ series, trainRows: 4, say: (row) => series[row] });
  const [shift, scale] = [37.123, 29.771];
  const limits = { least: 0, most: null, isWhole: true } as const;
  const column = { form: "value", season: 1, link: null, scale, shifts: [shift], limits } as const;
  const counts: ForecastAnswers = {
    ...given,
    outputs: [quantity(shift, scale)],
    forecast: { ...given.forecast, transform: { columns: [column] } },
    said: Array.from(given.lastRows, (row) => Math.fround((series[row + 1] + 0.3 - shift) / scale)),
  };
  const [{ network }] = evaluateForecast(counts).rows;
  expect(network).toMatchObject({ rmse: 0, mae: 0, r2: 1 });
});
