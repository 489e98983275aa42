import { describe, expect, it, test } from "vitest";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { networkScores, type Score } from "../../data/evaluation/scores";
import type { ExampleData } from "../../data/exampleData";
import type { Example, Examples } from "../../data/examples";
import {
  defaultPrepareOptions,
  type ForecastQuestion,
  type TableQuestion,
} from "../../data/table/tableTypes";
import { describedOf, prepareTable } from "../../data/table/testing";
import { WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import { identityOf } from "../../words/message";
import { baselinesOf } from "./baselines";
import type { HeldOut } from "./dataset";
import { exampleDataset } from "./exampleDataset";
import { trainingOf } from "./networkOf";
import { TestSession } from "./testing";

const csv = (header: string, rows: number, row: (i: number) => readonly (string | number)[]) =>
  [header, ...Array.from({ length: rows }, (_, i) => row(i).join(","))].join("\n");

/** A wave of 12 rows on one of 31, and every 17th value missing. */
const wave = (i: number) => (i % 17 === 5 ? "" : (4 * Math.sin((i * Math.PI) / 6) + (i % 31)).toFixed(3));

const forecast: ForecastQuestion = {
  kind: "forecast",
  targets: [0],
  inputs: [],
  id: null,
  time: [],
  window: 4,
  horizon: 1,
  calendar: [],
  period: null,
};

const withSeason = ["last value", "last season", "drift", "mean"];

const cases: readonly {
  readonly what: string;
  readonly text: string;
  readonly question: TableQuestion;
  readonly names: readonly string[];
}[] = [
  {
    what: "a forecast of one column, of thousands of windows",
    text: csv("a,b", 26_000, (i) => [wave(i), i % 7]),
    question: forecast,
    names: ["last value", "drift", "mean"],
  },
  {
    what: "a forecast of two columns, three rows ahead, with a season",
    text: csv("a,b", 400, (i) => [wave(i), (i % 7) ** 2]),
    question: { ...forecast, targets: [0, 1], horizon: 3, period: 12 },
    names: [...withSeason, ...withSeason],
  },
  {
    what: "a class for each sequence",
    text: csv("id,x,kind", 300, (i) => [`s${Math.floor(i / 5)}`, i % 5, i % 20 < 5 ? "b" : "a"]),
    question: { kind: "classifyLong", id: 0, time: [], features: [1], label: 2 },
    names: ["majority class"],
  },
  {
    what: "a class for each step",
    text: csv("x,kind", 320, (i) => [i % 6, i % 6 === 2 ? "b" : "a"]),
    question: { kind: "labelSteps", id: null, time: [], features: [0], label: 1, window: 8 },
    names: ["majority class"],
  },
];

async function dataOf(text: string, question: TableQuestion): Promise<ExampleData> {
  const data = await prepareTable(await describedOf(text), question, defaultPrepareOptions);
  if (!data.ok) throw new Error(identityOf(data.problem));
  return data.value;
}

/** What a session says of the network and of what needs none, and the baselines without a session. */
async function bothOf(data: ExampleData) {
  const session = new TestSession(() => Promise.reject(new WebgpuUnavailableError("No adapter here.")));
  await session.open("cpu");
  const source = { kind: "prepared", data } as const;
  session.send({ type: "loadData", loadId: 1, source });
  const { run } = await session.until("runStarted", (event) => event.run.cause === "data", 0);
  session.send({ type: "evaluate" });
  const { evaluation } = await session.next("evaluated");
  const dataset = exampleDataset(source, data);
  const opened = dataset.ok ? dataset.value.open(trainingOf(run.settings)) : dataset;
  if (!opened.ok || opened.value.heldOut.kind !== "examples") throw new Error("There are no examples.");
  return { evaluation, baselines: baselinesOf(opened.value.heldOut) };
}

/** Read from the numbers that the page shows. */
function shownBaselines(evaluation: Evaluation): readonly Score[] {
  if (evaluation.kind === "classes")
    return [{ name: "majority class", accuracy: evaluation.majority.accuracy }];
  if (evaluation.kind !== "forecast") throw new Error("Tables lead to classes and forecasts.");
  const { rows, columns } = evaluation;
  return rows
    .filter(({ ahead }) => ahead === null)
    .flatMap(({ column, naive, seasonal, drift, mean }) => {
      const target = columns.length > 1 ? { target: columns[column].name } : {};
      const score = (name: string, { rmse, mae }: typeof naive) => ({ name, ...target, rmse, mae });
      return [
        score("last value", naive),
        ...(seasonal ? [score("last season", seasonal)] : []),
        score("drift", drift),
        score("mean", mean),
      ];
    });
}

describe("baselines without a network are those beside it", () => {
  it.each(cases)("for $what", async ({ text, question, names }) => {
    const { evaluation, baselines } = await bothOf(await dataOf(text, question));
    expect(baselines).toEqual(shownBaselines(evaluation));
    expect(baselines.map(({ name }) => name)).toEqual(names);
    // None is 0 or 1 because nothing was measured.
    for (const score of baselines)
      expect("rmse" in score ? [score.rmse > 1, score.mae > 0.5] : [score.accuracy < 1]).not.toContain(false);
    const targets = baselines.flatMap((score) => ("target" in score ? [score.target] : []));
    expect(networkScores(evaluation)).toHaveLength(Math.max(1, new Set(targets).size));
  });

  it("of all windows", async () => {
    const { evaluation } = await bothOf(await dataOf(cases[0].text, cases[0].question));
    expect(evaluation).toMatchObject({ evaluated: 5200, heldOut: 5200 });
  });
});

test("always the mean of the training part, in the units of the data", () => {
  const outputs = [
    { name: "a", unit: null, shift: 10, scale: 2 },
    { name: "b", unit: null, shift: 0, scale: 1 },
  ];
  const answers = [
    [0, 1],
    [2, 5],
    [4, 0],
    [3, 3],
  ].map((row) => Float32Array.from(row));
  const examples: Examples = {
    input: { kind: "features", features: [outputs[1]], display: { kind: "lines" } },
    answer: { kind: "numbers", at: "last", outputs, forecast: null },
    longest: 1,
    varies: false,
    train: 2,
    heldOut: 2,
    nameOf: (index) => `example ${index}`,
    example: (index): Example => ({ steps: 1, input: Float32Array.of(0), answer: answers[index] }),
  };
  const heldOut: HeldOut = { kind: "examples", examples, series: null, withoutMemory: null };
  // Means of 1 and 3, errors of 3 and 2, and of 3 and 0; the first column's units are doubled.
  expect(baselinesOf(heldOut)).toEqual([
    { name: "mean", target: "a", rmse: Math.sqrt((36 + 16) / 2), mae: 5 },
    { name: "mean", target: "b", rmse: Math.sqrt(9 / 2), mae: 1.5 },
  ]);
});
