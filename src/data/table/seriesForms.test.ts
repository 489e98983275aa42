/** Several series, each with a trend of its own, forecast in every form. */
import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { forecastTruth } from "../../session/engine/baselines";
import { evaluateForecast } from "../evaluation/forecast";
import type { Examples, SeriesData } from "../examples";
import { atOnce } from "../inTurns";
import { seriesExamples } from "../seriesExamples";
import { leadOf, targetForms } from "../targetForm";
import { askTable } from "./prepareTable";
import { proposalFor } from "./proposal";
import type { ForecastQuestion, PrepareOptions } from "./tableTypes";
import { describedOf } from "./testing";

type Values = Readonly<Record<string, readonly number[]>>;

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const made = (rows: number, value: (i: number) => number) => Array.from({ length: rows }, (_, i) => value(i));

/** Sorted by day, then by shop; a shop of fewer days begins later. */
function longTable(values: Values): string {
  const days = Math.max(...Object.values(values).map(({ length }) => length));
  const rows = made(days, (i) => i).flatMap((i) =>
    Object.entries(values).flatMap(([shop, own]) => {
      const value = own[i - (days - own.length)];
      return value === undefined ? [] : [`${day(i)},${shop},${value}`];
    }),
  );
  return ["day,shop,sales", ...rows].join("\n");
}

/** Rises by 3 a day, falls by 8, with a week; the last one hardly moves. */
const week = (i: number, high: number) => (i % 7 === 6 ? high : 0) + (i % 3);
const shops: Values = {
  north: made(150, (i) => 200 + 3 * i + week(i, 20)),
  south: made(120, (i) => 3000 - 8 * i + week(i, 50)),
  west: made(100, (i) => 500 + week(i, 9)),
};

async function prepared(
  values: Values,
  question: Partial<ForecastQuestion> = {},
  options: Partial<PrepareOptions> = {},
) {
  const described = await describedOf(longTable(values));
  const {
    questions: [proposed],
    options: suggested,
  } = atOnce(proposalFor(described));
  if (proposed?.kind !== "forecast") throw new Error("A forecast is proposed.");
  const outcome = await askTable(described, { ...proposed, ...question }, { ...suggested, ...options });
  return { proposed, suggested, ...outcome };
}

async function seriesOf(...given: Parameters<typeof prepared>): Promise<SeriesData> {
  const { data } = await prepared(...given);
  if (data?.kind !== "series") throw new Error("A series is made.");
  return data;
}

function opened(data: SeriesData, T: number): Examples {
  const examples = seriesExamples(data, T);
  if (!examples.ok) throw new Error("There are enough rows.");
  return examples.value;
}

const ways = (["common", "each"] as const).flatMap((seriesScaling) =>
  targetForms.map((form) => ({ form, seriesScaling })),
);

it("has the change proposed where most of what trains does not keep its level, and each scaled by itself", async () => {
  const { proposed, suggested, decisions, problems } = await prepared(shops);
  expect(proposed).toMatchObject({ id: 1, targets: [2], period: 7, form: "seasonalChange" });
  expect(suggested).toMatchObject({ scaling: "standard", seriesScaling: "each" });
  expect(decisions).toContainEqual({
    key: "table.formUsed",
    values: { form: "seasonalChange", reason: "moves", several: true },
  });
  expect(problems).toMatchObject([
    {
      kind: "leavesRange",
      message: {
        values: { series: "south", isAbove: false, least: 2050, trainLeast: 2242, form: "seasonalChange" },
      },
    },
  ]);
  // The longest one keeps its level, but most do not.
  const flat = made(160, (i) => 500 + week(i, 9));
  expect((await prepared({ ...shops, west: flat })).proposed.form).toBe("seasonalChange");
});

it("takes of series that differ the form that is best over all of them", async () => {
  const reasonOf = ({ decisions }: Awaited<ReturnType<typeof prepared>>) =>
    decisions.find((said) => typeof said !== "string" && said.key === "table.formUsed");
  const flat = made(160, (i) => 500 + week(i, 9));
  // Those that keep their level repeat exactly, so that a seasonal change costs them nothing.
  const exact = await prepared({ north: shops.north, west: flat, east: flat.slice(9).map((y) => y + 40) });
  expect(reasonOf(exact)).toMatchObject({
    values: { form: "seasonalChange", reason: "mixed", several: true },
  });
  // A change of noise errs by √2 more, and of six there are five.
  const random = Random.fromSeed(4);
  const noisy = Object.fromEntries(
    ["a", "b", "c", "d", "e"].map((shop) => [shop, made(160, () => 500 + 9 * random.normal())]),
  );
  const noise = await prepared({ ...noisy, north: shops.north });
  expect(reasonOf(noise)).toMatchObject({ values: { form: "value", reason: "steady", several: true } });
});

