/** Numbers to be estimated after whole sequences: what is made of them, and when they are proposed. */
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { identityOf, message } from "../../words/message";
import { examplesOf } from "../exampleData";
import type { SequencesData } from "../examples";
import { askTable } from "./prepareTable";
import {
  type ClassifyLongQuestion,
  type ClassifyWideQuestion,
  defaultPrepareOptions,
  type LabelStepsQuestion,
  type PrepareOptions,
  type TableQuestion,
} from "./tableTypes";
import { describedOf, questionsOf } from "./testing";

const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");

const ask = async (text: string, question: TableQuestion, options: Partial<PrepareOptions> = {}) =>
  askTable(await describedOf(text), question, { ...defaultPrepareOptions, ...options });

async function estimates(...asked: Parameters<typeof ask>): Promise<SequencesData> {
  const { data, problems } = await ask(...asked);
  if (data?.kind !== "sequences")
    throw new Error(problems.map(({ message }) => identityOf(message)).join("\n"));
  return data;
}

/** As the file has them. */
function numbersOf({ answer, answers }: SequencesData): readonly number[] {
  if (answer.kind !== "numbers") throw new Error("Numbers are asked for.");
  const [{ shift, scale }] = answer.outputs;
  return Array.from(answers, (value) => Math.round((value * scale + shift) * 1e4) / 1e4);
}

const wear = (i: number) => 2.5 + ((i * 7) % 11) / 4;
/** Engines of 4 to 6 rows, of which the last two have no number. */
const engines = (answer: (i: number) => string) =>
  `engine,cycle,heat,wear (mm)\n${rowsOf(22, (i) =>
    rowsOf(4 + (i % 3), (t) => `E${i},${t},${i + t / 8},${i < 20 ? answer(i) : ""}`),
  )}`;
const long: ClassifyLongQuestion = {
  ...{ kind: "classifyLong", answer: "number", id: 0, time: [1], features: [2], label: 3 },
};
const wide: ClassifyWideQuestion = { kind: "classifyWide", answer: "number", steps: [0, 1, 2], label: 3 };

