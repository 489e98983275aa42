/** Another file through the same network: the file that it was trained on has the answers that it already has. */
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { startBreathing } from "../../../data/breathing";
import type { ExampleData } from "../../../data/exampleData";
import type { SequencesData } from "../../../data/examples";
import { filesTrainedOn } from "../../../data/filesTrainedOn";
import type { ImageOptions } from "../../../data/images/imageSequence";
import { imagesData } from "../../../data/images/imagesData";
import { secondFiles } from "../../../data/secondFiles";
import { askTable } from "../../../data/table/prepareTable";
import type { ChosenColumns } from "../../../data/table/second/matchColumns";
import { type SecondTable, secondTable } from "../../../data/table/second/secondTable";
import { trainedOn } from "../../../data/table/second/trainedOn";
import {
  defaultPrepareOptions,
  type PrepareOptions,
  type TableQuestion,
} from "../../../data/table/tableTypes";
import { describedOf } from "../../../data/table/testing";
import type { AnswerWords } from "../../../data/takeAlong/answerTable";
import { WebgpuUnavailableError } from "../../../engine/backends/webgpu/webgpu";
import { inEnglish } from "../../../words/english";
import type { SecondAnswers } from "../../protocol";
import { TestSession } from "../testing";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));

const words = (columns: readonly string[], labels: readonly string[]): AnswerWords => ({
  ...{ name: "name", step: "step", series: "series", after: "after", row: "row", ahead: "ahead" },
  ...{ part: "part", heldOut: "held out", future: "future" },
  ...{ trueClass: "true", predictedClass: "predicted", isRight: "right" },
  labels,
  probabilities: labels.map((label) => `p ${label}`),
  truths: columns.map((column) => `${column} truth`),
  predictions: columns.map((column) => `${column} forecast`),
  residuals: columns.map((column) => `${column} residual`),
  lows: columns.map((column) => `${column} low`),
  highs: columns.map((column) => `${column} high`),
});

async function prepared(text: string, question: TableQuestion, options: Partial<PrepareOptions> = {}) {
  const outcome = await askTable(await describedOf(text), question, { ...defaultPrepareOptions, ...options });
  if (!outcome.data || outcome.data.kind === "task") throw new Error("Data are made.");
  return outcome.data;
}

type Prepared = Awaited<ReturnType<typeof prepared>>;

async function secondOf(first: ExampleData, text: string, chosen: ChosenColumns = {}): Promise<SecondTable> {
  const trained = trainedOn(first);
  if (!trained) throw new Error("It is of a table.");
  return secondTable(await describedOf(text), trained, chosen, startBreathing());
}

const wordsOf = ({ answer }: Prepared): AnswerWords =>
  answer.kind === "class"
    ? words([], answer.labels.map(String))
    : words((answer.forecast?.columns ?? answer.outputs.map(({ name }) => name)).map(String), []);

type Row = Readonly<Record<string, string>>;

async function rowsOf(file: Blob | null | undefined): Promise<readonly Row[]> {
  if (!file) throw new Error("A file is made.");
  return Papa.parse<Row>(await file.text(), { header: true, skipEmptyLines: true }).data;
}

/** A network that was trained for a few steps, with its own answers. */
async function trained(data: Prepared | SequencesData) {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "prepared", data } });
  await session.until("runStarted", ({ run }) => run.cause === "data", 0);
  session.send({ type: "step" });
  const { evaluation } = await session.next("evaluated");
  const request = { format: { decimal: ".", byteOrderMark: false }, words: wordsOf(data) } as const;
  const answersTo = async (second: ExampleData): Promise<SecondAnswers> => {
    session.send({ type: "look", look: "second", request, second });
    const looked = await session.until("looked", ({ running, look }) => !running && look === "second");
    if (looked.look !== "second" || !looked.value) throw new Error("It is answered.");
    return looked.value;
  };
  session.send({ type: "look", look: "answers", request });
  const own = await session.until("looked", ({ running }) => !running);
  if (own.look !== "answers") throw new Error("It is answered.");
  return { session, evaluation, own: await rowsOf(own.value?.file), answersTo };
}

/** The same file again, which has nothing that is missing or new. */
async function again(text: string, question: TableQuestion, options: Partial<PrepareOptions> = {}) {
  const first = await prepared(text, question, options);
  const network = await trained(first);
  const { data, notes, problems } = await secondOf(first, text);
  expect([...notes, ...problems].map(inEnglish)).toEqual([]);
  if (!data) throw new Error("It is read.");
  const value = await network.answersTo(data);
  return { first, ...network, value, rows: await rowsOf(value.file) };
}

