/** What a file of answers has is what the page shows of the same network. */
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { ExampleData } from "../../../data/exampleData";
import { weather } from "../../../data/samples/weather";
import { askTable } from "../../../data/table/prepareTable";
import {
  defaultPrepareOptions,
  type ForecastQuestion,
  type TableQuestion,
} from "../../../data/table/tableTypes";
import { describedOf } from "../../../data/table/testing";
import type { AnswerWords } from "../../../data/takeAlong/answerTable";
import { WebgpuUnavailableError } from "../../../engine/backends/webgpu/webgpu";
import type { SessionEvent } from "../../protocol";
import { TestSession } from "../testing";

const forecast: ForecastQuestion = {
  ...{ kind: "forecast", targets: [0], inputs: [], id: null, time: [] },
  ...{ window: 4, horizon: 1, calendar: [], period: null },
};

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));

const words = (columns: readonly string[], labels: readonly string[] = []): AnswerWords => ({
  name: "name",
  step: "step",
  series: "series",
  after: "after",
  row: "row",
  ahead: "ahead",
  part: "part",
  heldOut: "held out",
  future: "future",
  trueClass: "true class",
  predictedClass: "predicted",
  isRight: "right",
  labels,
  probabilities: labels.map((label) => `p ${label}`),
  truths: columns.map((column) => `${column} truth`),
  predictions: columns.map((column) => `${column} forecast`),
  residuals: columns.map((column) => `${column} residual`),
  lows: columns.map((column) => `${column} low`),
  highs: columns.map((column) => `${column} high`),
});

async function prepared(text: string, question: TableQuestion): Promise<ExampleData> {
  const { data } = await askTable(await describedOf(text), question, defaultPrepareOptions);
  if (!data) throw new Error("Data are made.");
  return data;
}

/** A step is taken, everything measured, and all answers written. */
async function answersTo(data: ExampleData, called: AnswerWords, decimal: "." | "," = ".") {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "prepared", data } });
  await session.until("runStarted", ({ run }) => run.cause === "data", 0);
  session.send({ type: "step" });
  const { evaluation } = await session.next("evaluated");
  const request = { format: { decimal, byteOrderMark: true }, words: called };
  session.send({ type: "look", look: "answers", request });
  const looked = await session.until("looked", ({ running }) => !running);
  if (looked.look !== "answers" || !looked.value?.file) throw new Error("A file is made.");
  const bytes = new Uint8Array(await looked.value.file.arrayBuffer());
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  const { data: rows } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: decimal === "," ? ";" : ",",
    skipEmptyLines: true,
  });
  expect(rows).toHaveLength(looked.value.rows);
  return { rows, evaluation, session, value: looked.value };
}

const numberOf = (cell: string | undefined) => (cell ? Number(cell.replace(",", ".")) : Number.NaN);

test("forecasts: those held out give the page's errors, those to come are the page's, with dates as in the file", async () => {
  const { rows, evaluation, session } = await answersTo(weather(), words(["t"]), ",");
  if (evaluation.kind !== "forecast") throw new Error("These are forecasts.");
  const heldOut = rows.filter(({ part }) => part === "held out");
  const errors = heldOut.map((row) => numberOf(row["t residual"]));
  expect(heldOut).toHaveLength(evaluation.heldOut);
  const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
  expect(rmse).toBeCloseTo(evaluation.rows[0].network.rmse, 6);
  const { rowNames, truth, forecast } = evaluation.chart;
  const last = heldOut.at(-1) ?? {};
  expect([last["row"], numberOf(last["t forecast"])]).toEqual([rowNames.at(-1), forecast.at(-1)]);
  expect(numberOf(last["t truth"])).toBeCloseTo(truth.at(-1) ?? Number.NaN, 5);
  session.send({ type: "evaluate" });
  const { future } = await session.next("foreseen");
  const [series] = future.series;
  const toCome = rows.filter(({ part }) => part === "future");
  expect(toCome.map(({ row }) => row)).toEqual(series.names);
  expect(toCome.map((row) => numberOf(row["t forecast"]))).toEqual(Array.from(series.forecast));
  expect(toCome.map((row) => numberOf(row["t low"]))).toEqual(Array.from(series.low80));
  expect(toCome[0]["after"]).toBe(series.pastNames.at(-1));
});

