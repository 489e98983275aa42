/** What the engine's tests share: comparison with a stated tolerance, and single ops run on any backend. */

import type { Random } from "../../random";
import type { Backend } from "../backends/backend";
import { hyperTensor } from "../ops/hyper";
import type { Dims, HostArray, Op } from "../ops/op";
import { PlanBuilder } from "../plan/builder";
import { bankAlignment, elementCount, layoutTable } from "../plan/plan";
import { mismatch, type Tolerance } from "./compare";

/** Throws with the tensor, the worst index and both values where the tolerance is exceeded. */
export function expectClose(
  name: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: Tolerance,
): void {
  const problem = mismatch(name, actual, expected, tolerance);
  if (problem) throw new Error(problem);
}

export type OpInputs = ReadonlyMap<string, HostArray>;

/** Random values for every slot that an op reads: lengths and ids that are possible, floats in ±1. */
export function randomInputs(op: Op, dims: Dims, random: Random, slots = Object.keys(op.slots)): OpInputs {
  const inputs = new Map<string, HostArray>();
  for (const name of slots) {
    const { access, type, shape } = op.slots[name];
    if (access === "write") continue;
    const length = elementCount(shape(dims));
    if (type === "i32") {
      const [low, high] = integersOf(name, dims);
      inputs.set(
        name,
        Int32Array.from({ length }, () => random.integer(low, high)),
      );
    } else {
      inputs.set(name, Float64Array.from(Float32Array.from({ length }, () => 2 * random.uniform() - 1)));
    }
  }
  return inputs;
}

/** Gates and shares, whose values are not negative, nor are squares, weights and the measures of rows. */
const notNegative = ["gates", "secondMoment", "partials", "classWeights", "rowMeasures", "targets"];

/**
 * Random values that are also possible ones: a run is healthy, and recurrent weights are as small as initial ones are, so
 * that no gradient explodes and then cancels.
 */
export function possibleInputs(op: Op, dims: Dims, random: Random, slots?: string[]): OpInputs {
  const inputs = new Map(randomInputs(op, dims, random, slots));
  const change = (slot: string, changed: (value: number) => number) => {
    const values = inputs.get(slot);
    if (values instanceof Float64Array) inputs.set(slot, values.map(changed));
  };
  for (const slot of notNegative) change(slot, Math.abs);
  for (const slot of ["weightHh", "weights"]) {
    change(slot, (weight) => Math.fround(weight / Math.sqrt(dims.H)));
  }
  if (inputs.has("hyper")) inputs.set("hyper", possibleHyper(random));
  if (inputs.has("clip")) inputs.set("clip", Float64Array.of(2, 0.25, 1));
  if (inputs.has("seed")) inputs.set("seed", Int32Array.of(random.integer(-(2 ** 31), 2 ** 31 - 1), 1));
  return inputs;
}

/** With both decays; with and without the options that are switches. */
const possibleHyper = (random: Random) =>
  hyperTensor({
    learningRate: 0.01,
    clipNorm: 0.5,
    clipValue: 0.125 * random.integer(0, 1),
    weightDecay: 0.01,
    decoupledDecay: 0.1,
    beta1: 0.9,
    beta2: 0.999,
    oneMinusBeta1: 0.1,
    oneMinusBeta2: 0.001,
    epsilon: 1e-8,
    correction1: 0.271,
    correction2: 0.003,
    nesterov: random.integer(0, 1),
  });

/** The smallest and the largest integer that a slot may hold. */
function integersOf(slot: string, dims: Dims): [number, number] {
  if (slot === "lengths") return [1, "T" in dims ? dims.T : Math.ceil(dims.N / dims.B)];
  if (slot === "seed") return [0, 1];
  if (slot === "starts") return [0, dims.L - dims.T - 1];
  if (slot === "corpus") return [0, 99];
  return [0, dims.V - 1];
}

/** The dims of the four-gate ops for these sizes, with the parameters laid out as in a bank. */
export function fourGateDims(sizes: Dims): Dims {
  const { I, H } = sizes;
  const { entries, length } = layoutTable([
    { name: "weightI", shape: [I, H + I] },
    { name: "biasI", shape: [I] },
    { name: "weightF", shape: [H, H + I] },
    { name: "biasF", shape: [H] },
    { name: "weightC", shape: [H, H + I] },
    { name: "biasC", shape: [H] },
    { name: "weightO", shape: [H, 2 * H] },
    { name: "biasO", shape: [H] },
  ]);
  return { ...sizes, ...Object.fromEntries(entries.map(({ name, offset }) => [name, offset])), length };
}

/** Slot -> the element of a larger tensor at which the slot's tensor begins, as a view. */
export type Offsets = Readonly<Record<string, number>>;

/** What lies before and after a view: no op's result by chance. */
const untouched = 7;

/**
 * Runs one op as a plan of its own, and returns what is in its written slots. Throws if it wrote outside a slot that
 * `offsets` makes a view.
 */
export async function runOp(
  backend: Backend,
  op: Op,
  dims: Dims,
  inputs: OpInputs,
  offsets: Offsets = {},
): Promise<ReadonlyMap<string, Float32Array>> {
  const plan = new PlanBuilder();
  const slots = Object.keys(op.slots).filter((slot) => !op.slots[slot].optional || inputs.has(slot));
  const wholes = new Map<string, number>();
  for (const slot of slots) {
    const { shape, type } = op.slots[slot];
    const offset = offsets[slot];
    if (offset === undefined) {
      plan.tensor(slot, shape(dims), "activation", type);
      continue;
    }
    const length = offset + elementCount(shape(dims)) + bankAlignment;
    wholes.set(slot, length);
    plan.view(slot, plan.tensor(`${slot}/whole`, [length], "activation", type), offset, shape(dims));
  }
  plan.step("forward", op.name, Object.fromEntries(slots.map((slot) => [slot, slot])), { ...dims });
  const executable = await backend.load(plan.build());
  for (const [slot, length] of wholes) {
    executable.write(`${slot}/whole`, new Float32Array(length).fill(untouched));
  }
  for (const [slot, data] of inputs) executable.write(slot, data);
  await executable.run("forward");
  const written = slots.filter((slot) => op.slots[slot].access !== "read");
  const values = await executable.read(written);
  const around = await executable.read([...wholes.keys()].map((slot) => `${slot}/whole`));
  for (const [i, slot] of [...wholes.keys()].entries()) {
    const end = offsets[slot] + elementCount(op.slots[slot].shape(dims));
    const wrong = around[i].findIndex(
      (value, at) => (at < offsets[slot] || at >= end) && value !== untouched,
    );
    if (wrong >= 0) throw new Error(`${op.name} wrote ${around[i][wrong]} to ${slot}/whole[${wrong}].`);
  }
  executable.destroy();
  return new Map(written.map((slot, i) => [slot, values[i]]));
}
