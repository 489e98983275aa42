import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { inEnglish } from "../../words/english";
import { identityOf, type MessageKey, message } from "../../words/message";
import type { SequencesData, SeriesData } from "../examples";
import type { TableCorrections } from "./interpretTable";
import { listedNames } from "./listed";
import { askTable } from "./prepareTable";
import {
  type ClassifyLongQuestion,
  defaultPrepareOptions,
  type ForecastQuestion,
  type LabelStepsQuestion,
  type PrepareOptions,
  type TableProblemKind,
  type TableQuestion,
} from "./tableTypes";
import { describedOf, prepareTable, timesOf } from "./testing";

type Asked = { readonly options?: Partial<PrepareOptions>; readonly corrections?: TableCorrections };

async function ask(text: string, question: TableQuestion, { options, corrections }: Asked = {}) {
  return askTable(await describedOf(text, corrections), question, { ...defaultPrepareOptions, ...options });
}

async function series(
  text: string,
  question: Partial<ForecastQuestion>,
  asked: Asked = {},
): Promise<SeriesData> {
  const { data, problems } = await ask(text, { ...forecast, ...question }, asked);
  if (data?.kind !== "series") throw new Error(problems.map(({ message }) => identityOf(message)).join("\n"));
  return data;
}

async function sequences(text: string, question: TableQuestion, asked: Asked = {}): Promise<SequencesData> {
  const { data, problems } = await ask(text, question, asked);
  if (data?.kind !== "sequences")
    throw new Error(problems.map(({ message }) => identityOf(message)).join("\n"));
  return data;
}

const kindsOf = (problems: readonly { readonly kind: TableProblemKind }[]) =>
  problems.map(({ kind }) => kind);
const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
const close = (values: Iterable<number>) => Array.from(values, (value) => Number(value.toFixed(5)));

const forecast: ForecastQuestion = {
  kind: "forecast",
  targets: [1],
  inputs: [],
  id: null,
  time: [0],
  window: 2,
  horizon: 1,
  calendar: [],
  period: null,
};
const days = [
  "2020-01-01",
  "2020-01-02",
  "2020-01-03",
  "2020-01-04",
  "2020-01-05",
  "2020-01-06",
  "2020-01-07",
  "2020-01-08",
  "2020-01-09",
  "2020-01-10",
];
const tableOf = (count: number, value: (i: number) => number) =>
  `day,v\n${rowsOf(count, (i) => `${new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10)},${value(i)}`)}`;
const tableOfDays = (values: readonly string[]) =>
  `day,v\n${values.map((value, i) => `${days[i]},${value}`).join("\n")}`;
const tenDays = tableOfDays(["1", "2", "3", "4", "5", "6", "7", "8", "90", "100"]);

