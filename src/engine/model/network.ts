/**
 * Compiles a network and its batch shape to a plan: which op runs on which tensors, forward, backward, and in the
 * update. There is no automatic differentiation; each layer states its backward next to its forward.
 *
 * Sequences are time-major: row t·B + b of every [T, B, …] tensor. Symbols as in `config.ts`, with N = T·B.
 */
import { PlanBuilder } from "../plan/builder";
import type { ParameterTable, Plan } from "../plan/plan";
import { inputSize, type NetworkConfig, parameterTable } from "./config";

/**
 * `train` has loss, gradients and optimizer; `predict` stops at the logits; `inspect` also keeps what the hidden
 * state sends into each gate.
 */
export type PlanMode = "train" | "predict" | "inspect";

export interface BatchShape {
  readonly batchSize: number;
  readonly sequenceLength: number;
}

export interface PlanOptions {
  readonly mode: PlanMode;
  /** Also the gradient of features, as `gradient/x`. */
  readonly inputGradient?: boolean;
}

interface Layout {
  readonly config: NetworkConfig;
  readonly table: ParameterTable;
  readonly T: number;
  readonly B: number;
  readonly N: number;
  readonly I: number;
  readonly H: number;
  readonly O: number;
  readonly inputGradient: boolean;
}

/** How many numbers the squares of the gradient are first summed into. */
const normParts = 256;

export const gradientName = (parameter: string) => `gradient/${parameter}`;

export function buildPlan(config: NetworkConfig, shape: BatchShape, options: PlanOptions): Plan {
  const { batchSize: B, sequenceLength: T } = shape;
  const layout: Layout = {
    config,
    table: parameterTable(config),
    T,
    B,
    N: T * B,
    I: inputSize(config.input),
    H: config.hiddenSize,
    O: config.head.size,
    inputGradient: config.input.kind === "embedding" || options.inputGradient === true,
  };
  const plan = new PlanBuilder();
  plan.bank("parameters", "parameter", layout.table, "");
  inputForward(plan, layout);
  cellForward(plan, layout);
  headForward(plan, layout);
  if (options.mode === "inspect") hiddenPart(plan, layout);
  if (options.mode === "train") {
    plan.bank("gradients", "gradient", layout.table, "gradient/");
    loss(plan, layout);
    headBackward(plan, layout);
    cellBackward(plan, layout);
    inputBackward(plan, layout);
    update(plan, layout);
  }
  return plan.build();
}

function inputForward(plan: PlanBuilder, { config: { input }, T, B, N, I }: Layout): void {
  if (input.kind === "features") {
    plan.tensor("x", [T, B, I], "input");
    return;
  }
  plan.tensor("tokens", [T, B], "input", "i32");
  plan.tensor("x", [T, B, I], "activation");
  if (input.kind === "oneHot") {
    plan.step("forward", "oneHot", { tokens: "tokens", out: "x" }, { N, V: input.vocabularySize });
  } else {
    const slots = { weight: "embedding.weight", tokens: "tokens", out: "x" };
    plan.step("forward", "embeddingForward", slots, { N, V: input.vocabularySize, E: I });
  }
}

/** x·W_ihᵀ does not depend on h[t-1]: one product for all time steps, before the recurrence. */
function cellForward(plan: PlanBuilder, { T, B, N, I, H }: Layout): void {
  plan.tensor("inputPart", [T, B, 3, H], "activation");
  plan.tensor("h", [T + 1, B, H], "activation");
  plan.tensor("gates", [T, B, 4, H], "activation");
  const product = { a: "x", b: "weight_ih_l0", bias: "bias_ih_l0", c: "inputPart" };
  plan.step("forward", "matmulNT", product, { batch: 1, M: N, N: 3 * H, K: I });
  const recurrence = {
    inputPart: "inputPart",
    weightHh: "weight_hh_l0",
    biasHh: "bias_hh_l0",
    h: "h",
    gates: "gates",
  };
  plan.step("forward", "gruForward", recurrence, { T, B, H });
}

/** The head reads the rows of h after the first, as [N, H]: `hOut` is h[1…T]. */
function headForward(plan: PlanBuilder, { T, B, N, H, O }: Layout): void {
  plan.view("hOut", "h", B * H, [T, B, H]);
  plan.tensor("logits", [T, B, O], "activation");
  const slots = { a: "hOut", b: "head.weight", bias: "head.bias", c: "logits" };
  plan.step("forward", "matmulNT", slots, { batch: 1, M: N, N: O, K: H });
}

/** W_hh·h[t-1] + b_hh of all time steps, which the recurrence computes and does not keep. */
function hiddenPart(plan: PlanBuilder, { T, B, N, H }: Layout): void {
  plan.tensor("hiddenPart", [T, B, 3, H], "activation");
  const slots = { a: "h", b: "weight_hh_l0", bias: "bias_hh_l0", c: "hiddenPart" };
  plan.step("forward", "matmulNT", slots, { batch: 1, M: N, N: 3 * H, K: H });
}

