/** Optimizers as people choose them, and what each step tells the plan's optimizer op. */
import type { Optimizer } from "../model/layout";
import { hyperTensor } from "../ops/hyper";

export type OptimizerConfig =
  | {
      /** `adam` adds weightDecay · p to the gradient (L2), `adamw` shrinks p beside it. */
      readonly type: "adam" | "adamw";
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      readonly weightDecay: number;
    }
  | {
      readonly type: "sgd";
      readonly momentum: number;
      readonly nesterov: boolean;
      readonly weightDecay: number;
    }
  | {
      readonly type: "rmsprop";
      readonly alpha: number;
      readonly epsilon: number;
      readonly momentum: number;
      readonly weightDecay: number;
    };

export type OptimizerType = OptimizerConfig["type"];

/** PyTorch's defaults. */
export const defaultOptimizers = {
  adam: { type: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 },
  adamw: { type: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
  sgd: { type: "sgd", momentum: 0, nesterov: false, weightDecay: 0 },
  rmsprop: { type: "rmsprop", alpha: 0.99, epsilon: 1e-8, momentum: 0, weightDecay: 0 },
} as const satisfies Readonly<Record<OptimizerType, OptimizerConfig>>;

/** The plan's op for it. */
export const optimizerOp = ({ type }: OptimizerConfig): Optimizer => (type === "adamw" ? "adam" : type);

export interface StepOptions {
  /** Counted from 1. */
  readonly step: number;
  readonly learningRate: number;
  /** Largest L2 norm of the whole gradient; 0 for no limit. */
  readonly clipNorm: number;
  /** Largest size of one element of it; 0 for no limit. */
  readonly clipValue: number;
}

/** The tensor `hyper` of one step. The differences from 1 are computed here, in float64, where they keep their digits. */
export function stepHyper(config: OptimizerConfig, { step, ...common }: StepOptions): Float64Array {
  switch (config.type) {
    case "adam":
    case "adamw": {
      const { beta1, beta2, epsilon, weightDecay, type } = config;
      return hyperTensor({
        ...common,
        [type === "adamw" ? "decoupledDecay" : "weightDecay"]: weightDecay,
        beta1,
        beta2,
        oneMinusBeta1: 1 - beta1,
        oneMinusBeta2: 1 - beta2,
        epsilon,
        correction1: 1 - beta1 ** step,
        correction2: 1 - beta2 ** step,
      });
    }
    case "sgd": {
      const { momentum, nesterov, weightDecay } = config;
      return hyperTensor({ ...common, weightDecay, beta1: momentum, nesterov: nesterov ? 1 : 0 });
    }
    case "rmsprop": {
      const { alpha, epsilon, momentum, weightDecay } = config;
      return hyperTensor({
        ...common,
        weightDecay,
        beta1: momentum,
        beta2: alpha,
        oneMinusBeta2: 1 - alpha,
        epsilon,
      });
    }
  }
}