describe("forecast", () => {
  it("scales by the rows before the held-out ones, and gives all rows and targets", async () => {
    const data = await series(tenDays, {});
    expect(data.trainRows).toBe(8);
    expect(timesOf(data)).toEqual(days);
    const [quantity] = data.input.features;
    expect(quantity).toMatchObject({ name: "v", unit: null, shift: 4.5 });
    expect(quantity.scale).toBeCloseTo(Math.sqrt(5.25), 12);
    const back = Array.from(data.rows, (value) => value * quantity.scale + quantity.shift);
    expect(close(back)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 90, 100]);
    expect(data.targets).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 90, 100));
    expect(data.answer).toMatchObject({
      kind: "numbers",
      at: "last",
      forecast: { horizon: 1, columns: ["v"], periods: [null] },
    });
    expect(data.suggested).toMatchObject({ sequenceLength: 2 });
  });

  it("says why it has no season: none was found, or chosen, or could be looked for", async () => {
    const why = async (text: string, question: Partial<ForecastQuestion> = {}) =>
      (await ask(text, { ...forecast, ...question })).decisions
        .flatMap((said) => (typeof said !== "string" && said.key === "table.noSeason" ? [said.values] : []))
        .at(0);
    const random = Random.fromSeed(2);
    const noise = tableOf(60, () => random.normal());
    // Of the 48 rows that train a season must have been seen three times.
    expect(await why(noise)).toEqual({ why: "none", most: 16 });
    expect(await why(noise, { period: 7 })).toBe(undefined);
    const week = tableOf(60, (i) => (i % 7) + random.normal() / 9);
    expect(await why(week)).toEqual({ why: "chosen", most: 16 });
    expect(await why(tableOfDays(["1", "2", "4", "3", "4", "5"]))).toEqual({ why: "few", most: 1 });
    const twice = `day,v\n${rowsOf(60, (i) => `${days[i % 10]},${random.normal()}`)}`;
    expect(await why(twice)).toEqual({ why: "repeated", most: 0 });
  });

  it("holds out what comes from a chosen time on, of each series, whatever share that is", async () => {
    const days = (value: number) => message("table.duration", { value, unit: "day" });
    const heldOutFrom = Date.UTC(2020, 0, 7);
    const ten = await series(tenDays, { heldOutFrom });
    expect(ten.trainRows).toBe(6);
    expect(ten.decisions).toContainEqual(
      message("table.lastHeldOut", { heldOut: days(4), first: "2020-01-07", train: days(6) }),
    );
    const shops = [
      "shop,day,v",
      ...["a", "b"].flatMap((shop, s) =>
        Array.from(
          { length: 10 },
          (_, i) => `${shop},2020-01-${String(1 + s * 3 + i).padStart(2, "0")},${i % 4}`,
        ),
      ),
    ].join("\n");
    const two = await series(shops, { targets: [2], id: 0, time: [1], heldOutFrom });
    expect(two.parts?.map(({ start, end, trainRows }) => [end - start, trainRows])).toEqual([
      [10, 6],
      [10, 3],
    ]);
  });

  it("says where the data begin and end if the time to hold out from leaves too little on one side", async () => {
    const stop = async (from: number, change: Partial<ForecastQuestion> = {}) => {
      const { data, problems } = await ask(tenDays, { ...forecast, window: 2, heldOutFrom: from, ...change });
      expect(data).toBeNull();
      return problems[0].message;
    };
    const data = { first: "2020-01-01", last: "2020-01-10", trainNeeded: 3, heldOutNeeded: 1 };
    expect(await stop(Date.UTC(2021, 0, 1))).toEqual(
      message("table.heldOutFromUnfit", {
        from: "2021-01-01",
        ...data,
        train: 10,
        heldOut: 0,
        earlier: true,
      }),
    );
    expect(await stop(Date.UTC(2019, 0, 1))).toEqual(
      message("table.heldOutFromUnfit", {
        from: "2019-01-01",
        ...data,
        train: 0,
        heldOut: 10,
        earlier: false,
      }),
    );
    // Within the data, and still too late for the horizon.
    expect(await stop(Date.UTC(2020, 0, 9), { horizon: 3 })).toMatchObject({
      key: "table.heldOutFromUnfit",
      values: { train: 8, heldOut: 2, trainNeeded: 5, heldOutNeeded: 3, earlier: true },
    });
    // No other time would do: the rows are too few.
    expect(await stop(Date.UTC(2020, 0, 9), { window: 30 })).toMatchObject({ key: "table.tooFewRows" });
  });

  it("says what was decided", async () => {
    const days = (value: number) => message("table.duration", { value, unit: "day" });
    expect((await series(tenDays, { period: 7 })).decisions).toEqual([
      message("table.readFrom", {
        name: "a.csv",
        rows: 10,
        columns: 2,
        form: "delimited",
        sheet: null,
        encoding: "UTF-8",
        delimiter: ",",
        namesRow: 1,
        decimalComma: false,
        joinedLines: 0,
      }),
      message("table.forecastNext", {
        targets: listedNames(["v"]),
        step: message("table.oneStep", { unit: "day" }),
        window: days(2),
      }),
      message("table.lastHeldOut", { heldOut: days(2), first: "2020-01-09", train: days(8) }),
      message("table.season", { steps: days(7) }),
      message("table.formUsed", { form: "value", reason: "few", several: false }),
      message("table.limited", { column: "v", isShare: false, isWhole: true }),
      message("table.scaled", { how: "standard" }),
    ]);
  });

  it("scales to a range, or not at all, and a constant column by 1", async () => {
    const range = await series(tenDays, {}, { options: { scaling: "minMax" } });
    expect(range.input.features[0]).toMatchObject({ shift: 1, scale: 7 });
    const none = await series(tenDays, {}, { options: { scaling: "none" } });
    expect(none.input.features[0]).toMatchObject({ shift: 0, scale: 1 });
    const constant = await series(tableOfDays(Array.from(days, () => "0.1")), {});
    expect(constant.input.features[0]).toMatchObject({ scale: 1 });
    expect(close(constant.rows)).toEqual(Array.from(days, () => 0));
  });

  it("does not change the training part when the held-out values change", async () => {
    const options = { missing: "interpolate" } as const;
    const start = ["1", "2", "NA", "4", "5", "6", "7", "NA"];
    const data = await series(tableOfDays([...start, "90", "100"]), {}, { options });
    const other = await series(tableOfDays([...start, "NA", "-5"]), {}, { options });
    expect(other.input).toEqual(data.input);
    expect(other.rows.slice(0, 8)).toEqual(data.rows.slice(0, 8));
    const [{ shift, scale }] = data.input.features;
    expect(close(data.rows.slice(0, 8).map((value) => value * scale + shift))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 7,
    ]);
  });

  it("draws no line to a value that is to be forecast", async () => {
    const text = tableOfDays(["1", "2", "3", "4", "5", "6", "7", "8", "NA", "100"]);
    const options = { missing: "interpolate", scaling: "none" } as const;
    const data = await series(text, {}, { options });
    // The row before 100 would be 54 on the line.
    expect(close(data.rows.slice(7))).toEqual([8, 8, 100]);
    expect(data.decisions).toContainEqual(message("table.heldOutCarries"));
    expect(Array.from(data.known ?? [])).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 1]);
  });

  it("counts what a network cannot hold as infinite", async () => {
    const values = ["1", "2", "1e39", "4", "-1e308", "6", "7", "8", "9", "10"];
    for (const scaling of ["none", "standard", "minMax"] as const) {
      const data = await series(tableOfDays(values), {}, { options: { scaling } });
      expect(data.rows.every(Number.isFinite)).toBe(true);
      const [{ shift, scale }] = data.input.features;
      expect(close(data.rows.slice(0, 6).map((value) => value * scale + shift))).toEqual([1, 2, 2, 4, 4, 6]);
    }
    const { preview } = await describedOf(tableOfDays(values));
    expect(preview.problems).toMatchObject([{ kind: "infinity", column: "v", row: 4, count: 2 }]);
  });

  it.each<[Partial<ForecastQuestion>, MessageKey]>([
    [{ window: 1.5 }, "table.windowNotWhole"],
    // A training sequence has two steps or more, and at most 1024.
    [{ window: 1 }, "table.windowNotWhole"],
    [{ window: 1025 }, "table.windowNotWhole"],
    [{ horizon: Number.NaN }, "table.windowNotWhole"],
    [{ period: 2.5 }, "table.seasonNotWhole"],
    [{ period: 0 }, "table.seasonNotWhole"],
  ])("asks for whole rows: %j", async (question, key) => {
    const { problems, data } = await ask(tenDays, { ...forecast, ...question });
    expect(data).toBeNull();
    expect(problems).toMatchObject([{ severity: "stops", message: { key } }]);
  });

  it("sorts by time, and reads several targets, extra inputs, words and the calendar", async () => {
    const text = `x,when,sky,y\n${rowsOf(10, (i) => `${i},${days[9 - i]},${i === 0 ? "fog" : i % 2 ? "sun" : "rain"},${10 * i}`)}`;
    const data = await series(
      text,
      { targets: [3, 0], inputs: [2], time: [1], horizon: 2, calendar: ["dayOfWeek"] },
      { options: { scaling: "none" } },
    );
    // The newest day is held out: its fog was never seen in training, and is no feature.
    expect(data.input.features.map(({ name }) => name)).toEqual([
      "y",
      "x",
      "sky = rain",
      "sky = sun",
      message("table.calendarFeature", { feature: "dayOfWeek", part: "sine" }),
      message("table.calendarFeature", { feature: "dayOfWeek", part: "cosine" }),
    ]);
    const wednesday = (2 * Math.PI * 2) / 7;
    expect(close(data.rows.slice(0, 6))).toEqual(
      close([90, 9, 0, 1, Math.sin(wednesday), Math.cos(wednesday)]),
    );
    expect(close(data.rows.slice(54, 58))).toEqual([0, 0, 0, 0]);
    expect(data.targets.slice(0, 4)).toEqual(Float64Array.of(90, 9, 80, 8));
    expect(data.answer.outputs.map(({ name }) => name)).toEqual(
      [1, 2].flatMap((steps) => ["y", "x"].map((name) => message("files.ahead", { name, steps }))),
    );
    expect(data.decisions).toContainEqual(message("table.sortedBy", { columns: listedNames(["when"]) }));
  });

  const gaps = tableOfDays(["NA", "2", "?", "", "8", "6", "7", "8", "", "10"]);

  it.each<[PrepareOptions["missing"], readonly number[], number]>([
    ["carry", [2, 2, 2, 8, 6, 7, 8, 8, 10], 7],
    ["interpolate", [2, 4, 6, 8, 6, 7, 8, 8, 10], 7],
    ["drop", [2, 8, 6, 7, 8, 10], 5],
  ])("fills what is missing: %s", async (missing, values, trainRows) => {
    const options = { missing, scaling: "none" } as const;
    const data = await series(gaps, {}, { options });
    expect(close(data.rows)).toEqual(values);
    expect(data.trainRows).toBe(trainRows);
    const { problems } = await ask(gaps, forecast, { options });
    expect(problems[0]).toMatchObject({ kind: "missingValues", row: 2, column: "v", count: 4 });
  });

  it("has a row for each of equal times, or one", async () => {
    const text = "day,v\n2020-01-01,1\n2020-01-01,3\n2020-01-02,4\n2020-01-03,5\n2020-01-04,6\n2020-01-04,9";
    const rows = async (duplicateTimes: PrepareOptions["duplicateTimes"]) =>
      close(
        (
          await series(
            text,
            { window: 2 },
            { options: { duplicateTimes, scaling: "none", heldOutShare: 0.3 } },
          )
        ).rows,
      );
    expect(await rows("keep")).toEqual([1, 3, 4, 5, 6, 9]);
    expect(await rows("first")).toEqual([1, 4, 5, 6]);
    expect(await rows("last")).toEqual([3, 4, 5, 9]);
    expect(await rows("mean")).toEqual([2, 4, 5, 7.5]);
    const { problems } = await ask(text, { ...forecast, window: 2 });
    expect(problems[0]).toMatchObject({ kind: "duplicateTimes", row: 3, column: "day", count: 2 });
    // What is missing counts in no mean.
    const missing = text.replace("2020-01-01,3", "2020-01-01,?");
    const mean = { duplicateTimes: "mean", scaling: "none", heldOutShare: 0.3 } as const;
    expect(close((await series(missing, { window: 2 }, { options: mean })).rows)).toEqual([1, 4, 5, 7.5]);
  });

  it("stops where the table is too short, with a window that fits", async () => {
    const { data, problems } = await ask(tenDays, { ...forecast, window: 30 });
    expect(data).toBeNull();
    expect(problems[0]).toMatchObject({ kind: "tooFewRows", severity: "stops" });
    expect(problems[0].message).toEqual(
      message("table.tooFewRows", {
        train: 8,
        heldOut: 2,
        window: 30,
        horizon: 1,
        lead: 0,
        largestWindow: 7,
        shorterHelps: false,
      }),
    );
  });

  it.each<[Partial<ForecastQuestion>, MessageKey]>([
    [{ targets: [] }, "table.noTarget"],
    [{ targets: [0] }, "table.targetNotNumbers"],
    [{ targets: [7] }, "table.unknownColumn"],
    [{ time: [], calendar: ["month"] }, "table.calendarNeedsDates"],
    [{ window: 0 }, "table.windowNotWhole"],
  ])("stops at a question that has no answer: %j", async (change, key) => {
    const { data, problems } = await ask(tenDays, { ...forecast, ...change });
    expect(data).toBeNull();
    expect(problems[0].message).toMatchObject({ key });
    expect(
      await prepareTable(await describedOf(tenDays), { ...forecast, ...change }, defaultPrepareOptions),
    ).toMatchObject({ ok: false });
  });

  it("warns of a target that never varies and of steps of uneven length", async () => {
    const constant = tableOfDays(Array.from(days, () => "5"));
    expect(kindsOf((await ask(constant, forecast)).problems)).toEqual(["constantColumn", "fewRows"]);
    const gap = `${tenDays}\n2021-01-01,5`;
    expect((await ask(gap, forecast)).problems[0]).toMatchObject({ kind: "unevenTimes", row: 12, count: 1 });
  });
});

