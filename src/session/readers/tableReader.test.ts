import { beforeEach, describe, expect, it } from "vitest";
import { defaultPrepareOptions, type TableQuestion } from "../../data/table/tableTypes";
import { message } from "../../words/message";
import type { TableEvent } from "../tableProtocol";
import { TableReader } from "./tableReader";

let events: TableEvent[];
let reader: TableReader;

beforeEach(() => {
  events = [];
  reader = new TableReader((event) => events.push(event));
});

type EventOf<K extends TableEvent["type"]> = Extract<TableEvent, { type: K }>;

function all<K extends TableEvent["type"]>(type: K): EventOf<K>[] {
  const isOf = (event: TableEvent): event is EventOf<K> => event.type === type;
  return events.filter(isOf);
}

const typesOf = (readId: number) =>
  events.filter((event) => event.readId === readId && event.type !== "progress").map(({ type }) => type);

const rows = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
const series = new File(
  [`day;v\n${rows(40, (i) => `${new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10)};${i},5`)}`],
  "series.csv",
);
/** More than is looked at before the first preview. */
const large = new File([`a,b\n${rows(60_000, (i) => `${i},${3 * i + (i % 10)}`)}`], "large.csv");
const question: TableQuestion = {
  kind: "forecast",
  targets: [1],
  inputs: [],
  id: null,
  time: [0],
  window: 5,
  horizon: 1,
  calendar: [],
  period: null,
};
const options = defaultPrepareOptions;

async function open(file: File, readId = 1): Promise<void> {
  reader.handle({ type: "open", readId, file });
  await reader.idle();
}

describe("a table", () => {
  it("is previewed from its beginning, and then whole", async () => {
    await open(large);
    const [first] = all("beginning");
    const [last] = all("opened");
    expect(first.preview).toMatchObject({ partial: true, sizeBytes: large.size });
    expect(first.preview.rowCount).toBeGreaterThan(1000);
    expect(first.preview.rowCount).toBeLessThan(60_000);
    expect(last.preview).toMatchObject({ partial: false, rowCount: 60_000, bytesRead: large.size });
    // Its first column counts the rows, its second one rises: its changes stay in their range.
    expect(last.questions[0]).toMatchObject({ kind: "forecast", form: "seasonalChange" });
    expect(last.options).toEqual(options);
    expect(all("progress")[0]).toMatchObject({
      readId: 1,
      progress: { stage: "reading", total: large.size },
    });
  });

  it("is refused with a sentence, and the one before stays", async () => {
    await open(series, 1);
    await open(new File(["%PDF-1.7"], "b.csv"), 2);
    expect(all("refused")).toEqual([
      {
        type: "refused",
        readId: 2,
        problem: expect.objectContaining({ key: "table.binaryFile" }),
      },
    ]);
    reader.handle({ type: "prepare", readId: 3, question, options });
    await reader.idle();
    expect(all("prepared")[0].data).toMatchObject({ kind: "series", name: "series.csv", trainRows: 32 });
  });

  it("is interpreted anew without reading, and read anew where it must be", async () => {
    let streams = 0;
    const watched = new File([series], "series.csv");
    const stream = watched.stream.bind(watched);
    watched.stream = () => {
      streams++;
      return stream();
    };
    await open(watched);
    expect(all("opened")[0].preview).toMatchObject({ format: { delimiter: ";", decimal: "," } });
    const types = { 1: { kind: "category" } } as const;
    reader.handle({ type: "correct", readId: 2, corrections: { types } });
    await reader.idle();
    expect(all("opened")[1].preview.columns[1]).toMatchObject({ type: { kind: "category" }, distinct: 40 });
    expect(streams).toBe(1);
    reader.handle({ type: "correct", readId: 3, corrections: { types, format: { delimiter: "," } } });
    await reader.idle();
    expect(streams).toBe(2);
    const { columns, format } = all("opened")[2].preview;
    expect(format.delimiter).toBe(",");
    expect(columns.map(({ type }) => type.kind)).not.toContain("date");
    reader.handle({ type: "correct", readId: 4, corrections: {} });
    await reader.idle();
    expect(streams).toBe(3);
    expect(all("opened")[3].preview).toEqual(all("opened")[0].preview);
  });

  it("that is not open cannot be asked", async () => {
    reader.handle({ type: "check", readId: 1, question, options });
    await reader.idle();
    reader.handle({ type: "correct", readId: 2, corrections: {} });
    await reader.idle();
    reader.handle({ type: "prepare", readId: 3, question, options });
    await reader.idle();
    const problem = message("table.notOpen");
    expect(events).toEqual([1, 2, 3].map((readId) => ({ type: "refused", readId, problem })));
  });
});

