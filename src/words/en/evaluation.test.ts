import { expect, it } from "vitest";
import { evaluation as chinese } from "../zh/evaluation";
import { evaluation } from "./evaluation";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

it("says on how many it was measured", () => {
  const values = {
    thing: "sequence",
    isSecond: false,
    answers: null,
    accuracy: 0.91,
    majority: "stay",
    majorityAccuracy: 0.524,
    balancedAccuracy: 0.6,
    low: -0.021,
    high: 0.4,
    needed: 10,
    verdict: null,
  } as const;
  const said = (evaluated: number, heldOut: number) =>
    plain(evaluation.classes({ ...values, evaluated, heldOut }))
      .split(",")
      .slice(0, -1)
      .join(",");
  expect(said(63, 63)).toBe("On the 63 held-out sequences");
  expect(said(1, 1)).toBe("On the 1 held-out sequence");
  expect(said(256, 9880)).toBe("On 256 of the 9,880 held-out sequences");
  expect(plain(evaluation.classes({ ...values, evaluated: 63, heldOut: 63, verdict: "uneven" }))).toBe(
    "On the 63 held-out sequences, 91.0 % are right; always answering “stay” gets 52.4 %. Rare classes are found less often: balanced accuracy is 60.0 %.",
  );
});

it("says that a difference is none, or that there is too little to tell", () => {
  const values = {
    thing: "sequence",
    isSecond: false,
    answers: null,
    accuracy: 0.6,
    majority: "stay",
    majorityAccuracy: 0.524,
    balancedAccuracy: 0.6,
    low: -0.021,
    high: 0.4,
    needed: 10,
  } as const;
  const said = (changed: { readonly evaluated: number; readonly verdict: "unclear" | "tooFew" }) =>
    plain(evaluation.classes({ ...values, heldOut: changed.evaluated, ...changed }));
  expect(said({ evaluated: 63, verdict: "unclear" })).toMatch(
    /gets 52\.4 %\. That is no clear difference \(95 % interval: from [-−]2\.1 % to 40\.0 %\)\.$/,
  );
  expect(said({ evaluated: 2, verdict: "tooFew" })).toMatch(
    /\. 2 are too few for a verdict: at least 10 are needed\.$/,
  );
});

it("says what is in a cell", () => {
  const values = { thing: "sequence", truth: "stay", predicted: "move", every: false, more: false } as const;
  const cell = (changed: Partial<Parameters<typeof evaluation.cell>[0]>) =>
    plain(evaluation.cell({ ...values, count: 3, listed: 3, ...changed }));
  expect(cell({})).toBe("3 sequences of class “stay” are predicted as “move”.");
  expect(cell({ count: 1, listed: 1 })).toBe("1 sequence of class “stay” is predicted as “move”.");
  expect(cell({ predicted: null, count: 30, listed: 20, more: true })).toBe(
    "30 sequences of class “stay” are right. The first 20:",
  );
  expect(cell({ every: true, count: 29, listed: 12 })).toBe(
    "29 answers of class “stay” are predicted as “move”, in these 12 sequences:",
  );
  expect(cell({ every: true, count: 1, listed: 1 })).toBe(
    "1 answer of class “stay” is predicted as “move”, in this sequence:",
  );
  expect(cell({ every: true, count: 29, listed: 30, more: true })).toBe(
    "29 answers of class “stay” are predicted as “move”. The first 30 sequences with one:",
  );
});

it("compares a forecast in one sentence", () => {
  const values = {
    evaluated: 730,
    heldOut: 730,
    isSecond: false,
    name: "Temp",
    unit: "°C",
    ahead: null,
    horizon: 1,
    rmse: 2.2,
    baseline: "naive",
    baselineRmse: 2.5,
    improvement: 0.12,
    low: 0.08,
    high: 0.15,
    needed: 10,
    compared: "better",
    lagging: false,
  } as const;
  expect(plain(evaluation.forecast(values))).toBe(
    "On the 730 held-out forecasts, “Temp” 1 row ahead is off by 2.200 °C (root mean squared error); the strongest simple baseline, repeating the last value, is off by 2.500 °C: 12.0 % better (95 % interval: from 8.0 % to 15.0 %).",
  );
  expect(plain(evaluation.forecast({ ...values, horizon: 12, unit: null, compared: null }))).toMatch(
    /“Temp” 1 to 12 rows ahead is off by 2\.200 .* off by 2\.500\.$/,
  );
  const worse = { improvement: -0.1, low: -0.2, high: -0.05, compared: "worse" } as const;
  expect(plain(evaluation.forecast({ ...values, ...worse }))).toMatch(
    /: 10\.0 % worse \(95 % interval: from 5\.0 % to 20\.0 %\)\.$/,
  );
  const unclear = { low: -0.01, high: 0.15, compared: "unclear" } as const;
  expect(plain(evaluation.forecast({ ...values, ...unclear }))).toMatch(
    /: no clear difference \(95 % interval: from [-−]1\.0 % to 15\.0 %\)\.$/,
  );
  expect(
    plain(evaluation.forecast({ ...values, evaluated: 1, heldOut: 1, compared: "tooFew", lagging: true })),
  ).toMatch(/off by 2\.500 °C\. 1 is too few for a verdict: at least 10 are needed\.$/);
  expect(plain(chinese.forecast(values))).toBe(
    "在测试集的 730 次预测上，“Temp”提前 1 行的均方根误差为 2.200 °C；最强的简单基线（重复末值）的误差为 2.500 °C，网络优于它 12.0%（95% 区间：8.0% 至 15.0%）。",
  );
});