/** Rows, what is asked of them, and what stands in them. */
const ofMany: readonly (readonly [string, Partial<ForecastQuestion>, (i: number) => string])[] = [
  ["whole numbers of ten digits", {}, (i) => `${1_700_086_401 + 7919 * i * i}`],
  ["thousandths of hundreds of thousands", {}, (i) => (123_456.789 + 1.003 * ((i * 37) % 101)).toFixed(3)],
  ["changes", { form: "change" }, (i) => `${8_000_000_001 + 3 * i + ((i * 7) % 5)}`],
  ["fifteen digits", { form: "relativeChange" }, (i) => (1e11 + 1234.5678 * i).toFixed(4)],
];
test.each(ofMany)("what came stands in the file as in the table it is of: %s", async (_, asked, cell) => {
  const cells = Array.from({ length: 60 }, (_, i) => cell(i));
  const text = ["v", ...cells].join("\n");
  const question: ForecastQuestion = { ...forecast, ...asked };
  const { rows, session } = await answersTo(await prepared(text, question), words(["v"]));
  const heldOut = rows.filter(({ part }) => part === "held out");
  expect(heldOut.map((row) => row["v truth"])).toEqual(cells.slice(48).map((cell) => String(Number(cell))));
  for (const row of heldOut)
    expect(numberOf(row["v residual"])).toBe(numberOf(row["v truth"]) - numberOf(row["v forecast"]));
  session.send({ type: "evaluate" });
  const { future } = await session.next("foreseen");
  expect(future.series[0].past).toEqual(Float64Array.from(cells, Number));
});

test("classes: the answers give the page's matrix, with the probability of each class", async () => {
  const labels = ["=evil()", "calm"];
  const text = [
    "a,b,c,d,e,label",
    ...Array.from({ length: 60 }, (_, i) => {
      const wave = Array.from({ length: 5 }, (_, t) =>
        (i % 2 === 0 ? Math.sin(t + i) : 0.1 * Math.cos(t * i)).toFixed(3),
      );
      return `${wave.join(",")},${labels[i % 2]}`;
    }),
  ].join("\n");
  const data = await prepared(text, { kind: "classifyWide", steps: [0, 1, 2, 3, 4], label: 5 });
  if (data.kind !== "sequences" || data.answer.kind !== "class") throw new Error("These are classes.");
  const names = data.answer.labels.map(String);
  const { rows, evaluation, value } = await answersTo(data, words([], names));
  if (evaluation.kind !== "classes") throw new Error("These are classes.");
  const counts = new Int32Array(4);
  const plain = (cell: string) => names.indexOf(cell.replace(/^'/, ""));
  for (const row of rows) {
    const [truth, predicted] = [plain(row["true class"]), plain(row["predicted"])];
    counts[2 * truth + predicted]++;
    expect(row["right"]).toBe(truth === predicted ? "1" : "0");
    expect(names.reduce((sum, name) => sum + numberOf(row[`p ${name}`]), 0)).toBeCloseTo(1, 6);
  }
  expect(counts).toEqual(evaluation.counts);
  expect(rows.some((row) => row["true class"] === "'=evil()")).toBe(true);
  expect(value.harmless).toBeGreaterThan(0);
});

test("labels of rows: one line for each step of each sequence", async () => {
  const task = { kind: "task", task: "parity", parameters: { steps: 6, modulus: 2 }, seed: 1 } as const;
  const { rows, evaluation } = await answersTo(task, words([], ["even", "odd"]));
  if (evaluation.kind !== "classes") throw new Error("These are classes.");
  expect(rows).toHaveLength(evaluation.answers);
  const right = rows.filter((row) => row["right"] === "1").length;
  expect(right / rows.length).toBeCloseTo(evaluation.accuracy, 12);
});

test("numbers: the answers give the page's errors", async () => {
  const task = { kind: "task", task: "adding", parameters: { steps: 12, terms: 2 }, seed: 1 } as const;
  const { rows, evaluation } = await answersTo(task, words(["sum"]));
  if (evaluation.kind !== "numbers") throw new Error("These are numbers.");
  const mae = rows.reduce((sum, row) => sum + Math.abs(numberOf(row["sum residual"])), 0) / rows.length;
  expect(mae).toBeCloseTo(evaluation.outputs[0].mae, 6);
});

test("what is forecast behind the last row can be stopped, and then there is no file", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "prepared", data: weather() } });
  await session.until("runStarted", ({ run }) => run.cause === "data", 0);
  const request = { format: { decimal: ".", byteOrderMark: false }, words: words(["t"]) } as const;
  session.send({ type: "look", look: "answers", request });
  const isAnswered = ({ value }: SessionEvent & { readonly type: "looked" }) =>
    value !== null && "share" in value && value.share === 1;
  await session.until("looked", isAnswered);
  const next = await session.next("looked");
  expect(next).toMatchObject({ running: true, value: { file: null } });
  session.send({ type: "stopLooking", look: "answers" });
  const last = await session.until("looked", ({ running }) => !running);
  expect(last).toMatchObject({ value: { file: null } });
});
