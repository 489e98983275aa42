/** Forecasts in other forms than values, from a table to windows and back. */
import { describe, expect, it } from "vitest";
import type { SeriesData } from "../examples";
import { atOnce } from "../inTurns";
import { seriesExamples } from "../seriesExamples";
import { formParts, leadOf, targetForms } from "../targetForm";
import { askTable } from "./prepareTable";
import { proposalFor } from "./proposal";
import { defaultPrepareOptions, type ForecastQuestion, type PrepareOptions } from "./tableTypes";
import { describedOf } from "./testing";

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const tableOf = (columns: string, rows: number, row: (i: number) => string) =>
  [`day,${columns}`, ...Array.from({ length: rows }, (_, i) => `${day(i)},${row(i)}`)].join("\n");

/** Rises by 12 a day, but on one day of the week. */
const users = (i: number) => 1000 + 12 * i + (i % 7 === 6 ? -60 : 0);
const rising = tableOf("users", 200, (i) => `${users(i)}`);

async function prepared(
  text: string,
  question: Partial<ForecastQuestion> = {},
  options: Partial<PrepareOptions> = {},
) {
  const described = await describedOf(text);
  const {
    questions: [proposed],
    options: suggested,
  } = atOnce(proposalFor(described));
  if (proposed?.kind !== "forecast") throw new Error("A forecast is proposed.");
  const outcome = await askTable(described, { ...proposed, ...question }, { ...suggested, ...options });
  return { proposed, ...outcome };
}

async function seriesOf(...given: Parameters<typeof prepared>): Promise<SeriesData> {
  const { data } = await prepared(...given);
  if (data?.kind !== "series") throw new Error("A series is made.");
  return data;
}

const keysOf = (found: readonly { readonly key?: unknown }[]) => found.map(({ key }) => key);

describe("a table that rises beyond its training part", () => {
  it("has the seasonal change proposed, and the numbers said", async () => {
    const { proposed, problems, decisions } = await prepared(rising);
    expect(proposed).toMatchObject({ form: "seasonalChange", period: 7 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: "leavesRange", severity: "warns", column: "users", row: 163 });
    expect(problems[0].message).toMatchObject({
      values: { isAbove: true, most: users(199), trainMost: users(159), form: "seasonalChange" },
    });
    const chosen = problems[0].choices.filter((choice) => choice.chosen);
    expect(chosen.map(({ label }) => label.values)).toEqual([{ form: "seasonalChange" }]);
    expect(problems[0].choices).toHaveLength(targetForms.length);
    expect(decisions).toContainEqual({
      key: "table.formUsed",
      values: { form: "seasonalChange", reason: "moves", several: false },
    });
  });

  it.each(targetForms)("comes back from windows of “%s” as it stands in the file", async (form) => {
    const data = await seriesOf(rising, { form, horizon: 9, window: 5 });
    const examples = seriesExamples(data, 5);
    if (!examples.ok) throw new Error("There are enough rows.");
    const { train, heldOut, example, valuesOf, rowOf } = examples.value;
    const lead = leadOf({ form, season: 7 });
    expect([train, heldOut]).toEqual([160 - lead - 5 - 9 + 1, 40 - 9 + 1]);
    for (const index of [0, 3, train - 1, train, train + heldOut - 1]) {
      const { answer } = example(index);
      const values = valuesOf?.(index);
      const last = rowOf?.(index) ?? -1;
      for (const [output, said] of answer.entries()) {
        expect(values?.came(4, output)).toBeCloseTo(users(last + 1 + output), 2);
        expect(values?.forecast(4, output, said)).toBeCloseTo(users(last + 1 + output), 1);
      }
      // After the third row of the window, a step is one row ahead of that row.
      expect(values?.came(2, 0)).toBeCloseTo(users(last - 1), 2);
    }
    if (form === "value") return;
    // Answers of the training part have mean 0, for each row ahead, and deviation 1 together.
    const answers = Array.from({ length: train }, (_, index) => Array.from(example(index).answer));
    const means = answers[0].map((_, o) => answers.reduce((sum, row) => sum + row[o], 0) / train);
    for (const mean of means) expect(Math.abs(mean)).toBeLessThan(0.3);
  });

  it("reads what it forecasts, and says so in the name", async () => {
    const { input, rows } = await seriesOf(rising, { form: "change", calendar: [] });
    expect(input.features[0].name).toEqual({
      key: "table.featureInForm",
      values: { column: "users", form: "change" },
    });
    const { shift, scale } = input.features[0];
    // The first row has none before it.
    expect(rows[0]).toBeCloseTo(0, 6);
    expect(rows[1] * scale + shift).toBeCloseTo(12, 4);
    expect(rows[6] * scale + shift).toBeCloseTo(-48, 4);
  });

  it("takes nothing from the held-out part", async () => {
    const other = tableOf("users", 200, (i) => `${i < 160 ? users(i) : 90_000 - 7 * i}`);
    for (const form of targetForms) {
      const [one, two] = [await seriesOf(rising, { form }), await seriesOf(other, { form })];
      expect(two.answer).toEqual(one.answer);
      expect(two.input).toEqual(one.input);
      expect(two.rows.slice(0, 160)).toEqual(one.rows.slice(0, 160));
    }
  });

  it("is refused a form that it cannot have", async () => {
    const below = tableOf("gain", 200, (i) => `${users(i) - 2000}`);
    const { problems, data } = await prepared(below, { form: "relativeChange" });
    expect(data).toBeNull();
    expect(problems.at(-1)).toMatchObject({
      severity: "stops",
      column: "gain",
      message: { key: "table.formNeedsPositive" },
    });
    const seasonless = await prepared(rising, { form: "seasonalChange", period: null });
    expect(seasonless.problems.at(-1)).toMatchObject({ message: { key: "table.formNeedsSeason" } });
  });
});

