/** For tests: the worker's messages with values that a test can leave as they are. */
import type { RunSummary, Snapshot, SnapshotLayer, StepMetrics, TextSummary } from "../session/protocol";
import { defaultSettings } from "../session/settings";

export const runFixture: RunSummary = {
  cause: "opened",
  replaces: null,
  suitable: defaultSettings,
  settings: defaultSettings,
  pretrained: true,
  step: 600,
  parameterCount: 21_000,
  planBytes: 5_000_000,
  stepsPerEpoch: 31,
  stepFlop: 2_000_000,
  probe: { kind: "text", text: "The queen said" },
};

export const dataFixture: TextSummary = {
  kind: "text",
  name: "sample.txt",
  source: "sample",
  unit: "characters",
  sizeBytes: 71_000,
  symbols: 70_000,
  trainSymbols: 63_000,
  heldOutSymbols: 7_000,
  vocabulary: ["\n", " ", "a", "b"],
  unknownId: null,
  unknownSymbols: 0,
  unknownKinds: 0,
  limit: 8000,
  encoding: null,
  undecodable: 0,
  better: null,
  list: null,
  preview: "The queen said",
};

export const metricsFixture = (step: number, loss = 2): StepMetrics => ({
  step,
  loss,
  accuracy: 0.25,
  gradientNorm: 1,
});

const gatesOfGru = ["r", "z", "n", "q"] as const;

/** What one GRU did over T steps, all of whose values are zero. */
export function layerOf(
  T: number,
  hiddenSize: number,
  { layer = 0, reverse = false }: Partial<SnapshotLayer> = {},
): SnapshotLayer {
  return {
    layer,
    reverse,
    hiddenSize,
    planes: gatesOfGru.map((name, i) => ({
      name,
      first: i * hiddenSize,
      width: hiddenSize,
      range: name === "n" ? "signed" : name === "q" ? "sum" : "share",
    })),
    states: ["h"],
    gates: new Float32Array(T * 4 * hiddenSize),
    hidden: new Float32Array((T + 1) * hiddenSize),
    inputPart: new Float32Array(T * 3 * hiddenSize),
    hiddenPart: new Float32Array(T * 3 * hiddenSize),
  };
}

/** A snapshot of `symbols`, all of whose values are zero, of a network of one layer of so many units, or of more layers. */
export function snapshotOf(
  symbols: readonly string[],
  layers: number | ((steps: number) => readonly SnapshotLayer[]),
): Snapshot {
  const T = symbols.length;
  return {
    step: 1,
    cell: "gru",
    steps: T,
    sequence: {
      name: "",
      part: "own",
      index: null,
      input: { kind: "symbols", symbols, unknown: { count: 0, readAs: " " } },
    },
    answer: {
      kind: "class",
      at: "every",
      labels: ["a", "b"],
      probabilities: new Float32Array(T * 2),
      truth: new Int32Array(T).fill(-1),
      next: true,
    },
    layers: typeof layers === "number" ? [layerOf(T, layers)] : layers(T),
  };
}

/** Two layers, each in both directions, of 5 and of 3 units. */
export const twoBidirectional = (T: number): readonly SnapshotLayer[] =>
  [5, 3].flatMap((units, layer) => [false, true].map((reverse) => layerOf(T, units, { layer, reverse })));
