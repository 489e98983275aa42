import { expect, test } from "vitest";
import { HostExecutable } from "../backends/host/executable";
import { expectClose } from "../conformance/testing";
import type { FloatArray } from "../ops/op";
import { checkPlan } from "../ops/registry";
import { planBytes } from "../plan/plan";
import { printPlan } from "../plan/print";
import { Random } from "../random";
import { type NetworkConfig, parameterTable } from "./config";
import { initializeParameters } from "./initialize";
import { buildPlan, gradientName } from "./network";

const embedding: NetworkConfig = {
  cell: "gru",
  input: { kind: "embedding", vocabularySize: 5, size: 2 },
  hiddenSize: 3,
  head: { size: 5 },
};
const oneHot: NetworkConfig = { ...embedding, input: { kind: "oneHot", vocabularySize: 5 } };
const features: NetworkConfig = { ...embedding, input: { kind: "features", size: 2 } };
const shape = { batchSize: 4, sequenceLength: 6 };

test.each([
  ["embedding", embedding, { mode: "train" }],
  ["one-hot", oneHot, { mode: "train" }],
  ["features", features, { mode: "train", inputGradient: true }],
  ["inspect", embedding, { mode: "inspect" }],
  ["predict", oneHot, { mode: "predict" }],
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
  const forward = 24 + 48 + 216 + 84 + 288 + 120 + 24 + 120 + 24 + 24 + 2;
  const backward = 120 + 72 + 216 + 216 + 12 + 48;
  expect(planBytes(train)).toBe(4 * (4 * 7 * 64 + forward + backward + 256 + 8 + 3));
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

test.each([
  ["embedding", embedding, shape],
  ["one-hot", oneHot, shape],
  ["features", features, shape],
  ["features, one of everything", features, { batchSize: 1, sequenceLength: 1 }],
] as const)("the backward pass is the derivative of the loss: %s", async (_, config, batch) => {
  const plan = buildPlan(config, batch, { mode: "train", inputGradient: true });
  const executable = new HostExecutable(plan, "float64", {});
  const random = Random.fromSeed(7);
  const length = batch.batchSize * batch.sequenceLength;
  const ids = () => Int32Array.from({ length }, () => random.integer(0, 4));
  const bank = initializeParameters(config, random);
  executable.write("parameters", bank);
  executable.write("targets", ids());
  const ofFeatures = config.input.kind === "features";
  if (ofFeatures)
    executable.write(
      "x",
      Float64Array.from({ length: 2 * length }, () => random.normal()),
    );
  else executable.write("tokens", ids());
  await executable.run("forward");
  await executable.run("backward");

  const names = [...parameterTable(config).entries.map(({ name }) => name), ...(ofFeatures ? ["x"] : [])];
  for (const name of names) {
    const expected = await slopes(executable, executable.floats(name));
    // Rounding of the loss over the step is 1e-11, and the step squared 1e-10.
    expectClose(name, executable.floats(gradientName(name)), expected, { atol: 1e-9, rtol: 1e-6 });
    // A check of zeros against zeros would pass whatever the backward pass did. With one step, h[0] = 0 hides W_hh.
    if (name === "weight_hh_l0" && batch.sequenceLength === 1) continue;
    expect(Math.max(...expected.map(Math.abs)), `${name} has no influence`).toBeGreaterThan(1e-4);
  }
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
