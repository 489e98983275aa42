/**
 * The plan: a network with its batch shape, compiled once to plain data and replayed at every step.
 *
 * A tensor is a name, a shape and a role; a step names an op, the tensor in each of its slots, and its dimensions.
 * How a step runs is a backend's affair. Nothing here computes.
 */

export type ElementType = "f32" | "i32";

/**
 * What a tensor is for: `input` is written by the host before a run, `parameter`, `gradient` and `moment` are the
 * parallel banks, `activation` lives for one run, `control` carries scalars between host, loss and optimizer.
 */
export type Role = "input" | "parameter" | "gradient" | "moment" | "activation" | "control";

export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: ElementType;
  readonly role: Role;
  /** Present for a named view into a bank: the bank's tensor name and the first element. */
  readonly view?: { readonly of: string; readonly offset: number };
}

export interface Step {
  readonly op: string;
  /** Slot name of the op -> tensor name. */
  readonly tensors: Readonly<Record<string, string>>;
  readonly dims: Readonly<Record<string, number>>;
}

export const sections = ["forward", "backward", "update"] as const;
export type Section = (typeof sections)[number];

export type Plan = { readonly tensors: readonly Tensor[] } & Readonly<Record<Section, readonly Step[]>>;

/** A parameter's place in the banks: parameters, gradients and both moments share one table of offsets. */
export interface TableEntry {
  readonly name: string;
  readonly shape: readonly number[];
  /** First element in the bank. */
  readonly offset: number;
}

export interface ParameterTable {
  readonly entries: readonly TableEntry[];
  /** Elements of one bank, padding included. */
  readonly length: number;
}

/** WebGPU binds at multiples of 256 bytes, so every view into a bank starts at a multiple of 64 elements. */
export const bankAlignment = 64;

export const bytesPerElement = 4;

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Lays named shapes out one after the other, each aligned to `bankAlignment`. */
export function layoutTable(
  parameters: readonly { name: string; shape: readonly number[] }[],
): ParameterTable {
  let length = 0;
  const entries = parameters.map(({ name, shape }) => {
    const entry = { name, shape, offset: length };
    length += Math.ceil(elementCount(shape) / bankAlignment) * bankAlignment;
    return entry;
  });
  return { entries, length };
}

/** Bytes that running the plan allocates. Views are part of their bank and add nothing. */
export function planBytes(plan: Plan): number {
  return plan.tensors.reduce((sum, t) => sum + (t.view ? 0 : elementCount(t.shape) * bytesPerElement), 0);
}

export class UnknownTensorError extends Error {
  constructor(name: string) {
    super(`The plan has no tensor "${name}".`);
    this.name = "UnknownTensorError";
  }
}

/** Finds tensors by name. Throws `UnknownTensorError`. */
export function tensorIndex(plan: Plan): (name: string) => Tensor {
  const byName = new Map(plan.tensors.map((t) => [t.name, t]));
  return (name) => {
    const tensor = byName.get(name);
    if (!tensor) throw new UnknownTensorError(name);
    return tensor;
  };
}

/**
 * A plan whose tensors are larger than a backend can hold.
 * The message gives the bytes needed and the limit.
 */
export class PlanTooLargeError extends Error {
  /** @param tensor the one that is too large by itself, or null where all are together */
  constructor(
    readonly tensor: string | null,
    readonly neededBytes: number,
    readonly limitBytes: number,
  ) {
    const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    const what = tensor === null ? "The network with its batch" : `The tensor "${tensor}"`;
    super(`${what} needs ${mebibytes(neededBytes)}, and the limit is ${mebibytes(limitBytes)}.`);
    this.name = "PlanTooLargeError";
  }
}
