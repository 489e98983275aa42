/** How a table was read comes back with the data that are kept, and is held to the table that it names. */
import { expect, test } from "vitest";
import { askTable } from "../data/table/prepareTable";
import { defaultPrepareOptions, type TableQuestion } from "../data/table/tableTypes";
import { describedOf } from "../data/table/testing";
import { readExampleData } from "./readExampleData";

const text = [
  "day,x,sky,label",
  ...Array.from(
    { length: 60 },
    (_, i) => `${i},${Math.sin(i).toFixed(2)},${["sun", "fog"][i % 2]},${i % 3 ? "a" : "b"}`,
  ),
].join("\n");

const questions: readonly TableQuestion[] = [
  {
    ...{ kind: "forecast", targets: [1], inputs: [2], id: null, time: [0] },
    ...{ window: 5, horizon: 2, calendar: [], period: null, form: "change" },
    others: [{ column: 1, period: 4, form: "seasonalChange" }],
  },
  { kind: "labelSteps", id: null, time: [0], features: [1, 2], label: 3, window: 6 },
  { kind: "classifyWide", steps: [0, 1], label: 3 },
  { kind: "classifyWide", answer: "number", steps: [0], label: 1 },
];

test("what is kept is what was", async () => {
  for (const question of questions) {
    const { data } = await askTable(await describedOf(text), question, defaultPrepareOptions);
    if (!data || data.kind === "task" || !data.way) throw new Error("Data are made.");
    const read = readExampleData(structuredClone(data));
    expect(read).toMatchObject({ ok: true, value: { way: data.way } });
    const outside = { ...data.way, question: { ...question, time: [9], steps: [9] } };
    expect(readExampleData({ ...data, way: outside })).toMatchObject({ ok: false });
    const filter = { kind: "range", column: 9, from: 1, to: null };
    expect(
      readExampleData({ ...data, way: { ...data.way, filter: { ...filter, column: 0 } } }),
    ).toMatchObject({
      ok: true,
      value: { way: { filter: { ...filter, column: 0 } } },
    });
    expect(readExampleData({ ...data, way: { ...data.way, filter } })).toMatchObject({ ok: false });
    const even = { time: [0], id: null, spacing: { unit: "day", count: 1 }, how: "mean" };
    expect(readExampleData({ ...data, way: { ...data.way, even } })).toMatchObject({
      ok: true,
      value: { way: { even } },
    });
    expect(readExampleData({ ...data, way: { ...data.way, even: { ...even, id: 9 } } })).toMatchObject({
      ok: false,
    });
    expect(readExampleData({ ...data, way: { ...data.way, even: { ...even, time: [] } } })).toMatchObject({
      ok: false,
    });
    const joined = { ...data.way, timesJoined: true };
    expect(readExampleData({ ...data, way: joined })).toMatchObject({ ok: true, value: { way: joined } });
    expect(readExampleData({ ...data, way: { ...joined, timesJoined: "yes" } })).toMatchObject({ ok: false });
    const tooMany = {
      ...data.way,
      read: [{ kind: "category", column: 0, words: ["a", "b", "c", "d", "e"] }],
    };
    expect(readExampleData({ ...data, way: tooMany })).toMatchObject({ ok: false });
  }
});
