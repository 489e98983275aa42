import { expect, test } from "vitest";
import { type OpInputs, randomInputs } from "../conformance/testing";
import { elementCount } from "../plan/plan";
import { Random } from "../random";
import { adam } from "./adam";
import { clipFactor, sumOfSquares } from "./clip";
import { columnSums } from "./columnSums";
import { embeddingBackward, embeddingForward } from "./embedding";
import { gruBackward, gruForward } from "./gru";
import { matmulNN, matmulNT, matmulTN } from "./matmul";
import { meanMetrics } from "./meanMetrics";
import { oneHot } from "./oneHot";
import { type Dims, type HostArray, type Op, Operands } from "./op";
import { softmaxCrossEntropyBackward, softmaxCrossEntropyForward } from "./softmaxCrossEntropy";

/** Of central differences in float64: their own error is about step² and rounding / step. */
const step = 1e-5;
const tolerance = 1e-6;

/** Runs an op's reference in float64; returns all its arrays, the read ones as given. */
function run(op: Op, dims: Dims, inputs: OpInputs): Map<string, HostArray> {
  const arrays = new Map<string, HostArray>();
  for (const [slot, { access, shape }] of Object.entries(op.slots)) {
    const given = inputs.get(slot);
    if (given) arrays.set(slot, access === "read" ? given : given.slice());
    else if (access === "write") arrays.set(slot, new Float64Array(elementCount(shape(dims))));
  }
  op.reference(new Operands(arrays), dims);
  return arrays;
}

