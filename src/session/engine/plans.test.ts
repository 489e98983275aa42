/** Every plan that the dialog of tables offers as usable can be used, and a way out that it names is one. */
import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import { atOnce } from "../../data/inTurns";
import type { DescribedTable } from "../../data/table/describeTable";
import { askTable } from "../../data/table/prepareTable";
import { proposalFor } from "../../data/table/proposal";
import type {
  ForecastQuestion,
  PrepareOptions,
  TableProblem,
  TableQuestion,
} from "../../data/table/tableTypes";
import { describedOf } from "../../data/table/testing";
import { windowLimits } from "../../data/table/windowLimits";
import { ExampleSequences } from "../../engine/train/exampleSequences";
import { Random } from "../../random";
import { identityOf } from "../../words/message";
import { defaultSettings, settings } from "../settings";
import { exampleDataset } from "./exampleDataset";
import { freshCheckpoint } from "./freshCheckpoint";
import { suitableSettings } from "./suitableSettings";

type Cell = (row: number) => string;
const day = (row: number) => new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10);

/** Cells of a column, some of which may be missing. */
const column: fc.Arbitrary<Cell> = fc
  .record({
    kind: fc.constantFrom("noise", "trend", "count", "date", "label", "id", "constant", "words", "step"),
    missing: fc.constantFrom(0, 0, 0, 5, 2),
    group: fc.integer({ min: 1, max: 9 }),
    seed: fc.nat(999),
  })
  .map(({ kind, missing, group, seed }) => (row: number) => {
    if (missing > 0 && (row + seed) % missing === 1) return "";
    switch (kind) {
      case "noise":
        return String(((row * 7919 + seed * 31) % 1000) / 10);
      case "trend":
        return String(row * 10 + (seed % 7));
      case "count":
        return String((row * 37 + seed) % 5);
      case "date":
        return day(row);
      case "label":
        return ["up", "down", "left"][(Math.floor(row / group) + seed) % (2 + (seed % 2))];
      case "id":
        return String(Math.floor(row / group));
      case "constant":
        return "4";
      case "words":
        return ["a cat sat", "two dogs ran", "it rains", "the sun is out"][(row + seed) % 4];
      case "step":
        return String(row % group);
    }
  });

const tables = fc
  .record({
    rows: fc.integer({ min: 1, max: 60 }),
    columns: fc.array(column, { minLength: 1, maxLength: 5 }),
  })
  .map(({ rows, columns }) => {
    const names = columns.map((_, k) => ["x", "y", "z", "v", "w"][k]).join(",");
    return [names, ...Array.from({ length: rows }, (_, row) => columns.map((cell) => cell(row)).join(","))]
      .join("\n")
      .concat("\n");
  });

/** What becomes of a question in the dialog, and whether the engine takes what the dialog offers; null where it is not offered. */
async function used(described: DescribedTable, question: TableQuestion, options: PrepareOptions) {
  const { data, problems, decisions } = await askTable(described, question, options);
  const stops = problems.find(({ severity }) => severity === "stops");
  expect(data === null, "what is stopped has a reason, and nothing else is").toBe(
    stops !== undefined || described.preview.problems.some(({ severity }) => severity === "stops"),
  );
  if (!data) return { stops, data };
  expect(decisions.length).toBeGreaterThan(0);
  const dataset = exampleDataset({ kind: "prepared", data }, data);
  if (!dataset.ok) throw new Error(identityOf(dataset.problem));
  const suitable = suitableSettings(dataset.value, defaultSettings);
  const { training, config } = freshCheckpoint(dataset.value, suitable);
  const opened = dataset.value.open(training);
  if (!opened.ok) throw new Error(identityOf(opened.problem));
  const { summary, sequences } = opened.value;
  if (!(sequences instanceof ExampleSequences) || summary.kind !== "examples") throw new Error("Examples.");
  if (question.kind === "forecast") expect(training.sequenceLength).toBe(question.window);
  expect(summary.validating).toBeGreaterThan(0);
  expect(summary.heldOut).toBeGreaterThan(0);
  const batch = sequences.draw(Random.fromSeed(1), 0);
  expect(Array.from(batch.input).every(Number.isFinite)).toBe(true);
  expect(Array.from(batch.targets).every(Number.isFinite)).toBe(true);
  expect(config.head.size).toBeGreaterThan(0);
  return { stops: undefined, data };
}

/** The window that is named has to be one that can be used. */
async function wayOut(
  described: DescribedTable,
  question: ForecastQuestion,
  options: PrepareOptions,
  problem: TableProblem,
) {
  const said = v.safeParse(wayOutSchema, problem.message);
  if (!said.success) return;
  const { largestWindow, shorterHelps } = said.output.values;
  if (largestWindow !== null)
    expect((await used(described, { ...question, window: largestWindow }, options)).data).not.toBeNull();
  if (shorterHelps)
    expect((await used(described, { ...question, window: 2, horizon: 1 }, options)).data).not.toBeNull();
}

const wayOutSchema = v.object({
  key: v.literal("table.tooFewRows"),
  values: v.object({ largestWindow: v.nullable(v.number()), shorterHelps: v.boolean() }),
});

it("reads as many rows as a window may have", () => {
  const { kind, ...range } = settings.sequenceLength;
  expect(range).toMatchObject(windowLimits);
});

it("offers nothing that cannot be used, and names ways out that are some", async () => {
  let offered = 0;
  await fc.assert(
    fc.asyncProperty(tables, async (text) => {
      const described = await describedOf(text);
      const { questions, options } = atOnce(proposalFor(described));
      const far = questions.map((question) =>
        question.kind === "forecast"
          ? { ...question, horizon: 1 + (text.length % 30), window: 2 + (text.length % 50) }
          : question,
      );
      for (const question of [...questions, ...far]) {
        const { stops, data } = await used(described, question, options);
        if (question.kind === "forecast" && stops) await wayOut(described, question, options, stops);
        if (data) offered++;
      }
    }),
    { numRuns: 60 },
  );
  expect(offered).toBeGreaterThan(20);
});
