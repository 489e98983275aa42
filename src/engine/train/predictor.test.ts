import { expect, test } from "vitest";
import type { Example, Examples } from "../../data/examples";
import { Random } from "../../random";
import { createReferenceBackend } from "../backends/reference/reference";
import { expectClose } from "../conformance/testing";
import { simpleNetwork } from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { Inspector } from "./inspector";
import { mostBeginnings, Predictor } from "./predictor";

const lengths = [3, 5, 1, 4, 5];
const O = 3;

/** Two features, other numbers at every step of every example. */
function examplesOf(at: "last" | "every"): Examples {
  const random = Random.fromSeed(5);
  const all = lengths.map(
    (steps): Example => ({
      steps,
      input: Float32Array.from({ length: 2 * steps }, () => random.normal()),
      answer: new Int32Array(at === "every" ? steps : 1),
    }),
  );
  const plain = { name: "x", unit: null, shift: 0, scale: 1 };
  return {
    input: { kind: "features", features: [plain, plain], display: { kind: "lines" } },
    answer: { kind: "class", at, labels: ["a", "b", "c"] },
    longest: 5,
    varies: true,
    train: 3,
    heldOut: 2,
    example: (index) => all[index],
    nameOf: String,
  };
}

test.each(["last", "every"] as const)(
  "examples of different lengths get the answers that each would get alone, at the %s step",
  async (at) => {
    const backend = createReferenceBackend();
    const network = simpleNetwork({
      cell: "gru",
      input: { kind: "features", size: 2 },
      hiddenSizes: [4],
      outputs: O,
    });
    const config = { ...network, head: { ...network.head, at } };
    const plan = buildPlan(config, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" });
    const weights = await backend.load(plan);
    weights.write("parameters", initializeParameters(config, Random.fromSeed(3)));
    const predictor = await Predictor.create(backend, config, { batchSize: 3, sequenceLength: 7 }, weights);
    const examples = examplesOf(at);
    // The second batch is not full.
    const said = [
      ...(await predictor.predict(examples, [4, 0, 2])),
      ...(await predictor.predict(examples, [1, 3])),
    ];
    const everyStep = { ...config, head: { ...config.head, at: "every" } } as const;
    for (const [place, index] of [4, 0, 2, 1, 3].entries()) {
      const { steps, input } = examples.example(index);
      const inspector = await Inspector.create(backend, everyStep, { length: steps }, weights);
      const { outputs } = await inspector.inspect(input);
      const expected = at === "every" ? outputs : outputs.slice(-O);
      expect(said[place]).toHaveLength(expected.length);
      expectClose(`example ${index}`, said[place], expected, { atol: 1e-6, rtol: 1e-6 });
    }
    expect(said).toHaveLength(5);
  },
);

async function bothDirections() {
  const backend = createReferenceBackend();
  const network = simpleNetwork({
    cell: "gru",
    input: { kind: "features", size: 2 },
    hiddenSizes: [4, 3],
    outputs: O,
  });
  const config = { ...network, bidirectional: true, head: { ...network.head, at: "last" } } as const;
  const plan = buildPlan(config, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" });
  const weights = await backend.load(plan);
  weights.write("parameters", initializeParameters(config, Random.fromSeed(3)));
  const predictorFor = (batchSize: number, sequenceLength: number) =>
    Predictor.create(backend, config, { batchSize, sequenceLength }, weights);
  const alone = async (input: Float32Array) => {
    const inspector = await Inspector.create(backend, config, { length: input.length / 2 }, weights);
    return (await inspector.inspect(input)).outputs;
  };
  return { predictorFor, alone };
}

const random = Random.fromSeed(11);
const numbers = (count: number) => Float32Array.from({ length: count }, () => random.normal());

test("every beginning of a sequence gets the answer that it would get alone, read from both sides", async () => {
  const { predictorFor, alone } = await bothDirections();
  const T = 7;
  const input = numbers(2 * T);
  // The last batch is not full.
  const said = await (await predictorFor(3, T)).predictBeginnings(input);
  expect(said).toHaveLength(T * O);
  for (let t = 0; t < T; t++) {
    const expected = await alone(input.slice(0, 2 * (t + 1)));
    expectClose(`step ${t}`, said.slice(t * O, (t + 1) * O), expected, { atol: 1e-6, rtol: 1e-6 });
  }
});

test("of a long sequence some beginnings are asked for, the whole among them", async () => {
  const { predictorFor, alone } = await bothDirections();
  const T = mostBeginnings * 2 - 3;
  const input = numbers(2 * T);
  const said = await (await predictorFor(64, T)).predictBeginnings(input);
  const rowOf = (t: number) => said.slice(t * O, (t + 1) * O);
  for (const t of [0, 2, 100, T - 3, T - 1]) {
    const expected = await alone(input.slice(0, 2 * (t + 1)));
    expectClose(`step ${t}`, rowOf(t), expected, { atol: 1e-6, rtol: 1e-6 });
  }
  // Between two that were asked, what was said last.
  expect(rowOf(T - 2)).toEqual(rowOf(T - 3));
});