describe("a number for each sequence", () => {
  it("is the last that its rows have, scaled by the sequences that train; sequences without are left out", async () => {
    const text = engines((i) => wear(i).toFixed(2));
    const data = await estimates(text, long);
    expect(numbersOf(data)).toEqual(Array.from({ length: 20 }, (_, i) => wear(i)));
    expect(data.names.slice(0, 2)).toEqual(["engine E0", "engine E1"]);
    expect([data.train.length, data.heldOut.length]).toEqual([16, 4]);
    const trained = Array.from(data.train, wear);
    const mean = trained.reduce((a, b) => a + b) / 16;
    const deviation = Math.sqrt(trained.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 16);
    expect(data.answer).toMatchObject({ kind: "numbers", at: "last", forecast: null });
    const [output] = data.answer.kind === "numbers" ? data.answer.outputs : [];
    expect(output).toMatchObject({ name: "wear", unit: "mm" });
    expect([output.shift, output.scale].map((value) => value.toFixed(9))).toEqual(
      [mean, deviation].map((value) => value.toFixed(9)),
    );
    expect(data.decisions).toContainEqual(
      message("table.numbersOf", { column: "wear (mm)", noun: "sequence", count: 20, min: 2.5, max: 5 }),
    );
    expect(data.decisions).toContainEqual(message("table.unlabelledOut", { count: 2, noun: "sequence" }));
    expect(data.decisions).toContainEqual(message("table.splitRandom", { train: 16, heldOut: 4 }));
  });

  it("stays in the units of all where features are scaled each by itself", async () => {
    const data = await estimates(
      engines((i) => wear(i).toFixed(2)),
      long,
      { seriesScaling: "each" },
    );
    const examples = examplesOf(data, 100);
    if (!examples.ok || data.answer.kind !== "numbers") throw new Error("There are examples.");
    expect(data.featuresOf?.[0]).not.toEqual(data.featuresOf?.[1]);
    for (const index of [0, 19])
      expect(examples.value.quantitiesOf?.(index).outputs).toEqual(data.answer.outputs);
  });

  it("is said to change where it does, and the last counts", async () => {
    const text = `id,x,y\n${rowsOf(30, (i) => `${Math.floor(i / 3)},${i},${i === 29 ? 99 : Math.floor(i / 3)}`)}`;
    const { data, problems } = await ask(text, { ...long, time: [], features: [1], label: 2 });
    expect(problems.map(({ kind, count, row }) => [kind, count, row])).toEqual([["changingLabel", 1, 31]]);
    expect(data?.kind === "sequences" && numbersOf(data)[9]).toBe(99);
  });

  it("is asked of rows that are sequences: cells that are no numbers are without", async () => {
    const text = `a,b,c,y\n${rowsOf(12, (i) => `${i},${i === 3 ? "" : i + 1},${i + 2},${i === 5 ? "?" : i === 6 ? "high" : i / 4}`)}`;
    const data = await estimates(text, wide, { scaling: "minMax" });
    expect(numbersOf(data)).toEqual([0, 0.25, 0.5, 0.75, 1, 1.75, 2, 2.25, 2.5, 2.75]);
    expect(data.names[5]).toBe(9);
    const [low, high] = [Math.min, Math.max].map((most) =>
      most(...Array.from(data.train, (i) => data.answers[i])),
    );
    expect([low, high]).toEqual([0, 1]);
    expect(data.decisions).toContainEqual(message("table.splitRowsRandom", { train: 8, heldOut: 2 }));
  });

  it("cannot be a word, nor the same everywhere, nor nothing at all", async () => {
    const rows = (answer: (i: number) => string) => `a,b,c,y\n${rowsOf(12, (i) => `${i},1,2,${answer(i)}`)}`;
    const stop = async (answer: (i: number) => string) => {
      const { data, problems } = await ask(rows(answer), wide);
      expect(data).toBeNull();
      return problems.map(({ kind, row, message }) => [kind, row, inEnglish(message)]);
    };
    expect(await stop((i) => (i % 2 === 0 ? "odd" : "even"))).toEqual([
      ["question", null, expect.stringContaining("has no numbers, so none can be estimated")],
    ]);
    expect(await stop((i) => (i === 0 ? "" : "2.5"))).toEqual([
      ["constantLabel", 3, expect.stringContaining("the same number, 2.500, everywhere from row\u00a03 on")],
    ]);
    expect((await stop(() => ""))[0]).toContain("question");
  });
});

