/** What is WebGPU's own: dispatches, long scans, calibration. Its values are compared in `backends.test.ts`. */
import { expect, test, vi } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import { Random } from "../../random";
import { kernelsVersion } from "../backends/webgpu/calibration";
import { WebgpuExecutable } from "../backends/webgpu/executable";
import { families, variantsOf } from "../backends/webgpu/variants";
import { createWebgpuBackend, requestWebgpuBackend, webgpuOf } from "../backends/webgpu/webgpu";
import type { CellName } from "../model/cells/registry";
import { simpleNetwork } from "../model/config";
import { buildPlan } from "../model/network";
import type { Dims } from "../ops/op";
import { opOf } from "../ops/registry";
import { PlanBuilder } from "../plan/builder";
import { sections } from "../plan/plan";
import { testBackends } from "./testBackends";
import { expectClose, type OpInputs, randomInputs, runOp } from "./testing";

const backendOf = testBackends();

/** As in `backends.test.ts`. */
const tolerance = { atol: 2e-5, rtol: 1e-4 };

async function dispatchesOfStep(cell: CellName, sequenceLength: number): Promise<number> {
  const config = simpleNetwork({ cell, input: { kind: "features", size: 4 }, hiddenSizes: [8], outputs: 5 });
  const plan = buildPlan(config, { batchSize: 3, sequenceLength }, { mode: "train" });
  const executable = await backendOf("webgpu").load(plan);
  if (!(executable instanceof WebgpuExecutable)) throw new TypeError("An executable of another backend.");
  const count = sections.reduce((sum, section) => sum + executable.dispatchCount(section), 0);
  executable.destroy();
  return count;
}

test("a training step of a GRU takes at most 24 dispatches", async () => {
  expect(await dispatchesOfStep("gru", 5)).toBeLessThanOrEqual(24);
});

test.each(["gru", "gruResetBefore", "fourGate", "lstm", "rnn"] as const)(
  "a training step of %s takes as many dispatches for long sequences as for short ones",
  async (cell) => {
    expect(await dispatchesOfStep(cell, 50)).toBe(await dispatchesOfStep(cell, 2));
  },
);

/** Long enough to be done in pieces on an adapter that nothing is known of. */
const longScan: Dims = { T: 24, B: 16, H: 256, reverse: 1 };
const largeProduct: Dims = { batch: 1, M: 1037, N: 516, K: 97 };
const inPieces = [
  ["gruForward", longScan],
  ["gruBackward", longScan],
  ["matmulNN", largeProduct],
  ["matmulNT", largeProduct],
  ["matmulTN", largeProduct],
] as const;

function inputsOf(name: string, dims: Dims): OpInputs {
  const op = opOf({ op: name, tensors: {}, dims });
  const inputs = new Map(randomInputs(op, dims, Random.fromSeed(5)));
  const weight = inputs.get("weightHh");
  if (weight instanceof Float64Array)
    inputs.set(
      "weightHh",
      weight.map((it) => Math.fround(it / 16)),
    );
  return inputs;
}

test.each(inPieces)("%s in pieces gives the reference's values", async (name, dims) => {
  const op = opOf({ op: name, tensors: {}, dims });
  const inputs = inputsOf(name, dims);
  const expected = await runOp(backendOf("reference"), op, dims, inputs);
  const fresh = await requestWebgpuBackend(nodeGpu());
  const actual = await runOp(fresh, op, dims, inputs);
  fresh.destroy();
  for (const [slot, values] of expected) {
    expectClose(`${name}: ${slot}`, actual.get(slot) ?? [], values, tolerance);
  }
});

test("a software adapter begins nothing more while a core is left to others, and computes the same", async () => {
  const op = opOf({ op: "matmulNN", tensors: {}, dims: largeProduct });
  const inputs = inputsOf("matmulNN", largeProduct);
  const [free, leaving] = [await requestWebgpuBackend(nodeGpu()), await requestWebgpuBackend(nodeGpu())];
  const expected = await runOp(free, op, largeProduct, inputs);
  // Said anew, it is so long from then on, also for what waits already.
  leaving.leaveRoom?.(60_000);
  setTimeout(() => leaving.leaveRoom?.(2000), 1000);
  const startMs = performance.now();
  const actual = await runOp(leaving, op, largeProduct, inputs);
  expect(performance.now() - startMs).toBeGreaterThan(2900);
  expect(actual).toEqual(expected);
  for (const backend of [free, leaving]) backend.destroy();
});

test("a calibration tries what there is time for, and chooses among what computes the right values", async () => {
  const backend = webgpuOf(backendOf("webgpu"));
  expect(backend.calibration).toBeNull();
  const { version, adapter, choice, measurements } = await backend.calibrate();
  expect({ version, adapter }).toEqual({ version: kernelsVersion, adapter: backend.device });
  expect(measurements.filter(({ elapsedMs }) => elapsedMs === null)).toEqual([]);
  for (const family of families) {
    const tried = measurements.filter((it) => it.family === family).map(({ variant }) => variant);
    // A slow adapter keeps the default of a family that there was no time for.
    if (tried.length === 0) expect(choice).not.toHaveProperty(family);
    else expect(tried).toContain(choice[family]);
    expect(variantsOf(family, backend.abilities)).toEqual(expect.arrayContaining(tried));
  }
  expect(choice).toHaveProperty("recurrence");
  expect(backend.calibration?.choice).toEqual(choice);
  backend.use(null);
});

test("a calibration that was kept is used on its adapter, and by its version only", async () => {
  const backend = webgpuOf(backendOf("webgpu"));
  const kept = { version: kernelsVersion, adapter: backend.device, choice: {}, measurements: [] };
  backend.use(kept);
  expect(backend.calibration).toEqual(kept);
  for (const other of [
    { ...kept, version: kernelsVersion - 1 },
    { ...kept, adapter: "another" },
  ]) {
    backend.use(other);
    expect(backend.calibration).toBeNull();
  }
});

test("what is asked for within one turn of the event loop is one submission, in its order", async () => {
  const adapter = await nodeGpu().requestAdapter();
  const device = await adapter?.requestDevice();
  if (!device) throw new Error("There is no adapter.");
  const backend = createWebgpuBackend(device, "a device of its own");
  const plan = new PlanBuilder();
  plan.tensor("x", [3], "input");
  plan.tensor("out", [3], "activation");
  plan.step("forward", "add", { x: "x", out: "out" }, { length: 3 });
  const executable = await backend.load(plan.build());
  const submit = vi.spyOn(device.queue, "submit");
  const results: Promise<Float32Array[]>[] = [];
  for (const value of [1, 10, 100]) {
    executable.write("x", Float32Array.of(value, 0, -value));
    await executable.run("forward");
    results.push(executable.read(["out"]));
  }
  const sums = (await Promise.all(results)).map(([out]) => Array.from(out));
  expect(sums).toEqual([
    [1, 0, -1],
    [11, 0, -11],
    [111, 0, -111],
  ]);
  expect(submit).toHaveBeenCalledTimes(1);
  backend.destroy();
});