const numbers = (seed: number, i: number) => Math.sin(1.7 * seed + i * 0.37) + 0.3 * Math.cos(seed + i * 1.3);
const shops = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const date = new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10);
    return `${date},${(50 + i + 9 * numbers(1, i)).toFixed(2)},${["rain", "sun", "fog"][i % 3]},${numbers(2, i).toFixed(3)}`;
  });
const sales = ["day,sold,sky,wind", ...shops(120)].join("\n");
const forecast: TableQuestion = {
  ...{ kind: "forecast", targets: [1], inputs: [2, 3], id: null, time: [0] },
  ...{ window: 6, horizon: 2, calendar: ["dayOfWeek"], period: null, form: "change" },
};

describe("the answers to the file that the network was trained on are those that it has", () => {
  test("forecasts, of changes too, and the rows to come", async () => {
    const { own, rows, value, evaluation } = await again(sales, forecast);
    const placeOf = ({ row, ahead }: Row) => `${row} ${ahead}`;
    const byPlace = new Map(rows.map((row) => [placeOf(row), row]));
    for (const row of own) expect(byPlace.get(placeOf(row))?.["sold forecast"]).toBe(row["sold forecast"]);
    // All windows of the series, of which those for training are more.
    expect(rows.filter(({ part }) => part === "held out")).toHaveLength(2 * (120 - 1 - 6 - 1));
    expect(rows.filter(({ part }) => part === "future").map(({ row }) => row)).toEqual(
      own.filter(({ part }) => part === "future").map(({ row }) => row),
    );
    const measured = value.evaluation;
    if (measured?.kind !== "forecast" || evaluation.kind !== "forecast")
      throw new Error("These are forecasts.");
    const errors = rows.flatMap((row) => (row["sold residual"] ? [Number(row["sold residual"])] : []));
    const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    expect(measured.rows[0].network.rmse).toBeCloseTo(rmse, 6);
    expect(measured.series).toBeUndefined();
  });

  test("several series, each scaled by itself", async () => {
    const rowOf = (shop: string, i: number) => `${shop},${i},${(100 * numbers(shop.length, i)).toFixed(2)}`;
    const text = ["shop,day,sold", ...["a", "bb", "ccc"].flatMap((shop) => shopRows(shop, rowOf))].join("\n");
    const question = { ...forecast, id: 0, targets: [2], inputs: [], time: [1], calendar: [] } as const;
    const { own, rows } = await again(text, question, { seriesScaling: "each" });
    const placeOf = ({ series, row, ahead }: Row) => `${series} ${row} ${ahead}`;
    const byPlace = new Map(rows.map((row) => [placeOf(row), row]));
    expect(own.length).toBeGreaterThan(30);
    for (const row of own) expect(byPlace.get(placeOf(row))?.["sold forecast"]).toBe(row["sold forecast"]);
  });

  test("classes of rows, of sequences and of texts, and labels of steps", async () => {
    for (const { text, question } of classified) {
      const { own, rows } = await again(text, question);
      const byName = new Map(rows.map((row) => [`${row["name"]} ${row["step"]}`, row]));
      expect(own.length).toBeGreaterThan(5);
      for (const row of own) expect(byName.get(`${row["name"]} ${row["step"]}`)).toEqual(row);
    }
  });
});

