/** What a kernel is: the dispatches that run for one step of a plan. */
import type { Dims } from "../../ops/op";
import type { Parameters } from "./shaders";

/** A shader as it is compiled: its file, what its `${…}` stand for, and the slots bound as arrays of vectors. */
export interface Shader {
  readonly name: string;
  readonly parameters: Parameters;
  readonly vectorSlots: readonly string[];
}

export interface Dispatch {
  readonly shader: Shader;
  /** The `Dims` struct of the shader, as words of 32 bits. */
  readonly uniforms: readonly number[];
  readonly workgroups: readonly [number, number, number];
  /** Of the op's whole work. */
  readonly share: number;
}

export interface Kernel {
  /** What runs one after the other: each dispatch sees what the ones before it wrote. */
  readonly dispatches: readonly Dispatch[];
  /** The same in shorter dispatches, where those may take too long on a slow adapter. */
  readonly pieces?: readonly Dispatch[];
}

/** What a choice of kernel may depend on. */
export interface KernelRequest {
  readonly dims: Dims;
  /** Slots that are bound; optional ones may be missing. */
  readonly has: (slot: string) => boolean;
  /** Elements between the start of a slot's binding and its tensor: views need not lie on a binding boundary. */
  readonly offset: (slot: string) => number;
}

/** Floating-point operations of a piece: 25 ms at 1 GFLOP/s, the slowest adapter we know of. */
export const pieceCost = 25_000_000;

/** From the first to before the last. */
export type Range = readonly [number, number];

/** What follows each other in a whole, in parts of one length; the last may be shorter. */
export const ranges = (end: number, length: number): Range[] =>
  Array.from({ length: groups(end, length) }, (_, i) => [i * length, Math.min(end, (i + 1) * length)]);

export const groups = (items: number, perGroup: number) => Math.ceil(items / perGroup);

/** The rows of a tile, halved until there is no half without items, but never below `least`. */
export function rowsFor(rows: number, items: number, least: number): number {
  return rows / 2 >= Math.max(items, least) ? rowsFor(rows / 2, items, least) : rows;
}

export const isMultipleOf4 = (...values: readonly number[]) => values.every((value) => value % 4 === 0);
