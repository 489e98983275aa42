/** What an op is: its slots with shapes, its dimensions, and a reference implementation. */

export type FloatArray = Float32Array | Float64Array;
export type HostArray = FloatArray | Int32Array;

export type Dims = Readonly<Record<string, number>>;

export interface Slot {
  readonly access: "read" | "write" | "readWrite";
  readonly type: "f32" | "i32";
  readonly shape: (dims: Dims) => readonly number[];
  readonly optional?: true;
}

/**
 * c [M, N] = a [M, K] · b [N, K]ᵀ + bias [N]. A backend's own product; it may yield where the thread can be lent.
 * The arrays may be longer than their shapes.
 */
export type RowProduct = (
  a: FloatArray,
  b: FloatArray,
  c: FloatArray,
  bias: FloatArray | null,
  sizes: { readonly M: number; readonly N: number; readonly K: number },
) => Iterable<void>;

/** A recurrence on arrays, step by step, around whatever product it is given. */
export type Recurrence = (tensors: Operands, dims: Dims, product: RowProduct) => Generator<void>;

export interface Op {
  readonly name: string;
  readonly dims: readonly string[];
  readonly slots: Readonly<Record<string, Slot>>;
  /** Floating-point operations of one run, counted as multiplications and additions; only ratios matter. */
  readonly cost: (dims: Dims) => number;
  /** The defining computation, in the precision of the arrays it is given (float64 in tests). */
  readonly reference: (tensors: Operands, dims: Dims) => void;
  /** Present where the op is a recurrence: the reference is this with a plain product, the CPU's kernel with a fast one. */
  readonly recurrence?: Recurrence;
}

/** The arrays in an op's slots, by slot name. */
export class Operands {
  readonly #arrays: ReadonlyMap<string, HostArray>;

  constructor(arrays: ReadonlyMap<string, HostArray>) {
    this.#arrays = arrays;
  }

  has(slot: string): boolean {
    return this.#arrays.has(slot);
  }

  float(slot: string): FloatArray {
    const array = this.#arrays.get(slot);
    if (array instanceof Float32Array || array instanceof Float64Array) return array;
    throw new TypeError(`Slot "${slot}" holds ${array ? "integers" : "nothing"}, not floats.`);
  }

  integer(slot: string): Int32Array {
    const array = this.#arrays.get(slot);
    if (array instanceof Int32Array) return array;
    throw new TypeError(`Slot "${slot}" holds ${array ? "floats" : "nothing"}, not integers.`);
  }
}

export const read = (shape: Slot["shape"], type: Slot["type"] = "f32"): Slot => ({
  access: "read",
  type,
  shape,
});
export const write = (shape: Slot["shape"], type: Slot["type"] = "f32"): Slot => ({
  access: "write",
  type,
  shape,
});
export const readWrite = (shape: Slot["shape"]): Slot => ({ access: "readWrite", type: "f32", shape });
export const optional = (slot: Slot): Slot => ({ ...slot, optional: true });

export function sigmoid(a: number): number {
  return 1 / (1 + Math.exp(-a));
}