describe("a question", () => {
  it("is checked, with what is in its way and what will be decided", async () => {
    await open(series);
    reader.handle({ type: "check", readId: 2, question, options });
    await reader.idle();
    expect(all("checked")[0]).toMatchObject({ readId: 2, problems: [{ kind: "leavesRange" }] });
    expect(all("checked")[0].decisions[1]).toMatchObject({
      key: "table.forecastNext",
      values: { window: message("table.duration", { value: 5, unit: "day" }) },
    });
    reader.handle({ type: "check", readId: 3, question: { ...question, window: 100 }, options });
    await reader.idle();
    expect(all("checked")[1].problems).toMatchObject([{ kind: "tooFewRows", severity: "stops" }]);
    reader.handle({ type: "prepare", readId: 4, question: { ...question, window: 100 }, options });
    await reader.idle();
    expect(all("refused")[0]).toMatchObject({ readId: 4, problem: { key: "table.tooFewRows" } });
  });

  it("has what follows from the choice of another column", async () => {
    const wave = (i: number, period: number) => (10 * Math.sin((2 * Math.PI * i) / period)).toFixed(2);
    const two = `day,a,b\n${rows(120, (i) => `${new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10)},${wave(i, 7)},${wave(i, 10)}`)}`;
    await open(new File([two], "two.csv"));
    const [before] = all("opened")[0].questions;
    expect(before).toMatchObject({ targets: [2], period: 10 });
    const other = { ...before, targets: [1] };
    reader.handle({ type: "check", readId: 2, question: other, options, before });
    await reader.idle();
    expect(all("checked")[0].question).toMatchObject({ targets: [1], period: 7, calendar: ["dayOfWeek"] });
    expect(all("checked")[0].decisions).toContainEqual(
      message("table.season", { steps: message("table.duration", { value: 7, unit: "day" }) }),
    );
  });

  it("that was checked is made ready once, and again after its arrays have moved", async () => {
    await open(series);
    reader.handle({ type: "check", readId: 2, question, options });
    await reader.idle();
    reader.handle({ type: "prepare", readId: 3, question, options });
    await reader.idle();
    reader.handle({ type: "prepare", readId: 4, question, options });
    await reader.idle();
    const [first, second] = all("prepared").map(({ data }) => data);
    expect(first).toEqual(second);
    expect(first.kind === "series" && second.kind === "series" && first.rows !== second.rows).toBe(true);
  });
});

describe("cancelling", () => {
  it("stops what is under way, and leaves the table before it", async () => {
    await open(series, 1);
    reader.handle({ type: "open", readId: 2, file: large });
    reader.handle({ type: "cancel" });
    await reader.idle();
    expect(typesOf(2)).toEqual(["cancelled"]);
    reader.handle({ type: "prepare", readId: 3, question, options });
    await reader.idle();
    expect(all("prepared")[0].data).toMatchObject({ name: "series.csv" });
  });

  it("happens by itself when something else is asked", async () => {
    reader.handle({ type: "open", readId: 1, file: large });
    reader.handle({ type: "open", readId: 2, file: series });
    await reader.idle();
    expect(typesOf(1)).toEqual(["cancelled"]);
    expect(typesOf(2)).toEqual(["opened"]);
  });

  it("stops a reading in the middle", async () => {
    const stopping = new TableReader((event) => {
      events.push(event);
      if (event.type === "progress") stopping.handle({ type: "cancel" });
    });
    stopping.handle({ type: "open", readId: 1, file: large });
    await stopping.idle();
    expect(events.map(({ type }) => type)).toEqual(["progress", "cancelled"]);
  });
});
