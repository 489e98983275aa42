/** Runs a conformance case on a backend: outputs, states, gates, gradients and the losses of some training steps. */

import { rateFactor } from "../../schedule";
import type { Backend, Executable } from "../backends/backend";
import { type Cell, gradientName, rowWidth } from "../model/cells/cell";
import { cells } from "../model/cells/registry";
import {
  carriedStates,
  type Direction,
  directions,
  drops,
  inputSize,
  inputTensor,
  parameterTable,
} from "../model/config";
import type { PlanOptions } from "../model/layout";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { withoutPadding } from "../ops/lengths";
import type { HostArray } from "../ops/op";
import { elementCount, sections } from "../plan/plan";
import { writeClassWeights } from "../train/classWeights";
import { dropoutSeed } from "../train/dropoutSeed";
import { editsTensor } from "../train/intervention";
import { optimizerOp, stepHyper } from "../train/optimizer";
import { type ConformanceCase, parseCase } from "./case";
import type { NamedArray, NamedArrays } from "./schema";

/** What a network computes from its inputs. */
export type Reading = {
  /** [B, T, O], or [B, O] at the last step, before softmax or sigmoid. */
  readonly outputs: NamedArray;
  /** After each step [T, B, H], by name: `h_l0`, `c_l0`, `h_l0_reverse`. */
  readonly states: NamedArrays;
  /** [T, B, H], or [T, B, I] for a gate of inputs, by name: `z_l0`. */
  readonly gates: NamedArrays;
};

export interface ConformanceResult extends Reading {
  readonly backend: string;
  readonly adapter: string;
  /** [L·D, T, B, H] with D directions: all h in one, where all layers have the same H. */
  readonly hidden?: NamedArray;
  readonly loss: number;
  /** Of the mean loss, before clipping, at step 0; `x` where it holds features, `initial.h_l0` where states are given. */
  readonly gradients: NamedArrays;
  /** Before each of the steps. */
  readonly losses: readonly number[];
  /** Under the case's interventions. */
  readonly edited?: Reading;
  /** The gradient of the traced output of every sequence with respect to its own x [B, T, I] and h [T, B, H]. */
  readonly trace?: { readonly x: NamedArray; readonly states: NamedArrays };
}

/** Throws `ConformanceCaseError` if `json` is not a case, and `PlanTooLargeError`. */
export async function runConformance(json: unknown, backend: Backend): Promise<ConformanceResult> {
  const one = parseCase(json);
  return {
    backend: backend.name,
    adapter: backend.device,
    ...(await train(one, backend)),
    ...(one.interventions && { edited: await edit(one, backend) }),
    ...(one.trace && { trace: await trace(one, backend) }),
  };
}

async function train(one: ConformanceCase, backend: Backend) {
  const { config, optimizer, schedule, learningRate, clipNorm, clipValue, steps, seed, carry } = one;
  const options = { mode: "train", inputGradient: true, optimizer: optimizerOp(optimizer) } as const;
  const executable = await load(one, backend, options);
  writeTargets(executable, one);
  executable.write("clip", healthyClip());
  if (drops(config)) executable.write("dropoutSeed", dropoutSeed(seed, 1));
  await executable.run("forward");
  await executable.run("backward");
  const reading = await readForward(executable, one);
  const hidden = joinHidden(one, reading.states);
  const [metrics] = await executable.read(["metrics"]);
  const gradients = await readGradients(executable, one);
  const losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const rate = learningRate * rateFactor(schedule, step, 1);
    executable.write("hyper", stepHyper(optimizer, { step, learningRate: rate, clipNorm, clipValue }));
    if (drops(config)) executable.write("dropoutSeed", dropoutSeed(seed, step));
    if (!carry) writeInitial(executable, one);
    for (const section of sections) await executable.run(section);
    const [[loss]] = await executable.read(["metrics"]);
    losses.push(loss);
  }
  executable.destroy();
  return { ...reading, ...(hidden && { hidden }), loss: metrics[0], gradients, losses };
}