const classify: ClassifyLongQuestion = { kind: "classifyLong", id: 0, time: [1], features: [2], label: 3 };

/** Sequence s has s % 3 + 2 steps of s + t / 10; rows of all sequences lie mixed. */
const mixed = (() => {
  const rows: string[] = [];
  for (let t = 3; t >= 0; t--)
    for (let s = 0; s < 20; s++)
      if (t < (s % 3) + 2) rows.push(`s${s},${t},${s + t / 10},${s < 12 ? "many" : "few"}`);
  return `seq_id,t,x,label\n${rows.join("\n")}`;
})();

describe("classes of sequences", () => {
  it("collects the rows of each sequence in order of time", async () => {
    const data = await sequences(mixed, classify, { options: { scaling: "none" } });
    expect(data.names).toHaveLength(20);
    // Sequences stand in the order in which they first appear; the first rows are those of t = 3.
    const index = data.names.indexOf("seq s16");
    expect(index).toBe(11);
    const start = data.lengths.slice(0, index).reduce((a, b) => a + b, 0);
    expect(close(data.inputs.slice(start, start + data.lengths[index]))).toEqual([16, 16.1, 16.2]);
    expect(data.answer).toEqual({ kind: "class", at: "last", labels: ["few", "many"] });
    expect(data.names.map((name, i) => [Number(String(name).slice(5)) < 12, data.answers[i]])).toEqual(
      data.names.map((name) => [
        Number(String(name).slice(5)) < 12,
        Number(String(name).slice(5)) < 12 ? 1 : 0,
      ]),
    );
  });

  it("holds out a share of every class, no sequence twice, by the seed", async () => {
    const data = await sequences(mixed, classify);
    expect([...data.train, ...data.heldOut].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    );
    const counts = [0, 1].map((label) => data.heldOut.filter((s) => data.answers[s] === label).length);
    expect(counts).toEqual([2, 2]);
    expect((await sequences(mixed, classify)).heldOut).toEqual(data.heldOut);
    const other = await sequences(mixed, classify, { options: { seed: 2 } });
    expect(other.heldOut).not.toEqual(data.heldOut);
  });

  it("fits the scale on sequences that train", async () => {
    const data = await sequences(mixed, classify, { options: { scaling: "minMax" } });
    const starts = Array.from(data.lengths, (_, i) => data.lengths.slice(0, i).reduce((a, b) => a + b, 0));
    const ofPart = (part: Int32Array) =>
      [...part].flatMap((s) => [...data.inputs.slice(starts[s], starts[s] + data.lengths[s])]);
    const train = ofPart(data.train);
    expect(close([Math.min(...train), Math.max(...train)])).toEqual([0, 1]);
  });

  it("leaves out sequences without rows or label, and says which", async () => {
    const text = `${mixed}\ns20,0,NA,few\ns21,0,1,\n`;
    const { problems, data } = await ask(text, classify, { options: { missing: "drop" } });
    expect(problems.find(({ kind }) => kind === "emptySequence")).toMatchObject({
      row: 61,
      column: "seq_id",
      count: 1,
    });
    expect(data?.kind === "sequences" && data.names.length).toBe(20);
    const { decisions } = await sequences(text, classify, { options: { missing: "drop" } });
    expect(decisions).toContainEqual(message("table.unlabelledOut", { count: 1, noun: "sequence" }));
  });

  it("fills each sequence from itself alone, and what is missing in all of one with the mean", async () => {
    const text = `id,t,x,label\n${rowsOf(30, (i) => {
      const [s, t] = [Math.floor(i / 3), i % 3];
      return `${s},${t},${s === 4 || t === s % 3 ? "" : 10 * s + t},${s % 2 ? "a" : "b"}`;
    })}`;
    const data = await sequences(text, classify, { options: { scaling: "none" } });
    const values = (s: number) => close(data.inputs.slice(3 * s, 3 * s + 3));
    expect(values(0)).toEqual([1, 1, 2]);
    expect(values(1)).toEqual([10, 10, 12]);
    expect(values(2)).toEqual([20, 21, 21]);
    const known = [...data.train].filter((s) => s !== 4).flatMap(values);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    expect(values(4)).toEqual(close([mean, mean, mean]));
    const between = await sequences(text, classify, { options: { scaling: "none", missing: "interpolate" } });
    expect(close(between.inputs.slice(3, 6))).toEqual([10, 11, 12]);
  });

  it("takes the last of several labels, and says where they change", async () => {
    const text = mixed.replace("s3,1,3.1,many", "s3,1,3.1,few");
    const { problems, data } = await ask(text, classify);
    if (data?.kind !== "sequences" || data.answer.kind !== "class") throw new Error("These are classes.");
    const { names, answers, answer } = data;
    expect(answer.labels[answers[names.findIndex((name) => String(name).endsWith(" s3"))]]).toBe("few");
    const row = text.split("\n").indexOf("s3,0,3,many") + 1;
    expect(problems.find(({ kind }) => kind === "changingLabel")).toMatchObject({
      column: "label",
      count: 1,
      row: row - 20,
    });
  });

  it("stops where there is but one class", async () => {
    const { problems, data } = await ask(mixed.replaceAll("few", "many"), classify);
    expect(data).toBeNull();
    const stops = problems.filter(({ severity }) => severity === "stops");
    expect(stops).toMatchObject([{ kind: "constantLabel", column: "label", count: 1 }]);
    expect(stops[0].row).toBeGreaterThan(1);
  });

  it("keeps the most frequent of ten thousand classes, or merges the rest", async () => {
    const text = `id,x,label\n${rowsOf(20_000, (i) => `${i},${i % 7},${i < 10_000 ? `class ${i % 3}` : `rare ${i}`}`)}`;
    const question: ClassifyLongQuestion = {
      kind: "classifyLong",
      id: 0,
      time: [],
      features: [1],
      label: 2,
    };
    const dropped = await ask(text, question, { options: { mostClasses: 3 } });
    expect(dropped.problems.find(({ kind }) => kind === "tooManyClasses")).toMatchObject({
      count: 10_003,
      row: 10_002,
    });
    expect(dropped.data?.kind === "sequences" && dropped.data.answer).toMatchObject({
      labels: ["class 0", "class 1", "class 2"],
    });
    expect(dropped.data?.kind === "sequences" && dropped.data.names.length).toBe(10_000);
    const merged = await sequences(text, question, { options: { mostClasses: 4, rareClasses: "merge" } });
    expect(merged.answer).toMatchObject({
      labels: ["class 0", "class 1", "class 2", message("table.otherClasses")],
    });
    expect(merged.names).toHaveLength(20_000);
  });
});

