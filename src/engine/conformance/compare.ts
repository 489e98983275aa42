/** How far two results of the same case lie apart, and whether float32 explains it. */
import type { ConformanceResult } from "./conformance";
import type { NamedArray } from "./schema";

export interface Tolerance {
  readonly atol: number;
  readonly rtol: number;
}

export type Kind = "outputs" | "gradients" | "losses";

/** What float32 may differ from float64, with sums of up to some dozen terms and saturated gates: |a - b| <= atol + rtol·|b|. */
export const tolerances: Readonly<Record<Kind, Tolerance>> = {
  outputs: { atol: 1e-5, rtol: 1e-4 },
  gradients: { atol: 1e-5, rtol: 1e-3 },
  losses: { atol: 1e-4, rtol: 0 },
};

/** The parts of a result that are compared; `hidden` repeats states. */
const kinds = {
  outputs: "outputs",
  states: "outputs",
  gates: "outputs",
  edited: "outputs",
  loss: "losses",
  gradients: "gradients",
  trace: "gradients",
  losses: "losses",
} as const satisfies Partial<Record<keyof ConformanceResult, Kind>>;

type Part = keyof typeof kinds;

/** A result, or the parts of one that somebody else has computed. */
export type ComparedResult = Pick<ConformanceResult, "outputs" | "states" | "loss" | "gradients" | "losses"> &
  Partial<Pick<ConformanceResult, Part>>;

export interface TensorError {
  readonly tensor: string;
  readonly kind: Kind;
  /** The largest difference of two elements. */
  readonly absolute: number;
  /** The same as a share of the largest element that was expected; 0 where all is zero in both. */
  readonly relative: number;
  /** One sentence where the difference is more than the tolerance, or null. */
  readonly problem: string | null;
}

/** One entry for every tensor that is in either of the results, of the parts that `expected` has. */
export function errorsBetween(actual: ComparedResult, expected: ComparedResult): TensorError[] {
  const parts = Object.keys(kinds).filter((part): part is Part => part in expected);
  return parts.flatMap((part) => {
    const [left, right] = [tensorsOf(actual[part], part), tensorsOf(expected[part], part)];
    const names = [...new Set([...left.keys(), ...right.keys()])];
    return names.map((name) => errorOf(name, kinds[part], left.get(name), right.get(name)));
  });
}

/** A part of a result: arrays, by name where there are several. */
type Tree = number | readonly number[] | NamedArray | { readonly [name: string]: Tree } | undefined;

const isArray = (tree: object): tree is NamedArray => "shape" in tree && "data" in tree;

/** All arrays of a part by their paths; numbers are arrays as well. */
function tensorsOf(tree: Tree, path: string): Map<string, NamedArray> {
  if (tree === undefined) return new Map();
  if (typeof tree === "number") return new Map([[path, { shape: [1], data: [tree] }]]);
  if (Array.isArray(tree)) return new Map([[path, { shape: [tree.length], data: [...tree] }]]);
  if (isArray(tree)) return new Map([[path, tree]]);
  return new Map(Object.entries(tree).flatMap(([name, inner]) => [...tensorsOf(inner, `${path}.${name}`)]));
}

function errorOf(
  tensor: string,
  kind: Kind,
  actual: NamedArray | undefined,
  expected: NamedArray | undefined,
): TensorError {
  const never = { tensor, kind, absolute: Number.NaN, relative: Number.NaN };
  if (!actual) return { ...never, problem: `${tensor} is missing.` };
  if (!expected) return { ...never, problem: `${tensor} was not expected.` };
  if (actual.shape.join() !== expected.shape.join()) {
    const [is, was] = [actual, expected].map(({ shape }) => `[${shape.join(", ")}]`);
    return { ...never, problem: `${tensor} has the shape ${is} instead of ${was}.` };
  }
  let absolute = 0;
  let largest = 0;
  for (const [i, value] of expected.data.entries()) {
    absolute = worse(absolute, Math.abs(actual.data[i] - value));
    largest = Math.max(largest, Math.abs(value));
  }
  const problem = mismatch(tensor, actual.data, expected.data, tolerances[kind]);
  return { tensor, kind, absolute, relative: absolute === 0 ? 0 : absolute / largest, problem };
}

/** Null if |a - b| <= atol + rtol·|b| everywhere; else the tensor, the worst index and both values. */
export function mismatch(
  tensor: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { atol, rtol }: Tolerance,
): string | null {
  if (actual.length !== expected.length)
    return `${tensor}: ${actual.length} values instead of ${expected.length}.`;
  let worst = -1;
  let worstExcess = 0;
  for (let i = 0; i < expected.length; i++) {
    // Two infinities have no difference that could be computed.
    if (actual[i] === expected[i]) continue;
    const excess = Math.abs(actual[i] - expected[i]) - (atol + rtol * Math.abs(expected[i]));
    // A NaN is worse than any number.
    if (excess <= worstExcess || Number.isNaN(worstExcess)) continue;
    worst = i;
    worstExcess = excess;
  }
  return worst < 0 ? null : `${tensor}[${worst}] is ${actual[worst]} instead of ${expected[worst]}.`;
}

/** NaN is worse than any number. */
export const worse = (a: number, b: number): number => (Number.isNaN(a) || a >= b ? a : b);