describe.each(ways)("forecasts of “$form”, scaled: $seriesScaling", ({ form, seriesScaling }) => {
  const [T, horizon] = [5, 9];
  const asked = () => seriesOf(shops, { form, horizon, window: T, calendar: [] }, { seriesScaling });

  it("come from windows of one series, and become its values again", async () => {
    const data = await asked();
    const { parts = [] } = data;
    const examples = opened(data, T);
    const lead = leadOf({ form, season: 7 });
    expect(examples.train).toBe(120 + 96 + 80 - 3 * (lead + T + horizon - 1));
    expect(examples.heldOut).toBe(30 + 24 + 20 - 3 * (horizon - 1));
    const seen = new Set<number>();
    for (let index = 0; index < examples.train + examples.heldOut; index++) {
      const part = parts[examples.groupOf?.(index) ?? -1];
      const last = examples.rowOf?.(index) ?? -1;
      const values = examples.valuesOf?.(index);
      if (!values) throw new Error("A window has values.");
      expect(last - T + 1 - lead).toBeGreaterThanOrEqual(part.start);
      expect(last + horizon).toBeLessThan(part.end);
      const right = shops[String(part.name)];
      for (const [output, answer] of examples.example(index).answer.entries()) {
        const came = right[last - part.start + 1 + output];
        expect(Math.abs(values.came(T - 1, output) - came)).toBeLessThan(1e-3);
        expect(Math.abs(values.forecast(T - 1, output, answer) - came)).toBeLessThan(2e-3);
      }
      // At the first step it has read one row of the window.
      expect(values.came(0, 0)).toBeCloseTo(right[last - part.start - T + 2], 3);
      seen.add(last);
    }
    expect(seen.size).toBe(examples.train + examples.heldOut);
  });

  it("read no change from one series to the next", async () => {
    const { parts = [], input, rows } = await asked();
    const back = leadOf({ form, season: 7 });
    const isLogarithm = form === "logarithm" || form.includes("elative");
    const g = (value: number) => (isLogarithm ? Math.log(value) : value);
    for (const part of parts) {
      const { shift, scale } = (part.quantities?.features ?? input.features)[0];
      const own = shops[String(part.name)];
      for (let i = 0; i < part.end - part.start; i++) {
        const read = rows[part.start + i] * scale + shift;
        const expected = i < back ? shift : g(own[i]) - (back > 0 ? g(own[i - back]) : 0);
        expect(Math.abs(read - expected)).toBeLessThan(1e-3);
      }
    }
  });

  it("take nothing from what is held out, and where each is scaled by itself nothing from others", async () => {
    const other = Object.fromEntries(
      Object.entries(shops).map(([shop, own]) => [
        shop,
        own.map((value, i) => (i < 0.8 * own.length ? value : 90_000 - 7 * value)),
      ]),
    );
    const question = { form, horizon, window: T, calendar: [], period: 7 };
    const one = await asked();
    const two = await seriesOf(other, question, { seriesScaling });
    expect(two.answer).toEqual(one.answer);
    expect(two.input).toEqual(one.input);
    expect(two.parts).toEqual(one.parts);
    const [before, after] = [opened(one, T), opened(two, T)];
    for (let index = 0; index < before.train; index++)
      expect(after.example(index)).toEqual(before.example(index));
    if (seriesScaling === "common") return;
    const north = await seriesOf({ ...shops, north: made(150, (i) => 200 + 5 * i + week(i, 20)) }, question, {
      seriesScaling,
    });
    expect(north.parts?.slice(1)).toEqual(one.parts?.slice(1));
    expect(north.parts?.[0]).not.toEqual(one.parts?.[0]);
    expect(north.rows.slice(150)).toEqual(one.rows.slice(150));
  });
});