function floats(arrays: ReadonlyMap<string, HostArray>, slot: string): Float64Array {
  const array = arrays.get(slot);
  if (!(array instanceof Float64Array)) throw new Error(`${slot} holds no float64 values.`);
  return array;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Compares `gradient` with the change of `loss` when each element of `values` moves a little either way. */
function expectDerivative(
  name: string,
  values: Float64Array,
  gradient: ArrayLike<number>,
  loss: () => number,
): void {
  for (let i = 0; i < values.length; i++) {
    const kept = values[i];
    values[i] = kept + step;
    const above = loss();
    values[i] = kept - step;
    const below = loss();
    values[i] = kept;
    const slope = (above - below) / (2 * step);
    const error = Math.abs(gradient[i] - slope) / Math.max(1, Math.abs(slope));
    expect(error, `${name}[${i}]: ${gradient[i]} instead of ${slope}`).toBeLessThan(tolerance);
  }
}

const random = Random.fromSeed(5);
const uniform = (length: number) => Float64Array.from({ length }, () => 2 * random.uniform() - 1);

test.each([
  { N: 1, V: 1, E: 1 },
  { N: 7, V: 3, E: 5 },
  { N: 2, V: 11, E: 3 },
])("embeddingBackward is the derivative of embeddingForward at %o", (dims) => {
  const inputs = randomInputs(embeddingForward, dims, random);
  const dOut = uniform(dims.N * dims.E);
  const weight = floats(inputs, "weight");
  const back = run(embeddingBackward, dims, new Map([...inputs, ["dOut", dOut]]));
  expectDerivative("dWeight", weight, floats(back, "dWeight"), () =>
    dot(dOut, floats(run(embeddingForward, dims, inputs), "out")),
  );
});

test.each([
  { batch: 1, M: 1, N: 1, K: 1 },
  { batch: 2, M: 3, N: 5, K: 2 },
  { batch: 3, M: 1, N: 3, K: 7 },
])("the products give each other's derivatives at %o", (dims) => {
  const { batch, M, N, K } = dims;
  const inputs = randomInputs(matmulNT, dims, random);
  const dC = uniform(batch * M * N);
  const loss = () => dot(dC, floats(run(matmulNT, dims, inputs), "c"));
  const a = floats(inputs, "a");
  const b = floats(inputs, "b");
  // C = A·Bᵀ: dA = dC·B, dB = dCᵀ·A.
  const dA = run(
    matmulNN,
    { batch, M, N: K, K: N },
    new Map([
      ["a", dC],
      ["b", b],
    ]),
  );
  expectDerivative("dA", a, floats(dA, "c"), loss);
  const dB = run(
    matmulTN,
    { batch, M: N, N: K, K: M },
    new Map([
      ["a", dC],
      ["b", a],
    ]),
  );
  expectDerivative("dB", b, floats(dB, "c"), loss);
  const dBias = run(columnSums, { M: batch * M, N }, new Map([["x", dC]]));
  expectDerivative("dBias", floats(inputs, "bias"), floats(dBias, "out"), loss);
});

test.each([
  { T: 1, B: 1, H: 1 },
  { T: 3, B: 2, H: 3 },
  { T: 5, B: 1, H: 4 },
])("gruBackward is the derivative of gruForward at %o", (dims) => {
  const { T, B, H } = dims;
  const inputs = randomInputs(gruForward, dims, random);
  const dH = uniform(T * B * H);
  const loss = () => dot(dH, floats(run(gruForward, dims, inputs), "h").slice(B * H));
  const forward = run(gruForward, dims, inputs);
  const back = run(gruBackward, dims, new Map([...forward, ["dH", dH]]));
  const dHiddenPart = floats(back, "dHiddenPart");
  expectDerivative("inputPart", floats(inputs, "inputPart"), floats(back, "dInputPart"), loss);
  expectDerivative("h[0]", floats(inputs, "h").subarray(0, B * H), floats(back, "dInitial"), loss);
  const dBias = run(columnSums, { M: T * B, N: 3 * H }, new Map([["x", dHiddenPart]]));
  expectDerivative("biasHh", floats(inputs, "biasHh"), floats(dBias, "out"), loss);
  const product = new Map([
    ["a", dHiddenPart],
    ["b", floats(forward, "h").slice(0, T * B * H)],
  ]);
  const dWeight = run(matmulTN, { batch: 1, M: 3 * H, N: H, K: T * B }, product);
  expectDerivative("weightHh", floats(inputs, "weightHh"), floats(dWeight, "c"), loss);
});

test.each([
  { N: 1, V: 1 },
  { N: 3, V: 5 },
  { N: 7, V: 2 },
])("softmaxCrossEntropyBackward is the derivative of the mean loss at %o", (dims) => {
  const inputs = randomInputs(softmaxCrossEntropyForward, dims, random);
  const forward = run(softmaxCrossEntropyForward, dims, inputs);
  const back = run(softmaxCrossEntropyBackward, dims, forward);
  expectDerivative("logits", floats(inputs, "logits"), floats(back, "dLogits"), () => {
    const rows = run(softmaxCrossEntropyForward, dims, inputs);
    const means = run(meanMetrics, dims, rows);
    return floats(means, "metrics")[0];
  });
});

test("softmaxCrossEntropyForward: values by hand, and no overflow", () => {
  const inputs = new Map<string, HostArray>([
    ["logits", Float64Array.of(0, Math.log(3), 1000, 0, 5, 5)],
    ["targets", Int32Array.of(1, 1, 0)],
  ]);
  const out = run(softmaxCrossEntropyForward, { N: 3, V: 2 }, inputs);
  expect(floats(out, "probabilities")[1]).toBeCloseTo(0.75, 12);
  expect(floats(out, "rowLoss")[0]).toBeCloseTo(-Math.log(0.75), 12);
  expect(floats(out, "rowLoss")[1]).toBe(1000);
  // Of equal logits the first counts as predicted.
  expect(Array.from(floats(out, "rowCorrect"))).toEqual([1, 0, 1]);
});

test("oneHot and meanMetrics: values by hand", () => {
  const hot = run(oneHot, { N: 2, V: 3 }, new Map([["tokens", Int32Array.of(2, 0)]]));
  expect(Array.from(floats(hot, "out"))).toEqual([0, 0, 1, 1, 0, 0]);
  const rows = new Map([
    ["rowLoss", Float64Array.of(1, 2, 6)],
    ["rowCorrect", Float64Array.of(1, 0, 1)],
  ]);
  expect(Array.from(floats(run(meanMetrics, { N: 3 }, rows), "metrics"))).toEqual([3, 2 / 3]);
});

test("sumOfSquares and clipFactor: the norm, its factor, and a flag that stays down", () => {
  const gradients = Float64Array.of(3, 0, 0, 4, 0, 12);
  const squares = run(sumOfSquares, { length: 6, parts: 4 }, new Map([["gradients", gradients]]));
  expect(Array.from(floats(squares, "partials"))).toEqual([9, 144, 0, 16]);
  const partials = floats(squares, "partials");
  const factor = (limit: number, loss: number, healthy: number, sums = partials) => {
    const hyper = Float64Array.of(0, 0, 0, 0, 0, 0, limit, 0);
    const rest: [string, HostArray][] = [
      ["partials", sums],
      ["metrics", Float64Array.of(loss, 0)],
      ["hyper", hyper],
      ["clip", Float64Array.of(0, 0, healthy)],
    ];
    return Array.from(floats(run(clipFactor, { parts: 4 }, new Map(rest)), "clip"));
  };
  expect(factor(6.5, 1, 1)).toEqual([13, 6.5 / (13 + 1e-6), 1]);
  expect(factor(100, 1, 1)).toEqual([13, 1, 1]);
  expect(factor(0, 1, 1)).toEqual([13, 1, 1]);
  expect(factor(100, Number.NaN, 1)[2]).toBe(0);
  expect(factor(100, Number.POSITIVE_INFINITY, 1)[2]).toBe(0);
  expect(factor(100, 1, 1, Float64Array.of(1, Number.NaN, 0, 0))[2]).toBe(0);
  expect(factor(0, 1, 1, Float64Array.of(1, Number.POSITIVE_INFINITY, 0, 0))[2]).toBe(0);
  expect(factor(100, 1, 0)[2]).toBe(0);
});

test("adam: the first step moves every parameter by the learning rate, against its gradient", () => {
  const inputs = new Map<string, HostArray>([
    ["parameters", Float64Array.of(1, 1)],
    ["gradients", Float64Array.of(8, -0.5)],
    ["firstMoment", Float64Array.of(0, 0)],
    ["secondMoment", Float64Array.of(0, 0)],
    ["hyper", Float64Array.of(0.1, 0.9, 0.999, 0, 0.1, 1 - 0.999, 0, 1 - 0.999)],
    ["clip", Float64Array.of(0, 0.5, 1)],
  ]);
  const out = run(adam, { length: 2 }, inputs);
  expect(floats(out, "parameters")[0]).toBeCloseTo(0.9, 12);
  expect(floats(out, "parameters")[1]).toBeCloseTo(1.1, 12);
  expect(floats(out, "firstMoment")[0]).toBeCloseTo(0.4, 12);
  expect(floats(out, "secondMoment")[0]).toBeCloseTo(0.016, 12);
});

test("adam: a later step by hand, and none at all in an unhealthy run", () => {
  const inputs = (healthy: number) =>
    new Map<string, HostArray>([
      ["parameters", Float64Array.of(1)],
      ["gradients", Float64Array.of(2)],
      ["firstMoment", Float64Array.of(4)],
      ["secondMoment", Float64Array.of(5)],
      ["hyper", Float64Array.of(0.5, 0.5, 0.75, 1, 0.5, 0.25, 0, 0.25)],
      ["clip", Float64Array.of(0, 1, healthy)],
    ]);
  const state = (healthy: number) => {
    const out = run(adam, { length: 1 }, inputs(healthy));
    return ["parameters", "firstMoment", "secondMoment"].map((slot) => floats(out, slot)[0]);
  };
  // m = (4 + 2) / 2 = 3, v = (3 · 5 + 4) / 4 = 4.75, and the update 0.5 / 0.5 · 3 / (√4.75 / 0.5 + 1).
  const [parameter, m, v] = state(1);
  expect([m, v]).toEqual([3, 4.75]);
  expect(parameter).toBeCloseTo(1 - 3 / (Math.sqrt(4.75) / 0.5 + 1), 12);
  expect(state(0)).toEqual([1, 4, 5]);
});
