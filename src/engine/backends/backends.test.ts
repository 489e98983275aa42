import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import { expectClose, type OpInputs, randomInputs, runOp } from "../conformance/testing";
import type { Dims, Op } from "../ops/op";
import { allOps } from "../ops/registry";
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

async function compare(backendName: string, op: Op, dims: Dims, inputs: OpInputs): Promise<void> {
  const backend = backends.get(backendName);
  if (!backend) throw new Error(`There is no backend ${backendName}.`);
  const actual = await runOp(backend, op, dims, inputs);
  const expected = await runOp(reference, op, dims, inputs);
  expect(actual.size).toBeGreaterThan(0);
  for (const [slot, values] of expected) {
    const where = `${op.name} on ${backendName} at ${JSON.stringify(dims)}: ${slot}`;
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
      for (const dims of sizesOf(found)) {
        await compare(name, found, dims, possibleInputs(found, dims, random));
        const required = Object.keys(found.slots).filter((slot) => !found.slots[slot].optional);
        await compare(name, found, dims, possibleInputs(found, dims, random, required));
      }
    },
  );

  test(`on ${name} a loss that is not finite stops the optimizer for good`, async () => {
    const clip = allOps.find((op) => op.name === "clipFactor");
    const adam = allOps.find((op) => op.name === "adam");
    const backend = backends.get(name);
    if (!clip || !adam || !backend) throw new Error("An op is missing.");
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
