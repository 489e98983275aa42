/**
 * Times the CPU engine: a training step and a prediction, and each op of theirs.
 *
 *     node scripts/run.mjs scripts/cpuTimes.ts [--B 32] [--T 64] [--I 64] [--H 128] [--O 64] [--cell gru] [--runs 50]
 *         [--kernels relaxed|plain|scalar] [--threads 1]
 *
 * Prints medians, the least and the most, in milliseconds, and the GFLOP/s of products and recurrences.
 */
import { parseArgs } from "node:util";
import type { Backend } from "../src/engine/backends/backend";
import { type CpuOptions, createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { type CellName, cells } from "../src/engine/model/cells/registry";
import { simpleNetwork } from "../src/engine/model/config";
import { initializeParameters } from "../src/engine/model/initialize";
import { buildPlan } from "../src/engine/model/network";
import { healthyClip } from "../src/engine/ops/clip";
import { opOf } from "../src/engine/ops/registry";
import { type Plan, planBytes, type Step, sections } from "../src/engine/plan/plan";
import { defaultTraining } from "../src/engine/train/defaultTraining";
import { stepHyper } from "../src/engine/train/optimizer";
import { Random } from "../src/random";

interface Shape {
  readonly B: number;
  readonly T: number;
  readonly I: number;
  readonly H: number;
  readonly O: number;
  readonly cell: CellName;
}

const configOf = ({ cell, I, H, O }: Shape) =>
  simpleNetwork({ cell, input: { kind: "features", size: I }, hiddenSizes: [H], outputs: O });

function plansOf(shape: Shape): { readonly train: Plan; readonly predict: Plan } {
  const config = configOf(shape);
  const batch = { batchSize: shape.B, sequenceLength: shape.T };
  return {
    train: buildPlan(config, batch, { mode: "train", optimizer: "adam" }),
    predict: buildPlan(config, batch, { mode: "predict" }),
  };
}

interface Times {
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
}

function summary(timesMs: readonly number[]): Times {
  const sorted = [...timesMs].sort((a, b) => a - b);
  return { medianMs: sorted[sorted.length >> 1], minMs: sorted[0], maxMs: sorted[sorted.length - 1] };
}

/** Runs all sections of a plan, on inputs that an op can work with. */
async function timePlan(backend: Backend, plan: Plan, shape: Shape, runs: number): Promise<Times> {
  const executable = await backend.load(plan);
  const random = Random.fromSeed(1);
  for (const { name, type, view, role, shape: sizes } of plan.tensors) {
    if (view || type === "i32" || role === "moment" || role === "control") continue;
    const length = sizes.reduce((product, size) => product * size, 1);
    executable.write(
      name,
      Float32Array.from({ length }, () => random.uniform() - 0.5),
    );
  }
  const has = (name: string) => plan.tensors.some((tensor) => tensor.name === name);
  if (has("gates_l0")) executable.write("parameters", initializeParameters(configOf(shape), random));
  if (has("hyper")) {
    const { optimizer, learningRate, clipNorm, clipValue } = defaultTraining;
    const hyper = stepHyper(optimizer, { step: 1, learningRate, clipNorm, clipValue });
    executable.write("hyper", hyper);
  }
  if (has("clip")) executable.write("clip", healthyClip());
  const timesMs: number[] = [];
  for (let i = -5; i < runs; i++) {
    const startMs = performance.now();
    for (const section of sections) await executable.run(section);
    if (i >= 0) timesMs.push(performance.now() - startMs);
  }
  executable.destroy();
  return summary(timesMs);
}

/** A step as a plan of its own. */
const alone = (plan: Plan, step: Step): Plan => ({ ...plan, forward: [step], backward: [], update: [] });

const milliseconds = ({ medianMs, minMs, maxMs }: Times) =>
  `${medianMs.toFixed(2)} ms (${minMs.toFixed(2)} to ${maxMs.toFixed(2)})`;

const dimsText = ({ dims }: Step) =>
  Object.entries(dims)
    .map(([dim, size]) => `${dim}=${size}`)
    .join(" ");

async function measure(backend: Backend, shape: Shape, runs: number): Promise<void> {
  const { train, predict } = plansOf(shape);
  console.log(`${backend.device}; ${JSON.stringify(shape)}; plan ${planBytes(train)} B, ${runs} runs`);
  console.log(`training step  ${milliseconds(await timePlan(backend, train, shape, runs))}`);
  console.log(`prediction     ${milliseconds(await timePlan(backend, predict, shape, runs))}`);
  for (const step of sections.flatMap((section) => train[section])) {
    const times = await timePlan(backend, alone(train, step), shape, runs);
    const rate = opOf(step).cost(step.dims) / times.medianMs / 1e6;
    console.log(
      `  ${step.op.padEnd(22)} ${milliseconds(times).padEnd(28)} ${rate.toFixed(1)} GFLOP/s  ${dimsText(step)}`,
    );
  }
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      B: { type: "string", default: "32" },
      T: { type: "string", default: "64" },
      I: { type: "string", default: "64" },
      H: { type: "string", default: "128" },
      O: { type: "string", default: "64" },
      cell: { type: "string", default: "gru" },
      runs: { type: "string", default: "50" },
      kernels: { type: "string" },
      threads: { type: "string", default: "1" },
    },
  });
  const { cell, kernels } = values;
  if (!isCell(cell)) throw new Error(`There is no cell "${cell}": ${Object.keys(cells).join(", ")}.`);
  if (!isKernels(kernels)) throw new Error(`There are no kernels "${kernels}".`);
  const [B, T, I, H, O] = [values.B, values.T, values.I, values.H, values.O].map(Number);
  const backend = createCpuBackend({ threads: Number(values.threads), ...(kernels && { kernels }) });
  await measure(backend, { B, T, I, H, O, cell }, Number(values.runs));
  backend.destroy();
  return 0;
}

const isCell = (name: string): name is CellName => name in cells;
const isKernels = (name: string | undefined): name is CpuOptions["kernels"] =>
  name === undefined || ["plain", "relaxed", "scalar"].includes(name);
