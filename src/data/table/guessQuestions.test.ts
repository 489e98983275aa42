import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { describedOf, questionsOf } from "./testing";

const guess = async (text: string) => questionsOf(await describedOf(text));
const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
const day = (i: number) => new Date(Date.UTC(1981, 0, 1 + i)).toISOString().slice(0, 10);

/** A season of `period` rows and noise of a third of its size. */
function seasonal(period: number, seed: number): (i: number) => string {
  const random = Random.fromSeed(seed);
  return (i) => (10 * Math.sin((2 * Math.PI * i) / period) + 3 * random.normal()).toFixed(2);
}

describe("forecast", () => {
  it("is asked of days, with their year where it has been seen three times", async () => {
    const value = seasonal(365, 1);
    const text = `"Date","Temp"\n${rowsOf(1500, (i) => `"${day(i)}",${value(i)}`)}`;
    expect((await guess(text))[0]).toEqual({
      kind: "forecast",
      targets: [1],
      inputs: [],
      id: null,
      time: [0],
      window: 30,
      horizon: 1,
      calendar: ["dayOfYear"],
      period: 365,
      form: "value",
    });
  });

  it("finds weeks where there are not three years, and nothing in noise", async () => {
    const weekly = seasonal(7, 2);
    const [question] = await guess(`d,v\n${rowsOf(1000, (i) => `${day(i)},${weekly(i)}`)}`);
    expect(question).toMatchObject({ kind: "forecast", period: 7, calendar: ["dayOfWeek"] });
    const random = Random.fromSeed(3);
    const [noise] = await guess(`d,v\n${rowsOf(2000, (i) => `${day(i)},${random.normal().toFixed(2)}`)}`);
    expect(noise).toMatchObject({ kind: "forecast", period: null, calendar: [] });
    // What wanders is like itself a week ago, but more like itself three days ago.
    let place = 0;
    const wandering = () => {
      place += random.normal();
      return place.toFixed(2);
    };
    const [walk] = await guess(`d,v\n${rowsOf(1000, (i) => `${day(i)},${wandering()}`)}`);
    expect(walk).toMatchObject({ kind: "forecast", period: null, form: "change" });
  });

  it.each([
    ["日期,销量,温度", "销量"],
    ["Datum,Verbrauch,Temperatur", "Verbrauch"],
    ["fecha,Ventas,Otro", "Ventas"],
  ])("of %s asks for %s", async (names, target) => {
    const text = `${names}\n${rowsOf(100, (i) => `${day(i)},${(i * 37) % 101},${(i * 53) % 89}`)}`;
    const [question] = await guess(text);
    expect(question).toMatchObject({ kind: "forecast", targets: [names.split(",").indexOf(target)] });
  });

  it("is asked of months, with a year as their season", async () => {
    const value = seasonal(12, 4);
    const month = (i: number) => `${1949 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
    const text = `Month,Passengers\n${rowsOf(144, (i) => `${month(i)},${(2 * i + Number(value(i))).toFixed(1)}`)}`;
    expect((await guess(text))[0]).toMatchObject({
      kind: "forecast",
      targets: [1],
      time: [0],
      window: 12,
      calendar: ["month"],
      period: 12,
      // It rises by 24 a year, more than its season goes up and down.
      form: "seasonalChange",
    });
  });

  it("is asked of numbers without a time, with short windows of a short table", async () => {
    const [question] = await guess(`v\n${rowsOf(20, (i) => `${i * i}`)}`);
    expect(question).toMatchObject({ kind: "forecast", time: [], window: 4, period: null, calendar: [] });
  });
});

const long = (label: (id: number, t: number) => string) =>
  `sequence_id,t,x,y,label\n${rowsOf(120, (i) => `${Math.floor(i / 6)},${i % 6},${i * 0.37},${(i * 7) % 13},${label(Math.floor(i / 6), i % 6)}`)}`;

describe("classes", () => {
  it("are asked for each sequence whose label does not change", async () => {
    expect((await guess(long((id) => (id % 2 ? "a" : "b"))))[0]).toEqual({
      kind: "classifyLong",
      id: 0,
      time: [1],
      features: [2, 3],
      label: 4,
    });
  });

  it("are asked for each step where it does", async () => {
    expect((await guess(long((_, t) => (t > 2 ? "a" : "b"))))[0]).toMatchObject({
      kind: "labelSteps",
      id: 0,
      time: [1],
      features: [2, 3],
      label: 4,
    });
  });

  it("are asked for each row whose columns are numbered", async () => {
    const steps = Array.from({ length: 12 }, (_, t) => `t${t}`).join(",");
    const row = (i: number) =>
      `${Array.from({ length: 12 }, (_, t) => (i * t) % 17).join(",")},${i % 3 ? "up" : "down"}`;
    const [question] = await guess(`${steps},class\n${rowsOf(40, row)}`);
    expect(question).toEqual({
      kind: "classifyWide",
      steps: Array.from({ length: 12 }, (_, t) => t),
      label: 12,
    });
  });

  it("are found in a first column without any names", async () => {
    const random = Random.fromSeed(5);
    const row = (i: number) =>
      [`${i % 3}`, ...Array.from({ length: 20 }, () => random.normal().toFixed(4))].join(",");
    const [question] = await guess(rowsOf(60, row));
    expect(question).toMatchObject({ kind: "classifyWide", label: 0 });
    expect(question.kind === "classifyWide" && question.steps).toHaveLength(20);
  });
});

it("offers one question of each kind that the columns allow", async () => {
  const questions = await guess(long((id) => (id % 2 ? "a" : "b")));
  const kinds = questions.map((one) => ("answer" in one ? `${one.kind}, ${one.answer}` : one.kind));
  expect(kinds[0]).toBe("classifyLong");
  expect(kinds.sort()).toEqual([
    "classifyLong",
    "classifyWide",
    "forecast",
    "labelSteps",
    "labelSteps, number",
  ]);
  expect(await guess("name\nAnna Smith\nBen Young\n")).toEqual([]);
});

it("a coordinate called y is no label: what says one word of each sequence is", async () => {
  const random = Random.fromSeed(9);
  const steps = rowsOf(400, (i) => {
    const id = Math.floor(i / 20);
    return `${id},${i % 20},${random.normal().toFixed(3)},${random.normal().toFixed(3)},${id % 2 ? "yes" : "no"}`;
  });
  const [question] = await guess(`id,t,x,y,fell\n${steps}`);
  expect(question).toMatchObject({ kind: "classifyLong", label: 4, id: 0 });
});
