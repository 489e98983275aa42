import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { startBreathing } from "../breathing";
import { askTable } from "./prepareTable";
import { problemsOf } from "./problemsOf";
import { secondTable } from "./second/secondTable";
import { trainedOn } from "./second/trainedOn";
import { defaultPrepareOptions, type EvenSteps, type ForecastQuestion } from "./tableTypes";
import { cellsOf, describedOf, questionsOf, timesOf } from "./testing";

const daily: EvenSteps = { time: [0], id: null, spacing: { unit: "day", count: 1 }, how: "mean" };
const minutes = (i: number) => new Date(Date.UTC(2024, 0, 1, 0, i)).toISOString().slice(0, 16);
const dayOf = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

/** Two days, none, and one more: in no order, with a gap and a word. */
const sparse = [
  "at;v;weather",
  "2024-01-02 06:00;7,5;",
  "2024-01-01 08:00;1;sun",
  "",
  "2024-01-01 20:00;2,25;rain",
  "2024-01-02 18:00;;",
  "2024-01-04 00:00;40;fog",
  "",
].join("\n");

const cellsWith = async (text: string, even: EvenSteps) => cellsOf((await describedOf(text, { even })).table);

describe("rows of one step", () => {
  it("become one, with the mean, the sum or the last of their numbers and the last of their words", async () => {
    expect(await cellsWith(sparse, daily)).toEqual([
      ["2024-01-01", "1,625", "rain"],
      ["2024-01-02", "7,5", ""],
      ["2024-01-03", "", ""],
      ["2024-01-04", "40", "fog"],
    ]);
    expect((await cellsWith(sparse, { ...daily, how: "last" })).map(([, v]) => v)).toEqual([
      "2,25",
      "7,5",
      "",
      "40",
    ]);
    const even = await describedOf(sparse, { even: daily });
    // Of the first row of each; a step without one bears the number of the one before it.
    expect(even.preview.rowNumbers).toEqual([3, 2, 6, 7]);
    expect(even.preview.columns[0].type).toEqual({ kind: "date", order: "iso" });
    expect(even.preview.columns[1]).toMatchObject({ missing: 1, min: "1,625", max: "40" });
  });

  it("are asked the same whose time stood in several columns, of which one is left", async () => {
    const hours = Array.from({ length: 24 * 60 }, (_, i) => {
      const at = new Date(Date.UTC(2024, 0, 1, i));
      const parts = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours()];
      return [...parts, i % 31, ["N", "S", "E"][i % 3]].join(",");
    });
    const described = await describedOf(`year,month,day,hour,level,wind\n${hours.join("\n")}\n`, {
      even: { ...daily, time: [0, 1, 2, 3] },
    });
    expect(described.preview.rowCount).toBe(60);
    const [question] = questionsOf(described);
    expect(question).toMatchObject({ kind: "forecast", targets: [4], time: [0] });
  });

  it("are told with their counts, and kept with how the table was read", async () => {
    const text = `at,v\n${Array.from({ length: 240 }, (_, i) => `${minutes(360 * i + (i % 7) * 9)},${i}`)
      .filter((_, i) => i < 40 || i > 47)
      .join("\n")}\n,5\n`;
    const described = await describedOf(text, { even: daily });
    const question: ForecastQuestion = {
      ...{ kind: "forecast", targets: [1], inputs: [], id: null, time: [0], window: 7, horizon: 1 },
      ...{ calendar: [], period: null },
    };
    const { data, decisions } = await askTable(described, question, defaultPrepareOptions);
    expect(decisions.map(inEnglish).slice(1, 4)).toEqual([
      "Even steps (day): 232\u00a0rows become 60\u00a0steps, each with the mean of its numbers and the last of its words. 2\u00a0steps have no row, and their values are missing.",
      "1\u00a0row without a time or a series is in no step.",
      "Missing values: 2 in “v”. Each takes the last value before it.",
    ]);
    if (data?.kind !== "series") throw new Error("A series is made.");
    expect(data.way?.even).toEqual(daily);
    expect(timesOf(data).slice(9, 13)).toEqual([dayOf(9), dayOf(10), dayOf(11), dayOf(12)]);
    // What no row has is carried on, and is not measured.
    const values = Array.from(data.targets);
    for (const day of [0, 8, 9, 10, 11, 12, 59])
      expect(values[day]).toBeCloseTo(day === 10 || day === 11 ? 37.5 : 4 * day + 1.5, 4);
    expect([...(data.known ?? [])].flatMap((known, day) => (known ? [] : [day]))).toEqual([10, 11]);
    expect(data.future?.times.slice(0, 2)).toEqual([dayOf(60), dayOf(61)]);
  });

  it("are of the rows that a filter leaves, which are counted as rows", async () => {
    const text = `at,shop,v\n${Array.from({ length: 400 }, (_, i) => `${minutes(180 * i)},${i % 2 ? "a" : "b"},${i}`).join("\n")}\n`;
    const filter = { kind: "values", column: 1, values: ["a"] } as const;
    const described = await describedOf(text, { filter, even: daily });
    const question: ForecastQuestion = {
      ...{ kind: "forecast", targets: [2], inputs: [], id: null, time: [0], window: 7, horizon: 1 },
      ...{ calendar: [], period: null },
    };
    const { decisions } = await askTable(described, question, defaultPrepareOptions);
    expect(decisions.map(inEnglish).slice(1, 3)).toEqual([
      "Only the rows are read in which “shop” has the value “a”: 200\u00a0rows of 400.",
      expect.stringContaining("200\u00a0rows become 50\u00a0steps"),
    ]);
    expect(described.preview.filter).toMatchObject({ kept: 200, of: 400 });
  });

  it("hold out whole steps from a chosen time on", async () => {
    const text = `at,v\n${Array.from({ length: 240 }, (_, i) => `${minutes(360 * i)},${i}`).join("\n")}\n`;
    const described = await describedOf(text, { even: daily });
    const question: ForecastQuestion = {
      ...{ kind: "forecast", targets: [1], inputs: [], id: null, time: [0], window: 7, horizon: 1 },
      ...{ calendar: [], period: null, heldOutFrom: Date.UTC(2024, 0, 41, 13) },
    };
    const { data } = await askTable(described, question, defaultPrepareOptions);
    // The afternoon of the day belongs to it.
    expect(data?.kind === "series" && data.trainRows).toBe(40);
  });

  it("of a sum at the ends are left out where the file does not have all of them", async () => {
    const text = (from: number, to: number) =>
      `day,v\n${Array.from({ length: to - from }, (_, i) => `${dayOf(from + i)},2`).join("\n")}\n`;
    const monthly: EvenSteps = { ...daily, spacing: { unit: "month", count: 1 }, how: "sum" };
    expect(await cellsWith(text(0, 91), monthly)).toEqual([
      ["2024-01", "62"],
      ["2024-02", "58"],
      ["2024-03", "62"],
    ]);
    expect(await cellsWith(text(1, 90), monthly)).toEqual([["2024-02", "58"]]);
    const described = await describedOf(text(1, 90), { even: monthly });
    expect(described.even?.counts).toEqual({ rows: 29, leftOut: 0, steps: 1, empty: 0, unfinished: 2 });
    expect(await cellsWith(text(1, 90), { ...monthly, how: "mean" })).toHaveLength(3);
  });

  it("are those of each series, from its first to its last", async () => {
    const text = [
      "at,shop,v,city",
      ...["2024-01-01 01:00,b,1,Bern", "2024-01-03 01:00,b,3,Bern"],
      ...["2024-01-02 01:00,a,5,Aarau", "2024-01-02 02:00,a,7,Aarau", "2024-01-03 09:00,,9,Chur"],
    ].join("\n");
    const described = await describedOf(text, { even: { ...daily, id: 1 } });
    expect(cellsOf(described.table)).toEqual([
      ["2024-01-01", "b", "1", "Bern"],
      ["2024-01-02", "b", "", ""],
      ["2024-01-03", "b", "3", "Bern"],
      ["2024-01-02", "a", "6", "Aarau"],
    ]);
    expect(described.even?.counts).toMatchObject({ rows: 4, leftOut: 1, empty: 1 });
  });

  it("may be of weeks from Monday on, of quarters, of years, and of dates in two columns", async () => {
    const days = `day,v\n${[dayOf(0), dayOf(6), dayOf(7), dayOf(200), dayOf(400)].map((day, i) => `${day},${i}`).join("\n")}\n`;
    const steps = (unit: "week" | "quarter" | "year") =>
      cellsWith(days, { ...daily, spacing: { unit, count: 1 } });
    expect((await steps("week")).slice(0, 2)).toEqual([
      ["2024-01-01", "0.5"],
      ["2024-01-08", "2"],
    ]);
    expect(await steps("quarter")).toEqual([
      ["2024 Q1", "1"],
      ["2024 Q2", ""],
      ["2024 Q3", "3"],
      ["2024 Q4", ""],
      ["2025 Q1", "4"],
    ]);
    expect(await steps("year")).toEqual([
      ["2024", "1.5"],
      ["2025", "4"],
    ]);
    const two = "Date;Time;v\n2024-03-31;14:10;1\n2024-03-31;14:50;3\n2024-03-31;15:20;7\n";
    const hourly: EvenSteps = { ...daily, time: [0, 1], spacing: { unit: "hour", count: 1 } };
    expect(await cellsWith(two, hourly)).toEqual([
      ["2024-03-31 14:00", "", "2"],
      ["2024-03-31 15:00", "", "7"],
    ]);
  });

  it("are no more than can be made", async () => {
    const { preview } = await describedOf("at,v\n2000-01-01,1\n2024-01-01,2\n", {
      even: { ...daily, spacing: { unit: "second", count: 1 } },
    });
    expect(preview.rowCount).toBe(2);
    expect(preview.problems).toEqual([
      expect.objectContaining({ kind: "tooManySteps", severity: "stops", count: 757_382_401 }),
    ]);
  });

  it("say what is wrong in the file, and ask nothing that does not matter to them", async () => {
    const text =
      "at,v\n2024-01-01,1\n2024-01-02,x\n2024-01-03,3,9\n2024-01-04,4\n2024-01-05,5\n2024-01-06,6\n";
    const described = await describedOf(text, { even: daily, types: { 1: { kind: "number" } } });
    const problems = problemsOf(
      described,
      { ...defaultPrepareOptions, ragged: "drop" },
      {
        ...{ problems: [], decisions: [], data: null },
      },
    );
    expect(problems.map(({ kind, row }) => [kind, row])).toEqual([
      ["raggedRows", 4],
      ["invalidCells", 3],
    ]);
    expect(problems.flatMap(({ choices }) => choices.map(({ change }) => change.kind))).not.toContain(
      "options",
    );
  });
});

