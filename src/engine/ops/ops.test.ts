import { expect, test } from "vitest";
import { Random } from "../../random";
import { fourGateDims, type OpInputs, randomInputs } from "../conformance/testing";
import { elementCount } from "../plan/plan";
import { binaryCrossEntropyBackward, binaryCrossEntropyForward } from "./binaryCrossEntropy";
import { clipFactor, sumOfSquares } from "./clip";
import { columnSums } from "./columnSums";
import { copyBlock } from "./copyBlock";
import { crossEntropyBackward, crossEntropyForward, noClass } from "./crossEntropy";
import { add, applyMask, zeros } from "./elementwise";
import { embeddingBackward, embeddingForward } from "./embedding";
import { fourGateBackward, fourGateForward } from "./fourGate";
import { gruBackward, gruForward } from "./gru";
import { gruResetBeforeBackward, gruResetBeforeForward } from "./gruResetBefore";
import { type Hyper, hyperTensor } from "./hyper";
import { lstmBackward, lstmForward } from "./lstm";
import { matmulNN, matmulNT, matmulTN } from "./matmul";
import { meanMetrics } from "./meanMetrics";
import { oneHot } from "./oneHot";
import { type Dims, type HostArray, type Op, Operands } from "./op";
import { adam, rmsprop, sgd } from "./optimizers";
import { rnnBackward, rnnForward } from "./rnn";
import { squaredErrorBackward, squaredErrorForward } from "./squaredError";

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

/** A recurrence as its derivatives' test sees it: the gradient of each of its inputs, by slot. */
interface Cell {
  readonly forward: Op;
  readonly backward: Op;
  readonly gradients: (values: CellValues) => Readonly<Record<string, Float64Array>>;
}

interface CellValues {
  readonly dims: Dims;
  /** What is in a slot of either op after both have run. */
  readonly at: (slot: string) => Float64Array;
  /** h' as it enters products [T·B, H]. */
  readonly hidden: Float64Array;
}

const cells: Readonly<Record<string, Cell>> = {
  gru: {
    forward: gruForward,
    backward: gruBackward,
    gradients: ({ dims, at, hidden }) => ({
      inputPart: at("dInputPart"),
      weightHh: weightGradient(at("dHiddenPart"), hidden, dims),
      biasHh: biasGradient(at("dHiddenPart"), dims),
    }),
  },
  gruResetBefore: {
    forward: gruResetBeforeForward,
    backward: gruResetBeforeBackward,
    gradients: ({ dims, at, hidden }) => {
      const width = 3 * dims.H;
      const gates = columnsOf(at("dInputPart"), width, 0, 2 * dims.H);
      const candidate = columnsOf(at("dInputPart"), width, 2 * dims.H, dims.H);
      const ofGates = weightGradient(gates, hidden, dims);
      const ofCandidate = weightGradient(candidate, at("resetState"), dims);
      return { inputPart: at("dInputPart"), weightHh: Float64Array.of(...ofGates, ...ofCandidate) };
    },
  },
  fourGate: { forward: fourGateForward, backward: fourGateBackward, gradients: fourGateGradients },
  lstm: { forward: lstmForward, backward: lstmBackward, gradients: gradientsOfPart },
  rnn: { forward: rnnForward, backward: rnnBackward, gradients: gradientsOfPart },
};

function gradientsOfPart({ dims, at, hidden }: CellValues) {
  const dPart = at("dPart");
  return {
    inputPart: dPart,
    weightHh: weightGradient(dPart, hidden, dims),
    biasHh: biasGradient(dPart, dims),
  };
}

