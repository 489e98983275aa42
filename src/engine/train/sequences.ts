/** What a trainer learns from: batches to train on, and fixed ones to validate on. */
import type { Random } from "../../random";

/** Windows of the corpus, whose targets are one token further. */
export interface Windows {
  /** [B]: where they begin. */
  readonly starts: Int32Array;
  /** Whether streams begin here, so that no state is carried into it. */
  readonly fresh?: boolean;
}

/**
 * Windows of which some symbols' successors are measured. The state in which one ends is the one in which the next begins, until there
 * are `fresh` ones.
 */
export interface MeasuredWindows extends Windows {
  /** [B]: the first step that is measured, and the one behind the last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** [B]: the place of the first in what is measured in all windows. */
  readonly place: Int32Array;
}

/** One batch, time-major: element t·B + b. */
export interface Batch {
  /** Token ids, or features [T, B, I]. */
  readonly input: Int32Array | Float32Array;
  /** Class ids, or numbers [T, B, O]; one row a sequence where the head is at the last step. */
  readonly targets: Int32Array | Float32Array;
  /** [B] valid steps of each sequence, 1 to T; left out where all have T. */
  readonly lengths?: Int32Array;
  /** Whether streams begin here, so that no state is carried into it. */
  readonly fresh?: boolean;
}

export interface Sequences {
  /** Positions that are trained on in one epoch. */
  readonly trainLength: number;
  /** Token ids, where batches are windows of it. */
  readonly corpus?: Int32Array;
  readonly validation: readonly (Batch | MeasuredWindows)[];
  /** Whether batches may have `lengths`. */
  readonly masked: boolean;
  /** The batch of a step, counted from 0; what is random in it comes from `random`. */
  draw(random: Random, step: number): Batch | Windows;
}
