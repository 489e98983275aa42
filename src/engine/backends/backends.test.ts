import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { Random } from "../../random";
import { testBackends } from "../conformance/testBackends";
import {
  expectClose,
  fourGateDims,
  type Offsets,
  type OpInputs,
  possibleInputs,
  runOp,
} from "../conformance/testing";
import { hyperPlaces } from "../ops/hyper";
import type { Dims, Op } from "../ops/op";
import { allOps } from "../ops/registry";
import { bankAlignment } from "../plan/plan";
import type { Backend, BackendName } from "./backend";
import { kernelsVersion } from "./webgpu/calibration";
import { families, familyOf, variantsOf } from "./webgpu/variants";
import { webgpuOf } from "./webgpu/webgpu";

/** Float32 against float64 on values of size 1: rounding grows with the number of terms, at most some hundreds. */
const tolerance = { atol: 2e-5, rtol: 1e-4 };

/** Odd sizes, ones, and multiples of four, which take other kernels. */
const sizes: Readonly<Record<string, readonly Dims[]>> = {
  rows: [
    { N: 1, B: 1, V: 1, E: 1, M: 1, smoothing: 0, ignored: -1 },
    { N: 3, B: 2, V: 5, E: 7, M: 2, smoothing: 100_000, ignored: 3 },
    { N: 67, B: 5, V: 13, E: 3, M: 33, smoothing: 0, ignored: 12 },
    { N: 64, B: 8, V: 16, E: 8, M: 300, smoothing: 250_000, ignored: -1 },
    { N: 129, B: 43, V: 257, E: 20, M: 17, smoothing: 100_000, ignored: 0 },
  ],
  matmul: [
    { batch: 1, M: 1, N: 1, K: 1 },
    { batch: 2, M: 3, N: 5, K: 7 },
    { batch: 3, M: 4, N: 8, K: 12 },
    { batch: 1, M: 33, N: 17, K: 64 },
    { batch: 1, M: 64, N: 65, K: 16 },
    { batch: 2, M: 36, N: 4, K: 5 },
    { batch: 1, M: 2, N: 64, K: 128 },
    { batch: 1, M: 68, N: 72, K: 36 },
  ],
  recurrence: [
    { T: 1, B: 1, H: 1, I: 1, reverse: 0 },
    { T: 3, B: 2, H: 5, I: 3, reverse: 1 },
    { T: 5, B: 3, H: 4, I: 4, reverse: 0 },
    { T: 4, B: 5, H: 8, I: 9, reverse: 1 },
    { T: 2, B: 9, H: 33, I: 2, reverse: 1 },
    { T: 7, B: 5, H: 36, I: 17, reverse: 0 },
    { T: 3, B: 19, H: 24, I: 8, reverse: 1 },
  ],
  bank: [
    { length: 64, parts: 1 },
    { length: 320, parts: 256 },
    { length: 4288, parts: 256 },
  ],
  flat: [
    { length: 1, period: 1, threshold: 0, salt: 0 },
    { length: 321, period: 7, threshold: 2 ** 31, salt: 5 },
    { length: 4288, period: 1072, threshold: 2 ** 32 - 1, salt: 2 ** 32 - 1 },
  ],
  windows: [
    { L: 2, T: 1, B: 1 },
    { L: 100, T: 13, B: 7 },
    { L: 4097, T: 64, B: 32 },
  ],
  block: [
    { rows: 1, columns: 1, xStart: 0, xStride: 1, outStart: 0, outStride: 1 },
    { rows: 5, columns: 3, xStart: 2, xStride: 7, outStart: 4, outStride: 3 },
    { rows: 33, columns: 9, xStart: 0, xStride: 9, outStart: 11, outStride: 20 },
    { rows: 4, columns: 6, xStart: 3, xStride: 2, outStart: 1, outStride: 6 },
  ],
};

function sizesOf({ name, recurrence }: Op): readonly Dims[] {
  if (name.startsWith("fourGate")) return sizes.recurrence.map(fourGateDims);
  if (recurrence) return sizes.recurrence;
  if (name.startsWith("matmul")) return sizes.matmul;
  if (name === "copyBlock") return sizes.block;
  if (name === "gatherWindows") return sizes.windows;
  if (["zeros", "add", "applyMask", "dropoutMask"].includes(name)) return sizes.flat;
  return ["adam", "sgd", "rmsprop", "sumOfSquares", "clipFactor"].includes(name) ? sizes.bank : sizes.rows;
}

