import { describe, expect, it } from "vitest";
import { cellNames as engineCells } from "../engine/model/cells/registry";
import { shapeOfExamples, shapeOfText } from "./dataShape";
import {
  appliesAtOnce,
  cellNames,
  changedSettings,
  defaultSettings,
  fittedSettings,
  malformedSetting,
  settingNames,
  settingOf,
  withAtOnce,
} from "./settings";

const text = shapeOfText("characters");
const features = { kind: "features", features: [], display: { kind: "lines" } } as const;
const labels = shapeOfExamples(features, { kind: "class", at: "last", labels: ["a", "b"] }, false);
const labelledSteps = shapeOfExamples(features, { kind: "class", at: "every", labels: ["a", "b"] }, false);
const numbers = shapeOfExamples(
  features,
  { kind: "numbers", at: "last", outputs: [], forecast: { horizon: 1, columns: ["y"], periods: [null] } },
  false,
);
const nextSymbols = shapeOfExamples(
  { kind: "symbols", symbols: ["a"] },
  { kind: "class", at: "every", ahead: true, labels: ["a"] },
  true,
);

describe("the table", () => {
  it("knows the cells that the engine has", () => {
    expect([...cellNames].sort()).toEqual([...engineCells].sort());
  });

  it("has its own fallbacks among what it allows", () => {
    expect(malformedSetting(defaultSettings)).toBeNull();
  });

  it("applies the learning rate and the run length at once, and nothing else", () => {
    expect(settingNames.filter(appliesAtOnce)).toEqual(["learningRate", "lengthUnit", "length"]);
    const chosen = { ...defaultSettings, learningRate: 0.1, length: 3, seed: 9 };
    expect(withAtOnce(defaultSettings, chosen)).toEqual({ ...defaultSettings, learningRate: 0.1, length: 3 });
  });
});

describe("what cannot be used is named", () => {
  it.each([
    ["hiddenSizes", [7]],
    ["hiddenSizes", []],
    ["hiddenSizes", [8, 8, 8, 8, 8]],
    ["hiddenSizes", [8.5]],
    ["hiddenSizes", 64],
    ["bidirectional", "yes"],
    ["optimizer", "lion"],
    ["batchSize", 2.5],
    ["batchSize", Number.POSITIVE_INFINITY],
    ["learningRate", Number.NaN],
    ["learningRate", "0.1"],
    ["seed", undefined],
    ["toString", 1],
  ])("%s: %o", (name, value) => {
    expect(malformedSetting({ ...defaultSettings, [name]: value })).toBe(name);
  });
});

describe("what data they mean something for", () => {
  const withheldFor = (data: typeof text) =>
    Object.fromEntries(
      settingNames.flatMap((name) => {
        const why = settingOf(name).unfit?.(data) ?? null;
        return why === null ? [] : [[name, why]];
      }),
    );

  it("a text is read forwards", () => {
    expect(withheldFor(text)).toEqual({ bidirectional: "notOfText", classWeights: "labelsOnly" });
  });

  it("labels may be read from both sides, and weighed", () => {
    const featuresOnly = {
      inputKind: "featuresAreRead",
      embeddingSize: "featuresAreRead",
      windows: "textOnly",
    };
    expect(withheldFor(labels)).toEqual(featuresOnly);
    expect(withheldFor(labelledSteps)).toEqual(featuresOnly);
  });

  it("numbers have no classes to smooth or weigh", () => {
    expect(withheldFor(numbers)).toMatchObject({ labelSmoothing: "classesOnly", classWeights: "labelsOnly" });
    expect(withheldFor(numbers)).not.toHaveProperty("bidirectional");
  });

  it("answers that are read later are not read before", () => {
    expect(withheldFor(nextSymbols)).toMatchObject({
      bidirectional: "answersLieAhead",
      sequenceLength: "dataHasLength",
    });
  });

  it("and are as at first for the rest", () => {
    const chosen = { ...defaultSettings, bidirectional: true, labelSmoothing: 0.1, momentum: 0.9 };
    expect(fittedSettings(chosen, text)).toEqual({ ...chosen, bidirectional: false });
    expect(fittedSettings(chosen, labels)).toEqual(chosen);
    expect(fittedSettings(chosen, numbers)).toEqual({ ...chosen, labelSmoothing: 0 });
  });
});

it("tells which settings differ, lists by their elements", () => {
  expect(changedSettings(defaultSettings, { ...defaultSettings, hiddenSizes: [64] })).toEqual([]);
  expect(changedSettings(defaultSettings, { ...defaultSettings, hiddenSizes: [64, 64], seed: 2 })).toEqual([
    "hiddenSizes",
    "seed",
  ]);
});
