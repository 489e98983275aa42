import { expect, it } from "vitest";
import { defaultSettings } from "../../src/session/settings";
import { chosenSettings } from "./chosenSettings";

it("puts what was chosen in place of what suits the data", () => {
  const chosen = chosenSettings({
    cell: "lstm",
    bidirectional: true,
    hiddenSizes: "32,16",
    learningRate: "1e-3",
    classWeights: "balanced",
    layers: "3",
  });
  expect(chosen({ ...defaultSettings, patience: 7 })).toEqual({
    ...defaultSettings,
    patience: 7,
    cell: "lstm",
    bidirectional: true,
    hiddenSizes: [32, 16, 16],
    learningRate: 0.001,
    classWeights: "balanced",
  });
});

it.each([
  [{ learningRate: "fast" }, "“Learning rate” (learningRate) has to be a number from 0.00001 to 1."],
  [{ batchSize: "2.5" }, "“Batch size” (batchSize) has to be a whole number from 1 to 256."],
  [{ seed: "" }, "“Seed” (seed) has to be a whole number from 0 to 2147483647."],
  [{ decay: "linear" }, "“Schedule” (decay) has to be one of constant, cosine, step, exponential, plateau."],
  [{ hiddenSizes: "8,x" }, "“Hidden units” (hiddenSizes) has to be one to 4 whole numbers from 8 to 512."],
  [{ layers: "5" }, "“Hidden units” (hiddenSizes) has to be one to 4 whole numbers from 8 to 512."],
])("refuses %o with the setting's name", (given, problem) => {
  expect(() => chosenSettings(given)(defaultSettings)).toThrow(problem);
});
