/** How far two results of the same case lie apart. */
import type { NamedArray } from "./case";
import type { ConformanceResult } from "./conformance";

/** What two results can be compared in: outputs, states, losses and every gradient, by name. */
export type ComparedResult = Pick<ConformanceResult, "outputs" | "hidden" | "loss" | "gradients" | "losses">;

export interface TensorError {
  readonly tensor: string;
  /** The largest difference of two elements. */
  readonly absolute: number;
  /** The same as a share of the largest element that was expected; 0 where all is zero in both. */
  readonly relative: number;
}

/** One entry a tensor, in the order of the result. */
export function errorsBetween(actual: ComparedResult, expected: ComparedResult): TensorError[] {
  const right = new Map(tensorsOf(expected));
  return tensorsOf(actual).map(([tensor, values]) => errorOf(tensor, values, right.get(tensor) ?? []));
}

function tensorsOf({
  outputs,
  hidden,
  loss,
  gradients,
  losses,
}: ComparedResult): [string, readonly number[]][] {
  const ofParameters = Object.entries(gradients).map(
    ([name, { data }]: [string, NamedArray]): [string, readonly number[]] => [`gradient of ${name}`, data],
  );
  return [
    ["outputs", outputs.data],
    ["hidden", hidden.data],
    ["loss", [loss]],
    ...ofParameters,
    ["losses", losses],
  ];
}

function errorOf(tensor: string, actual: readonly number[], expected: readonly number[]): TensorError {
  if (actual.length !== expected.length) return { tensor, absolute: Number.NaN, relative: Number.NaN };
  let absolute = 0;
  let largest = 0;
  for (let i = 0; i < actual.length; i++) {
    absolute = worse(absolute, Math.abs(actual[i] - expected[i]));
    largest = Math.max(largest, Math.abs(expected[i]));
  }
  return { tensor, absolute, relative: absolute === 0 ? 0 : absolute / largest };
}

/** NaN is worse than any number. */
export const worse = (a: number, b: number): number => (Number.isNaN(a) || a >= b ? a : b);
