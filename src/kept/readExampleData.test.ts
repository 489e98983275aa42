import { expect, it } from "vitest";
import { success } from "../data/result";
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
