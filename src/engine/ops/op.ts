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

export interface Op {
  readonly name: string;
  readonly dims: readonly string[];
  readonly slots: Readonly<Record<string, Slot>>;
  /** Floating-point operations of one run, counted as multiplications and additions; only ratios matter. */
  readonly cost: (dims: Dims) => number;
  /** The defining computation, in the precision of the arrays it is given (float64 in tests). */
  readonly reference: (tensors: Operands, dims: Dims) => void;
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
export const write = (shape: Slot["shape"]): Slot => ({ access: "write", type: "f32", shape });
export const readWrite = (shape: Slot["shape"]): Slot => ({ access: "readWrite", type: "f32", shape });

export function sigmoid(a: number): number {
  return 1 / (1 + Math.exp(-a));
}