/** The smallest and the largest value that are drawn for each dimension of an op. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  batch: [1, 3],
  L: [9, 500],
  T: [1, 7],
  B: [1, 11],
  H: [1, 37],
  I: [1, 19],
  reverse: [0, 1],
  V: [1, 41],
  E: [1, 23],
  M: [1, 43],
  N: [1, 71],
  K: [1, 67],
  smoothing: [0, 999_999],
  ignored: [-1, 3],
  length: [1, 999],
  parts: [1, 300],
  period: [1, 99],
  threshold: [0, 2 ** 31],
  salt: [0, 2 ** 31],
  rows: [1, 29],
  columns: [1, 21],
  xStart: [0, 31],
  xStride: [1, 33],
  outStart: [0, 31],
  // Rows that overlapped would race.
  outStride: [21, 33],
};

function randomSizes({ name, dims }: Op, random: Random): Dims {
  const drawn = dims.filter((dim) => dim in ranges).map((dim) => [dim, random.integer(...ranges[dim])]);
  return name.startsWith("fourGate") ? fourGateDims(Object.fromEntries(drawn)) : Object.fromEntries(drawn);
}

/** The required slots: with all optional ones, with none, and with each of them alone. */
function slotChoices({ slots }: Op): string[][] {
  const required = Object.keys(slots).filter((slot) => !slots[slot].optional);
  const optional = Object.keys(slots).filter((slot) => slots[slot].optional);
  const alone = optional.length > 1 ? optional.map((slot) => [slot]) : [];
  const choices = optional.length > 0 ? [[], optional, ...alone] : [[]];
  return choices.map((chosen) => [...required, ...chosen]);
}

const backendOf = testBackends();

function opNamed(name: string): Op {
  const op = allOps.find((candidate) => candidate.name === name);
  if (!op) throw new Error(`There is no op ${name}.`);
  return op;
}

async function compare(
  name: BackendName,
  op: Op,
  dims: Dims,
  inputs: OpInputs,
  offsets: Offsets = {},
): Promise<void> {
  const actual = await runOp(backendOf(name), op, dims, inputs, offsets);
  const expected = await runOp(backendOf("reference"), op, dims, inputs);
  expect(actual.size).toBeGreaterThan(0);
  for (const [slot, values] of expected) {
    const where = `${op.name} on ${name} at ${JSON.stringify({ ...dims, offsets })}: ${slot}`;
    expectClose(where, actual.get(slot) ?? [], values, tolerance);
  }
}

