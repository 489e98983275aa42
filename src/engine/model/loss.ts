/** The loss on the outputs, and the gradient `dLogits` it sends back. The mean is over valid positions only. */
import { noClass, smoothingUnit } from "../ops/crossEntropy";
import { measuresPerRow } from "../ops/rows";
import type { NetworkConfig } from "./config";
import { headRows, outputShape } from "./head";
import type { Layout } from "./layout";

/** The tensors that forward and backward ops of a loss share, and the dims. */
function shared(layout: Layout) {
  const { config, options, B } = layout;
  const { loss, head } = config;
  const classWeights = loss.kind === "crossEntropy" && loss.classWeights !== null;
  return {
    slots: {
      targets: "targets",
      ...(options.masked && head.at === "every" && { lengths: "lengths" }),
      ...(classWeights && { classWeights: "classWeights" }),
    },
    dims: { N: headRows(layout), B, V: head.size },
    ofClasses:
      loss.kind === "crossEntropy"
        ? {
            smoothing: Math.round(loss.labelSmoothing / smoothingUnit),
            ignored: loss.ignoredClass ?? noClass,
          }
        : {},
  };
}

export function lossForward(layout: Layout): void {
  const { plan, config } = layout;
  const { loss, head } = config;
  const { slots, dims, ofClasses } = shared(layout);
  const outputs = [...outputShape(layout), head.size];
  if (layout.options.corpusLength) expectNextToken(config);
  else if (loss.kind === "crossEntropy") plan.tensor("targets", outputShape(layout), "input", "i32");
  else plan.tensor("targets", outputs, "input");
  if ("classWeights" in slots) plan.tensor("classWeights", [head.size], "input");
  const rowMeasures = plan.tensor("rowMeasures", [dims.N, measuresPerRow], "activation");
  plan.tensor("metrics", [3], "control");
  switch (loss.kind) {
    case "crossEntropy": {
      const probabilities = plan.tensor("probabilities", outputs, "activation");
      const all = { logits: "logits", probabilities, rowMeasures, ...slots };
      plan.step("forward", "crossEntropyForward", all, { ...dims, ...ofClasses });
      break;
    }
    case "meanSquaredError":
      plan.step("forward", "squaredErrorForward", { outputs: "logits", rowMeasures, ...slots }, dims);
      break;
    case "binaryCrossEntropy":
      plan.step("forward", "binaryCrossEntropyForward", { logits: "logits", rowMeasures, ...slots }, dims);
      break;
  }
  plan.step("forward", "meanMetrics", { rowMeasures, metrics: "metrics" }, { N: dims.N });
}

/** Windows of a corpus bring their targets with them, which are tokens. */
function expectNextToken({ loss, head, input }: NetworkConfig): void {
  const fits = loss.kind === "crossEntropy" && head.at === "every" && input.kind !== "features";
  if (!fits) throw new RangeError("A corpus trains networks that predict the next token at every step.");
}

export function lossBackward(layout: Layout): void {
  const { plan, config } = layout;
  const { slots, dims, ofClasses } = shared(layout);
  const dLogits = plan.tensor("dLogits", [...outputShape(layout), config.head.size], "activation");
  const common = { metrics: "metrics", ...slots };
  switch (config.loss.kind) {
    case "crossEntropy": {
      const all = { probabilities: "probabilities", dLogits, ...common };
      plan.step("backward", "crossEntropyBackward", all, { ...dims, ...ofClasses });
      break;
    }
    case "meanSquaredError":
      plan.step(
        "backward",
        "squaredErrorBackward",
        { outputs: "logits", dOutputs: dLogits, ...common },
        dims,
      );
      break;
    case "binaryCrossEntropy":
      plan.step("backward", "binaryCrossEntropyBackward", { logits: "logits", dLogits, ...common }, dims);
      break;
  }
}