describe("uneven times", () => {
  const weekdays = `day,v\n${Array.from({ length: 120 }, (_, i) => i)
    .filter((i) => i % 9 !== 4)
    .map((i) => `${dayOf(i)},${i % 5}`)
    .join("\n")}\n`;

  it("are offered even steps of the usual distance; even ones are not", async () => {
    const described = await describedOf(weekdays);
    const [question] = questionsOf(described);
    const { problems } = await askTable(described, question, defaultPrepareOptions);
    const choices = problems.find(({ kind }) => kind === "unevenTimes")?.choices ?? [];
    expect(choices.map(({ label, chosen }) => [inEnglish(label), chosen])).toEqual([
      ["Leave the rows as they are", true],
      ["Even steps (day), the mean", false],
      ["Even steps (day), the sum", false],
      ["Even steps (day), the last", false],
    ]);
    expect(choices[1].change).toEqual({ kind: "even", even: daily });
    const even = await describedOf(weekdays, { even: daily });
    const [proposed] = questionsOf(even);
    const after = await askTable(even, proposed, defaultPrepareOptions);
    expect(after.problems.map(({ kind }) => kind)).not.toContain("unevenTimes");
  });

  it("are proposed for as what they are then: a season of weeks in hours", async () => {
    const text = `at,v\n${Array.from({ length: 24 * 70 }, (_, i) => `${minutes(60 * i + (i % 3) * 17)},${Math.floor(i / 24) % 7}`).join("\n")}\n`;
    const [even] = questionsOf(await describedOf(text, { even: daily }));
    expect(even).toMatchObject({
      kind: "forecast",
      time: [0],
      targets: [1],
      period: 7,
      calendar: ["dayOfWeek"],
    });
  });
});

