import { describe, expect, test } from "vitest";
import { Random } from "../../random";
import { HostExecutable } from "../backends/host/executable";
import { expectClose } from "../conformance/testing";
import type { FloatArray } from "../ops/op";
import { checkPlan } from "../ops/registry";
import { elementCount, planBytes } from "../plan/plan";
import { printPlan } from "../plan/print";
import { gradientName } from "./cells/cell";
import { cellNames } from "./cells/registry";
import { type NetworkConfig, parameterTable, simpleNetwork } from "./config";
import { buildPlan } from "./network";

const embedding = simpleNetwork({
  cell: "gru",
  input: { kind: "embedding", vocabularySize: 5, size: 2 },
  hiddenSizes: [3],
  outputs: 5,
});
const oneHot: NetworkConfig = { ...embedding, input: { kind: "oneHot", vocabularySize: 5 } };
const features: NetworkConfig = { ...embedding, input: { kind: "features", size: 2 } };
const shape = { batchSize: 4, sequenceLength: 6 };

/** Everything a network can have at once. */
const rich: NetworkConfig = {
  ...embedding,
  cell: "lstm",
  hiddenSizes: [3, 2],
  bidirectional: true,
  dropout: 0.25,
  recurrentDropout: 0.5,
  head: { size: 5, at: "last" },
  loss: { kind: "crossEntropy", labelSmoothing: 0.1, classWeights: [1, 2, 1, 1, 0.5], ignoredClass: 2 },
};

test.each([
  ["embedding", embedding, { mode: "train" }],
  ["one-hot", oneHot, { mode: "train" }],
  ["features", features, { mode: "train", inputGradient: true }],
  ["inspect", embedding, { mode: "inspect" }],
  ["predict", oneHot, { mode: "predict" }],
  ["rich", rich, { mode: "train", masked: true, optimizer: "sgd" }],
  ["streams", { ...features, cell: "rnn" }, { mode: "train", stateful: true, optimizer: "rmsprop" }],
  ["trace", { ...features, cell: "gruResetBefore" }, { mode: "trace" }],
  ["edits", { ...features, cell: "fourGate" }, { mode: "predict", editable: true }],
] as const)("the listing of a plan: %s", (name, config, options) => {
  const plan = buildPlan(config, shape, options);
  checkPlan(plan);
  return expect(printPlan(plan)).toMatchFileSnapshot(`listings/${name}.txt`);
});

test("a plan's bytes are those of its tensors, views not counted", () => {
  const plan = buildPlan(oneHot, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" });
  // Banks: weight_ih 45 -> 64, weight_hh 27 -> 64, two biases -> 128, head 15 -> 64 and 5 -> 64.
  const elements = 384 + 1 + 5 + 9 + 6 + 12 + 5;
  expect(planBytes(plan)).toBe(4 * elements);

  // Four banks of seven parameters, each at most 64; N = 24.
  const train = buildPlan(embedding, shape, { mode: "train" });
  const forward = 24 + 48 + 216 + 84 + 288 + 120 + 24 + 120 + 96 + 3;
  const backward = 120 + 72 + 216 + 216 + 12 + 48;
  expect(planBytes(train)).toBe(4 * (4 * 7 * 64 + forward + backward + 256 + 16 + 3));
});

/** The slope of the loss along each element, by central differences in float64. */
async function slopes(executable: HostExecutable, values: FloatArray): Promise<number[]> {
  const step = 1e-5;
  const lossWith = async (i: number, value: number) => {
    values[i] = value;
    await executable.run("forward");
    return executable.floats("metrics")[0];
  };
  const out: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const kept = values[i];
    const above = await lossWith(i, kept + step);
    const below = await lossWith(i, kept - step);
    values[i] = kept;
    out.push((above - below) / (2 * step));
  }
  return out;
}

interface Batch {
  readonly batchSize: number;
  readonly sequenceLength: number;
  readonly lengths?: readonly number[];
}

/** A float64 run of the network on random data, up to its gradients. */
async function withGradients(config: NetworkConfig, batch: Batch): Promise<HostExecutable> {
  const { batchSize: B, sequenceLength: T, lengths } = batch;
  const masked = lengths !== undefined;
  const plan = buildPlan(config, batch, { mode: "train", inputGradient: true, masked });
  checkPlan(plan);
  const executable = new HostExecutable(plan, "float64", {});
  const random = Random.fromSeed(7);
  const normal = (length: number) => Float64Array.from({ length }, () => random.normal());
  const ids = (length: number, below: number) =>
    Int32Array.from({ length }, () => random.integer(0, below - 1));
  const { entries, length } = parameterTable(config);
  const bank = new Float64Array(length);
  for (const { shape: of, offset } of entries)
    bank.set(
      normal(elementCount(of)).map((value) => 0.8 * value),
      offset,
    );
  executable.write("parameters", bank);
  const rows = config.head.at === "every" ? T * B : B;
  const { loss, head, input } = config;
  executable.write("targets", loss.kind === "crossEntropy" ? ids(rows, head.size) : normal(rows * head.size));
  if (loss.kind === "crossEntropy" && loss.classWeights)
    executable.write("classWeights", Float64Array.from(loss.classWeights));
  if (lengths) executable.write("lengths", Int32Array.from(lengths));
  if (config.dropout > 0 || config.recurrentDropout > 0) executable.write("dropoutSeed", Int32Array.of(3, 1));
  if (input.kind === "features") executable.write("x", normal(T * B * input.size));
  else executable.write("tokens", ids(T * B, input.vocabularySize));
  await executable.run("forward");
  await executable.run("backward");
  return executable;
}

