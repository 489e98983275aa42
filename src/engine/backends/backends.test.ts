import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import { expectClose, type Offsets, type OpInputs, randomInputs, runOp } from "../conformance/testing";
import type { Dims, Op } from "../ops/op";
import { allOps } from "../ops/registry";
import { bankAlignment } from "../plan/plan";
import { Random } from "../random";
import type { Backend } from "./backend";
import { createCpuBackend } from "./cpu/cpu";
import { createReferenceBackend } from "./reference/reference";
import { requestWebgpuBackend } from "./webgpu/webgpu";

/** Float32 against float64 on values of size 1: rounding grows with the number of terms, at most some hundreds. */
const tolerance = { atol: 2e-5, rtol: 1e-4 };

/** Odd sizes, ones, and multiples of four, which take other kernels. */
const sizes: Readonly<Record<string, readonly Dims[]>> = {
  rows: [
    { N: 1, V: 1, E: 1, M: 1 },
    { N: 3, V: 5, E: 7, M: 2 },
    { N: 67, V: 13, E: 3, M: 33 },
    { N: 64, V: 16, E: 8, M: 300 },
    { N: 129, V: 257, E: 20, M: 17 },
  ],
  matmul: [
    { batch: 1, M: 1, N: 1, K: 1 },
    { batch: 2, M: 3, N: 5, K: 7 },
    { batch: 3, M: 4, N: 8, K: 12 },
    { batch: 1, M: 33, N: 17, K: 64 },
    { batch: 1, M: 64, N: 65, K: 16 },
    { batch: 2, M: 36, N: 4, K: 5 },
    { batch: 1, M: 2, N: 64, K: 128 },
  ],
  recurrence: [
    { T: 1, B: 1, H: 1 },
    { T: 3, B: 2, H: 5 },
    { T: 5, B: 3, H: 4 },
    { T: 2, B: 9, H: 33 },
    { T: 7, B: 5, H: 36 },
  ],
  bank: [
    { length: 64, parts: 1 },
    { length: 320, parts: 256 },
    { length: 4288, parts: 256 },
  ],
};

function sizesOf({ name }: Op): readonly Dims[] {
  if (name.startsWith("matmul")) return sizes.matmul;
  if (name.startsWith("gru")) return sizes.recurrence;
  return ["adam", "sumOfSquares", "clipFactor"].includes(name) ? sizes.bank : sizes.rows;
}

/** The largest value that is drawn for each dimension of an op. */
const largest: Readonly<Record<string, number>> = {
  batch: 3,
  T: 7,
  B: 11,
  H: 37,
  V: 41,
  E: 23,
  M: 43,
  N: 71,
  K: 67,
  length: 999,
  parts: 300,
};

const randomSizes = ({ dims }: Op, random: Random): Dims =>
  Object.fromEntries(dims.map((dim) => [dim, random.integer(1, largest[dim])]));

/**
 * Random values that are also possible ones: gates, second moments and squares are not negative, a run is healthy, and
 * recurrent weights are as small as initial ones are, so that no gradient explodes and then cancels.
 */
function possibleInputs(op: Op, dims: Dims, random: Random, slots?: string[]): OpInputs {
  const inputs = new Map(randomInputs(op, dims, random, slots));
  for (const slot of ["secondMoment", "partials", "gates"]) {
    const values = inputs.get(slot);
    if (values instanceof Float64Array) inputs.set(slot, values.map(Math.abs));
  }
  const weightHh = inputs.get("weightHh");
  if (weightHh instanceof Float64Array) {
    inputs.set(
      "weightHh",
      weightHh.map((weight) => Math.fround(weight / Math.sqrt(dims.H))),
    );
  }
  if (inputs.has("hyper"))
    inputs.set("hyper", Float64Array.of(0.01, 0.9, 0.999, 1e-8, 0.271, 0.003, 0.5, 0.001));
  if (inputs.has("clip")) inputs.set("clip", Float64Array.of(2, 0.25, 1));
  return inputs;
}

const reference = createReferenceBackend();
const backends = new Map<string, Backend>();

beforeAll(async () => {
  backends.set("cpu", createCpuBackend());
  backends.set("webgpu", await requestWebgpuBackend(nodeGpu()));
});

afterAll(() => {
  for (const backend of backends.values()) backend.destroy();
});

function backendOf(name: string): Backend {
  const backend = backends.get(name);
  if (!backend) throw new Error(`There is no backend ${name}.`);
  return backend;
}

async function compare(
  backendName: string,
  op: Op,
  dims: Dims,
  inputs: OpInputs,
  offsets: Offsets = {},
): Promise<void> {
  const actual = await runOp(backendOf(backendName), op, dims, inputs, offsets);
  const expected = await runOp(reference, op, dims, inputs);
  expect(actual.size).toBeGreaterThan(0);
  for (const [slot, values] of expected) {
    const where = `${op.name} on ${backendName} at ${JSON.stringify({ ...dims, offsets })}: ${slot}`;
    expectClose(where, actual.get(slot) ?? [], values, tolerance);
  }
}

