/** For tests: the worker's messages with values that a test can leave as they are. */
import type { DataSummary, RunSummary, Snapshot, StepMetrics } from "../session/protocol";
import { defaultSettings } from "../session/settings";

export const runFixture: RunSummary = {
  cause: "opened",
  settings: defaultSettings,
  pretrained: true,
  step: 600,
  parameterCount: 21_000,
  planBytes: 5_000_000,
  probeText: "The queen said",
};

export const dataFixture: DataSummary = {
  name: "sample.txt",
  kind: "sample",
  sizeBytes: 71_000,
  characters: 70_000,
  trainCharacters: 63_000,
  validationCharacters: 7_000,
  vocabulary: ["\n", " ", "a", "b"],
  unknownId: null,
  unknownCharacters: 0,
  unknownKinds: 0,
  preview: "The queen said",
};

export const metricsFixture = (step: number, lossNats = 2): StepMetrics => ({
  step,
  lossNats,
  accuracy: 0.25,
  gradientNorm: 1,
});

/** A snapshot of `symbols`, all of whose values are zero. */
export function snapshotOf(symbols: readonly string[], hiddenSize: number): Snapshot {
  const T = symbols.length;
  return {
    step: 1,
    hiddenSize,
    vocabulary: ["a", "b"],
    symbols,
    unknown: { count: 0, readAs: " " },
    gates: new Float32Array(T * 4 * hiddenSize),
    hidden: new Float32Array((T + 1) * hiddenSize),
    inputPart: new Float32Array(T * 3 * hiddenSize),
    hiddenPart: new Float32Array(T * 3 * hiddenSize),
    probabilities: new Float32Array(T * 2),
  };
}
