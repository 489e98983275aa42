import fc from "fast-check";
import { expect, it } from "vitest";
import type { ExampleAnswer, ExampleInput } from "../../data/examples";
import { initialCheckpoint } from "../../engine/train/trainer";
import { shapeOfExamples } from "../dataShape";
import {
  defaultSettings,
  fittedSettings,
  isRunSettings,
  type RunSettings,
  settingNames,
  settingOf,
} from "../settings";
import { balancedWeights, networkOf, nextSymbol, type Question, settingsOf, trainingOf } from "./networkOf";

const symbols = ["a", "b", "c"];
const answer: ExampleAnswer = { kind: "class", at: "last", labels: ["x", "y"] };
const input: ExampleInput = { kind: "symbols", symbols };
const counts = () => [3, 1];

/** Any value that a setting may have; sizes and lengths stay small. */
const anyValue = (name: (typeof settingNames)[number]): fc.Arbitrary<unknown> => {
  const setting = settingOf(name);
  switch (setting.kind) {
    case "flag":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...setting.options);
    case "sizes":
      return fc.array(fc.integer({ min: setting.min, max: 20 }), { minLength: 1, maxLength: setting.most });
    case "number":
      return setting.integer
        ? fc.integer({ min: setting.min, max: Math.min(setting.max, 5000) })
        : fc.double({ min: setting.min, max: setting.max, noNaN: true });
  }
};

const anySettings: fc.Arbitrary<RunSettings> = fc
  .record(Object.fromEntries(settingNames.map((name) => [name, anyValue(name)])))
  .map((settings: object) => {
    if (!isRunSettings(settings)) throw new Error("A generated setting is out of range.");
    return settings;
  });

it("finds the settings of a checkpoint again, whatever they are", () => {
  const shape = shapeOfExamples(input, answer, false);
  fc.assert(
    fc.property(anySettings, (any) => {
      const settings = fittedSettings(any, shape);
      const config = networkOf(settings, { input, answer }, counts);
      const checkpoint = initialCheckpoint({ config, vocabulary: symbols }, trainingOf(settings));
      // What does not show in the checkpoint is taken from the others, here from themselves.
      expect(settingsOf(checkpoint, settings)).toEqual(settings);
      // From others comes only what has no effect beside the rest.
      const found = settingsOf(checkpoint, defaultSettings);
      expect(networkOf(found, { input, answer }, counts)).toEqual(config);
      expect(
        trainingOf({ ...found, decaySteps: settings.decaySteps, decayFactor: settings.decayFactor }),
      ).toEqual(trainingOf(settings));
    }),
    { numRuns: 60 },
  );
});

it("trains as the settings say", () => {
  const settings: RunSettings = {
    ...defaultSettings,
    optimizer: "sgd",
    momentum: 0.9,
    nesterov: true,
    weightDecay: 0.01,
    decay: "exponential",
    decaySteps: 100,
    decayFactor: 0.5,
    warmupSteps: 10,
    initialization: "keras",
    windows: "streams",
    clipNorm: 0,
    clipValue: 0.25,
  };
  expect(trainingOf(settings)).toMatchObject({
    optimizer: { type: "sgd", momentum: 0.9, nesterov: true, weightDecay: 0.01 },
    schedule: { warmupSteps: 10, decay: { kind: "exponential", factor: 0.5 ** 0.01 } },
    initialization: "keras",
    forgetBias: 1,
    windows: "streams",
    clipNorm: 0,
    clipValue: 0.25,
    patience: null,
  });
});

it("makes the network that the settings say", () => {
  const settings: RunSettings = {
    ...defaultSettings,
    hiddenSizes: [12, 9],
    bidirectional: true,
    dropout: 0.2,
    recurrentDropout: 0.1,
    labelSmoothing: 0.1,
    classWeights: "balanced",
  };
  expect(networkOf(settings, { input, answer }, counts)).toMatchObject({
    hiddenSizes: [12, 9],
    bidirectional: true,
    dropout: 0.2,
    recurrentDropout: 0.1,
    head: { size: 2, at: "last" },
    // scikit-learn: compute_class_weight("balanced", classes=[0, 1], y=[0, 0, 0, 1]) is [2/3, 2].
    loss: { kind: "crossEntropy", labelSmoothing: 0.1, classWeights: [2 / 3, 2], ignoredClass: null },
  });
  expect(networkOf({ ...settings, hiddenSizes: [12] }, { input, answer }, counts).dropout).toBe(0);
});

it("gives a class that never occurs the weight 1", () => {
  expect(balancedWeights([2, 0, 2])).toEqual([2 / 3, 1, 2 / 3]);
});

it("takes the unknown symbol of a text for no answer, and a label of that name for one", () => {
  const ignored = (question: Pick<Question, "input" | "answer">) => {
    const { loss } = networkOf(defaultSettings, question);
    return loss.kind === "crossEntropy" ? loss.ignoredClass : null;
  };
  expect(ignored(nextSymbol(["a", "b"]))).toBeNull();
  expect(ignored(nextSymbol(["a", "\uFFFD"]))).toBe(1);
  const labels = ["a", "\uFFFD"];
  expect(ignored({ ...nextSymbol(labels), answer: { kind: "class", at: "last", labels } })).toBeNull();
});
