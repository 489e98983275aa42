/** What a large table holds while it is made ready: one column at a time in the form in which it is read, and nothing in the end. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { message } from "../../words/message";
import { startBreathing } from "../breathing";
import { describeTable } from "./describeTable";
import { encodeColumns } from "./encodeColumns";
import { askTable } from "./prepareTable";
import { readTable } from "./readTable";
import type { SequenceColumn } from "./sequenceTable";
import { defaultPrepareOptions, type ForecastQuestion } from "./tableTypes";

const givenBack = { bytes: 0 };
const platforms = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "transfer");

/** Counts, and empties the array in the way of all platforms. */
function counted(this: ArrayBuffer): ArrayBuffer {
  givenBack.bytes += this.byteLength;
  return structuredClone(this, { transfer: [this] });
}

beforeEach(() => {
  givenBack.bytes = 0;
  Object.defineProperty(ArrayBuffer.prototype, "transfer", { value: counted, configurable: true });
});

afterEach(() => {
  if (platforms) Object.defineProperty(ArrayBuffer.prototype, "transfer", platforms);
  else Reflect.deleteProperty(ArrayBuffer.prototype, "transfer");
});

async function outcomeOf(rows: number) {
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `${new Date(Date.UTC(2020, 0, 1) + 3_600_000 * i).toISOString().slice(0, 16)},${i % 24},${i % 7}`,
  );
  const read = await readTable(new File([`time,load,wind\n${lines.join("\n")}\n`], "hours.csv"));
  if (!read.ok) throw new Error("It is a table.");
  const described = await describeTable(read.value);
  const question: ForecastQuestion = {
    kind: "forecast",
    targets: [1],
    inputs: [2],
    id: null,
    time: [0],
    horizon: 1,
    window: 24,
    calendar: [],
    period: null,
    form: "change",
  };
  const { data } = await askTable(described, question, defaultPrepareOptions);
  if (data?.kind !== "series") throw new Error("It can be forecast.");
  return data;
}

describe("what a table holds while it is made ready", () => {
  it("is given back in the end: rows, times and columns, and not what was made of them", async () => {
    const rows = 2000;
    const data = await outcomeOf(rows);
    expect(givenBack.bytes).toBeGreaterThanOrEqual(rows * (4 + 8 + 2 * 8));
    expect(Array.from(data.targets.subarray(0, 3))).toEqual([0, 1, 2]);
    expect(data.rows.length).toBe(2 * rows);
    expect(data.known?.length).toBe(rows);
  });

  it("is one column at a time in the form in which it is read", async () => {
    const column = (name: string): SequenceColumn => ({
      column: 0,
      name,
      kind: "number",
      values: Float64Array.of(1, 2, 4),
      words: [],
    });
    const order: string[] = [];
    const breathing = startBreathing();
    const encoded = await encodeColumns(
      [column("a"), column("b")],
      [{ name: message("table.value"), at: (row) => row }],
      new Uint8Array(3).fill(1),
      {
        options: { ...defaultPrepareOptions, scaling: "none" },
        breathing: { breathe: () => breathing.breathe().then(() => void order.push("breath")) },
      },
      {
        inForm: (read) => {
          order.push(String(read.name));
          return { ...read, values: read.values.map((value) => 10 * value) };
        },
      },
    );
    const between = order.slice(order.indexOf("a"), order.indexOf("b"));
    expect(between).toContain("breath");
    if (!encoded.ok) throw new Error("They are numbers.");
    expect(Array.from(encoded.value.inputs)).toEqual([10, 10, 0, 20, 20, 1, 40, 40, 2]);
  });
});