function fourGateGradients({ dims, at, hidden }: CellValues) {
  const { I, H } = dims;
  const partWidth = 2 * I + 4 * H;
  const widths = [I, H, H, H, H, I];
  const [dI, dF, dC, dO, dc, dx] = widths.map((width, i) => {
    const first = widths.slice(0, i).reduce((sum, before) => sum + before, 0);
    return columnsOf(at("dParts"), partWidth, first, width);
  });
  const joined = joinColumns(hidden, H, at("x"), I);
  const candidates = columnsOf(at("gates"), I + 3 * H, I + H, H);
  const weights = new Float64Array(dims.length);
  weights.set(weightGradient(dI, joined, dims), dims.weightI);
  weights.set(biasGradient(dI, dims), dims.biasI);
  weights.set(weightGradient(dF, joined, dims), dims.weightF);
  weights.set(biasGradient(dF, dims), dims.biasF);
  weights.set(weightGradient(dC, at("candidateInput"), dims), dims.weightC);
  weights.set(biasGradient(dc, dims), dims.biasC);
  weights.set(weightGradient(dO, joinColumns(candidates, H, hidden, H), dims), dims.weightO);
  weights.set(biasGradient(dO, dims), dims.biasO);
  return { x: dx, weights };
}

/** Of the weights that x [T·B, N] met, whose products have the gradient d [T·B, M]. */
function weightGradient(d: Float64Array, x: Float64Array, { T, B }: Dims): Float64Array {
  const K = T * B;
  const inputs = new Map([
    ["a", d],
    ["b", x],
  ]);
  return floats(run(matmulTN, { batch: 1, M: d.length / K, N: x.length / K, K }, inputs), "c");
}

function biasGradient(d: Float64Array, { T, B }: Dims): Float64Array {
  return floats(run(columnSums, { M: T * B, N: d.length / (T * B) }, new Map([["x", d]])), "out");
}

function columnsOf(x: Float64Array, width: number, first: number, count: number): Float64Array {
  return x.filter((_, i) => i % width >= first && i % width < first + count);
}

function joinColumns(a: Float64Array, P: number, b: Float64Array, Q: number): Float64Array {
  const rows = a.length / P;
  return Float64Array.from({ length: rows * (P + Q) }, (_, i) => {
    const [row, column] = [Math.floor(i / (P + Q)), i % (P + Q)];
    return column < P ? a[row * P + column] : b[row * Q + column - P];
  });
}

/** A row of a plane of `state` [S, T + 1, B, H], or several. */
function stateRows(state: Float64Array, { T, B, H }: Dims, first: number, count: number, plane = 0) {
  const start = (plane * (T + 1) + first) * B * H;
  return state.subarray(start, start + count * B * H);
}

const outputsOf = (state: Float64Array, dims: Dims) => stateRows(state, dims, 1 - dims.reverse, dims.T);

function hiddenOf(arrays: ReadonlyMap<string, HostArray>, dims: Dims): Float64Array {
  const before = stateRows(floats(arrays, "state"), dims, dims.reverse, dims.T);
  if (!arrays.has("stateMask")) return before;
  const mask = floats(arrays, "stateMask");
  return before.map((value, i) => value * mask[i % mask.length]);
}

const cellSizes = [
  { T: 1, B: 1, H: 1, I: 1 },
  { T: 3, B: 2, H: 3, I: 2 },
  { T: 5, B: 3, H: 2, I: 4 },
];

const cellCases = Object.keys(cells).flatMap((name) =>
  [0, 1].flatMap((reverse) =>
    [[], ["lengths"], ["stateMask"], ["lengths", "stateMask"]].map((options) => ({ name, reverse, options })),
  ),
);

test.each(cellCases)(
  "$name: backward is the derivative of forward, reverse $reverse, with $options",
  ({ name, reverse, options }) => {
    const { forward, backward, gradients } = cells[name];
    for (const sizes of cellSizes) {
      const dims = fourGateDims({ ...sizes, reverse });
      const { T, B, H } = dims;
      const inputs = randomInputs(forward, dims, random, [...requiredSlots(forward), ...options]);
      const dH = uniform(T * B * H);
      const loss = () => dot(dH, outputsOf(floats(run(forward, dims, inputs), "state"), dims));
      const between = run(forward, dims, inputs);
      const back = run(backward, dims, new Map([...between, ["dH", dH]]));
      const at = (slot: string) => floats(back.has(slot) ? back : between, slot);
      const expected = gradients({ dims, at, hidden: hiddenOf(between, dims) });
      for (const [slot, gradient] of Object.entries(expected)) {
        expectDerivative(slot, floats(inputs, slot), gradient, loss);
      }
      const planes = at("dInitial").length / (B * H);
      for (let plane = 0; plane < planes; plane++) {
        const initial = stateRows(floats(inputs, "state"), dims, reverse ? T : 0, 1, plane);
        const gradient = at("dInitial").subarray(plane * B * H, (plane + 1) * B * H);
        expectDerivative(`initial state ${plane}`, initial, gradient, loss);
      }
    }
  },
);