async function edit(one: ConformanceCase, backend: Backend): Promise<Reading> {
  const executable = await load(one, backend, { mode: "predict", editable: true });
  const [, T] = one.x.shape;
  for (const { suffix, tensor } of editsTensor(one.config, T, one.interventions ?? []))
    executable.write(`edits${suffix}`, tensor);
  await executable.run("forward");
  const reading = await readForward(executable, one);
  executable.destroy();
  return reading;
}

async function trace(one: ConformanceCase, backend: Backend) {
  const { config, x } = one;
  const { output = 0, step = 0 } = one.trace ?? {};
  const [B, T] = x.shape;
  const O = config.head.size;
  const atLast = config.head.at === "last";
  const executable = await load(one, backend, { mode: "trace" });
  const dLogits = new Float32Array((atLast ? 1 : T) * B * O);
  for (let b = 0; b < B; b++) dLogits[((atLast ? 0 : step) * B + b) * O + output] = 1;
  executable.write("dLogits", dLogits);
  await executable.run("forward");
  await executable.run("backward");
  const [dX] = await executable.read([gradientName("x")]);
  const all = directions(config);
  const dH = await executable.read(all.map(({ suffix }) => `dH${suffix}`));
  executable.destroy();
  return {
    x: swapOuter(arrayOf([T, B, inputSize(config.input)], dX)),
    states: Object.fromEntries(
      all.map(({ suffix, hiddenSize }, i) => [`h${suffix}`, arrayOf([T, B, hiddenSize], dH[i])]),
    ),
  };
}

/** A plan of the case's network and batch, with everything that it reads but targets. */
async function load(one: ConformanceCase, backend: Backend, options: PlanOptions): Promise<Executable> {
  const { config, params, x, lengths, carry } = one;
  const [B, T] = x.shape;
  const stateful = one.initial !== undefined || carry;
  const shape = { batchSize: B, sequenceLength: T };
  const plan = buildPlan(config, shape, { ...options, masked: lengths !== null, stateful });
  const executable = await backend.load(plan);
  const { entries, length } = parameterTable(config);
  const bank = new Float64Array(length);
  for (const { name, offset } of entries) bank.set(params[name].data, offset);
  executable.write("parameters", bank);
  if (lengths) executable.write("lengths", Int32Array.from(lengths));
  const Values = config.input.kind === "features" ? Float64Array : Int32Array;
  executable.write(inputTensor(config.input), withoutPaddingOf(one, Values.from(swapOuter(x).data)));
  writeInitial(executable, one);
  return executable;
}

const withoutPaddingOf = ({ x, lengths }: ConformanceCase, values: HostArray): HostArray =>
  lengths ? withoutPadding(values, x.shape[1], lengths) : values;

/** The engine's sequences are time-major, the case's are batch-major. */
function writeTargets(executable: Executable, one: ConformanceCase): void {
  const { config, y } = one;
  const { loss, head } = config;
  const Values = loss.kind === "crossEntropy" ? Int32Array : Float64Array;
  const every = head.at === "every";
  const targets = Values.from((every ? swapOuter(y) : y).data);
  executable.write("targets", every ? withoutPaddingOf(one, targets) : targets);
  writeClassWeights(executable, config);
}

/** The states before the first step; those that are not given are zeros. */
function writeInitial(executable: Executable, { config, x, initial, carry }: ConformanceCase): void {
  if (!initial && !carry) return;
  const [B] = x.shape;
  const names = cells[config.cell].states;
  const all = directions(config);
  carriedStates(config, B).forEach(({ name, shape }, i) => {
    const { suffix, hiddenSize } = all[i];
    const values = new Float64Array(elementCount(shape));
    names.forEach((state, s) => {
      values.set(initial?.[`${state}${suffix}`]?.data ?? [], s * B * hiddenSize);
    });
    executable.write(name, values);
  });
}

