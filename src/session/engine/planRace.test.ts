import { describe, expect, it } from "vitest";
import { identityOf, message } from "../../words/message";
import { matchTolerance, type RaceRequest } from "../raceRequest";
import { cellNames, defaultSettings, type RunSettings } from "../settings";
import type { Dataset } from "./dataset";
import { freshCheckpoint } from "./freshCheckpoint";
import { planRace } from "./planRace";
import { readDataset } from "./readDataset";
import { sampleText, smallSettings } from "./testing";
import { readText } from "./textDataset";

async function textData(): Promise<Dataset> {
  const read = await readText({ kind: "pasted", text: sampleText }, async () => "");
  if (!read.ok) throw new Error(identityOf(read.problem));
  return read.value;
}

async function addingData(): Promise<Dataset> {
  const task = { kind: "task", task: "adding", parameters: { steps: 12, terms: 2 }, seed: 1 } as const;
  const read = await readDataset({ kind: "prepared", data: task }, async () => "");
  if (!read.ok) throw new Error(identityOf(read.problem));
  return read.value;
}

const request = (change: Partial<RaceRequest> = {}): RaceRequest => ({
  base: smallSettings,
  vary: "cell",
  values: cellNames,
  seeds: 1,
  match: "units",
  length: 50,
  ...change,
});

function planned(dataset: Dataset, change: Partial<RaceRequest>) {
  const plan = planRace(request(change), dataset);
  if (!plan.ok) throw new Error(identityOf(plan.problem));
  return plan.value;
}

function problem(dataset: Dataset, change: Partial<RaceRequest>) {
  const plan = planRace(request(change), dataset);
  return plan.ok ? null : plan.problem;
}

/** As PyTorch counts them, of the checkpoint that a run begins with. */
const countOf = (dataset: Dataset, settings: RunSettings) =>
  freshCheckpoint(dataset, settings).table.reduce(
    (sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1),
    0,
  );

describe("the runs of a race", () => {
  it("differ in one setting alone, and have its length", async () => {
    const { entries } = planned(await textData(), { values: ["gru", "lstm"], length: 70 });
    const all = { ...smallSettings, lengthUnit: "steps", length: 70 } as const;
    expect(entries.map(({ variant, settings }) => [variant, settings])).toEqual([
      [0, all],
      [1, { ...all, cell: "lstm" }],
    ]);
  });

  it("have the same seeds for every value, the seed alone where that is what differs", async () => {
    const dataset = await textData();
    const { entries } = planned(dataset, { vary: "learningRate", values: [0.01, 0.02], seeds: 2 });
    expect(
      entries.map(({ variant, settings: { seed, learningRate } }) => [variant, seed, learningRate]),
    ).toEqual([
      [0, 1, 0.01],
      [0, 2, 0.01],
      [1, 1, 0.02],
      [1, 2, 0.02],
    ]);
    const seeds = planned(dataset, { vary: "seed", values: [], seeds: 3 }).entries;
    expect(seeds.map(({ variant, settings: { seed } }) => [variant, seed])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  it("have no length of steps where they are matched by time", async () => {
    const { entries } = planned(await textData(), { match: "time", length: 3 });
    expect(new Set(entries.map(({ settings }) => settings.lengthUnit))).toEqual(new Set(["open"]));
  });

  it.each([
    ["a text", textData, [64]],
    ["a text, two layers", textData, [48, 24]],
    ["numbers", addingData, [96]],
    ["numbers, wide", addingData, [256]],
  ] as const)(
    "matched by parameters lie within two percent of each other: %s",
    async (_, data, hiddenSizes) => {
      const dataset = await data();
      const base = dataset.fit({ ...defaultSettings, hiddenSizes });
      const { entries, spread } = planned(dataset, { base, match: "parameters" });
      const counts = entries.map(({ settings }) => countOf(dataset, settings));
      expect(entries.map(({ parameterCount }) => parameterCount)).toEqual(counts);
      expect(Math.max(...counts) / Math.min(...counts) - 1).toBe(spread);
      expect(spread).toBeLessThanOrEqual(matchTolerance);
      // The cell of the settings keeps its units, or nearly so; others have fewer where they have more gates.
      const sizes = entries.map(({ settings }) => settings.hiddenSizes[0]);
      expect(Math.abs(sizes[0] - hiddenSizes[0]) / hiddenSizes[0]).toBeLessThan(0.1);
      expect(sizes[cellNames.indexOf("lstm")]).toBeLessThan(sizes[0]);
      expect(sizes[cellNames.indexOf("rnn")]).toBeGreaterThan(sizes[0]);
    },
  );

  it("say how far they differ where whole units come no nearer, and are then as near as can be", async () => {
    const dataset = await addingData();
    const base = dataset.fit({ ...defaultSettings, hiddenSizes: [8] });
    const { entries, spread } = planned(dataset, { base, match: "parameters" });
    expect(spread).toBeGreaterThan(matchTolerance);
    const counts = entries.map(({ parameterCount }) => parameterCount);
    expect(Math.max(...counts) / Math.min(...counts) - 1).toBe(spread);
    expect(spread).toBeLessThan(0.25);
  });

  it("keep the proportions of their layers", async () => {
    const dataset = await textData();
    const base = { ...defaultSettings, hiddenSizes: [60, 30] };
    const { entries } = planned(dataset, { base, match: "parameters" });
    for (const { settings } of entries) {
      const [first, second] = settings.hiddenSizes;
      expect(Math.abs(second - first / 2)).toBeLessThanOrEqual(0.5);
    }
  });
});

describe("a race that cannot be", () => {
  it("is refused with what is wrong", async () => {
    const [text, adding] = [await textData(), await addingData()];
    expect(problem(text, { values: ["gru"] })).toEqual(message("race.tooFew"));
    expect(problem(text, { seeds: 4 })).toEqual(message("race.tooMany", { most: 16 }));
    expect(problem(text, { values: ["gru", "gru"] })).toEqual(message("race.alike"));
    expect(problem(text, { vary: "hiddenSizes", values: [[16], [32]], match: "parameters" })).toEqual(
      message("race.alike"),
    );
    expect(problem(text, { vary: "learningRate", values: [0.1, 7] })).toMatchObject({
      key: "settings.malformed",
      values: { name: "learningRate" },
    });
    // Numbers are read as they are.
    expect(problem(adding, { vary: "inputKind", values: ["embedding", "oneHot"] })).toMatchObject({
      key: "settings.unfit",
      values: { name: "inputKind" },
    });
  });
});