const requiredSlots = ({ slots }: Op) => Object.keys(slots).filter((slot) => !slots[slot].optional);

/** Editable values of a cell that stand in `gates`; after them come the states, h the first. */
const editedGates: Readonly<Record<string, (dims: Dims) => number>> = {
  gru: ({ H }) => 3 * H,
  gruResetBefore: ({ H }) => 3 * H,
  fourGate: ({ H, I }) => I + 3 * H,
  lstm: ({ H }) => 4 * H,
  rnn: () => 0,
};

/** [2, T, E]: scales, then offsets; `offset` is given the value's place among the E. */
function editsOf({ forward }: Cell, dims: Dims, scale: number, offset: (k: number) => number): Float64Array {
  const [, T, E] = forward.slots.edits.shape(dims);
  return Float64Array.from({ length: 2 * T * E }, (_, i) => (i < T * E ? scale : offset(i % E)));
}

test.each(Object.keys(cells))("%s: edits replace every value it computes, and else leave it", (name) => {
  const cell = cells[name];
  const dims = fourGateDims({ T: 3, B: 2, H: 3, I: 2, reverse: 0 });
  const inputs = randomInputs(cell.forward, dims, random, requiredSlots(cell.forward));
  const edited = (edits: Float64Array) => run(cell.forward, dims, new Map([...inputs, ["edits", edits]]));
  const same = edited(editsOf(cell, dims, 1, () => 0));
  expect(floats(same, "state")).toEqual(floats(run(cell.forward, dims, inputs), "state"));
  const replaced = edited(editsOf(cell, dims, 0, (k) => k + 1));
  const inGates = editedGates[name](dims);
  outputsOf(floats(replaced, "state"), dims).forEach((value, i) => {
    expect(value).toBe(inGates + (i % dims.H) + 1);
  });
  if (inGates === 0) return;
  const width = floats(replaced, "gates").length / (dims.T * dims.B);
  columnsOf(floats(replaced, "gates"), width, 0, inGates).forEach((value, i) => {
    expect(value).toBe((i % inGates) + 1);
  });
});

test.each(Object.keys(cells).flatMap((name) => [0, 1].map((reverse) => ({ name, reverse }))))(
  "$name: dH becomes the gradient of what is added to a state, reverse $reverse",
  ({ name, reverse }) => {
    const cell = cells[name];
    const dims = fourGateDims({ T: 4, B: 1, H: 3, I: 2, reverse });
    const { T, H } = dims;
    const edits = editsOf(cell, dims, 1, () => 0);
    const E = edits.length / (2 * T);
    const drawn = randomInputs(cell.forward, dims, random, requiredSlots(cell.forward));
    const inputs = new Map([...drawn, ["edits", edits]]);
    const dH = uniform(T * H);
    const loss = () => dot(dH, outputsOf(floats(run(cell.forward, dims, inputs), "state"), dims));
    const back = run(cell.backward, dims, new Map([...run(cell.forward, dims, inputs), ["dH", dH]]));
    for (let t = 0; t < T; t++) {
      const first = (T + t) * E + editedGates[name](dims);
      const whole = floats(back, "dH").subarray(t * H, (t + 1) * H);
      expectDerivative(`h[${t}]`, edits.subarray(first, first + H), whole, loss);
    }
  },
);

test("gru: what follows an edited gate follows the edit", () => {
  const dims = { T: 2, B: 1, H: 1, reverse: 0 };
  const inputs = new Map(randomInputs(gruForward, dims, random, requiredSlots(gruForward)));
  inputs.set("state", Float64Array.of(2, 0, 0));
  // r as it is, z = 1/4, n = 1/2, h twice what it was, at both steps.
  inputs.set("edits", Float64Array.of(1, 0, 0, 2, 1, 0, 0, 2, 0, 0.25, 0.5, 0, 0, 0.25, 0.5, 0));
  // 2 (3/4 · 1/2 + 1/4 · 2) = 7/4, then 2 (3/4 · 1/2 + 1/4 · 7/4) = 13/8.
  expect(Array.from(floats(run(gruForward, dims, inputs), "state"))).toEqual([2, 1.75, 1.625]);
});

