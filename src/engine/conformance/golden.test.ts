import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { expect, test } from "vitest";
import { createReferenceBackend } from "../backends/reference/reference";
import { ConformanceCaseError, parseCase } from "./case";
import { runConformance } from "./conformance";
import { backendNames, testBackends } from "./testBackends";
import { expectClose } from "./testing";

const arraySchema = v.object({ shape: v.array(v.number()), data: v.array(v.number()) });
const goldenSchema = v.array(
  v.object({
    name: v.string(),
    case: v.record(v.string(), v.unknown()),
    expected: v.object({
      outputs: arraySchema,
      hidden: arraySchema,
      loss: v.number(),
      gradients: v.record(v.string(), arraySchema),
      losses: v.array(v.number()),
    }),
  }),
);

/** Numbers of PyTorch and Keras; the script beside the files says how they were made. */
const folder = new URL("../../../scripts/golden/", import.meta.url);
const files = [
  "gru",
  "gruResetBefore",
  "fourGate",
  "lstm",
  "rnn",
  "arrangements",
  "losses",
  "optimizers",
] as const;
const golden = new Map(
  await Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(`${file}.json`, folder), "utf8");
      return [file, v.parse(goldenSchema, JSON.parse(text))] as const;
    }),
  ),
);
const casesOf = (file: (typeof files)[number]) => golden.get(file) ?? [];

/** What float32 may differ from float64, with sums of up to some dozen terms and saturated gates. */
const onOutputs = { atol: 1e-5, rtol: 1e-4 };
const onGradients = { atol: 1e-5, rtol: 1e-3 };
const onLosses = { atol: 1e-4, rtol: 0 };

const backendOf = testBackends();

for (const name of backendNames) {
  for (const file of files) {
    test.each(casesOf(file))(`${name}, ${file}: $name`, async ({ case: one, expected }) => {
      const actual = await runConformance(one, backendOf(name));
      expect(actual.backend).toBe(name);
      expect(actual.outputs.shape).toEqual(expected.outputs.shape);
      expectClose("outputs", actual.outputs.data, expected.outputs.data, onOutputs);
      expect(actual.hidden.shape).toEqual(expected.hidden.shape);
      expectClose("hidden", actual.hidden.data, expected.hidden.data, onOutputs);
      expect(Object.keys(actual.gradients).sort()).toEqual(Object.keys(expected.gradients).sort());
      for (const [parameter, { shape, data }] of Object.entries(expected.gradients)) {
        expect(actual.gradients[parameter].shape).toEqual(shape);
        expectClose(parameter, actual.gradients[parameter].data, data, onGradients);
      }
      expectClose("loss", [actual.loss], [expected.loss], onLosses);
      expect(actual.losses).toHaveLength(10);
      expectClose("losses", actual.losses, expected.losses, onLosses);
    });
  }
}

test("a case that cannot be run says where and why in one line", () => {
  const [{ case: one }] = casesOf("gru");
  const refusal = (spoiled: unknown) => {
    try {
      parseCase(spoiled);
    } catch (error) {
      if (error instanceof ConformanceCaseError) return error.message;
      throw error;
    }
    return "accepted";
  };
  expect(refusal(one)).toBe("accepted");
  expect(refusal({ ...one, params: {} })).toBe(
    "params.weight_ih_l0: expected shape [21, 5], and it is missing",
  );
  expect(refusal({ ...one, y: { shape: [3, 4], data: Array(12).fill(9) } })).toBe(
    "y[0]: 9 is not an id from 0 to 2",
  );
  const model = { cell: "gru", inputSize: 5, hiddenSize: 7, head: { size: 3, at: "every" } };
  const y = { shape: [3, 4], data: Array(12).fill(0) };
  const lines = [
    [{ loss: "absolute" }, /^loss: .*"crossEntropy".*"absolute"/],
    [{ model: { ...model, cell: "elman" } }, /^model\.cell: .*"fourGate".*"elman"/],
    [{ model: { ...model, head: { size: 3, at: "first" } } }, /^model\.head\.at: /],
    [{ model: { ...model, layers: 9 } }, /^model\.layers: /],
    [{ model: { ...model, layers: 2 } }, "params.weight_ih_l1: expected shape [21, 7], and it is missing"],
    [{ model: { ...model, peepholes: true } }, /^model\.peepholes: /],
    [{ lengths: [1, 2] }, "lengths: expected 3 numbers, one a sequence, and there are 2"],
    [{ lengths: [1, 5, 2] }, "lengths[1]: 5 is more than the 4 time steps of x"],
    [{ lengths: [1, 0, 2] }, /^lengths\.1: /],
    [{ y: { ...y, shape: [3, 5] } }, /^y: the shape and the number of values disagree/],
    [{ y: { shape: [4, 3], data: y.data } }, "y: expected shape [3, 4], and it is [4, 3]"],
    [{ loss: "meanSquaredError" }, "y: expected shape [3, 4, 3], and it is [3, 4]"],
    [{ y: { shape: [3, 4], data: [Number.NaN, ...Array(11).fill(0)] } }, /^y\.data\.0: .*NaN/],
    [{ y: { shape: [3, 4], data: [null, ...Array(11).fill(0)] } }, /^y\.data\.0: .*null/],
    [{ classWeights: [1, 2] }, "classWeights: expected 3 numbers, one an output, and there are 2"],
    [{ clipNorm: -1 }, /^clipNorm: /],
    [{ optimizer: { type: "adam", learningRate: -1 } }, /^optimizer\.learningRate: /],
    [{ optimizer: { type: "sgd", learningRate: 1, beta1: 0.9 } }, /^optimizer\.beta1: /],
    [{ steps: 1.5 }, /^steps: /],
    [{ epochs: 3 }, /^epochs: /],
  ] as const;
  for (const [change, words] of lines) {
    const line = refusal({ ...one, y, ...change });
    expect(line).not.toContain("\n");
    if (typeof words === "string") expect(line).toBe(words);
    else expect(line).toMatch(words);
  }
  expect(refusal({ ...one, params: { ...paramsOf(one), weight_hh_l7: y } })).toMatch(
    /^params\.weight_hh_l7: this network has no such parameter; it has weight_ih_l0, /,
  );
});

test("a network of one layer may leave out its number", async () => {
  const [{ case: one }] = casesOf("fourGate");
  const short = Object.fromEntries(
    Object.entries(paramsOf(one)).map(([name, array]) => [name.replace("_l0", ""), array]),
  );
  const backend = createReferenceBackend();
  const [whole, shortened] = [
    await runConformance(one, backend),
    await runConformance({ ...one, params: short }, backend),
  ];
  expect(shortened.losses).toEqual(whole.losses);
  expect(Object.keys(shortened.gradients)).toContain("weight_i");
});

function paramsOf(one: Record<string, unknown>): Record<string, unknown> {
  return v.parse(v.record(v.string(), v.unknown()), one["params"]);
}