for (const name of ["cpu", "webgpu"]) {
  test.each(allOps.map((op) => ({ op: op.name })))(
    `$op on ${name} gives the reference's values`,
    async ({ op }) => {
      const found = allOps.find((candidate) => candidate.name === op);
      if (!found) throw new Error(`There is no op ${op}.`);
      const random = Random.fromSeed(11);
      const drawn = Array.from({ length: 5 }, () => randomSizes(found, random));
      for (const dims of [...sizesOf(found), ...drawn]) {
        await compare(name, found, dims, possibleInputs(found, dims, random));
        const required = Object.keys(found.slots).filter((slot) => !found.slots[slot].optional);
        await compare(name, found, dims, possibleInputs(found, dims, random, required));
      }
    },
  );

  test.each(allOps.map((op) => ({ op })))(
    `$op.name on ${name} reads and writes views, and nothing around them`,
    async ({ op }) => {
      const random = Random.fromSeed(13);
      const slots = Object.keys(op.slots);
      const offsets = Object.fromEntries(slots.map((slot, i) => [slot, (i + 1) * bankAlignment]));
      for (const dims of sizesOf(op).slice(1, 3)) {
        await compare(name, op, dims, possibleInputs(op, dims, random), offsets);
      }
    },
  );

  test.each(allOps.filter((op) => op.name.startsWith("matmul")).map((op) => ({ op })))(
    `$op.name on ${name} reads operands that begin anywhere, as h[1…T] does`,
    async ({ op }) => {
      const random = Random.fromSeed(17);
      for (const dims of [
        { batch: 2, M: 3, N: 5, K: 7 },
        { batch: 1, M: 8, N: 12, K: 16 },
        { batch: 2, M: 36, N: 20, K: 4 },
      ]) {
        for (const [a, b] of [
          [21, 0],
          [0, 63],
          [4, 12],
          [68, 2],
          [65, 124],
        ]) {
          await compare(name, op, dims, possibleInputs(op, dims, random), { a, b });
        }
      }
    },
  );

  test(`on ${name} a loss that is not finite stops the optimizer for good`, async () => {
    const clip = allOps.find((op) => op.name === "clipFactor");
    const adam = allOps.find((op) => op.name === "adam");
    const backend = backendOf(name);
    if (!clip || !adam) throw new Error("An op is missing.");
    const random = Random.fromSeed(3);
    for (const [loss, before, after] of [
      [Number.NaN, 1, 0],
      [Number.POSITIVE_INFINITY, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ]) {
      const inputs = new Map(possibleInputs(clip, { parts: 3 }, random));
      inputs.set("metrics", Float64Array.of(loss, 0));
      inputs.set("clip", Float64Array.of(0, 1, before));
      const written = await runOp(backend, clip, { parts: 3 }, inputs);
      expect(written.get("clip")?.[2]).toBe(after);
    }
    const inputs = new Map(possibleInputs(adam, { length: 64 }, random));
    inputs.set("clip", Float64Array.of(Number.NaN, Number.NaN, 0));
    const written = await runOp(backend, adam, { length: 64 }, inputs);
    expect(Array.from(written.get("parameters") ?? [])).toEqual(Array.from(inputs.get("parameters") ?? []));
  });
}

/** One workgroup per 64 elements, and at most 65535 workgroups in one dimension: this takes two. */
test.each([
  { op: "oneHot", dims: { N: 2049, V: 2053 } },
  { op: "embeddingForward", dims: { N: 2049, V: 3, E: 2053 } },
  { op: "softmaxCrossEntropyBackward", dims: { N: 2049, V: 2053 } },
  { op: "adam", dims: { length: 65_536 * 64 } },
])(
  "$op on webgpu reaches its last element where one dimension of workgroups does not",
  async ({ op, dims }) => {
    const found = allOps.find(({ name }) => name === op);
    if (!found) throw new Error(`There is no op ${op}.`);
    await compare("webgpu", found, dims, possibleInputs(found, dims, Random.fromSeed(19)));
  },
);

test("on webgpu a view that a shader could not find is refused, not misread", async () => {
  const op = allOps.find(({ name }) => name === "columnSums");
  if (!op) throw new Error("There is no op columnSums.");
  const dims = { M: 3, N: 5 };
  const inputs = possibleInputs(op, dims, Random.fromSeed(23));
  const run = runOp(backendOf("webgpu"), op, dims, inputs, { x: 21 });
  await expect(run).rejects.toThrow("columnSums.x: a view that does not begin at a multiple of 64 elements.");
});