test.each(Object.keys(cells))("%s: a masked step carries the state through, whatever its input", (name) => {
  const { forward } = cells[name];
  const dims = fourGateDims({ T: 4, B: 2, H: 3, I: 2, reverse: 0 });
  const inputs = new Map(randomInputs(forward, dims, random));
  inputs.delete("edits");
  inputs.set("lengths", Int32Array.of(2, 4));
  const state = floats(run(forward, dims, inputs), "state");
  const rowOf = (t: number, b: number) => Array.from(stateRows(state, dims, t, 1).slice(b * 3, b * 3 + 3));
  expect(rowOf(4, 0)).toEqual(rowOf(2, 0));
  expect(rowOf(2, 0)).not.toEqual(rowOf(1, 0));
  expect(rowOf(4, 1)).not.toEqual(rowOf(3, 1));
});

interface Loss {
  readonly forward: Op;
  readonly backward: Op;
  /** What the loss is a function of, and its gradient. */
  readonly slot: string;
  readonly gradient: string;
}

const losses: Readonly<Record<string, Loss>> = {
  crossEntropy: {
    forward: crossEntropyForward,
    backward: crossEntropyBackward,
    slot: "logits",
    gradient: "dLogits",
  },
  squaredError: {
    forward: squaredErrorForward,
    backward: squaredErrorBackward,
    slot: "outputs",
    gradient: "dOutputs",
  },
  binaryCrossEntropy: {
    forward: binaryCrossEntropyForward,
    backward: binaryCrossEntropyBackward,
    slot: "logits",
    gradient: "dLogits",
  },
};

const lossCases = [
  { name: "crossEntropy", options: [] },
  { name: "crossEntropy", options: ["lengths"] },
  { name: "crossEntropy", options: ["classWeights"] },
  { name: "crossEntropy", options: ["lengths", "classWeights"] },
  { name: "squaredError", options: [] },
  { name: "squaredError", options: ["lengths"] },
  { name: "binaryCrossEntropy", options: [] },
  { name: "binaryCrossEntropy", options: ["lengths"] },
];

test.each(lossCases)(
  "$name: backward is the derivative of the mean loss, with $options",
  ({ name, options }) => {
    const { forward, backward, slot, gradient } = losses[name];
    for (const dims of [
      { N: 1, B: 1, V: 1, smoothing: 0, ignored: noClass },
      { N: 3, B: 2, V: 5, smoothing: 0, ignored: noClass },
      { N: 7, B: 1, V: 2, smoothing: 100_000, ignored: 1 },
      { N: 12, B: 4, V: 3, smoothing: 300_000, ignored: 0 },
    ]) {
      const drawn = randomInputs(forward, dims, random, [...requiredSlots(forward), ...options]);
      const inputs = new Map(drawn);
      for (const positive of ["classWeights", "targets"]) {
        const values = inputs.get(positive);
        if (values instanceof Float64Array) inputs.set(positive, values.map(Math.abs));
      }
      const measured = () => run(meanMetrics, dims, run(forward, dims, inputs));
      const metrics = floats(measured(), "metrics");
      const back = run(backward, dims, new Map([...run(forward, dims, inputs), ["metrics", metrics]]));
      expectDerivative(slot, floats(inputs, slot), floats(back, gradient), () => {
        return floats(measured(), "metrics")[0];
      });
    }
  },
);