function loss(plan: PlanBuilder, { T, B, N, O }: Layout): void {
  plan.tensor("targets", [T, B], "input", "i32");
  plan.tensor("probabilities", [T, B, O], "activation");
  plan.tensor("rowLoss", [N], "activation");
  plan.tensor("rowCorrect", [N], "activation");
  plan.tensor("metrics", [2], "control");
  plan.step(
    "forward",
    "softmaxCrossEntropyForward",
    {
      logits: "logits",
      targets: "targets",
      probabilities: "probabilities",
      rowLoss: "rowLoss",
      rowCorrect: "rowCorrect",
    },
    { N, V: O },
  );
  const means = { rowLoss: "rowLoss", rowCorrect: "rowCorrect", metrics: "metrics" };
  plan.step("forward", "meanMetrics", means, { N });
}

function headBackward(plan: PlanBuilder, { T, B, N, H, O }: Layout): void {
  plan.tensor("dLogits", [T, B, O], "activation");
  plan.tensor("dH", [T, B, H], "activation");
  const softmax = { probabilities: "probabilities", targets: "targets", dLogits: "dLogits" };
  plan.step("backward", "softmaxCrossEntropyBackward", softmax, { N, V: O });
  const input = { a: "dLogits", b: "head.weight", c: "dH" };
  plan.step("backward", "matmulNN", input, { batch: 1, M: N, N: H, K: O });
  const weight = { a: "dLogits", b: "hOut", c: gradientName("head.weight") };
  plan.step("backward", "matmulTN", weight, { batch: 1, M: O, N: H, K: N });
  const bias = { x: "dLogits", out: gradientName("head.bias") };
  plan.step("backward", "columnSums", bias, { M: N, N: O });
}

/** The recurrence first; the gradients of its weights are then single products over all time steps. */
function cellBackward(plan: PlanBuilder, { T, B, N, I, H }: Layout): void {
  plan.tensor("dInputPart", [T, B, 3, H], "activation");
  plan.tensor("dHiddenPart", [T, B, 3, H], "activation");
  plan.tensor("dInitial", [B, H], "activation");
  const recurrence = {
    dH: "dH",
    gates: "gates",
    h: "h",
    weightHh: "weight_hh_l0",
    dInputPart: "dInputPart",
    dHiddenPart: "dHiddenPart",
    dInitial: "dInitial",
  };
  plan.step("backward", "gruBackward", recurrence, { T, B, H });
  const weightIh = { a: "dInputPart", b: "x", c: gradientName("weight_ih_l0") };
  plan.step("backward", "matmulTN", weightIh, { batch: 1, M: 3 * H, N: I, K: N });
  const weightHh = { a: "dHiddenPart", b: "h", c: gradientName("weight_hh_l0") };
  plan.step("backward", "matmulTN", weightHh, { batch: 1, M: 3 * H, N: H, K: N });
  const biasIh = { x: "dInputPart", out: gradientName("bias_ih_l0") };
  plan.step("backward", "columnSums", biasIh, { M: N, N: 3 * H });
  const biasHh = { x: "dHiddenPart", out: gradientName("bias_hh_l0") };
  plan.step("backward", "columnSums", biasHh, { M: N, N: 3 * H });
}

function inputBackward(plan: PlanBuilder, { config: { input }, inputGradient, T, B, N, I, H }: Layout): void {
  if (!inputGradient) return;
  plan.tensor("gradient/x", [T, B, I], "activation");
  const product = { a: "dInputPart", b: "weight_ih_l0", c: "gradient/x" };
  plan.step("backward", "matmulNN", product, { batch: 1, M: N, N: I, K: 3 * H });
  if (input.kind !== "embedding") return;
  const slots = { dOut: "gradient/x", tokens: "tokens", dWeight: gradientName("embedding.weight") };
  plan.step("backward", "embeddingBackward", slots, { N, V: input.vocabularySize, E: I });
}

function update(plan: PlanBuilder, { table: { length } }: Layout): void {
  plan.tensor("firstMoment", [length], "moment");
  plan.tensor("secondMoment", [length], "moment");
  plan.tensor("partials", [normParts], "control");
  plan.tensor("hyper", [8], "control");
  plan.tensor("clip", [3], "control");
  const squares = { gradients: "gradients", partials: "partials" };
  plan.step("update", "sumOfSquares", squares, { length, parts: normParts });
  const factor = { partials: "partials", metrics: "metrics", hyper: "hyper", clip: "clip" };
  plan.step("update", "clipFactor", factor, { parts: normParts });
  const adam = {
    parameters: "parameters",
    gradients: "gradients",
    firstMoment: "firstMoment",
    secondMoment: "secondMoment",
    hyper: "hyper",
    clip: "clip",
  };
  plan.step("update", "adam", adam, { length });
}
