import { describe, expect, it, vi } from "vitest";
import { startBreathing } from "../breathing";
import { isForeseen } from "../rollout";
import { arrangeRows } from "./arrangeRows";
import { circlePoint } from "./calendar";
import { completeSeries } from "./completeSeries";
import { encodeColumns } from "./encodeColumns";
import { futureRows } from "./futureRows";
import { prepareForecast, withoutFuture } from "./prepareForecast";
import { prepareFuture } from "./prepareFuture";
import { askTable } from "./prepareTable";
import { sequenceTable } from "./sequenceTable";
import { defaultPrepareOptions, type ForecastQuestion } from "./tableTypes";
import { describedOf, timesOf } from "./testing";

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

/** Sixty days of sales, and six more of which only price and offer are known, the last two not even that. */
const text = [
  "day,sales,price,offer",
  ...Array.from({ length: 66 }, (_, i) => {
    const sales = i < 60 ? 40 + ((i * 7) % 13) : "";
    return `${day(i)},${sales},${i < 64 ? 10 + (i % 5) : ""},${i < 64 ? (i % 4 === 0 ? "yes" : "no") : ""}`;
  }),
].join("\n");

const plain: ForecastQuestion = {
  kind: "forecast",
  targets: [1],
  inputs: [],
  id: null,
  time: [0],
  window: 8,
  horizon: 2,
  calendar: [],
  period: null,
};

async function seriesOf(table: string, question: Partial<ForecastQuestion>) {
  const described = await describedOf(table);
  const { data } = await askTable(described, { ...plain, ...question }, defaultPrepareOptions);
  if (data?.kind !== "series" || !isForeseen(data)) throw new Error("A series is made.");
  return data;
}

describe("the rows to come", () => {
  it("have what the file says of them, then go on in its way", async () => {
    const question = {
      targets: [1],
      inputs: [2, 3],
      calendar: ["dayOfWeek"],
      horizon: 2,
      window: 8,
    } as const;
    const { future, input, ...data } = await seriesOf(text, { ...question, form: "value" });
    const I = input.features.length;
    expect(timesOf(data).at(-1)).toBe(day(59));
    expect(future.times).toEqual(Array.from({ length: future.rows }, (_, j) => day(60 + j)));
    expect(future.rows).toBe(24);
    // sales; price; offer = no, offer = yes; sine and cosine.
    expect(Array.from(future.known)).toEqual([0, 4, 4, 4, 24, 24]);
    expect(Array.from(future.isChange)).toEqual([0, 0, 0, 0, 0, 0]);
    const price = input.features[1];
    for (let j = 0; j < 4; j++) {
      const row = Array.from(future.inputs.subarray(j * I, (j + 1) * I));
      expect(row[1] * price.scale + price.shift).toBeCloseTo(10 + ((60 + j) % 5), 4);
      expect(row.slice(2, 4)).toEqual((60 + j) % 4 === 0 ? [0, 1] : [1, 0]);
    }
    const [sine, cosine] = circlePoint("dayOfWeek", Date.UTC(2024, 0, 1 + 83));
    expect(future.inputs[23 * I + 4]).toBeCloseTo(sine, 6);
    expect(future.inputs[23 * I + 5]).toBeCloseTo(cosine, 6);
  });

  it("take nothing away from the rows that have come", async () => {
    const question = { targets: [1], inputs: [2, 3], horizon: 2, window: 8, form: "value" } as const;
    const known = text.split("\n").slice(0, 61).join("\n");
    const [whole, alone] = [await seriesOf(text, question), await seriesOf(known, question)];
    expect(whole.rows).toEqual(alone.rows);
    expect(whole.input).toEqual(alone.input);
    expect(Array.from(alone.future.known)).toEqual([0, 0, 0, 0]);
  });

  it("are as many as the horizon or two seasons ask for", async () => {
    expect(
      (await seriesOf(text, { targets: [1], inputs: [], horizon: 5, window: 8, period: 20 })).future.rows,
    ).toBe(40);
  });

  it("are as many as somebody has asked for, the horizon at least, and known as far as before", async () => {
    const of = async (ahead: number) =>
      (await seriesOf(text, { targets: [1], inputs: [2], horizon: 5, window: 8, period: 20, ahead })).future;
    const far = await of(90);
    expect([far.rows, far.times.at(-1), far.known[1]]).toEqual([90, day(149), 4]);
    const near = await of(3);
    expect([near.rows, near.known[1]]).toEqual([5, 4]);
    expect((await of(5000)).rows).toBe(1000);
  });

  it("belong to each of several series, which end at times of their own", async () => {
    const shops = [
      "shop,month,sold",
      ...Array.from({ length: 40 }, (_, i) => `north,${monthOf(i)},${10 + (i % 12)}`),
      ...Array.from({ length: 36 }, (_, i) => `south,${monthOf(i)},${i < 34 ? 900 + 50 * (i % 12) : ""}`),
    ].join("\n");
    const data = await seriesOf(shops, {
      id: 0,
      time: [1],
      targets: [2],
      inputs: [],
      horizon: 1,
      window: 6,
      period: 12,
    });
    const { rows, times } = data.future;
    expect(data.parts?.map(({ name, end, start }) => [name, end - start])).toEqual([
      ["north", 40],
      ["south", 34],
    ]);
    expect([times[0], times[rows - 1]]).toEqual([monthOf(40), monthOf(40 + rows - 1)]);
    expect([times[rows], times[2 * rows - 1]]).toEqual([monthOf(34), monthOf(34 + rows - 1)]);
  });

  it("are numbered on where the rows have no time", async () => {
    const numbers = ["y", ...Array.from({ length: 60 }, (_, i) => `${(i * 7) % 13}`)].join("\n");
    const { future, ...data } = await seriesOf(numbers, {
      time: [],
      targets: [0],
      inputs: [],
      horizon: 1,
      window: 8,
    });
    expect([timesOf(data).at(-1), future.times[0], future.times[1]]).toEqual([61, 62, 63]);
  });
});