async function readForward(executable: Executable, { config, x }: ConformanceCase): Promise<Reading> {
  const [B, T] = x.shape;
  const { size, at } = config.head;
  const [logits] = await executable.read(["logits"]);
  const states: Record<string, NamedArray> = {};
  const gates: Record<string, NamedArray> = {};
  for (const direction of directions(config)) {
    Object.assign(states, await readStates(executable, cells[config.cell], direction, T, B));
    Object.assign(gates, await readGates(executable, cells[config.cell], direction, T, B));
  }
  const outputs = at === "every" ? swapOuter(arrayOf([T, B, size], logits)) : arrayOf([B, size], logits);
  return { outputs, states, gates };
}

async function readStates(executable: Executable, cell: Cell, direction: Direction, T: number, B: number) {
  const { suffix, hiddenSize, reverse } = direction;
  const [values] = await executable.read([`state${suffix}`]);
  const row = B * hiddenSize;
  return Object.fromEntries(
    cell.states.map((name, s) => {
      const first = (s * (T + 1) + 1 - reverse) * row;
      return [`${name}${suffix}`, arrayOf([T, B, hiddenSize], values.subarray(first, first + T * row))];
    }),
  );
}

async function readGates(executable: Executable, cell: Cell, direction: Direction, T: number, B: number) {
  const { suffix, hiddenSize } = direction;
  const planes = cell.gates(direction.inputSize, hiddenSize);
  if (planes.length === 0) return {};
  const [values] = await executable.read([`gates${suffix}`]);
  const width = rowWidth(planes);
  return Object.fromEntries(
    planes.map((plane) => {
      const columns = Array.from({ length: T * B }, (_, row) => {
        const first = row * width + plane.first;
        return Array.from(values.subarray(first, first + plane.width));
      });
      return [`${plane.name}${suffix}`, arrayOf([T, B, plane.width], columns.flat())];
    }),
  );
}

function joinHidden({ config, x }: ConformanceCase, states: NamedArrays): NamedArray | null {
  const [H, ...others] = config.hiddenSizes;
  if (others.some((size) => size !== H)) return null;
  const all = directions(config);
  const [B, T] = x.shape;
  return arrayOf(
    [all.length, T, B, H],
    all.flatMap(({ suffix }) => states[`h${suffix}`].data),
  );
}

async function readGradients(executable: Executable, one: ConformanceCase): Promise<NamedArrays> {
  const { config, x, ownName, initial } = one;
  const [B, T] = x.shape;
  const { entries } = parameterTable(config);
  const values = await executable.read(entries.map(({ name }) => gradientName(name)));
  const gradients = Object.fromEntries(
    entries.map(({ name, shape }, i) => [ownName(name), arrayOf(shape, values[i])]),
  );
  if (config.input.kind === "features") {
    const [dX] = await executable.read([gradientName("x")]);
    gradients["x"] = swapOuter(arrayOf([T, B, inputSize(config.input)], dX));
  }
  if (!initial) return gradients;
  const all = directions(config);
  const dInitial = await executable.read(all.map(({ suffix }) => `dInitial${suffix}`));
  all.forEach(({ suffix, hiddenSize: H }, i) => {
    cells[config.cell].states.forEach((state, s) => {
      const part = dInitial[i].subarray(s * B * H, (s + 1) * B * H);
      gradients[`initial.${state}${suffix}`] = arrayOf([B, H], part);
    });
  });
  return gradients;
}

const arrayOf = (shape: readonly number[], data: ArrayLike<number>): NamedArray => ({
  shape: [...shape],
  data: Array.from(data),
});

/** [P, Q, …] to [Q, P, …]. */
function swapOuter({ shape, data }: NamedArray): NamedArray {
  const [P, Q, ...rest] = shape;
  const size = elementCount(rest);
  const out = data.map((_, i) => {
    const row = Math.floor(i / size);
    return data[((row % P) * Q + Math.floor(row / P)) * size + (i % size)];
  });
  return { shape: [Q, P, ...rest], data: out };
}
