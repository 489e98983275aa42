import { expect, test } from "vitest";
import { checkPlan } from "../ops/registry";
import { planBytes } from "../plan/plan";
import { printPlan } from "../plan/print";
import type { NetworkConfig } from "./config";
import { buildPlan } from "./network";

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