describe("many series", () => {
  const [shops, months, open] = [150, 30, 3];
  const text = [
    "shop,month,sold",
    ...Array.from({ length: shops * months }, (_, row) => {
      const [shop, i] = [Math.floor(row / months), row % months];
      return `shop ${shop},${monthOf(i)},${i < months - open ? 100 * shop + ((i * 7) % 13) : ""}`;
    }),
  ].join("\n");
  const question: ForecastQuestion = { ...plain, id: 0, time: [1], targets: [2], window: 4, form: "value" };

  it("are left between any two of them: no more is done at once than for one", async () => {
    const described = await describedOf(text);
    const context = { options: defaultPrepareOptions, breathing: startBreathing() };
    const arrangement = await arrangeRows(described, { id: 0, time: [1], used: [2] }, context);
    const all = await sequenceTable(described, arrangement, [2], context);
    const toCome = futureRows(all, 1);
    const part = await completeSeries(withoutFuture(all, toCome), arrangement.ids, context);
    const encoded = await encodeColumns(part.table.columns, [], part.isTrain, context);
    if (!encoded.ok) throw new Error("It is a number.");
    const given = {
      all,
      ids: arrangement.ids,
      toCome,
      part,
      read: part.table.columns,
      encoded: encoded.value,
    };
    const cells = vi.spyOn(described.table.columns[1], "at");
    const done: number[] = [];
    const pieces = prepareFuture(described, question, given);
    for (let before = 0; !pieces.next().done; before = cells.mock.calls.length)
      done.push(cells.mock.calls.length - before);
    expect(done).toHaveLength(shops);
    // The names of its rows to come, and how its last rows are written.
    expect(Math.max(...done)).toBe(open + months);
  });

  it("are made ready with a breath in every series", async () => {
    let breaths = 0;
    const breathing = { breathe: async () => void breaths++ };
    const options = { ...defaultPrepareOptions, seriesScaling: "each" } as const;
    const { data } = await prepareForecast(await describedOf(text), question, { options, breathing });
    expect(data).toMatchObject({ kind: "series", future: { rows: 24 } });
    // Its scale and its values as they are read, its scale as it is answered, and its future.
    expect(breaths).toBeGreaterThan(4 * shops);
  });
});

function monthOf(i: number): string {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${names[i % 12]}-${50 + Math.floor(i / 12)}`;
}