test("crossEntropyForward: values by hand, and no overflow", () => {
  const inputs = new Map<string, HostArray>([
    ["logits", Float64Array.of(0, Math.log(3), 1000, 0, 5, 5)],
    ["targets", Int32Array.of(1, 1, 0)],
  ]);
  const out = run(crossEntropyForward, { N: 3, B: 3, V: 2, smoothing: 0, ignored: noClass }, inputs);
  expect(floats(out, "probabilities")[1]).toBeCloseTo(0.75, 12);
  const rows = floats(out, "rowMeasures");
  expect(rows[0]).toBeCloseTo(-Math.log(0.75), 12);
  // Weight, right, counts; of equal logits the first counts as predicted.
  expect(Array.from(rows.slice(1, 8))).toEqual([1, 1, 1, 1000, 1, 0, 1]);
  expect(rows[8]).toBeCloseTo(Math.LN2, 12);
  expect(Array.from(rows.slice(9))).toEqual([1, 1, 1]);
});

test("crossEntropyForward: label smoothing, class weights and masked rows by hand", () => {
  const inputs = new Map<string, HostArray>([
    ["logits", Float64Array.of(0, Math.log(3), 0, 0, 0, Math.log(3))],
    ["targets", Int32Array.of(1, 0, 1)],
    ["lengths", Int32Array.of(1, 1)],
    ["classWeights", Float64Array.of(2, 4)],
  ]);
  const out = run(crossEntropyForward, { N: 3, B: 2, V: 2, smoothing: 100_000, ignored: noClass }, inputs);
  const rows = floats(out, "rowMeasures");
  expect(rows[0]).toBeCloseTo(
    -0.9 * 4 * Math.log(0.75) - 0.05 * (2 * Math.log(0.25) + 4 * Math.log(0.75)),
    12,
  );
  expect(rows[4]).toBeCloseTo((0.9 * 2 + 0.05 * (2 + 4)) * Math.LN2, 12);
  expect([rows[1], rows[5]]).toEqual([4, 2]);
  // The third row is the second step of a sequence of one.
  expect(Array.from(rows.slice(8))).toEqual([0, 0, 0, 0]);
});

test("crossEntropyForward: what is ignored counts nowhere, and of nothing but such rows all is 0", () => {
  const inputs = new Map<string, HostArray>([
    ["logits", Float64Array.of(0, Math.log(3), 0, 0, 0, Math.log(7))],
    ["targets", Int32Array.of(1, 0, 1)],
  ]);
  const dims = { N: 3, B: 3, V: 2, smoothing: 0, ignored: 0 };
  const forward = run(crossEntropyForward, dims, inputs);
  expect(Array.from(floats(forward, "rowMeasures").slice(4, 8))).toEqual([0, 0, 0, 0]);
  const measured = run(meanMetrics, dims, forward);
  const metrics = floats(measured, "metrics");
  expect(metrics[0]).toBeCloseTo(-Math.log(0.75 * 0.875) / 2, 12);
  expect(Array.from(metrics.slice(1))).toEqual([1, 0.5]);
  const back = run(crossEntropyBackward, dims, new Map([...inputs, ...forward, ...measured]));
  expect(Array.from(floats(back, "dLogits"), (d) => d + 0)).toEqual(
    [0.125, -0.125, 0, 0, 0.0625, -0.0625].map((d) => expect.closeTo(d, 12)),
  );
  const none = run(
    meanMetrics,
    dims,
    run(crossEntropyForward, dims, inputs.set("targets", new Int32Array(3))),
  );
  expect(Array.from(floats(none, "metrics"))).toEqual([0, 0, 0]);
});

test("squaredErrorForward and binaryCrossEntropyForward: values by hand, and no overflow", () => {
  const dims = { N: 2, B: 2, V: 2 };
  const squared = new Map([
    ["outputs", Float64Array.of(1, 5, 0, 0)],
    ["targets", Float64Array.of(4, 1, 0, 0)],
  ]);
  const errors = floats(run(squaredErrorForward, dims, squared), "rowMeasures");
  expect(Array.from(errors)).toEqual([12.5, 1, 0, 1, 0, 1, 0, 1]);
  const logistic = new Map([
    ["logits", Float64Array.of(Math.log(3), 0, 1000, -1000)],
    ["targets", Float64Array.of(0.5, 1, 1, 1)],
  ]);
  const rows = floats(run(binaryCrossEntropyForward, dims, logistic), "rowMeasures");
  expect(rows[0]).toBeCloseTo((-0.5 * (Math.log(0.75) + Math.log(0.25)) + Math.LN2) / 2, 12);
  // 3 is above 1 and 1/2 is not above 1/2; 0 is not above 0 and 1 is above 1/2.
  expect(Array.from(rows.slice(1))).toEqual([1, 0, 1, 500, 1, 0.5, 1]);
});

