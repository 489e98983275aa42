import { describe, expect, it } from "vitest";
import type { ForecastEvaluation, ForecastRow } from "../../data/evaluation/evaluationTypes";
import { englishWords, inEnglish } from "../../words/english";
import { resultsOf } from "../elsewhere/exportRequest";
import { measureRows } from "./measureRows";

const errors = (rmse: number) => ({ rmse, mae: rmse / 2, bias: 0, mase: null, r2: null });

const row = (ahead: number | null, rmse: number): ForecastRow => ({
  column: 0,
  ahead,
  network: errors(rmse),
  naive: errors(2 * rmse),
  seasonal: null,
  drift: errors(3 * rmse),
  mean: errors(4 * rmse),
  strongest: "naive",
  improvement: 0.5,
  interval: { low: 0.4, high: 0.6 },
  lagging: false,
});

const forecast = (horizon: number, rows: readonly ForecastRow[]): ForecastEvaluation => ({
  kind: "forecast",
  evaluated: 40,
  heldOut: 40,
  columns: [{ name: "guests", unit: null, period: null }],
  horizon,
  lastValueLoss: 1,
  rows,
  chart: {
    rowNames: [],
    rows: new Int32Array(0),
    truth: new Float64Array(0),
    forecast: new Float64Array(0),
    last: new Float64Array(0),
    strongest: new Float64Array(0),
  },
});

const oneAhead = forecast(1, [row(null, 5)]);
const twoAhead = forecast(2, [row(null, 5), row(1, 4), row(2, 6)]);

describe("what was measured of a forecast", () => {
  it("is told of the whole horizon, be it one row or several", () => {
    const said = (of: ForecastEvaluation) => resultsOf(of, null).map(inEnglish);
    expect(said(oneAhead)).toHaveLength(1);
    expect(said(oneAhead)[0]).toContain("1\u00a0row ahead is off by 5");
    expect(said(twoAhead)).toHaveLength(1);
    expect(said(twoAhead)[0]).toContain("1 to 2\u00a0rows ahead is off by 5");
  });

  it("has the rows ahead as a number wherever it is one", () => {
    const ahead = (of: ForecastEvaluation) =>
      new Set(
        measureRows(englishWords, inEnglish, of)
          .slice(1)
          .map(([, rows]) => rows),
      );
    expect([...ahead(oneAhead)]).toEqual([1]);
    expect([...ahead(twoAhead)]).toEqual(["All, 1 to 2\u00a0rows", 1, 2]);
  });
});
