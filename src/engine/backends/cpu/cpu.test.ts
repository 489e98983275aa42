/** What the CPU engine must keep whatever computes: kernels of every variant, any number of threads, a memory that grows. */
import { channel } from "node:diagnostics_channel";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test, vi } from "vitest";
import { Random } from "../../../random";
import { expectClose, fourGateDims, type OpInputs, possibleInputs, runOp } from "../../conformance/testing";
import { simpleNetwork } from "../../model/config";
import { buildPlan } from "../../model/network";
import { healthyClip } from "../../ops/clip";
import { hyperTensor } from "../../ops/hyper";
import type { Dims, Op } from "../../ops/op";
import { allOps } from "../../ops/registry";
import { PlanBuilder } from "../../plan/builder";
import { type Plan, PlanTooLargeError, planBytes, sections } from "../../plan/plan";
import type { Backend, Executable } from "../backend";
import { createReferenceBackend } from "../reference/reference";
import { createCpuBackend } from "./cpu";
import { CpuExecutable } from "./executable";
import { createMemory, LinearMemory } from "./memory";
import { Kernels, kernelModule } from "./modules";
import { Pool } from "./pool";
import { slices } from "./slices";
import type { Kernel } from "./task";

/** As in `backends.test.ts`. */
const tolerance = { atol: 2e-5, rtol: 1e-4 };

/** No multiples of anything, and enough rows for every thread. */
const odd: Dims = {
  L: 97,
  ...{ batch: 3, M: 37, N: 43, K: 261, T: 5, B: 11, H: 19, I: 13, reverse: 1, V: 17, E: 23 },
  ...{ smoothing: 100_000, ignored: 1, length: 999, parts: 77, period: 31, threshold: 2 ** 31, salt: 5 },
  ...{ rows: 13, columns: 9, xStart: 1, xStride: 11, outStart: 2, outStride: 10 },
};

/** More inputs than twice the units, many rows, few columns. */
const wide: Dims = {
  L: 500,
  ...odd,
  ...{ batch: 1, M: 131, N: 97, K: 5, T: 9, B: 29, H: 6, I: 41, reverse: 0, V: 3, E: 70 },
  ...{ length: 4001, parts: 256, period: 4001, rows: 101 },
};

function dimsFor({ name, dims }: Op, all: Dims): Dims {
  const own = Object.fromEntries(dims.filter((dim) => dim in all).map((dim) => [dim, all[dim]]));
  return name.startsWith("fourGate") ? fourGateDims(own) : own;
}

const opened: Backend[] = [];
function open(options: Parameters<typeof createCpuBackend>[0]): Backend {
  const backend = createCpuBackend(options);
  opened.push(backend);
  return backend;
}
afterAll(() => {
  for (const backend of opened) backend.destroy();
});

const reference = createReferenceBackend();
const oneThread = open({ threads: 1 });

async function written(backend: Backend, op: Op, dims: Dims, inputs: OpInputs) {
  return [...(await runOp(backend, op, dims, inputs))];
}

for (const kernels of ["plain", "relaxed", "scalar"] as const) {
  const backend = open({ kernels, threads: 1 });
  test.each(allOps.map((op) => ({ op })))(
    `$op.name: ${kernels} gives the reference's values`,
    async ({ op }) => {
      for (const dims of [dimsFor(op, odd), dimsFor(op, wide)]) {
        const inputs = possibleInputs(op, dims, Random.fromSeed(5));
        const expected = new Map(await written(reference, op, dims, inputs));
        for (const [slot, values] of await written(backend, op, dims, inputs))
          expectClose(`${op.name}: ${slot}`, values, expected.get(slot) ?? [], tolerance);
      }
    },
  );
}

for (const threads of [2, 3]) {
  const backend = open({ threads, sharedCost: 0 });
  test.each(allOps.map((op) => ({ op })))(
    `$op.name: ${threads} threads give what one gives, bit for bit`,
    async ({ op }) => {
      for (const dims of [dimsFor(op, odd), dimsFor(op, wide)]) {
        const inputs = possibleInputs(op, dims, Random.fromSeed(6));
        const expected = await written(oneThread, op, dims, inputs);
        // Who computes what is different each time.
        for (let i = 0; i < 5; i++) expect(await written(backend, op, dims, inputs)).toEqual(expected);
      }
    },
  );
}

