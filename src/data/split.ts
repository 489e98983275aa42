/** Which examples train and which are held out. */
import type { Random } from "../random";

/** A fifth: enough to measure by, and most is left to learn from. */
export const heldOutShare = 0.2;

export interface Split {
  /** Indices in ascending order; each is in one of the two. */
  readonly train: Int32Array<ArrayBuffer>;
  readonly heldOut: Int32Array<ArrayBuffer>;
}

/**
 * Draws the same share of every class for the held-out part, so that both parts have the classes in the same proportions.
 * Of a class with two or more at least one trains and at least one is held out; one that is alone trains. `classes` has the
 * class of each example.
 */
export function stratifiedSplit(
  classes: ArrayLike<number>,
  random: Random,
  share: number = heldOutShare,
): Split {
  const members = new Map<number, number[]>();
  for (let i = 0; i < classes.length; i++) {
    const known = members.get(classes[i]);
    if (known) known.push(i);
    else members.set(classes[i], [i]);
  }
  const train: number[] = [];
  const heldOut: number[] = [];
  // By class, not by which one comes first: then the draw of one class does not depend on the order of others.
  for (const [, indices] of [...members].sort(([a], [b]) => a - b)) {
    const count = Math.min(indices.length - 1, Math.max(1, Math.round(indices.length * share)));
    for (let k = 0; k < indices.length; k++) {
      const chosen = random.integer(k, indices.length - 1);
      [indices[k], indices[chosen]] = [indices[chosen], indices[k]];
      (k < count ? heldOut : train).push(indices[k]);
    }
  }
  return { train: ascending(train), heldOut: ascending(heldOut) };
}

const ascending = (indices: readonly number[]) => Int32Array.from(indices).sort();
