/**
 * Compiles a network and its batch shape to a plan: which op runs on which tensors, forward, backward, and in the update.
 * There is no automatic differentiation; each part states its backward next to its forward.
 *
 * Sequences are time-major: row t·B + b of every [T, B, …] tensor. Symbols as in `config.ts`, with N = T·B.
 */
import { PlanBuilder } from "../plan/builder";
import type { Plan } from "../plan/plan";
import { type NetworkConfig, parameterTable } from "./config";
import { headBackward, headForward } from "./head";
import { inputBackward, inputForward } from "./input";
import type { BatchShape, Layout, PlanOptions } from "./layout";
import { lossBackward, lossForward } from "./loss";
import { stackBackward, stackForward, stackUpdate } from "./stack";
import { update } from "./update";

export function buildPlan(config: NetworkConfig, shape: BatchShape, options: PlanOptions): Plan {
  const { batchSize: B, sequenceLength: T } = shape;
  const plan = new PlanBuilder();
  const layout: Layout = { plan, config, options, T, B, N: T * B };
  if (options.stateful && config.bidirectional) {
    throw new RangeError("A bidirectional network needs whole sequences: it cannot carry its states over.");
  }
  const table = parameterTable(config);
  plan.bank("parameters", "parameter", table, "");
  if (options.masked) plan.tensor("lengths", [B], "input", "i32");
  inputForward(layout);
  stackForward(layout);
  headForward(layout);
  if (options.mode === "train") {
    plan.bank("gradients", "gradient", table, "gradient/");
    lossForward(layout);
    lossBackward(layout);
  }
  if (options.mode === "train" || options.mode === "trace") {
    headBackward(layout);
    stackBackward(layout);
    inputBackward(layout);
  }
  if (options.mode === "train") {
    update(plan, table, options.optimizer ?? "adam");
    stackUpdate(layout);
  }
  return plan.build();
}