const config = simpleNetwork({
  cell: "gru",
  input: { kind: "features", size: 64 },
  hiddenSizes: [128],
  outputs: 64,
});
const trainingPlan = (batchSize: number, sequenceLength: number) =>
  buildPlan(config, { batchSize, sequenceLength }, { mode: "train", optimizer: "adam" });

async function load(backend: Backend, plan: Plan, shared?: Executable): Promise<CpuExecutable> {
  const executable = await backend.load(plan, shared);
  if (executable instanceof CpuExecutable) return executable;
  throw new TypeError("That is no executable of the WebAssembly engine.");
}

test("says what computes", () => {
  expect(createCpuBackend({ threads: 1 }).device).toBe("CPU, WebAssembly SIMD, 1 thread");
  expect(createCpuBackend({ threads: 3 }).device).toBe("CPU, WebAssembly SIMD, 3 threads");
  vi.stubGlobal("WebAssembly", undefined);
  expect(createCpuBackend().device).toBe("CPU, without WebAssembly SIMD");
  vi.unstubAllGlobals();
});

test("parameters are shared within a backend only", async () => {
  const owner = await load(oneThread, trainingPlan(1, 2));
  const reader = buildPlan(config, { batchSize: 1, sequenceLength: 2 }, { mode: "predict" });
  await expect(open({ threads: 1 }).load(reader, owner)).rejects.toThrow("the same backend");
  owner.destroy();
});

test("allocates what the plan says, and 5 % more at most, and frees all of it", async () => {
  const plan = trainingPlan(32, 64);
  const executable = await load(oneThread, plan);
  const { heap } = executable.machine;
  expect(heap.takenBytes).toBeGreaterThanOrEqual(planBytes(plan));
  expect(heap.takenBytes).toBeLessThan(1.05 * planBytes(plan));
  executable.destroy();
  expect(heap.takenBytes).toBe(0);
});

test("thousands of steps leave the memory as large as it was", async () => {
  const executable = await load(oneThread, trainingPlan(2, 3));
  const { heap } = executable.machine;
  const [bytes, taken] = [heap.memory.buffer.byteLength, heap.takenBytes];
  executable.write("hyper", hyperTensor({ learningRate: 0.001 }));
  executable.write("clip", healthyClip());
  for (let i = 0; i < 5000; i++) for (const section of sections) await executable.run(section);
  expect([heap.memory.buffer.byteLength, heap.takenBytes]).toEqual([bytes, taken]);
  executable.destroy();
});

/** One tensor and no steps. */
function plainPlan(length: number): Plan {
  const plan = new PlanBuilder();
  plan.tensor("x", [length], "activation");
  return plan.build();
}

for (const threads of [1, 2]) {
  test(`with ${threads} thread(s) values survive that the memory grows`, async () => {
    const backend = open({ threads });
    const first = await load(backend, plainPlan(3));
    first.write("x", Float32Array.of(1, 2, 3));
    const { memory } = first.machine.heap;
    const before = memory.buffer.byteLength;
    const second = await load(backend, plainPlan(5_000_000));
    expect(memory.buffer.byteLength).toBeGreaterThan(before);
    second.write("x", new Float32Array(5_000_000).fill(9));
    const [values] = await first.read(["x"]);
    expect(Array.from(values)).toEqual([1, 2, 3]);
    first.write("x", Float32Array.of(4));
    expect(Array.from((await first.read(["x"]))[0])).toEqual([4, 2, 3]);
  });
}

test("memory that was freed is given out again, as zeros", async () => {
  const backend = open({ threads: 1 });
  const kept = await load(backend, plainPlan(100));
  const freed = await load(backend, plainPlan(100_000));
  const last = await load(backend, plainPlan(100));
  const { memory } = kept.machine.heap;
  const before = memory.buffer.byteLength;
  freed.write("x", new Float32Array(100_000).fill(9));
  freed.destroy();
  const again = await load(backend, plainPlan(60_000));
  expect(memory.buffer.byteLength).toBe(before);
  expect((await again.read(["x"]))[0].every((value) => value === 0)).toBe(true);
  for (const executable of [kept, again, last]) executable.destroy();
  expect(kept.machine.heap.takenBytes).toBe(0);
});