test("oneHot and meanMetrics: values by hand", () => {
  const hot = run(oneHot, { N: 2, V: 3 }, new Map([["tokens", Int32Array.of(2, 0)]]));
  expect(Array.from(floats(hot, "out"))).toEqual([0, 0, 1, 1, 0, 0]);
  // The second row is masked.
  const rows = new Map([["rowMeasures", Float64Array.of(3, 2, 1, 1, 0, 0, 0, 0, 9, 6, 0.5, 1)]]);
  expect(Array.from(floats(run(meanMetrics, { N: 3 }, rows), "metrics"))).toEqual([1.5, 0.75, 0.125]);
});

test("zeros, add, applyMask and copyBlock: values by hand", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 6);
  expect(Array.from(floats(run(zeros, { length: 2 }, new Map()), "out"))).toEqual([0, 0]);
  const sum = run(
    add,
    { length: 2 },
    new Map([
      ["x", x],
      ["out", Float64Array.of(10, 20, 30)],
    ]),
  );
  expect(Array.from(floats(sum, "out"))).toEqual([11, 22, 30]);
  const masked = run(
    applyMask,
    { length: 5, period: 2 },
    new Map([
      ["x", x],
      ["mask", Float64Array.of(0, 2)],
    ]),
  );
  expect(Array.from(floats(masked, "out"))).toEqual([0, 4, 0, 8, 0]);
  // The last two columns of a matrix of three go to the first two of another of three.
  const dims = { rows: 2, columns: 2, xStart: 1, xStride: 3, outStart: 0, outStride: 3 };
  const copied = run(
    copyBlock,
    dims,
    new Map([
      ["x", x],
      ["out", new Float64Array(6).fill(9)],
    ]),
  );
  expect(Array.from(floats(copied, "out"))).toEqual([2, 3, 9, 5, 6, 9]);
});

