import { expect, it } from "vitest";
import type { SequencesData } from "../../data/examples";
import { identityOf } from "../../words/message";
import { defaultSettings, type RunSettings } from "../settings";
import { exampleDataset } from "./exampleDataset";
import { settingsAfter, suitableSettings } from "./suitableSettings";
import { readText } from "./textDataset";

function labelled(suggested: SequencesData["suggested"], at: "last" | "every" = "last") {
  const count = 12;
  const steps = 4;
  const data: SequencesData = {
    kind: "sequences",
    name: "twelve",
    sizeBytes: 1,
    decisions: [],
    suggested,
    input: {
      kind: "features",
      features: [{ name: "x", unit: null, shift: 0, scale: 1 }],
      display: { kind: "lines" },
    },
    answer: { kind: "class", at, labels: ["even", "odd"] },
    lengths: new Int32Array(count).fill(steps),
    inputs: new Float32Array(count * steps),
    answers: Int32Array.from({ length: at === "last" ? count : count * steps }, (_, i) => i % 2),
    names: Array.from({ length: count }, (_, i) => `sequence ${i}`),
    train: Int32Array.from({ length: 8 }, (_, i) => i),
    heldOut: Int32Array.from({ length: 4 }, (_, i) => 8 + i),
  };
  const dataset = exampleDataset({ kind: "prepared", data }, data);
  if (!dataset.ok) throw new Error(identityOf(dataset.problem));
  return dataset.value;
}

async function text(unit: "characters" | "words") {
  const read = await readText(
    { kind: "pasted", text: "the cat sat on the mat. ".repeat(20), unit },
    async () => "",
  );
  if (!read.ok) throw new Error(identityOf(read.problem));
  return read.value;
}

it("are those that suit the data, with the cell and the seed that were chosen", () => {
  const chosen: RunSettings = { ...defaultSettings, cell: "lstm", seed: 5, batchSize: 7 };
  expect(suitableSettings(labelled({ hiddenSizes: [16], patience: 9 }), chosen)).toEqual({
    ...defaultSettings,
    cell: "lstm",
    seed: 5,
    hiddenSizes: [16],
    patience: 9,
    sequenceLength: 4,
  });
});

it("keep what was chosen by hand when data of the same kind come", () => {
  const dataset = labelled({ hiddenSizes: [16], patience: 9 });
  const settings: RunSettings = {
    ...suitableSettings(dataset, defaultSettings),
    hiddenSizes: [24, 24],
    bidirectional: true,
    optimizer: "sgd",
    sequenceLength: 3,
  };
  const after = settingsAfter({ dataset, settings }, labelled({ hiddenSizes: [32], patience: 20 }));
  // What nobody has touched is the new data's.
  expect(after).toEqual({ ...settings, patience: 20, sequenceLength: 4 });
});

it("begin anew with data of another kind", async () => {
  const dataset = labelled({ hiddenSizes: [16] });
  const settings: RunSettings = { ...suitableSettings(dataset, defaultSettings), optimizer: "sgd" };
  expect(settingsAfter({ dataset, settings }, labelled({}, "every")).optimizer).toBe("sgd");
  expect(settingsAfter({ dataset, settings }, await text("characters")).optimizer).toBe("adam");
});

it("are those of the text before, where it is read in the same way", async () => {
  const dataset = await text("characters");
  const settings: RunSettings = { ...defaultSettings, windows: "streams", sequenceLength: 12 };
  expect(settingsAfter({ dataset, settings }, await text("characters"))).toEqual(settings);
  expect(settingsAfter({ dataset, settings }, await text("words"))).toMatchObject({
    windows: "random",
    sequenceLength: 24,
  });
  // As many symbols cost as much as words do, and what was chosen by hand stays.
  const kinds = Array.from({ length: 1200 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
  const many = await readText({ kind: "pasted", text: kinds.repeat(2) }, () =>
    Promise.reject(new Error("No sample.")),
  );
  if (!many.ok) throw new Error(identityOf(many.problem));
  expect(settingsAfter({ dataset, settings }, many.value)).toEqual({
    ...settings,
    sequenceLength: 24,
    batchSize: 16,
  });
});

it("are of the texts that ship with the page what their networks have, and no text of one's own takes them over", async () => {
  const sample = async (language: "en" | "zh") => {
    const read = await readText({ kind: "sample", language }, async () =>
      "the cat sat on the mat. ".repeat(20),
    );
    if (!read.ok) throw new Error(identityOf(read.problem));
    return read.value;
  };
  const dataset = await sample("zh");
  const settings = suitableSettings(dataset, defaultSettings);
  expect(settings.embeddingSize).toBe(24);
  expect(settingsAfter({ dataset, settings }, await text("characters")).embeddingSize).toBe(32);
  const english = await sample("en");
  const before = { dataset: english, settings: suitableSettings(english, defaultSettings) };
  expect(settingsAfter(before, dataset).embeddingSize).toBe(24);
});

it("of a text stay for the next one, but for what only that text is suited by", async () => {
  const own = { ...defaultSettings, hiddenSizes: [16], sequenceLength: 16 };
  const plain = await text("characters");
  const many = { ...plain, suggested: { embeddingSize: 24 } };
  const chosen = { ...own, embeddingSize: 24 };
  expect(settingsAfter({ dataset: many, settings: chosen }, plain)).toEqual(own);
  expect(settingsAfter({ dataset: plain, settings: own }, many)).toEqual(chosen);
  const byHand = { ...own, embeddingSize: 9 };
  expect(settingsAfter({ dataset: many, settings: byHand }, plain)).toEqual(byHand);
});
