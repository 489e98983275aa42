import type { Said } from "../../../words/message";
import type { Prediction } from "./predictions";

/** Steps one after the other at which the same is answered. */
export interface Segment {
  readonly label: Said;
  readonly right: boolean | null;
  /** The first step and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Where the most probable class, or whether it is right, changes, another segment begins. */
export function segments(predictions: readonly Prediction[]): Segment[] {
  const found: Segment[] = [];
  for (const [t, { symbol, right }] of predictions.entries()) {
    const last = found[found.length - 1];
    if (last && last.label === symbol && last.right === right)
      found[found.length - 1] = { ...last, to: t + 1 };
    else found.push({ label: symbol, right, from: t, to: t + 1 });
  }
  return found;
}
