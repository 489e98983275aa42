import { describe, expect, it } from "vitest";
import { shapeOfExamples, shapeOfText } from "../../session/dataShape";
import { defaultSettings, type RunSettings, withLayers } from "../../session/settings";
import { settingState } from "./useSetting";

const text = shapeOfText("characters");
const labels = shapeOfExamples(
  { kind: "features", features: [], display: { kind: "lines" } },
  { kind: "class", at: "last", labels: ["a", "b"] },
  false,
);
const state = (name: keyof RunSettings, change: Partial<RunSettings> = {}, data = text) =>
  settingState(name, { ...defaultSettings, ...change }, data);

describe("a control", () => {
  it("says why its setting means nothing for the data", () => {
    expect(state("bidirectional")).toEqual({
      isShown: true,
      withheld: "notOfText",
    });
    expect(state("bidirectional", {}, labels)).toEqual({ isShown: true, withheld: null });
  });

  it("says why its setting means nothing beside the others", () => {
    expect(state("dropout")).toEqual({ isShown: true, withheld: "oneLayer" });
    expect(state("dropout", { hiddenSizes: [8, 8] })).toMatchObject({ withheld: null });
  });

  it("is not there where it belongs to another choice", () => {
    expect(state("momentum").isShown).toBe(false);
    expect(state("momentum", { optimizer: "rmsprop" }).isShown).toBe(true);
    expect(state("nesterov", { optimizer: "sgd" }).isShown).toBe(false);
    expect(state("nesterov", { optimizer: "sgd", momentum: 0.9 }).isShown).toBe(true);
    expect(state("nesterov", { optimizer: "rmsprop", momentum: 0.9 }).isShown).toBe(false);
    expect(state("decayFloor", { decay: "cosine" }).isShown).toBe(true);
    expect(state("decayFloor", { decay: "step" }).isShown).toBe(false);
    expect(state("decayPatience", { decay: "plateau" }).isShown).toBe(true);
    expect(state("length").isShown).toBe(false);
    expect(state("length", { lengthUnit: "epochs" }).isShown).toBe(true);
  });

  it("is not there where the data leave no choice", () => {
    expect(state("inputKind", {}, labels).isShown).toBe(false);
    expect(state("sequenceLength", {}, { ...labels, hasLength: true }).isShown).toBe(false);
  });
});

it("gives layers that are added the size of the last one", () => {
  expect(withLayers([64, 32], 4)).toEqual([64, 32, 32, 32]);
  expect(withLayers([64, 32], 1)).toEqual([64]);
});