describe("numbers of sequences", () => {
  const size = (i: number) => (3 + 2 * numbers(5, i)).toFixed(2);
  const inRows = (sizeOf: (i: number) => string) =>
    ["id,t,x,size", ...Array.from({ length: 30 }, (_, id) => stepsOf(id, sizeOf(id))).flat()].join("\n");
  const stepsOf = (id: number, last: string) =>
    Array.from({ length: 5 + (id % 3) }, (_, t) => `${id},${t},${numbers(id, t).toFixed(3)},${last}`);
  const across = (sizeOf: (i: number) => string) =>
    ["size,a,b,c", ...Array.from({ length: 30 }, (_, i) => [sizeOf(i), ...crossed(i)].join(","))].join("\n");
  const crossed = (i: number) => [0, 1, 2].map((t) => numbers(i, t).toFixed(3));
  const asked = [
    {
      textOf: inRows,
      question: { kind: "classifyLong", answer: "number", id: 0, time: [1], features: [2], label: 3 },
    },
    { textOf: across, question: { kind: "classifyWide", answer: "number", steps: [1, 2, 3], label: 0 } },
  ] as const;

  test.each(asked)(
    "are those that the network has answered, $question.kind",
    async ({ textOf, question }) => {
      const { own, rows, value } = await again(textOf(size), question);
      const byName = new Map(rows.map((row) => [row["name"], row]));
      expect([own.length, rows.length]).toEqual([6, 30]);
      for (const row of own) expect(byName.get(row["name"])).toEqual(row);
      expect(rows.map((row) => row["size truth"])).toEqual(
        Array.from({ length: 30 }, (_, i) => `${Number(size(i))}`),
      );
      const errors = rows.map((row) => Number(row["size residual"]));
      const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
      if (value.evaluation?.kind !== "numbers") throw new Error("These are numbers.");
      expect(value.evaluation.outputs[0].rmse).toBeCloseTo(rmse, 6);
    },
  );

  test("and of rows, of which some have none", async () => {
    const power = (i: number) => (4 + 3 * numbers(6, i)).toFixed(2);
    const rows = (powerOf: (i: number) => string) =>
      [
        "t,x,power",
        ...Array.from({ length: 90 }, (_, i) => `${i},${numbers(7, i).toFixed(3)},${powerOf(i)}`),
      ].join("\n");
    const question: TableQuestion = {
      ...{ kind: "labelSteps", answer: "number", id: null, time: [0] },
      ...{ features: [1], label: 2, window: 9 },
    };
    const whole = await again(rows(power), question);
    const byPlace = new Map(whole.rows.map((row) => [`${row["name"]} ${row["step"]}`, row]));
    expect([whole.own.length, whole.rows.length]).toEqual([18, 90]);
    for (const row of whole.own) expect(byPlace.get(`${row["name"]} ${row["step"]}`)).toEqual(row);
    const first = await prepared(rows(power), question);
    const { answersTo } = await trained(first);
    const { data } = await secondOf(
      first,
      rows((i) => (i % 4 === 0 ? power(i) : "")),
    );
    if (!data) throw new Error("It is read.");
    const { evaluation, file } = await answersTo(data);
    const errors = (await rowsOf(file)).flatMap((row, i) =>
      i % 4 === 0 ? [Number(row["power residual"])] : [],
    );
    if (evaluation?.kind !== "numbers") throw new Error("These are numbers.");
    const squares = errors.reduce((sum, error) => sum + error * error, 0);
    expect(evaluation.outputs[0].rmse).toBeCloseTo(Math.sqrt(squares / 23), 6);
  });

  test.each(asked)("are measured where the file has some, $question.kind", async ({ textOf, question }) => {
    const first = await prepared(textOf(size), question);
    const { answersTo } = await trained(first);
    const { data, notes } = await secondOf(
      first,
      textOf((i) => (i < 4 ? size(i) : "")),
    );
    expect(notes.map(inEnglish)).toEqual([
      "size: 26\u00a0answers of 30 cannot be compared, since there is no known label.",
    ]);
    if (!data) throw new Error("It is read.");
    const { evaluation, file } = await answersTo(data);
    const rows = await rowsOf(file);
    expect(rows.map((row) => row["size truth"] !== "")).toEqual(Array.from({ length: 30 }, (_, i) => i < 4));
    expect(rows.every((row) => Number.isFinite(Number(row["size forecast"])))).toBe(true);
    const errors = rows.slice(0, 4).map((row) => Number(row["size residual"]));
    if (evaluation?.kind !== "numbers") throw new Error("These are numbers.");
    expect(evaluation.outputs[0].mae).toBeCloseTo(
      errors.reduce((sum, error) => sum + Math.abs(error), 0) / 4,
      6,
    );
    const without = await secondOf(first, textOf(size).replaceAll("size", "other"));
    if (!without.data) throw new Error("It is read.");
    expect((await answersTo(without.data)).evaluation).toBeNull();
  });
});

const shopRows = (shop: string, rowOf: (shop: string, i: number) => string) =>
  Array.from({ length: 40 }, (_, i) => rowOf(shop, i));

const wide = [
  "a,b,c,d,label",
  ...Array.from({ length: 40 }, (_, i) =>
    [0, 1, 2, 3]
      .map((t) => numbers(i % 2, t + i).toFixed(3))
      .join(",")
      .concat(`,${i % 2 ? "up" : "down"}`),
  ),
].join("\n");
const wideQuestion: TableQuestion = { kind: "classifyWide", steps: [0, 1, 2, 3], label: 4 };

const long = [
  "id,t,x,colour,label",
  ...Array.from({ length: 30 }, (_, id) =>
    Array.from(
      { length: 5 + (id % 3) },
      (_, t) =>
        `${id},${t},${numbers(id, t).toFixed(3)},${["red", "blue"][(id + t) % 2]},${id % 2 ? "yes" : "no"}`,
    ),
  ).flat(),
].join("\n");
const longQuestion: TableQuestion = { kind: "classifyLong", id: 0, time: [1], features: [2, 3], label: 4 };