describe("other inputs", () => {
  const mixed = tableOf("price,users", 200, (i) => `${i < 160 ? 5 + (i % 3) : 500 + (i % 3)},${users(i)}`);

  it("are left out, and said, where they leave their range by more than ten of it", async () => {
    const { problems, data } = await prepared(mixed, { targets: [2], inputs: [1], calendar: [] });
    expect(problems.map(({ kind }) => kind)).toEqual(["farInput", "leavesRange"]);
    expect(problems[0]).toMatchObject({
      column: "price",
      row: 162,
      message: { values: { least: 500, most: 502, trainLeast: 5, trainMost: 7, isOut: true } },
    });
    expect(data?.kind === "series" && data.input.features).toHaveLength(1);
    const read = await seriesOf(mixed, { targets: [2], inputs: [1], calendar: [] }, { farInputs: "read" });
    expect(read.input.features).toHaveLength(2);
  });

  it("that rise are read as changes beside a change", async () => {
    const both = tableOf("cost,users", 200, (i) => `${300 + 5 * i + (i % 3)},${users(i)}`);
    const { input } = await seriesOf(both, { targets: [2], inputs: [1], calendar: [], form: "change" });
    expect(input.features.map(({ name }) => name)).toMatchObject([
      { values: { column: "users", form: "change" } },
      { values: { column: "cost", form: "change" } },
    ]);
    const values = await seriesOf(both, { targets: [2], inputs: [1], calendar: [], form: "value" });
    expect(values.input.features.map(({ name }) => name)).toEqual(["users", "cost"]);
  });
});

describe("limits", () => {
  const wave = (i: number) => Math.sin(i / 3);
  const limitsOf = async (
    column: string,
    value: (i: number) => number,
    options?: Partial<PrepareOptions>,
  ) => {
    const data = await seriesOf(
      tableOf(column, 120, (i) => value(i).toFixed(2)),
      {},
      options,
    );
    return data.answer.forecast.transform?.columns[0].limits ?? null;
  };

  it("are whole numbers for counts, and for nothing that has two values or can be below 0", async () => {
    const whole = (column: string, value: (i: number) => number) =>
      limitsOf(column, (i) => Math.round(value(i)));
    expect(await whole("bicycles", (i) => 50 + 49 * wave(i))).toEqual({
      least: 0,
      most: null,
      isWhole: true,
    });
    expect(await whole("open", (i) => Number(wave(i) > 0))).toEqual({ least: 0, most: null });
    expect(await whole("gain", (i) => 50 * wave(i))).toBeNull();
  });

  it("and the logarithm look at nothing that is held out", async () => {
    const rises = (i: number, heldOut: number) => (i < 96 ? 10 + i : heldOut);
    const [plain, below] = await Promise.all(
      [200, -40].map((heldOut) =>
        seriesOf(
          tableOf("x", 120, (i) => rises(i, heldOut).toFixed(1)),
          { form: "relativeChange" },
        ),
      ),
    );
    const { columns } = below.answer.forecast.transform ?? { columns: [] };
    expect(columns[0]).toMatchObject({ link: { offset: 0, least: 5 }, limits: { least: 0, most: null } });
    expect(columns).toEqual(plain.answer.forecast.transform?.columns);
  });

  it("are those of the file: counts, shares, and none for what can be below 0", async () => {
    expect(await limitsOf("bicycles", (i) => 50 + 49 * wave(i))).toEqual({ least: 0, most: null });
    expect(await limitsOf("share", (i) => 0.5 + 0.4 * wave(i))).toEqual({ least: 0, most: 1 });
    expect(await limitsOf("gain", (i) => 50 * wave(i))).toBeNull();
    // It freezes somewhere else.
    expect(await limitsOf("temperature", (i) => 20 + 5 * wave(i))).toBeNull();
    expect(await limitsOf("bicycles", (i) => 50 + 49 * wave(i), { limits: "none" })).toBeNull();
  });
});

it("says once that ten rows are few", async () => {
  const text = tableOf("sales", 10, (i) => `${100 + (i % 4)}`);
  const { problems } = await prepared(text);
  expect(keysOf(problems.map(({ message }) => (typeof message === "string" ? {} : message)))).toEqual([
    "table.fewRows",
  ]);
  expect(problems[0]).toMatchObject({ kind: "fewRows", severity: "warns", count: 10 });
  expect((await prepared(rising)).problems.map(({ kind }) => kind)).not.toContain("fewRows");
});

it("has a reference for every form but those of values themselves", () => {
  expect(targetForms.filter((form) => formParts[form].reference === "none")).toEqual(["value", "logarithm"]);
  expect(defaultPrepareOptions).toMatchObject({ limits: "kept", farInputs: "leaveOut" });
});
