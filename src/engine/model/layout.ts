/** What every part of a network's plan is built from. */
import type { PlanBuilder } from "../plan/builder";
import type { NetworkConfig } from "./config";

/**
 * - `train` has loss, gradients and optimizer.
 * - `predict` stops at the outputs.
 * - `inspect` is `predict` that keeps what the hidden state sends into each gate.
 * - `trace` goes back from a gradient of the outputs that the host writes, to the inputs and states, not to the weights.
 */
export type PlanMode = "train" | "predict" | "inspect" | "trace";

export interface BatchShape {
  readonly batchSize: number;
  readonly sequenceLength: number;
}

export interface PlanOptions {
  readonly mode: PlanMode;
  /** Also the gradient of features, as `gradient/x`; `trace` always has it. */
  readonly inputGradient?: boolean;
  /** Sequences may be shorter than T: `lengths` [B] is an input. */
  readonly masked?: boolean;
  /** A run begins in the states in which the last one ended (`carried_l0`, …), which the host can write as well. */
  readonly stateful?: boolean;
  /**
   * The host can read the states in which a run has ended, and write those in which the next begins (`continuedStates`); of a stateful
   * plan the latter are the carried ones. They are 0 as long as nobody writes them.
   */
  readonly continued?: boolean;
  /** Gates and states can be changed: `edits_l0` [2, T, E], … are inputs, see `ops/recurrent.ts`. */
  readonly editable?: boolean;
  /**
   * The length L of a corpus [L] of token ids that is an input, as are `starts` [B]: the batch is gathered from it, and so are the
   * targets, one token further. For training to predict the next token at every step.
   */
  readonly corpusLength?: number;
  /** `adam` by default. */
  readonly optimizer?: Optimizer;
}

/** AdamW is `adam` with a decoupled decay. */
export type Optimizer = "adam" | "sgd" | "rmsprop";

export interface Layout {
  readonly plan: PlanBuilder;
  readonly config: NetworkConfig;
  readonly options: PlanOptions;
  readonly T: number;
  readonly B: number;
  /** T·B */
  readonly N: number;
}

/** Whether the gradient of the input vectors is wanted, as `gradient/x`. */
export const wantsInputGradient = ({ config, options }: Layout): boolean =>
  options.mode === "trace" ||
  options.inputGradient === true ||
  (config.input.kind === "embedding" && options.mode === "train");
