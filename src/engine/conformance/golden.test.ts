import { readdir, readFile } from "node:fs/promises";
import * as v from "valibot";
import { expect, test } from "vitest";
import { backendNames } from "../../../scripts/nodeBackends";
import { createReferenceBackend } from "../backends/reference/reference";
import { ConformanceCaseError, parseCase } from "./case";
import { errorsBetween } from "./compare";
import { runConformance } from "./conformance";
import { type GoldenCase, parseGolden } from "./golden";
import { arraySchema } from "./schema";
import { testBackends } from "./testBackends";

/** Numbers of PyTorch and Keras; the script beside the files says how they were made. */
const folder = new URL("../../../scripts/golden/", import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
const golden = new Map<string, readonly GoldenCase[]>();
for (const file of files) golden.set(file, parseGolden(await readFile(new URL(file, folder), "utf8")));
const casesOf = (file: string) => golden.get(file) ?? [];

test("there are golden cases of everything", () => {
  const counts = files.map((file) => `${file} ${casesOf(file).length}`);
  expect(counts.sort()).toEqual([
    "arrangements.json 49",
    "dropout.json 11",
    "fourGate.json 6",
    "gru.json 6",
    "gruResetBefore.json 6",
    "losses.json 18",
    "lstm.json 6",
    "optimizers.json 23",
    "probes.json 8",
    "rnn.json 6",
    "streams.json 12",
  ]);
});

const backendOf = testBackends();

for (const name of backendNames) {
  for (const file of files) {
    test.each(casesOf(file))(`${name}, ${file}: $name`, async ({ case: one, expected }) => {
      const actual = await runConformance(one, backendOf(name));
      expect(actual.backend).toBe(name);
      expect(errorsBetween(actual, expected).flatMap(({ problem }) => problem ?? [])).toEqual([]);
      expect(actual.losses).toHaveLength(10);
    });
  }
}

test("`hidden` is the states h of all layers and directions in one, where they are of one size", async () => {
  const [{ case: same }] = casesOf("lstm.json");
  const { hidden, states } = await runConformance(same, createReferenceBackend());
  expect(hidden?.shape).toEqual([1, 5, 3, 5]);
  expect(hidden?.data).toEqual(states["h_l0"].data);
  const different = casesOf("arrangements.json").find(({ name }) => name.includes("layers of 4, 3 and 2"));
  expect(await runConformance(different?.case, createReferenceBackend())).not.toHaveProperty("hidden");
});

test("a case that cannot be run says where and why in one line", () => {
  const [{ case: one }] = casesOf("gru.json");
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
  const clamp = { layer: 0, value: "z", units: "all", steps: "all", action: { kind: "clamp", to: 0 } };
  const lines = [
    [{ loss: "absolute" }, /^loss: .*"crossEntropy".*"absolute"/],
    [{ model: { ...model, cell: "elman" } }, /^model\.cell: .*"fourGate".*"elman"/],
    [{ model: { ...model, head: { size: 3, at: "first" } } }, /^model\.head\.at: /],
    [{ model: { ...model, layers: 9 } }, /^model\.layers: /],
    [{ model: { ...model, layers: 2 } }, "params.weight_ih_l1: expected shape [21, 7], and it is missing"],
    [{ model: { ...model, peepholes: true } }, "model.peepholes: there is no such field"],
    [{ optimizer: undefined }, /^optimizer: /],
    [{ model: { ...model, cell: "gruResetBefore", resetAfter: true } }, /^model\.resetAfter: it belongs to/],
    [{ classWeights: [1e-300, 1e-300, 1e-300] }, /^classWeights: no class of y has a weight above 0/],
    [{ seed: 1e300 }, /^seed: /],
    [{ steps: 1e15 }, /^steps: /],
    [{ interventions: [{ ...clamp, units: [] }] }, /^interventions\[0\]\.units: Invalid length/],
    [
      { interventions: [{ ...clamp, action: { kind: "replace", with: [1, 2, 3, 4, 5] } }] },
      "interventions[0].action.with: expected 4 numbers, one a time step, and there are 5",
    ],
    [
      { trace: { output: 0, step: 3 }, lengths: [4, 2, 4] },
      "trace.step: 3, and sequence 1 ends after 2 steps",
    ],
    [
      {
        trace: { output: 0, step: 2 },
        model: { ...model, head: { size: 3, at: "last" } },
        y: { shape: [3], data: [0, 1, 2] },
      },
      "trace.step: a head at the last step has outputs at 3 only",
    ],
    [{ lengths: [1, 2] }, "lengths: expected 3 numbers, one a sequence, and there are 2"],
    [{ lengths: [1, 5, 2] }, "lengths[1]: 5 is more than the 4 time steps of x"],
    [{ lengths: [1, 0, 2] }, /^lengths\[1\]: /],
    [{ y: { ...y, shape: [3, 5] } }, "y: the shape [3, 5] has 15 values, and data has 12"],
    [{ y: { shape: [4, 3], data: y.data } }, "y: expected shape [3, 4], and it is [4, 3]"],
    [{ loss: "meanSquaredError" }, "y: expected shape [3, 4, 3], and it is [3, 4]"],
    [{ y: { shape: [3, 4], data: [Number.NaN, ...Array(11).fill(0)] } }, /^y\.data\[0\]: .*NaN/],
    [{ y: { shape: [3, 4], data: [null, ...Array(11).fill(0)] } }, /^y\.data\[0\]: .*null/],
    [{ classWeights: [1, 2] }, "classWeights: expected 3 numbers, one an output, and there are 2"],
    [{ x: { shape: [12], data: Array(12).fill(0) } }, /^x: expected 3 dimensions, \[B, T, I\]/],
    [{ model: { ...model, inputSize: 6 } }, "params.weight_ih_l0: expected shape [21, 6], and it is [21, 5]"],
    [{ model: { ...model, hiddenSizes: [7] } }, /^model: either hiddenSize or hiddenSizes/],
    [{ model: { ...model, hiddenSize: undefined } }, /^model: either hiddenSize or hiddenSizes/],
    [{ model: { ...model, hiddenSize: undefined, hiddenSizes: [7], layers: 2 } }, /^model\.layers: 2, and/],
    [{ model: { ...model, dropout: 1 } }, /^model\.dropout: /],
    [
      { model: { ...model, cell: "rnn", resetAfter: false } },
      /^model\.resetAfter: it belongs to the cell gru/,
    ],
    [{ classWeights: [0, 1, 1] }, /^classWeights: no class of y has a weight above 0/],
    [
      { loss: "binaryCrossEntropy", y: { shape: [3, 4, 3], data: [...Array(35).fill(0.5), 1.5] } },
      "y[35]: 1.5 is not between 0 and 1, as binaryCrossEntropy needs it",
    ],
    [{ y: { shape: [3, 4], data: [1e39, ...Array(11).fill(0)] } }, /^y\.data\[0\]: .*too large for float32/],
    [{ clipNorm: 0 }, /^clipNorm: /],
    [
      { optimizer: { type: "sgd", learningRate: 1, nesterov: true } },
      /^optimizer: Nesterov's momentum needs/,
    ],
    [{ optimizer: { type: "adam", learningRate: 1, beta2: 1 } }, /^optimizer\.beta2: /],
    [{ optimizer: { type: "adam", learningRate: 1, epsilon: 0 } }, /^optimizer\.epsilon: /],
    [{ optimizer: { type: "adam", learningRate: 1e31 } }, /^optimizer\.learningRate: /],
    [{ schedule: { decay: { kind: "cosine", steps: 0, floor: 0 } } }, /^schedule\.decay\.steps: /],
    [{ initial: { c_l0: y } }, "initial.c_l0: this network has no such state; it has h_l0"],
    [{ initial: { h_l0: y } }, "initial.h_l0: expected shape [3, 7], and it is [3, 4]"],
    [{ trace: { output: 3, step: 0 } }, /^trace: there is no output 3 at time step 0/],
    [
      { interventions: [{ ...clamp, value: "c" }] },
      'interventions: "c" cannot be changed here; r, z, n, h can.',
    ],
    [
      { interventions: [{ ...clamp, steps: [4] }] },
      "interventions: There is no time step 4: they are 0 to 3.",
    ],
    [
      { interventions: [{ ...clamp, units: "some" }] },
      /^interventions\[0\]\.units: expected "all" or a list/,
    ],
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

test("tokens: the sizes must agree, and what is not known is refused", () => {
  const embedded = casesOf("gru.json").find(({ name }) => name === "embedding");
  const { input, ...model } = v.parse(v.looseObject({ input: v.looseObject({}) }), embedded?.case["model"]);
  const refused = (change: object) => () =>
    parseCase({ ...embedded?.case, model: { ...model, input, ...change } });
  expect(refused({})).not.toThrow();
  expect(refused({ inputSize: 7 })).toThrow("model.inputSize: 7, and the input gives 6 numbers a step");
  expect(refused({ input: { ...input, padding: 0 } })).toThrow(/^model\.input\.padding: /);
});

test("what stands in the padding of x and y may be anything", async () => {
  const found = casesOf("arrangements.json").find(({ name }) => name === "LSTM, lengths");
  const one = v.parse(
    v.looseObject({ lengths: v.array(v.number()), x: arraySchema, y: arraySchema }),
    found?.case,
  );
  const over = (row: number) => row % 5 >= one.lengths[Math.floor(row / 5)];
  const y = { ...one.y, data: one.y.data.map((id, row) => (over(row) ? -100 : id)) };
  const I = one.x.shape[2];
  const x = { ...one.x, data: one.x.data.map((value, i) => (over(Math.floor(i / I)) ? 3e38 : value)) };
  const result = await runConformance({ ...one, x, y }, backendOf("webgpu"));
  if (!found) throw new Error("The case has another name now.");
  const errors = errorsBetween(result, found.expected);
  expect(errors.flatMap(({ problem }) => problem ?? [])).toEqual([]);
});

test("bidirectional networks take no states", () => {
  const both = casesOf("arrangements.json").find(({ name }) => name === "RNN, bidirectional");
  expect(() => parseCase({ ...both?.case, carry: true })).toThrow(
    /^initial and carry belong to networks of one/,
  );
});

test("a network of one layer may leave out its number", async () => {
  const [{ case: one }] = casesOf("fourGate.json");
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