async function expectDerivatives(config: NetworkConfig, batch: Batch): Promise<void> {
  const executable = await withGradients(config, batch);
  const parameters = parameterTable(config).entries.map(({ name }) => name);
  const names = config.input.kind === "features" ? [...parameters, "x"] : parameters;
  for (const name of names) {
    const gradient = executable.floats(gradientName(name)).slice();
    const expected = await slopes(executable, executable.floats(name));
    // Rounding of the loss over the step is 1e-11, and the step squared 1e-10.
    expectClose(name, gradient, expected, { atol: 2e-9, rtol: 1e-6 });
    // A check of zeros against zeros would pass whatever the backward pass did. With one step, h[0] = 0 hides W_hh, or
    // its part of a concatenation.
    if (/^weight_hh/.test(name) && batch.sequenceLength === 1) continue;
    expect(Math.max(...expected.map(Math.abs)), `${name} has no influence`).toBeGreaterThan(1e-6);
  }
}

test.each([
  ["embedding", embedding, shape],
  ["one-hot", oneHot, shape],
  ["features", features, shape],
  ["features, one of everything", features, { batchSize: 1, sequenceLength: 1 }],
] as const)("the backward pass is the derivative of the loss: %s", async (_, config, batch) => {
  await expectDerivatives(config, batch);
});

const arrangements = [
  { hiddenSizes: [3], bidirectional: false },
  { hiddenSizes: [3, 2], bidirectional: false },
  { hiddenSizes: [2], bidirectional: true },
  { hiddenSizes: [2, 3], bidirectional: true },
  { hiddenSizes: [2, 3, 2, 1], bidirectional: false },
];
const losses: readonly NetworkConfig["loss"][] = [
  { kind: "crossEntropy", labelSmoothing: 0, classWeights: null, ignoredClass: null },
  { kind: "crossEntropy", labelSmoothing: 0.2, classWeights: [1, 0.5, 2], ignoredClass: null },
  { kind: "meanSquaredError" },
  { kind: "binaryCrossEntropy" },
];

describe.each(cellNames)("%s: the backward pass is the derivative of the loss", (cell) => {
  for (const arrangement of arrangements) {
    for (const at of ["every", "last"] as const) {
      for (const lengths of [undefined, [3, 1]]) {
        const { hiddenSizes, bidirectional } = arrangement;
        const name = `${hiddenSizes.join(" + ")}${bidirectional ? ", both ways" : ""}, ${at}${lengths ? ", masked" : ""}`;
        test.each(losses)(`${name}, $kind $labelSmoothing`, async (loss) => {
          const config = { ...features, ...arrangement, cell, loss, head: { size: 3, at } };
          await expectDerivatives(config, {
            batchSize: 2,
            sequenceLength: 3,
            ...(lengths && { lengths }),
          });
        });
      }
    }
  }

  test("with a class that is ignored, among enough rows that others are left", async () => {
    const loss = { kind: "crossEntropy", labelSmoothing: 0.1, classWeights: null, ignoredClass: 1 } as const;
    const config = { ...features, cell, loss, hiddenSizes: [3, 2], head: { size: 3, at: "every" } as const };
    await expectDerivatives(config, { batchSize: 4, sequenceLength: 5, lengths: [5, 2, 4, 3] });
  });

  test("with dropout between layers and on the recurrent state", async () => {
    const config = { ...features, cell, hiddenSizes: [4, 3], dropout: 0.4, recurrentDropout: 0.4 };
    await expectDerivatives(config, { batchSize: 3, sequenceLength: 4, lengths: [4, 2, 3] });
    await expectDerivatives({ ...config, bidirectional: true }, { batchSize: 4, sequenceLength: 4 });
  });
});

test("a spoiled plan is refused where it is wrong", () => {
  const plan = buildPlan(embedding, shape, { mode: "predict" });
  const [first, ...rest] = plan.forward;
  const spoil = (step: Partial<typeof first>) => () =>
    checkPlan({ ...plan, forward: [{ ...first, ...step }, ...rest] });
  expect(spoil({ op: "guess" })).toThrow('There is no op "guess".');
  expect(spoil({ tensors: { weight: "embedding.weight", out: "x" } })).toThrow('lacks its slot "tokens"');
  expect(spoil({ dims: { N: 24, V: 9, E: 2 } })).toThrow("embeddingForward.weight expects f32[9, 2]");
  expect(spoil({ tensors: { ...first.tensors, out: "nowhere" } })).toThrow('no tensor "nowhere"');
});
