/** From what a sequence is given as to the vectors x [T, B, I] that the first layer reads. */
import { gradientName } from "./cells/cell";
import { inputSize } from "./config";
import type { Layout } from "./layout";

export function inputForward(layout: Layout): void {
  const { plan, options, T, B, N } = layout;
  const { input } = layout.config;
  const I = inputSize(input);
  if (input.kind === "features") {
    plan.tensor("x", [T, B, I], "input");
    return;
  }
  if (options.corpusLength) gather(layout, options.corpusLength);
  else plan.tensor("tokens", [T, B], "input", "i32");
  plan.tensor("x", [T, B, I], "activation");
  if (input.kind === "oneHot") {
    plan.step("forward", "oneHot", { tokens: "tokens", out: "x" }, { N, V: input.vocabularySize });
  } else {
    const slots = { weight: "embedding.weight", tokens: "tokens", out: "x" };
    plan.step("forward", "embeddingForward", slots, { N, V: input.vocabularySize, E: I });
  }
}

/** Also the targets. */
function gather({ plan, T, B }: Layout, L: number): void {
  const slots = {
    corpus: plan.tensor("corpus", [L], "input", "i32"),
    starts: plan.tensor("starts", [B], "input", "i32"),
    tokens: plan.tensor("tokens", [T, B], "activation", "i32"),
    targets: plan.tensor("targets", [T, B], "activation", "i32"),
  };
  plan.step("forward", "gatherWindows", slots, { L, T, B });
}

/** The stack leaves `gradient/x`. */
export function inputBackward({ plan, config: { input }, options, N }: Layout): void {
  if (input.kind !== "embedding" || options.mode !== "train") return;
  const slots = { dOut: "gradient/x", tokens: "tokens", dWeight: gradientName("embedding.weight") };
  plan.step("backward", "embeddingBackward", slots, { N, V: input.vocabularySize, E: input.size });
}