test("sumOfSquares and clipFactor: the norm, its factor, and a flag that stays down", () => {
  const gradients = Float64Array.of(3, 0, 0, 4, 0, 12);
  const squares = run(sumOfSquares, { length: 6, parts: 4 }, new Map([["gradients", gradients]]));
  expect(Array.from(floats(squares, "partials"))).toEqual([9, 144, 0, 16]);
  const partials = floats(squares, "partials");
  const factor = (limit: number, loss: number, healthy: number, sums = partials) => {
    const rest: [string, HostArray][] = [
      ["partials", sums],
      ["metrics", Float64Array.of(loss, 0, 1)],
      ["hyper", hyperTensor({ clipNorm: limit })],
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

/** One step on one parameter: [parameter, firstMoment, secondMoment] before and after. */
function optimize(
  op: Op,
  before: readonly [number, number, number],
  gradient: number,
  hyper: Partial<Hyper>,
  { factor, healthy } = { factor: 1, healthy: 1 },
): number[] {
  const slots = ["parameters", "firstMoment", "secondMoment"];
  const inputs = new Map<string, HostArray>([
    ...slots.map((slot, i): [string, HostArray] => [slot, Float64Array.of(before[i])]),
    ["gradients", Float64Array.of(gradient)],
    ["hyper", hyperTensor(hyper)],
    ["clip", Float64Array.of(0, factor, healthy)],
  ]);
  const after = run(op, { length: 1 }, inputs);
  return slots.map((slot) => floats(after, slot)[0]);
}

function expectNumbers(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, 12);
  });
}

const firstAdam = {
  learningRate: 0.1,
  beta1: 0.9,
  oneMinusBeta1: 1 - 0.9,
  beta2: 0.999,
  oneMinusBeta2: 1 - 0.999,
  correction1: 1 - 0.9,
  correction2: 1 - 0.999,
};

/** All of them numbers whose results are short. */
const laterAdam = {
  learningRate: 0.5,
  beta1: 0.5,
  oneMinusBeta1: 0.5,
  beta2: 0.75,
  oneMinusBeta2: 0.25,
  epsilon: 1,
  correction1: 0.5,
  correction2: 0.25,
};

test("adam: the first step moves every parameter by the learning rate, against its gradient", () => {
  const halved = { factor: 0.5, healthy: 1 };
  expectNumbers(optimize(adam, [1, 0, 0], 8, firstAdam, halved), [0.9, 0.4, 0.016]);
  expectNumbers(optimize(adam, [1, 0, 0], -0.5, firstAdam, halved).slice(0, 1), [1.1]);
});

test("adam: a later step by hand, with either decay", () => {
  // m = (4 + 2) / 2 = 3, v = (3 · 5 + 4) / 4 = 4.75, and the update 0.5 / 0.5 · 3 / (√4.75 / 0.5 + 1).
  const update = 3 / (Math.sqrt(4.75) / 0.5 + 1);
  expectNumbers(optimize(adam, [1, 4, 5], 2, laterAdam), [1 - update, 3, 4.75]);
  // AdamW: beside the update the parameter loses 0.5 · 0.1 of itself.
  const decoupled = { ...laterAdam, decoupledDecay: 0.1 };
  expectNumbers(optimize(adam, [2, 4, 5], 2, decoupled), [2 - 0.1 - update, 3, 4.75]);
  // L2: the gradient is 1 + 0.5 · 2 = 2.
  expectNumbers(optimize(adam, [2, 4, 5], 1, { ...laterAdam, weightDecay: 0.5 }), [2 - update, 3, 4.75]);
});

test("sgd: steps by hand, plain, with momentum and with Nesterov's", () => {
  expectNumbers(optimize(sgd, [1, 0, 0], 2, { learningRate: 0.25 }), [0.5, 2, 0]);
  const momentum = { learningRate: 0.25, beta1: 0.5 };
  // m = 0.5 · 8 + 2 = 6.
  expectNumbers(optimize(sgd, [1, 8, 0], 2, momentum), [-0.5, 6, 0]);
  // 3 - 0.25 (2 + 0.5 · 6).
  expectNumbers(optimize(sgd, [3, 8, 0], 2, { ...momentum, nesterov: 1 }), [1.75, 6, 0]);
});

test("rmsprop: steps by hand, without and with momentum", () => {
  const plain = { learningRate: 0.5, beta2: 0.75, oneMinusBeta2: 0.25, epsilon: 1 };
  // v = 0.75 · 4 + 0.25 · 36 = 12 … the root of 12 plus 1 divides 6.
  const share = 6 / (Math.sqrt(12) + 1);
  expectNumbers(optimize(rmsprop, [1, 0, 4], 6, plain), [1 - 0.5 * share, share, 12]);
  const m = 0.5 * 8 + share;
  expectNumbers(optimize(rmsprop, [1, 8, 4], 6, { ...plain, beta1: 0.5 }), [1 - 0.5 * m, m, 12]);
});

test.each([
  { op: adam, hyper: laterAdam },
  { op: sgd, hyper: { learningRate: 0.25, beta1: 0.5 } },
  { op: rmsprop, hyper: { learningRate: 0.5, beta2: 0.75, oneMinusBeta2: 0.25, epsilon: 1 } },
])(
  "$op.name: clips by norm, then by value, then adds the decay; an unhealthy run stands still",
  ({ op, hyper }) => {
    const clipped = { ...hyper, clipValue: 1.5, weightDecay: 0.25 };
    const halved = { factor: 0.5, healthy: 1 };
    for (const [gradient, whole] of [
      [8, 1.5 + 0.25 * 2],
      [-8, -1.5 + 0.25 * 2],
      [2, 1 + 0.25 * 2],
    ]) {
      expectNumbers(
        optimize(op, [2, 4, 5], gradient, clipped, halved),
        optimize(op, [2, 4, 5], whole, hyper),
      );
    }
    expect(optimize(op, [2, 4, 5], 8, hyper, { factor: 1, healthy: 0 })).toEqual([2, 4, 5]);
  },
);