const classified: readonly { readonly text: string; readonly question: TableQuestion }[] = [
  { text: wide, question: wideQuestion },
  { text: long, question: longQuestion },
  {
    text: long,
    question: { kind: "labelSteps", id: 0, time: [1], features: [2], label: 3, window: 4 },
  },
  {
    text: long,
    question: { kind: "labelSteps", id: null, time: [], features: [2], label: 3, window: 9 },
  },
  {
    text: [
      "text,label",
      ...Array.from(
        { length: 30 },
        (_, i) => `${i % 2 ? "good" : "bad"} thing ${i},${i % 2 ? "pos" : "neg"}`,
      ),
    ].join("\n"),
    question: { kind: "classifyText", text: 0, label: 1, unit: "characters" },
  },
];

describe("another folder of pictures", () => {
  const options: ImageOptions = { width: 3, height: 4, colour: "grey", steps: "rows", fit: "pad" };
  const picture = (label: string, i: number) => ({
    name: `${label}/${i}.png`,
    label,
    values: Float32Array.from({ length: 12 }, (_, k) => 0.5 + 0.4 * numbers(label.length + i, k)),
  });
  const items = ["up", "down"].flatMap((label) => Array.from({ length: 15 }, (_, i) => picture(label, i)));

  test("has the answers that it already has, and is measured where it has known labels", async () => {
    const made = imagesData(items, options, { name: "arrows", sizeBytes: 1, decisions: [], seed: 1 });
    if (!made.ok) throw new Error("Data are made.");
    const data = { ...made.value, files: { kind: "pictures", labels: null, options } as const };
    const folder = filesTrainedOn(data);
    if (!folder) throw new Error("It is of a folder.");
    const network = await trained(data);
    const origin = { name: "more", sizeBytes: 1, unread: [], leftOut: [] };
    const some = items.filter(({ name }) => network.own.some((row) => row["name"] === name));
    const same = secondFiles(some, folder, origin).data;
    if (!same) throw new Error("It is read.");
    const value = await network.answersTo(same);
    const byName = (rows: readonly Row[]) => new Map(rows.map((row) => [row["name"], row]));
    expect(byName(await rowsOf(value.file))).toEqual(byName(network.own));
    const { evaluation } = value;
    if (evaluation?.kind !== "classes" || network.evaluation.kind !== "classes")
      throw new Error("These are classes.");
    expect(evaluation.accuracy).toBe(network.evaluation.accuracy);
    expect(evaluation.loss).toBeCloseTo(network.evaluation.loss, 6);
    const unknown = some.map((one, i) => ({ ...one, label: i === 0 ? "left" : null }));
    const { data: others } = secondFiles(unknown, folder, origin);
    if (!others) throw new Error("It is read.");
    const told = await network.answersTo(others);
    expect(told.evaluation).toBeNull();
    const rows = await rowsOf(told.file);
    expect(rows.map((row) => row["predicted"])).toEqual(
      some.map(({ name }) => byName(network.own).get(name)?.["predicted"]),
    );
    expect(rows.map((row) => row["true"])).toEqual(some.map(() => ""));
  });
});