for (const name of ["cpu", "webgpu"] as const) {
  test.each(allOps.map((op) => ({ op })))(
    `$op.name on ${name} gives the reference's values`,
    async ({ op }) => {
      const random = Random.fromSeed(11);
      const drawn = Array.from({ length: 5 }, () => randomSizes(op, random));
      for (const [i, dims] of [...sizesOf(op), ...drawn].entries()) {
        const choices = slotChoices(op);
        // With all and with none at every size; each alone at some.
        for (const slots of i < 4 ? choices : choices.slice(0, 2)) {
          await compare(name, op, dims, possibleInputs(op, dims, random, slots));
        }
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

  test.each([
    { op: "copyBlock", slots: ["x", "out"] },
    { op: "applyMask", slots: ["x"] },
    { op: "fourGateForward", slots: ["x"] },
    { op: "fourGateBackward", slots: ["x"] },
  ])(`$op on ${name} takes $slots that begin anywhere`, async ({ op, slots }) => {
    const random = Random.fromSeed(29);
    for (const dims of sizesOf(opNamed(op)).slice(1, 3)) {
      for (const start of [1, 66]) {
        const offsets = Object.fromEntries(slots.map((slot, i) => [slot, start + i]));
        await compare(name, opNamed(op), dims, possibleInputs(opNamed(op), dims, random), offsets);
      }
    }
  });

  test(`on ${name} a loss that is not finite stops the optimizer for good`, async () => {
    const clip = opNamed("clipFactor");
    const backend = backendOf(name);
    const random = Random.fromSeed(3);
    for (const [loss, before, after] of [
      [Number.NaN, 1, 0],
      [Number.POSITIVE_INFINITY, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ]) {
      const inputs = new Map(possibleInputs(clip, { parts: 3 }, random));
      inputs.set("metrics", Float64Array.of(loss, 0, 1));
      inputs.set("clip", Float64Array.of(0, 1, before));
      const written = await runOp(backend, clip, { parts: 3 }, inputs);
      expect(written.get("clip")?.[2]).toBe(after);
    }
    for (const optimizer of ["adam", "sgd", "rmsprop"].map(opNamed)) {
      const inputs = new Map(possibleInputs(optimizer, { length: 64 }, random));
      inputs.set("clip", Float64Array.of(Number.NaN, Number.NaN, 0));
      const written = await runOp(backend, optimizer, { length: 64 }, inputs);
      for (const [slot, values] of written) {
        expect(Array.from(values), `${optimizer.name}: ${slot}`).toEqual(Array.from(inputs.get(slot) ?? []));
      }
    }
  });

  test(`on ${name} dropout's zeros are exactly the reference's, and without dropout there are none`, async () => {
    const op = opNamed("dropoutMask");
    const dims = { length: 5000, threshold: 2 ** 30, salt: 3 };
    for (const seed of [0, 1, -1, 2 ** 31 - 1]) {
      const zerosOf = async (backend: Backend, isOn: number) => {
        const written = await runOp(backend, op, dims, new Map([["seed", Int32Array.of(seed, isOn)]]));
        return Array.from(written.get("mask") ?? [], (value, i) => (value === 0 ? i : -1)).filter(
          (i) => i >= 0,
        );
      };
      const zeros = await zerosOf(backendOf(name), 1);
      expect(zeros).toEqual(await zerosOf(backendOf("reference"), 1));
      expect(Math.abs(zeros.length / dims.length - 0.25)).toBeLessThan(0.03);
      expect(await zerosOf(backendOf(name), 0)).toEqual([]);
    }
  });
}

/** Whichever of them a calibration would choose here; the defaults are what all other tests run. */
const variants = families
  .filter((family) => family !== "wideRecurrence")
  .flatMap((family) =>
    variantsOf(family, { hasQuads: true })
      .slice(1)
      .map((variant) => ({ family, variant })),
  );

/** What many workgroups that wait at barriers cost a software adapter, few show as well. */
const sizesAs = (op: Op, variant: string): readonly Dims[] =>
  variant.includes("shares") ? sizesOf(op).filter(({ M, N }) => M * N < 1000) : sizesOf(op);

const opsAsVariants = variants.flatMap(({ family, variant }) =>
  allOps
    .filter((op) => familyOf(op, { H: 1 }) === family)
    .map((op) => ({ op, name: op.name, family, variant })),
);

test.each(opsAsVariants)(
  "$name as $variant gives the reference's values",
  async ({ op, family, variant }) => {
    const backend = webgpuOf(backendOf("webgpu"));
    const measured = { version: kernelsVersion, adapter: backend.device, measurements: [] };
    backend.use({ ...measured, choice: { [family]: variant } });
    const random = Random.fromSeed(31);
    for (const dims of [...sizesAs(op, variant), randomSizes(op, random), randomSizes(op, random)]) {
      for (const slots of slotChoices(op).slice(0, 2)) {
        await compare("webgpu", op, dims, possibleInputs(op, dims, random, slots));
      }
    }
    backend.use(null);
  },
);

const beyondOneDimension = 65_536 * 64;

/** One workgroup per 64 elements, and at most 65535 workgroups in one dimension: this takes two. */
test.each([
  { op: "oneHot", dims: { N: 2049, V: 2053 } },
  { op: "embeddingForward", dims: { N: 2049, V: 3, E: 2053 } },
  { op: "crossEntropyBackward", dims: { N: 2049, B: 3, V: 2053, smoothing: 0, ignored: 5 } },
  { op: "squaredErrorBackward", dims: { N: 2049, B: 3, V: 2053 } },
  { op: "binaryCrossEntropyBackward", dims: { N: 2049, B: 3, V: 2053 } },
  {
    op: "copyBlock",
    dims: { rows: 2049, columns: 2053, xStart: 1, xStride: 2055, outStart: 3, outStride: 2054 },
  },
  { op: "zeros", dims: { length: beyondOneDimension } },
  { op: "add", dims: { length: beyondOneDimension } },
  { op: "applyMask", dims: { length: beyondOneDimension, period: 1023 } },
  { op: "dropoutMask", dims: { length: beyondOneDimension, threshold: 2 ** 31, salt: 1 } },
  { op: "adam", dims: { length: beyondOneDimension } },
  { op: "sgd", dims: { length: beyondOneDimension } },
  { op: "rmsprop", dims: { length: beyondOneDimension } },
])(
  "$op on webgpu reaches its last element where one dimension of workgroups does not",
  async ({ op, dims }) => {
    const found = opNamed(op);
    await compare("webgpu", found, dims, possibleInputs(found, dims, Random.fromSeed(19)));
  },
);

test("the shaders find in `hyper` what the host puts there", async () => {
  const file = new URL("../../../shaders/lib/hyper.wgsl", import.meta.url);
  const constants = (await readFile(file, "utf8")).matchAll(/^const (\w+) = (\d+)u;$/gm);
  const places = Array.from(constants, ([, name, place]) => [name, Number(place)]);
  expect(places).toEqual(hyperPlaces.map((name, i) => [name, i]));
});

test("on webgpu a view that a shader could not find is refused, not misread", async () => {
  const op = opNamed("columnSums");
  const dims = { M: 3, N: 5 };
  const inputs = possibleInputs(op, dims, Random.fromSeed(23));
  const run = runOp(backendOf("webgpu"), op, dims, inputs, { x: 21 });
  await expect(run).rejects.toThrow("columnSums.x: a view that does not begin at a multiple of 64 elements.");
});
