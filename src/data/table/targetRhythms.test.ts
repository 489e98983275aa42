/** Two columns of one table, each with a season and a form of its own. */
import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { forecastTruth } from "../../session/engine/baselines";
import { evaluateForecast } from "../evaluation/forecast";
import { seriesExamples } from "../seriesExamples";
import { askTable } from "./prepareTable";
import { defaultPrepareOptions, type ForecastQuestion } from "./tableTypes";
import { fromRhythms, leadOfQuestion, rhythmsOf, withRhythm } from "./targetRhythm";
import { describedOf } from "./testing";

const random = Random.fromSeed(8);
const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
/** One goes through a week at the same level, the other grows by a hundredth a day. */
const visitors = Array.from({ length: 150 }, (_, i) => 40 + 9 * (i % 7) + random.normal());
const stock = Array.from({ length: 150 }, (_, i) => 1000 * 1.01 ** (i + random.normal() / 4));
const text = ["day,visitors,stock", ...visitors.map((value, i) => `${day(i)},${value},${stock[i]}`)].join(
  "\n",
);

const question: ForecastQuestion = {
  kind: "forecast",
  targets: [1, 2],
  inputs: [],
  id: null,
  time: [0],
  window: 5,
  horizon: 3,
  calendar: [],
  ...fromRhythms([
    { column: 1, period: 7, form: "seasonalChange" },
    { column: 2, period: null, form: "relativeChange" },
  ]),
};

async function ask(changed: Partial<ForecastQuestion> = {}) {
  return askTable(await describedOf(text), { ...question, ...changed }, defaultPrepareOptions);
}

async function asked() {
  const { data } = await ask();
  if (data?.kind !== "series") throw new Error("A series is made.");
  const examples = seriesExamples(data, 5);
  if (!examples.ok) throw new Error("There are enough rows.");
  return { data, examples: examples.value };
}

describe("targets of their own", () => {
  it("are named where they differ from the first", () => {
    expect(question).toMatchObject({ period: 7, form: "seasonalChange" });
    expect(rhythmsOf(question)).toEqual([
      { column: 1, period: 7, form: "seasonalChange" },
      { column: 2, period: null, form: "relativeChange" },
    ]);
    expect(leadOfQuestion(question)).toBe(7);
    const same = withRhythm(question, 2, { period: 7, form: "seasonalChange" });
    expect(same.others).toBe(undefined);
    const other = withRhythm(same, 1, { form: "value" });
    expect(rhythmsOf(other)).toEqual([
      { column: 1, period: 7, form: "value" },
      { column: 2, period: 7, form: "seasonalChange" },
    ]);
  });

  it("are answered and undone in their own form, from rows that each needs", async () => {
    const { examples } = await asked();
    // Seven rows lie before the first window of five, and 120 rows train.
    expect([examples.train, examples.rowOf?.(0)]).toEqual([120 - 7 - 5 - 2, 11]);
    for (const index of [0, 50, examples.train, examples.train + examples.heldOut - 1]) {
      const last = examples.rowOf?.(index) ?? -1;
      const values = examples.valuesOf?.(index);
      const { answer } = examples.example(index);
      for (const output of answer.keys()) {
        const [ahead, k] = [Math.floor(output / 2) + 1, output % 2];
        const came = [visitors, stock][k][last + ahead];
        expect(Math.abs((values?.came(4, output) ?? 0) / came - 1)).toBeLessThan(1e-5);
        expect(Math.abs((values?.forecast(4, output, answer[output]) ?? 0) / came - 1)).toBeLessThan(1e-4);
      }
    }
  });

  it("are measured beside the last season where they have one", async () => {
    const { data, examples } = await asked();
    const indices = Array.from({ length: examples.heldOut }, (_, i) => examples.train + i);
    const { columns, rows } = evaluateForecast({
      ...forecastTruth(examples, data, indices),
      times: data.times,
      said: indices.flatMap((index) => Array.from<number>(examples.example(index).answer)),
      evaluated: 28,
      heldOut: 28,
    });
    expect(columns.map(({ period }) => period)).toEqual([7, null]);
    const [ofVisitors, ofStock] = [0, 1].map((k) =>
      rows.find(({ column, ahead }) => column === k && ahead === null),
    );
    const errors = indices.flatMap((_, i) =>
      [0, 1, 2].map((h) => (visitors[120 + i + h] - visitors[113 + i + h]) ** 2),
    );
    const rmse = Math.sqrt(errors.reduce((sum, one) => sum + one, 0) / errors.length);
    expect(ofVisitors?.seasonal?.rmse).toBeCloseTo(rmse, 3);
    expect(ofStock?.seasonal).toBe(null);
  });

  it("are told of one by one, and changed one by one", async () => {
    const { decisions, problems } = await ask();
    const said = decisions.flatMap((one) =>
      typeof one !== "string" && one.key === "table.ofColumn" ? [one.values] : [],
    );
    expect(said).toMatchObject([
      { column: "visitors", sentence: { key: "table.season" } },
      { column: "stock", sentence: { key: "table.noSeason", values: { why: "none" } } },
      { column: "visitors", sentence: { key: "table.formUsed", values: { form: "seasonalChange" } } },
      {
        column: "stock",
        sentence: { key: "table.formUsed", values: { form: "relativeChange", reason: "moves" } },
      },
    ]);
    const leaving = problems.find(({ kind }) => kind === "leavesRange");
    expect(leaving).toMatchObject({ column: "stock", message: { values: { form: "relativeChange" } } });
    const changes = leaving?.choices.map(({ change }) =>
      change.kind === "question" && change.question.kind === "forecast" ? rhythmsOf(change.question) : [],
    );
    expect(changes).toEqual(
      ["value", "change", "logarithm", "relativeChange"].map((form) => [
        { column: 1, period: 7, form: "seasonalChange" },
        { column: 2, period: null, form },
      ]),
    );
  });

  it("stop where one of them has no such form, and say which", async () => {
    const { data, problems } = await ask(withRhythm(question, 2, { form: "seasonalChange" }));
    expect(data).toBe(null);
    expect(problems.at(-1)).toMatchObject({
      kind: "question",
      column: "stock",
      message: { key: "table.formNeedsSeason" },
    });
  });
});
