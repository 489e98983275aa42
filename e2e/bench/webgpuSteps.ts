/**
 * Where a training step's time goes on WebGPU (Dawn, in Node): every step of the plan by itself, then the whole.
 *
 *     node scripts/run.mjs e2e/bench/webgpuSteps.ts [--cell gru] [--B 32] [--T 64] [--I 64] [--H 128] [--O 64]
 *                                                   [--runs 5] [--calibrate]
 *
 * Prints the least and the middle milliseconds of some runs, the processor's milliseconds, which a software adapter spends
 * and which say more than the clock where others share the cores, and GFLOP/s.
 */
import { parseArgs } from "node:util";
import { nodeGpu } from "../../scripts/nodeGpu";
import type { Backend, Executable } from "../../src/engine/backends/backend";
import { WebgpuExecutable } from "../../src/engine/backends/webgpu/executable";
import { requestWebgpuBackend } from "../../src/engine/backends/webgpu/webgpu";
import { type CellName, cells } from "../../src/engine/model/cells/registry";
import { simpleNetwork } from "../../src/engine/model/config";
import { buildPlan } from "../../src/engine/model/network";
import { healthyClip } from "../../src/engine/ops/clip";
import { opOf } from "../../src/engine/ops/registry";
import { elementCount, type Plan, type Section, sections } from "../../src/engine/plan/plan";
import { Random } from "../../src/random";

const options = {
  cell: { type: "string", default: "gru" },
  B: { type: "string", default: "32" },
  T: { type: "string", default: "64" },
  I: { type: "string", default: "64" },
  H: { type: "string", default: "128" },
  O: { type: "string", default: "64" },
  runs: { type: "string", default: "5" },
  calibrate: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parse>;

const parse = (argv: string[]) => parseArgs({ args: argv, options }).values;

const isCellName = (name: string): name is CellName => Object.hasOwn(cells, name);

function planFor({ cell, B, T, I, H, O }: Values): Plan {
  if (!isCellName(cell)) throw new Error(`There is no cell "${cell}".`);
  const config = simpleNetwork({
    cell,
    input: { kind: "features", size: Number(I) },
    hiddenSizes: [Number(H)],
    outputs: Number(O),
  });
  return buildPlan(config, { batchSize: Number(B), sequenceLength: Number(T) }, { mode: "train" });
}

/** Small random values, and class ids that exist. */
function writeInputs(executable: Executable, classes: number): void {
  const random = Random.fromSeed(1);
  for (const { name, shape, type, view, role } of executable.plan.tensors) {
    if (view || role === "control") continue;
    const length = elementCount(shape);
    const value =
      type === "i32" ? () => random.integer(0, classes - 1) : () => 0.2 * (random.uniform() - 0.5);
    executable.write(name, Float64Array.from({ length }, value));
  }
  executable.write("clip", healthyClip());
}

interface Timing {
  readonly leastMs: number;
  readonly medianMs: number;
  readonly processorMs: number;
}

async function time(run: () => Promise<void>, runs: number): Promise<Timing> {
  await run();
  const elapsed: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < runs; i++) {
    const startMs = performance.now();
    await run();
    elapsed.push(performance.now() - startMs);
  }
  const { user, system } = process.cpuUsage(before);
  elapsed.sort((a, b) => a - b);
  return {
    leastMs: elapsed[0],
    medianMs: elapsed[Math.floor(runs / 2)],
    processorMs: (user + system) / 1000 / runs,
  };
}

function print(what: string, { leastMs, medianMs, processorMs }: Timing, flop: number): void {
  const numbers = [leastMs, medianMs, processorMs].map((ms) => ms.toFixed(1).padStart(8));
  console.log(`${numbers.join("")}${(flop / leastMs / 1e6).toFixed(2).padStart(8)}  ${what}`);
}

/** Runs sections one after the other, until what they wrote has arrived. */
const runner = (executable: Executable, which: readonly Section[]) => async () => {
  for (const section of which) await executable.run(section);
  await executable.read(["metrics"]);
};

async function timeSteps(backend: Backend, plan: Plan, { O, runs }: Values): Promise<void> {
  for (const section of sections) {
    for (const step of plan[section]) {
      const alone = await backend.load({ ...plan, forward: [step], backward: [], update: [] });
      writeInputs(alone, Number(O));
      const timing = await time(runner(alone, ["forward"]), Number(runs));
      alone.destroy();
      const sizes = Object.entries(step.dims).map(([name, size]) => `${name}=${size}`);
      print(`${section}: ${step.op} ${sizes.join(" ")}`, timing, opOf(step).cost(step.dims));
    }
  }
}

async function timeWhole(backend: Backend, plan: Plan, { O, runs }: Values): Promise<void> {
  const executable = await backend.load(plan);
  if (!(executable instanceof WebgpuExecutable)) throw new TypeError("An executable of another backend.");
  writeInputs(executable, Number(O));
  const steps = sections.flatMap((section) => plan[section]);
  const flop = steps.reduce((sum, step) => sum + opOf(step).cost(step.dims), 0);
  const dispatches = sections.reduce((sum, section) => sum + executable.dispatchCount(section), 0);
  const timing = await time(runner(executable, sections), Number(runs));
  print(`a training step, ${dispatches} dispatches, ${(flop / 1e9).toFixed(2)} GFLOP`, timing, flop);
  executable.destroy();
}

export async function main(argv: string[]): Promise<number> {
  const values = parse(argv);
  const backend = await requestWebgpuBackend(nodeGpu());
  console.log(`${backend.device}: ${JSON.stringify(values)}`);
  if (values.calibrate) {
    const startMs = performance.now();
    const { choice, measurements } = await backend.calibrate();
    console.log(`Calibrated in ${(performance.now() - startMs).toFixed(0)} ms: ${JSON.stringify(choice)}`);
    for (const { family, variant, elapsedMs } of measurements) {
      console.log(
        `  ${family} as ${variant}: ${elapsedMs === null ? "wrong" : `${elapsedMs.toFixed(2)} ms`}`,
      );
    }
  }
  console.log("least ms  median    cpu ms GFLOP/s");
  const plan = planFor(values);
  await timeSteps(backend, plan, values);
  await timeWhole(backend, plan, values);
  backend.destroy();
  return 0;
}