test("a shared bank of parameters outlives its owner", async () => {
  const backend = open({ threads: 1 });
  const shape = { batchSize: 1, sequenceLength: 2 };
  const owner = await load(backend, trainingPlan(2, 3));
  const reader = await load(backend, buildPlan(config, shape, { mode: "predict" }), owner);
  const values = new Float32Array((await owner.read(["parameters"]))[0].length).fill(0.25);
  owner.write("parameters", values);
  owner.destroy();
  expect((await reader.read(["parameters"]))[0]).toEqual(values);
  reader.destroy();
  expect(owner.machine.heap.takenBytes).toBe(0);
});

test("a plan beyond the limit is refused, and nothing stays allocated", async () => {
  const executable = await load(oneThread, plainPlan(1));
  const { heap } = executable.machine;
  const before = heap.takenBytes;
  await expect(oneThread.load(plainPlan(2 ** 30))).rejects.toThrow(PlanTooLargeError);
  expect(heap.takenBytes).toBe(before);
  executable.destroy();
});

test("threads start when there is work for them, and end with their backend", async () => {
  const workers: Worker[] = [];
  const note = (message: unknown) => {
    if (message && typeof message === "object" && "worker" in message && message.worker instanceof Worker)
      workers.push(message.worker);
  };
  channel("worker_threads").subscribe(note);
  const backend = createCpuBackend({ threads: 3 });
  await backend.load(plainPlan(10));
  expect(workers).toHaveLength(0);
  const plan = trainingPlan(8, 16);
  await Promise.all([backend.load(plan), backend.load(plan)]);
  channel("worker_threads").unsubscribe(note);
  expect(workers).toHaveLength(2);
  const ends = workers.map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
  backend.destroy();
  await Promise.all(ends);
});

test("a thread that does not start is an error, and the others end", async () => {
  const memory = createMemory(true);
  const heap = new LinearMemory(memory, 1024);
  // This module wants a memory that is not shared.
  const module = await kernelModule("plain", false);
  await expect(Pool.start(module, heap, 3)).rejects.toThrow("mismatch in shared state of memory");
});

test("while a core is left to others the calling thread computes alone, and after that no longer", async () => {
  const module = await kernelModule("plain", true);
  const memory = createMemory(true);
  const kernels = new Kernels(module, memory);
  const heap = new LinearMemory(memory, kernels.heapBase);
  const pool = await Pool.start(module, heap, 2);
  const parts = 64;
  const [job, x, out] = [3, 4 * parts, 4 * parts].map((words) => heap.allocate(4 * words));
  new Int32Array(memory.buffer, job, 3).set([4 * parts, x, out]);
  new Float32Array(memory.buffer, x, 4 * parts).fill(1);
  /** How many parts the other thread takes where the calling one is slow. */
  const partsOfOther = () => {
    let own = 0;
    const kernel: Kernel = (_job, from, to) => {
      own += to - from;
      for (const startMs = performance.now(); performance.now() < startMs + 0.2; );
    };
    const task = { index: kernels.indexOf("add"), job, from: 0, to: parts, step: 0, stepEnd: 1 };
    pool.run({ ...task, kernel, grain: 1, cost: 1 });
    return parts - own;
  };
  pool.leaveRoom(60_000);
  expect(Array.from({ length: 200 }, partsOfOther)).toEqual(Array(200).fill(0));
  pool.leaveRoom(0);
  let taken = 0;
  while (taken === 0) taken = partsOfOther();
  // It adds ones, and the calling thread nothing.
  expect(new Float32Array(memory.buffer, out, 4 * parts).reduce((sum, one) => sum + one, 0)).toBe(4 * taken);
  pool.destroy();
});

test("slices are short, and cover every part of every step once", () => {
  for (const [parts, grain, steps, cost] of [
    [1, 1, 1, 1],
    [32, 4, 64, 2e8],
    [37, 4, 3, 5e9],
    [5, 1, 1000, 1e9],
    [1000, 4, 1, 1e9],
  ]) {
    const seen = new Map<string, number>();
    for (const slice of slices({ kernel: "k", parts, grain, step: 0, stepEnd: steps, cost })) {
      for (let step = slice.step; step < slice.stepEnd; step++) {
        for (let part = slice.from; part < slice.to; part++)
          seen.set(`${step} ${part}`, (seen.get(`${step} ${part}`) ?? 0) + 1);
      }
      const least = (cost / steps / parts) * grain;
      expect(slice.cost).toBeLessThanOrEqual(Math.max(4.5e7, least));
    }
    expect(seen.size).toBe(steps * parts);
    expect([...seen.values()].every((count) => count === 1)).toBe(true);
  }
});
