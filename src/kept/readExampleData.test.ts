import { expect, it } from "vitest";
import type { SequencesData } from "../data/examples";
import { success } from "../data/result";
import { countNames, RowTextWriter } from "../data/rowNames";
import { weather } from "../data/samples/weather";
import { message } from "../words/message";
import { readExampleData } from "./readExampleData";

const series = weather();

it("keeps all of a series, what is known of the rows to come among it", () => {
  expect(series.future).toBeDefined();
  expect(readExampleData(structuredClone(series))).toEqual(success(series));
});

it.each([
  ["times", { times: [] }],
  ["inputs", { inputs: new Float32Array(1) }],
  ["known rows", { known: new Int32Array(series.input.features.length).fill(1_000_000) }],
  ["kinds of features", { isChange: new Uint8Array(99) }],
])("refuses rows to come with %s that do not fit", (_, wrong) => {
  const damaged = { ...series, future: { ...series.future, ...wrong } };
  expect(readExampleData(damaged)).toEqual({ ok: false, problem: message("kept.damaged") });
});

it("keeps what rows are called as one text, or as numbers, and believes no place beyond it", () => {
  const N = countNames(series.times);
  const writer = new RowTextWriter(N);
  for (let row = 0; row < N; row++) writer.push(`day ${row}`);
  const texts = writer.finish();
  for (const times of [texts, Int32Array.from({ length: N }, (_, row) => row + 2)])
    expect(readExampleData({ ...series, times })).toEqual(success({ ...series, times }));
  const backward = texts.ends.slice().reverse();
  for (const wrong of [
    { ends: backward },
    { ends: texts.ends.subarray(1) },
    { bytes: texts.bytes.subarray(1) },
  ])
    expect(readExampleData({ ...series, times: { ...texts, ...wrong } })).toMatchObject({ ok: false });
});

it("keeps how the files of a folder were read", () => {
  const data: SequencesData = {
    ...{ name: "folder", sizeBytes: 1, decisions: [], suggested: {}, kind: "sequences" },
    input: {
      kind: "features",
      features: [{ name: "grey", unit: null, shift: 0, scale: 1 }],
      display: { kind: "image", channels: 1, steps: "rows" },
    },
    answer: { kind: "class", at: "last", labels: ["a", "b"] },
    lengths: Int32Array.of(1, 1, 1),
    inputs: Float32Array.of(0, 1, 2),
    answers: Int32Array.of(0, 1, 0),
    names: ["x", "y", "z"],
    train: Int32Array.of(0, 1),
    heldOut: Int32Array.of(2),
  };
  const labels = { kind: "list", path: "a/list.csv", column: "kind" } as const;
  const options = { width: 1, height: 1, colour: "grey", steps: "rows", fit: "pad" } as const;
  for (const files of [
    { kind: "pictures", labels: null, options } as const,
    { kind: "sounds", labels } as const,
  ])
    expect(readExampleData({ ...data, files })).toEqual(success({ ...data, files }));
  expect(readExampleData({ ...data, files: { kind: "sounds" } })).toMatchObject({ ok: false });
});
