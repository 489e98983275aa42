import { expect, it } from "vitest";
import type { SeriesData } from "../../data/examples";
import { identityOf, message } from "../../words/message";
import { defaultSettings } from "../settings";
import { exampleDataset } from "./exampleDataset";
import { trainingOf } from "./networkOf";

/** 20 days of 10 to 29 °C, of which the network sees (value − 15) / 5, and is to say the next. */
const degrees = { name: "t", unit: "°C", shift: 15, scale: 5 };
const days = Float64Array.from({ length: 20 }, (_, day) => 10 + day);
const scaled = Float32Array.from(days, (value) => (value - 15) / 5);
const series: SeriesData = {
  kind: "series",
  name: "days",
  sizeBytes: 1,
  decisions: [],
  suggested: {},
  input: { kind: "features", features: [degrees], display: { kind: "lines" } },
  answer: {
    kind: "numbers",
    at: "last",
    outputs: [degrees],
    forecast: { horizon: 1, columns: ["t"], periods: [null] },
  },
  rows: scaled,
  targets: days,
  times: Array.from(scaled, (_, day) => `day ${day}`),
  trainRows: 15,
};

/** As far as single precision, in which they are scaled, goes. */
const close = (...values: readonly number[]) =>
  Object.fromEntries(values.map((value, i) => [i, expect.closeTo(value, 5)]));

function opened(data = series) {
  const dataset = exampleDataset({ kind: "prepared", data }, data);
  if (!dataset.ok) throw new Error(identityOf(dataset.problem));
  const open = dataset.value.open(trainingOf({ ...defaultSettings, sequenceLength: 3 }));
  if (!open.ok) throw new Error(identityOf(open.problem));
  return open.value;
}

it("shows what is read, said and true in the units of the data", () => {
  const { read, firstProbe } = opened();
  const { steps, input, sequence, answer } = read(firstProbe);
  expect([steps, sequence.part, sequence.name]).toEqual([
    3,
    "heldOut",
    message("files.afterTime", { time: "day 14" }),
  ]);
  expect(sequence.input).toMatchObject({
    values: Float64Array.of(22, 23, 24),
  });
  expect(Array.from(input)).toEqual(Array.from(scaled.slice(12, 15)));
  const shown = answer(Float32Array.of(-1, 0, 2));
  expect(shown).toMatchObject({
    kind: "numbers",
    values: Float64Array.of(10, 15, 25),
    // One answer, which is asked at the end, and shown at every step beside what came after it.
    truth: Float64Array.of(23, 24, 25),
  });
});

it("shows values where the network answers with changes", () => {
  const column = { link: null, scale: 2, shifts: [1], limits: { least: null, most: 27 } };
  const transform = { columns: [{ ...column, form: "change" as const, season: 1 }] };
  const { read, firstProbe, heldOut } = opened({
    ...series,
    answer: { ...series.answer, forecast: { ...series.answer.forecast, transform } },
  });
  // Rows of 22, 23 and 24 are read: each answer is added to its own.
  expect(read(firstProbe).answer(Float32Array.of(-1, 0, 2))).toMatchObject({
    values: close(21, 24, 27),
    truth: Float64Array.of(23, 24, 25),
  });
  // It rises by 1 a day, as is usual.
  if (heldOut.kind !== "examples") throw new Error("These are windows.");
  expect([0, 5, 12].map((index) => heldOut.examples.example(index).answer[0])).toEqual([
    expect.closeTo(0, 6),
    expect.closeTo(0, 6),
    expect.closeTo(0, 6),
  ]);
});

it("reads a sequence of one's own as the network sees it, and knows no truth", () => {
  const { read } = opened();
  const { input, sequence, answer } = read({
    kind: "own",
    name: "warm",
    steps: 2,
    values: Float32Array.of(20, 25),
  });
  expect(sequence).toMatchObject({ name: "warm", part: "own", index: null });
  expect(Array.from(input)).toEqual([1, 2]);
  expect(answer(Float32Array.of(1, 1))).toMatchObject({
    values: Float64Array.of(20, 20),
    truth: Float64Array.of(Number.NaN, Number.NaN),
  });
});
