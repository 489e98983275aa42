/** Training state as one plain object: everything needed to go on as if it had never stopped. */
import type { NetworkConfig } from "../model/config";
import type { TableEntry } from "../plan/plan";

export interface TrainingConfig {
  /** T: time steps of one training sequence. */
  readonly sequenceLength: number;
  /** B: sequences of one step. */
  readonly batchSize: number;
  readonly learningRate: number;
  /** Largest L2 norm of the whole gradient; 0 for no clipping. */
  readonly clipNorm: number;
  readonly seed: number;
}

export interface Checkpoint {
  readonly version: 1;
  readonly config: NetworkConfig;
  readonly training: TrainingConfig;
  /** Symbol of each token id; empty for networks on features. */
  readonly vocabulary: readonly string[];
  /** Training steps taken. */
  readonly step: number;
  /** State of the generator that draws the training sequences. */
  readonly generator: readonly number[];
  /** Where each parameter lies in the three banks below. */
  readonly table: readonly TableEntry[];
  readonly parameters: Float32Array<ArrayBuffer>;
  readonly firstMoment: Float32Array<ArrayBuffer>;
  readonly secondMoment: Float32Array<ArrayBuffer>;
}