describe("classes of rows", () => {
  const wide = `a,b,c,label\n${rowsOf(10, (i) => `${i},${i === 3 ? "" : i + 1},${i % 2 ? "" : i + 2},${i % 2 ? "odd" : "even"}`)}`;
  const question: TableQuestion = { kind: "classifyWide", steps: [0, 1, 2], label: 3 };

  it("reads rows as sequences, which end with their last value", async () => {
    const data = await sequences(wide, question, { options: { scaling: "none" } });
    expect([...data.lengths]).toEqual([3, 2, 3, 1, 3, 2, 3, 2, 3, 2]);
    expect(close(data.inputs.slice(0, 8))).toEqual([0, 1, 2, 1, 2, 2, 3, 4]);
    expect(data.names[0]).toBe(2);
    expect(data.heldOut).toHaveLength(2);
    expect([...data.answers]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
  });

  it("fits the scale on rows that train", async () => {
    const data = await sequences(wide, question);
    const { lengths, inputs, train, input } = data;
    if (input.kind !== "features") throw new Error("Numbers are features.");
    const starts = [...lengths].map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0));
    const [{ shift, scale }] = input.features;
    const values = [...train].flatMap((i) =>
      Array.from(inputs.slice(starts[i], starts[i] + lengths[i]), (value) => value * scale + shift),
    );
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(shift).toBeCloseTo(mean, 5);
    expect(scale).toBeCloseTo(Math.sqrt(variance), 5);
  });

  it("counts the classes of the rows that stay", async () => {
    const rows = rowsOf(10, (i) => (i % 2 ? ",,,odd" : `${i},1,2,even`));
    const { problems, data } = await ask(`a,b,c,label\n${rows}`, question);
    expect(data).toBeNull();
    expect(kindsOf(problems)).toEqual(["emptySequence", "constantLabel"]);
    expect(problems[1]).toMatchObject({ severity: "stops", row: 2 });
  });

  it("quotes no more of a long label than can be read", async () => {
    const { problems } = await ask(
      `a,b,c,label\n${rowsOf(4, (i) => `${i},1,2,${"x".repeat(5000)}`)}`,
      question,
    );
    expect(inEnglish(problems[0].message).length).toBeLessThan(300);
  });

  it("leaves rows without any value out", async () => {
    const { problems, data } = await ask(`${wide}\n,,,odd`, question);
    expect(problems).toMatchObject([{ kind: "emptySequence", row: 12, count: 1 }]);
    expect(data?.kind === "sequences" && data.lengths.length).toBe(10);
    // One that goes for another reason is not the first of them.
    const dropped = await ask(`${wide.replace("0,1,2,", "0,x,2,")}\n,,,odd`, question, {
      options: { invalid: "dropRow" },
    });
    expect(dropped.problems).toMatchObject([{ kind: "emptySequence", row: 12, count: 1 }]);
  });
});

