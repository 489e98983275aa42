/** What engines are timed on: a piece of work that other libraries can do as well, on sequences of given sizes. */

import { Random } from "../../random";
import type { CellName } from "../model/cells/registry";
import { type NetworkConfig, simpleNetwork } from "../model/config";

/**
 * - `train`: one step of Adam on a batch of features [T, B, I] and class ids, until its loss is known.
 * - `infer`: the outputs of such a batch, until they can be read.
 * - `generate`: T characters, one after the other, each the most probable one after the last; B = 1.
 */
export type Work = "train" | "infer" | "generate";

export const works: readonly Work[] = ["train", "infer", "generate"];

export interface WorkShape {
  readonly B: number;
  readonly T: number;
  readonly I: number;
  readonly H: number;
  readonly O: number;
  /** Whether there are outputs at every step, or after the last one. */
  readonly at: "every" | "last";
}

/** One layer of a cell and a linear head, as any of the libraries has them. Where it generates, it reads O symbols. */
export function workNetwork(work: Work, { I, H, O, at }: WorkShape, cell: CellName): NetworkConfig {
  const input =
    work === "generate"
      ? ({ kind: "embedding", vocabularySize: O, size: I } as const)
      : ({ kind: "features", size: I } as const);
  return { ...simpleNetwork({ cell, input, hiddenSizes: [H], outputs: O }), head: { size: O, at } };
}

export interface WorkData {
  /** [T, B, I], normal numbers. */
  readonly x: Float32Array<ArrayBuffer>;
  /** [T, B] or [B] class ids. */
  readonly y: Int32Array<ArrayBuffer>;
}

/** The same for everyone who asks. */
export function workData({ B, T, I, O, at }: WorkShape): WorkData {
  const random = Random.fromSeed(1);
  const rows = at === "every" ? T * B : B;
  return {
    x: Float32Array.from({ length: T * B * I }, () => random.normal()),
    y: Int32Array.from({ length: rows }, () => random.integer(0, O - 1)),
  };
}
