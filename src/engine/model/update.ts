/** Norm, clipping and the optimizer's step, on whole banks. */
import { hyperLength } from "../ops/hyper";
import type { PlanBuilder } from "../plan/builder";
import type { ParameterTable } from "../plan/plan";
import type { Optimizer } from "./layout";

/** How many numbers the squares of the gradient are first summed into. */
const normParts = 256;

export function update(plan: PlanBuilder, { length }: ParameterTable, optimizer: Optimizer): void {
  plan.tensor("firstMoment", [length], "moment");
  plan.tensor("secondMoment", [length], "moment");
  plan.tensor("partials", [normParts], "control");
  plan.tensor("hyper", [hyperLength], "control");
  plan.tensor("clip", [3], "control");
  const squares = { gradients: "gradients", partials: "partials" };
  plan.step("update", "sumOfSquares", squares, { length, parts: normParts });
  const factor = { partials: "partials", metrics: "metrics", hyper: "hyper", clip: "clip" };
  plan.step("update", "clipFactor", factor, { parts: normParts });
  const banks = {
    parameters: "parameters",
    gradients: "gradients",
    firstMoment: "firstMoment",
    secondMoment: "secondMoment",
    hyper: "hyper",
    clip: "clip",
  };
  plan.step("update", optimizer, banks, { length });
}