it("begins no window before what it is relative to, and leaves out what is too short for one", async () => {
  const values = { ...shops, brief: made(14, (i) => 40 + 2 * i), tiny: made(8, (i) => 90 + i) };
  const data = await seriesOf(values, { form: "seasonalChange", horizon: 1, window: 5, period: 7 });
  const { series = [], rowOf } = opened(data, 5);
  const [brief, tiny] = series.slice(3);
  // Eleven rows train, which are too few for seven, a window and a forecast; of the last three two are forecast.
  expect(brief.train[1] - brief.train[0]).toBe(0);
  expect(brief.heldOut[1] - brief.heldOut[0]).toBe(2);
  expect(rowOf?.(brief.heldOut[0])).toBe((data.parts?.[3].start ?? 0) + 7 + 4);
  expect(tiny.heldOut[1] - tiny.heldOut[0]).toBe(0);
  expect(data.parts?.every(({ forms }) => Number.isFinite(forms?.[0].scale))).toBe(true);
});

/** Without any noise: every number below is worked out by hand. */
const lines: Values = { up: made(100, (i) => 100 + 3 * i), down: made(50, (i) => 2000 - 8 * i) };

it("answers 0 for the usual change: of each series its own, or of all", async () => {
  const each = await seriesOf(lines, { form: "change", horizon: 2, period: null }, { seriesScaling: "each" });
  expect(each.parts?.map(({ forms }) => forms?.[0].shifts)).toEqual([
    [3, 6],
    [-8, -16],
  ]);
  const common = await seriesOf(lines, { form: "change", period: null }, { seriesScaling: "common" });
  expect(common.parts?.map(({ forms }) => forms)).toEqual([undefined, undefined]);
  // 79 changes of the one, 39 of the other.
  const [column] = common.answer.forecast.transform?.columns ?? [];
  expect(column.shifts[0]).toBeCloseTo((79 * 3 - 39 * 8) / 118, 9);
});

it.each(["common", "each"] as const)(
  "measures each beside its own drift and mean, scaled: %s",
  async (seriesScaling) => {
    const question = { form: "change", window: 4, horizon: 1, period: null, calendar: [] } as const;
    const data = await seriesOf(lines, question, { seriesScaling });
    const examples = opened(data, 4);
    const indices = made(examples.heldOut, (i) => examples.train + i);
    const evaluation = evaluateForecast({
      ...forecastTruth(examples, data, indices),
      times: data.times,
      // Whatever is right, and one more in the units of the file.
      said: indices.map((index) => {
        const { scale } = (data.parts?.[examples.groupOf?.(index) ?? 0].forms ??
          data.answer.forecast.transform?.columns ??
          [])[0];
        return examples.example(index).answer[0] + 1 / scale;
      }),
      evaluated: 30,
      heldOut: 30,
    });
    const [up, down] = evaluation.series ?? [];
    expect([up.name, down.name]).toEqual(["up", "down"]);
    expect(up.rows[0]).toMatchObject({
      naive: { rmse: expect.closeTo(3, 3) },
      drift: { rmse: expect.closeTo(0, 3) },
      // Of rows 80 to 99 beside the mean of rows 0 to 79: √(150² + 9 · 399 / 12).
      mean: { rmse: expect.closeTo(Math.sqrt(22799.25), 3) },
      network: { rmse: expect.closeTo(1, 3), mase: expect.closeTo(1 / 3, 4) },
      strongest: "drift",
    });
    expect(down.rows[0]).toMatchObject({
      naive: { rmse: expect.closeTo(8, 3) },
      drift: { rmse: expect.closeTo(0, 3) },
      // √(200² + 64 · 99 / 12)
      mean: { rmse: expect.closeTo(Math.sqrt(40528), 3) },
      network: { rmse: expect.closeTo(1, 3), mase: expect.closeTo(1 / 8, 4) },
    });
    expect(evaluation.rows[0]).toMatchObject({
      naive: { rmse: expect.closeTo(Math.sqrt((20 * 9 + 10 * 64) / 30), 3) },
      drift: { rmse: expect.closeTo(0, 3) },
      mean: { rmse: expect.closeTo(Math.sqrt((20 * 22799.25 + 10 * 40528) / 30), 3) },
    });
    // Loss of the last value: (3 / scale)² and (8 / scale)² beside the mean of what the network is to answer.
    const scales = data.parts?.map(
      ({ forms }) => (forms ?? data.answer.forecast.transform?.columns ?? [])[0].scale,
    );
    expect(evaluation.lastValueLoss).toBeCloseTo(
      (20 * (3 / (scales?.[0] ?? 0)) ** 2 + 10 * (8 / (scales?.[1] ?? 0)) ** 2) / 30,
      2,
    );
  },
);
