/** Training state as one plain object: everything needed to go on as if it had never stopped. */

import type { Schedule } from "../../schedule";
import type { NetworkConfig } from "../model/config";
import type { InitializeOptions } from "../model/initialize";
import type { TableEntry } from "../plan/plan";
import type { OptimizerConfig } from "./optimizer";
import { noProgress, type Progress } from "./progress";

export interface TrainingConfig extends InitializeOptions {
  /** T: time steps of one training sequence. */
  readonly sequenceLength: number;
  /** B: sequences of one step. */
  readonly batchSize: number;
  readonly optimizer: OptimizerConfig;
  readonly learningRate: number;
  readonly schedule: Schedule;
  /** Largest L2 norm of the whole gradient; 0 for no limit. */
  readonly clipNorm: number;
  /** Largest size of one element of the gradient, after that; 0 for no limit. */
  readonly clipValue: number;
  /**
   * `random`: windows from anywhere, each beginning with a state of zeros. `streams`: B parallel streams, read window after
   * window; states carry over, gradients do not (truncated backpropagation through time).
   */
  readonly windows: "random" | "streams";
  /** Validations without progress before training stops with its best weights, or null: it does not stop by itself. */
  readonly patience: number | null;
  readonly seed: number;
}

/** What is behind a run beside its weights; at the start of one, nothing. */
export interface RunProgress {
  /** Training steps taken. */
  readonly step: number;
  readonly progress: Progress;
  /** States carried over from the last window, by tensor; without streams there are none. */
  readonly carried: Readonly<Record<string, Float32Array<ArrayBuffer>>>;
  /** The parameters of the best validation so far, where training may stop with them. */
  readonly best: Float32Array<ArrayBuffer> | null;
}

export const freshRun: RunProgress = { step: 0, progress: noProgress, carried: {}, best: null };

export interface Checkpoint extends RunProgress {
  readonly config: NetworkConfig;
  readonly training: TrainingConfig;
  /** Symbol of each token id; empty for networks on features. */
  readonly vocabulary: readonly string[];
  /** State of the generator that draws the training sequences. */
  readonly generator: readonly number[];
  /** Where each parameter lies in the three banks below. */
  readonly table: readonly TableEntry[];
  readonly parameters: Float32Array<ArrayBuffer>;
  readonly firstMoment: Float32Array<ArrayBuffer>;
  readonly secondMoment: Float32Array<ArrayBuffer>;
}