describe("a number for each row", () => {
  const rows = (count: number, of: (i: number) => string) =>
    `at,heat,power\n${rowsOf(count, (i) => `${i},${Math.sin(i)},${of(i)}`)}`;
  const question: LabelStepsQuestion = {
    ...{ kind: "labelSteps", answer: "number", id: null, time: [0], features: [1], label: 2, window: 10 },
  };

  it("is scaled by the rows that train; rows without one are left out", async () => {
    const data = await estimates(
      rows(100, (i) => (i % 10 === 3 ? "" : `${(i * i) / 100}`)),
      question,
    );
    const known = Array.from({ length: 100 }, (_, i) => i).filter((i) => i % 10 !== 3);
    expect(numbersOf(data)).toEqual(known.map((i) => (i * i) / 100));
    expect([...data.lengths]).toEqual(Array(9).fill(10));
    expect([...data.train]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    if (data.answer.kind !== "numbers") throw new Error("Numbers are asked for.");
    const trained = known.slice(0, 70).map((i) => (i * i) / 100);
    expect(data.answer.at).toBe("every");
    expect(data.answer.outputs[0].shift).toBeCloseTo(trained.reduce((a, b) => a + b) / 70, 6);
    expect(data.decisions).toContainEqual(
      message("table.numbersOf", { column: "power", noun: "row", count: 90, min: 0, max: 98.01 }),
    );
    const examples = examplesOf(data, 100);
    expect(examples.ok && examples.value.example(1).answer).toEqual(data.answers.slice(10, 20));
  });

  it("is offered of the last number, beside all others, of a series each", async () => {
    const text = `shop,day,heat,power\n${rowsOf(120, (i) => `${"abc"[i % 3]},${i / 3 - (i % 3) / 3},${Math.sin(i)},${Math.cos(i)}`)}`;
    const questions = await questionsOf(await describedOf(text));
    const offered = questions.find((one) => one.kind === "labelSteps" && one.answer === "number");
    expect(offered).toMatchObject({ id: 0, time: [1], features: [2], label: 3 });
    expect(questions[0]).not.toBe(offered);
  });
});

describe("an estimate is proposed", () => {
  const proposed = async (text: string) => (await questionsOf(await describedOf(text)))[0];
  const series = (i: number, n: number) =>
    Array.from({ length: n }, (_, t) => Math.sin((i + 1) * t).toFixed(3));

  it("of a UEA file with a number for each series, in one dimension and in two", async () => {
    const header = (dimensions: number) =>
      `@problemName x\n@timestamps false\n@univariate ${dimensions === 1}\n@targetLabel true\n@data\n`;
    const one = `${header(1)}${rowsOf(40, (i) => `${series(i, 10)}:${i % 4}`)}`;
    expect(await proposed(one)).toMatchObject({ kind: "classifyWide", answer: "number", label: 10 });
    const two = `${header(2)}${rowsOf(40, (i) => `${series(i, 10)}:${series(2 * i, 10)}:${i / 7}`)}`;
    expect(await proposed(two)).toMatchObject({
      ...{ kind: "classifyLong", answer: "number", id: 0, time: [1], features: [2, 3], label: 4 },
    });
  });

  it("of steps across beside a number that is called so, and of rows of a sequence", async () => {
    const names = Array.from({ length: 10 }, (_, t) => `t${t}`);
    const across = `${names},target\n${rowsOf(60, (i) => `${series(i, 10)},${i / 7}`)}`;
    expect(await proposed(across)).toMatchObject({ kind: "classifyWide", answer: "number", label: 10 });
    const classes = `${names},target\n${rowsOf(60, (i) => `${series(i, 10)},${i % 3}`)}`;
    expect(await proposed(classes)).toEqual(expect.not.objectContaining({ answer: "number" }));
    expect(await proposed(classes)).toMatchObject({ kind: "classifyWide", label: 10 });
    const rows = `engine,cycle,heat,target\n${rowsOf(300, (i) => `${Math.floor(i / 10)},${i % 10},${Math.sin(i)},${Math.floor(i / 10) / 7}`)}`;
    expect(await proposed(rows)).toMatchObject({
      kind: "classifyLong",
      answer: "number",
      label: 3,
      features: [2],
    });
  });

  it("not of sensors over time, nor of what is not called so; but it can be chosen", async () => {
    const sensors = Array.from({ length: 10 }, (_, s) => `s${s}`);
    const text = (last: string) => `${sensors},${last}\n${rowsOf(60, (i) => `${series(i, 10)},${i / 7}`)}`;
    expect(await proposed(text("target"))).toMatchObject({ kind: "forecast" });
    const unnamed = `engine,cycle,heat,size\n${rowsOf(300, (i) => `${Math.floor(i / 10)},${i % 10},${Math.sin(i)},${Math.floor(i / 10) / 7}`)}`;
    const questions = await questionsOf(await describedOf(unnamed));
    expect(questions[0].kind).toBe("forecast");
    expect(questions).toContainEqual(
      expect.objectContaining({ kind: "classifyLong", answer: "number", label: 3 }),
    );
  });
});
