/** For tests: summaries and snapshots of examples of each kind, with values that can be told from their places. */
import type { ExampleAnswer, ExampleInput, Quantity } from "../../data/examples";
import type { ExamplesSummary, ShownAnswer, ShownSequence, Snapshot } from "../../session/protocol";

export type ExampleKind =
  | "classAtLast"
  | "classAtEvery"
  | "numbers"
  | "forecast"
  | "image"
  | "spectrogram"
  | "stroke";

const level: Quantity = { name: "level", unit: "m", shift: 10, scale: 2 };
const wind: Quantity = { name: "wind", unit: null, shift: 0, scale: 5 };
const plain = (name: string): Quantity => ({ name, unit: null, shift: 0, scale: 1 });
const shapes = ["circle", "square", "cross"];
const lines: ExampleInput = { kind: "features", features: [level, wind], display: { kind: "lines" } };
const shape: ExampleAnswer = { kind: "class", at: "last", labels: shapes };

const questions: Readonly<Record<ExampleKind, { input: ExampleInput; answer: ExampleAnswer }>> = {
  classAtLast: { input: lines, answer: shape },
  classAtEvery: { input: lines, answer: { ...shape, at: "every" } },
  numbers: { input: lines, answer: { kind: "numbers", at: "last", outputs: [wind], forecast: null } },
  forecast: {
    input: lines,
    answer: {
      kind: "numbers",
      at: "last",
      outputs: [level, level],
      forecast: { horizon: 2, columns: ["level"], periods: [null] },
    },
  },
  image: {
    input: {
      kind: "features",
      features: [plain("0"), plain("1"), plain("2")],
      display: { kind: "image", channels: 1, steps: "rows" },
    },
    answer: shape,
  },
  spectrogram: {
    input: {
      kind: "features",
      features: [
        { name: "200 Hz", unit: "dB", shift: -40, scale: 10 },
        { name: "400 Hz", unit: "dB", shift: -30, scale: 8.1 },
      ],
      display: { kind: "spectrogram", secondsPerStep: 0.02, heardBands: 2 },
    },
    answer: shape,
  },
  stroke: {
    input: {
      kind: "features",
      features: [plain("Δx"), plain("Δy"), plain("pen down")],
      display: { kind: "stroke" },
    },
    answer: shape,
  },
};

export function examplesFixture(kind: ExampleKind): ExamplesSummary {
  return {
    kind: "examples",
    source: "prepared",
    name: kind,
    sizeBytes: 0,
    ...questions[kind],
    train: 7,
    heldOut: 3,
    trained: 6,
    validating: 1,
    longest: 5,
    varies: false,
    decisions: [],
    task: null,
  };
}

/** Of T steps; feature i is 10·t + i at step t, output o is t + o / 10, and class t mod C the most probable at step t. */
export function exampleSnapshot(kind: ExampleKind, steps: number): Snapshot {
  const { input, answer } = questions[kind];
  if (input.kind !== "features") throw new Error("All of these have features.");
  const I = input.features.length;
  const values = Float32Array.from({ length: steps * I }, (_, i) => 10 * Math.floor(i / I) + (i % I));
  const sequence: ShownSequence = {
    name: "example 8",
    part: "heldOut",
    index: 7,
    input: { ...input, values },
  };
  const H = 2;
  return {
    step: 1,
    cell: "rnn",
    steps,
    sequence,
    answer: shownAnswer(answer, steps),
    layers: [
      {
        layer: 0,
        reverse: false,
        hiddenSize: H,
        planes: [],
        gates: new Float32Array(0),
        states: ["h"],
        hidden: new Float32Array((steps + 1) * H),
        inputPart: null,
        hiddenPart: null,
      },
    ],
  };
}

function shownAnswer(answer: ExampleAnswer, steps: number): ShownAnswer {
  if (answer.kind === "class") {
    const C = answer.labels.length;
    const probabilities = Float32Array.from({ length: steps * C }, (_, i) =>
      Math.floor(i / C) % C === i % C ? 0.75 : 0.25 / (C - 1),
    );
    return { ...answer, probabilities, truth: new Int32Array(steps).fill(1), next: false };
  }
  const O = answer.outputs.length;
  const values = Float32Array.from({ length: steps * O }, (_, i) => Math.floor(i / O) + (i % O) / 10);
  // Of a forecast what came after each step: "level" at the later ones, and behind the end 100, 101.
  const came = (row: number) => (row < steps ? 10 * row : 100 + row - steps);
  const truth = Float32Array.from({ length: steps * O }, (_, i) =>
    answer.forecast ? came(Math.floor(i / O) + (i % O) + 1) : 100 + (i % O),
  );
  return { ...answer, values, truth };
}