describe("another table for a network of even steps", () => {
  const text = `at,v\n${Array.from({ length: 400 }, (_, i) => `${minutes(360 * i + (i % 7) * 9)},${i % 11}`).join("\n")}\n`;
  const question: ForecastQuestion = {
    ...{ kind: "forecast", targets: [1], inputs: [], id: null, time: [0], window: 7, horizon: 1 },
    ...{ calendar: [], period: null },
  };

  it("is brought to the same ones, which is said", async () => {
    const { data } = await askTable(
      await describedOf(text, { even: daily }),
      question,
      defaultPrepareOptions,
    );
    const trained = data && trainedOn(data);
    if (!trained || data?.kind !== "series") throw new Error("It is of a table.");
    const again = await secondTable(await describedOf(text), trained, {}, startBreathing());
    expect(again.notes.map(inEnglish)).toEqual([
      expect.stringContaining("400\u00a0rows become 100\u00a0steps"),
    ]);
    if (again.data?.kind !== "series") throw new Error("It is read.");
    expect(again.data.targets).toEqual(data.targets);
    expect(again.data.times).toEqual(data.times);
    const words = `at,v\n${Array.from({ length: 40 }, (_, i) => `noon,${i}`).join("\n")}\n`;
    const unfit = await secondTable(await describedOf(words), trained, {}, startBreathing());
    expect(unfit.data).toBeNull();
  });
});