describe("a label at every step", () => {
  const text = `x,y,label\n${rowsOf(23, (i) => `${i},${i % 5},${i % 4 === 0 ? "beat" : "rest"}`)}`;
  const question: LabelStepsQuestion = {
    kind: "labelSteps",
    id: null,
    time: [],
    features: [0, 1],
    label: 2,
    window: 5,
  };

  it("cuts windows of one sequence, and holds the last ones out", async () => {
    const data = await sequences(text, question, { options: { scaling: "none" } });
    expect([...data.lengths]).toEqual([5, 5, 5, 5, 3]);
    expect([...data.train]).toEqual([0, 1, 2, 3]);
    expect([...data.heldOut]).toEqual([4]);
    expect(data.names[1]).toEqual(message("table.windowFrom", { name: null, row: 7 }));
    expect(data.answer).toEqual({ kind: "class", at: "every", labels: ["beat", "rest"] });
    expect([...data.answers.slice(0, 6)]).toEqual([0, 1, 1, 1, 0, 1]);
    expect(close(data.inputs.slice(20, 24))).toEqual([10, 0, 11, 1]);
  });

  it("cuts long sequences of an id, and keeps their windows on one side", async () => {
    const long = `id,x,label\n${rowsOf(10 * 300, (i) => `p${Math.floor(i / 300)},${i},${i % 4 === 0 ? "beat" : "rest"}`)}`;
    const byId: LabelStepsQuestion = { ...question, id: 0, features: [1], label: 2, window: 100 };
    const data = await sequences(long, byId);
    expect([...data.lengths]).toEqual(Array.from({ length: 30 }, () => 100));
    const windowOf = (i: number) =>
      message("table.windowFrom", { name: `id p${Math.floor(i / 3)}`, row: 2 + 100 * i });
    expect(data.names).toEqual(Array.from({ length: 30 }, (_, i) => windowOf(i)));
    const ids = (part: Int32Array) => new Set(Array.from(part, (sequence) => data.groups?.[sequence]));
    expect(ids(data.heldOut).size).toBe(2);
    expect([...(data.groups ?? [])]).toEqual(Array.from({ length: 30 }, (_, i) => Math.floor(i / 3)));
    expect(ids(data.train).size).toBe(8);
    expect(data.heldOut).toHaveLength(6);
    expect(data.decisions).toContainEqual(
      message("table.longSequencesCut", { count: 10, window: 100, sequences: 30 }),
    );
  });

  it("takes the sequences of an id", async () => {
    const byId = `id,x,label\n${rowsOf(30, (i) => `${i % 6},${i},${i % 4 === 0 ? "beat" : "rest"}`)}`;
    const data = await sequences(
      byId,
      { ...question, id: 0, features: [1], label: 2 },
      {
        options: { scaling: "none" },
      },
    );
    expect([...data.lengths]).toEqual([5, 5, 5, 5, 5, 5]);
    expect(close(data.inputs.slice(5, 10))).toEqual([1, 7, 13, 19, 25]);
    expect([...data.answers.slice(0, 5)]).toEqual([0, 1, 0, 1, 0]);
  });
});