describe("what does not fit is said before anything runs", () => {
  test("a column that is missing, which can be mapped by hand to the same answers", async () => {
    const first = await prepared(wide, wideQuestion);
    const renamed = wide.replace("a,b,c,d,label", "a,second,c,d,label");
    const missing = await secondOf(first, renamed);
    expect(missing.data).toBeNull();
    expect(missing.columns.filter(({ found }) => found === null).map(({ name }) => name)).toEqual(["b"]);
    expect(missing.further).toEqual(["second"]);
    expect(missing.problems.map(inEnglish)).toEqual([
      "The network needs these columns, and the file has none of their names: “b”. Choose the column that stands for each.",
    ]);
    const mapped = await secondOf(first, renamed, { 1: 1 });
    const named = await secondOf(first, wide);
    if (mapped.data?.kind !== "sequences" || named.data?.kind !== "sequences")
      throw new Error("Both are read.");
    expect(mapped.data.inputs).toEqual(named.data.inputs);
    const twice = await secondOf(first, renamed, { 1: 0 });
    expect(twice.problems.map(inEnglish)).toEqual(["The column “a” cannot stand for two."]);
  });

  test("names in another order and case, numbers scaled as in training, and new words, labels and values", async () => {
    const first = await prepared(long, longQuestion);
    const other = [
      "LABEL,colour,x,t,id",
      ...Array.from({ length: 6 }, (_, t) => `yes,${t < 3 ? "red" : "green"},${t === 5 ? 900 : t},${t},7`),
      "perhaps,,1,0,8",
    ].join("\n");
    const { notes, data, further } = await secondOf(first, other);
    expect(further).toEqual([]);
    expect(notes.map(inEnglish)).toEqual([
      "x: 1\u00a0value far outside of what was trained on.",
      "colour: 1\u00a0cell without a value.",
      "colour: 1\u00a0word that the network has not seen, read as none of those it knows: “green”.",
      "LABEL: 1\u00a0label that the network cannot answer, which nothing is measured on: “perhaps”.",
      "LABEL: 1\u00a0answer of 2 cannot be compared, since there is no known label.",
    ]);
    if (data?.kind !== "sequences" || first.input.kind !== "features") throw new Error("It is read.");
    const [{ shift, scale }] = first.input.features;
    // x, colour = blue, colour = red.
    expect(Array.from(data.inputs.subarray(0, 3))).toEqual([Math.fround((0 - shift) / scale), 0, 1]);
    expect(Array.from(data.inputs.subarray(9, 12))).toEqual([Math.fround((3 - shift) / scale), 0, 0]);
    expect(Array.from(data.answers)).toEqual([1, -1]);
    expect(Array.from(data.train)).toEqual([]);
  });

  test("a series that is too short", async () => {
    const first = await prepared(sales, forecast);
    const { problems } = await secondOf(first, ["day,sold,sky,wind", ...shops(6)].join("\n"));
    expect(problems.map(inEnglish)).toEqual([
      "The longest series has 6\u00a0rows, and at least 7 are needed: 1 that changes are counted from, and 6 that the network reads.",
    ]);
  });
});

test("behind a series that is as long as what is read there are forecasts, and nothing is measured", async () => {
  const { answersTo } = await trained(await prepared(sales, forecast));
  const futureOf = async (text: string) => {
    const { data, problems } = await secondOf(await prepared(sales, forecast), text);
    expect(problems).toEqual([]);
    if (!data) throw new Error("It is read.");
    const { evaluation, file, problem } = await answersTo(data);
    expect(problem).toBeNull();
    const rows = await rowsOf(file);
    return { evaluation, rows, future: rows.filter(({ part }) => part === "future") };
  };
  const [names, ...days] = sales.split("\n");
  const short = await futureOf([names, ...days.slice(-7)].join("\n"));
  const whole = await futureOf(sales);
  expect([short.evaluation, short.rows.length]).toEqual([null, short.future.length]);
  const forecasts = (rows: readonly Row[]) =>
    rows.map(({ row, "sold forecast": value }) => [row, Number(value)]);
  expect(forecasts(short.future).slice(0, 2)).toEqual(forecasts(whole.future).slice(0, 2));
  expect(short.future.every((row) => row["sold low"] === "" && Number(row["sold forecast"]) > 0)).toBe(true);
});

test("without labels there are answers, and nothing is measured", async () => {
  const first = await prepared(wide, wideQuestion);
  const { answersTo } = await trained(first);
  const { data, notes } = await secondOf(first, wide.replace(/,[^,\n]*$/gm, ""));
  expect(notes).toEqual([]);
  if (!data) throw new Error("It is read.");
  const { evaluation, file } = await answersTo(data);
  expect(evaluation).toBeNull();
  const rows = await rowsOf(file);
  expect(rows).toHaveLength(40);
  expect(rows[0]).toMatchObject({ true: "", right: "" });
  expect(Number(rows[0]["p down"]) + Number(rows[0]["p up"])).toBeCloseTo(1, 6);
});

test("training waits for the answers and goes on by itself, as if nothing had been asked", async () => {
  const first = await prepared(wide, wideQuestion);
  const { data } = await secondOf(first, wide);
  if (!data) throw new Error("It is read.");
  const lossesWith = async (isAsked: boolean) => {
    const { session, answersTo } = await trained(first);
    session.send({ type: "train" });
    await session.until("metrics", () => true);
    if (isAsked) await answersTo(data);
    const before = session.events.length;
    await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 40), 0);
    if (isAsked) {
      // Steps came after the last answer, and nobody has asked for them.
      const after = session.events.slice(before);
      expect(after.some(({ type }) => type === "metrics")).toBe(true);
    }
    session.send({ type: "pause" });
    const losses = session.events.flatMap((event) =>
      event.type === "metrics" ? event.points.map(({ step, loss }) => [step, loss]) : [],
    );
    return losses.filter(([step]) => step <= 40);
  };
  expect(await lossesWith(true)).toEqual(await lossesWith(false));
});
