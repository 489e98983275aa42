/** From the last layer to the outputs: [T, B, O] at every step, or [B, O] after the last valid one, as `logits`. */
import { gradientName } from "./cells/cell";
import { headInputSize } from "./config";
import { columnsOf, copyBlock } from "./copy";
import type { Layout } from "./layout";
import { declareOutputGradient, directionsOfLayer, partOutputGradient } from "./stack";

const lastLayer = ({ config }: Layout) => config.hiddenSizes.length - 1;
const isAtLast = ({ config }: Layout) => config.head.at === "last";

/** How many outputs of size O there are. */
export const headRows = (layout: Layout): number => (isAtLast(layout) ? layout.B : layout.N);

export const outputShape = ({ config, T, B }: Layout): readonly number[] =>
  config.head.at === "last" ? [B] : [T, B];

export function headForward(layout: Layout): void {
  const { plan, config } = layout;
  const x = isAtLast(layout) ? lastStates(layout) : `out_l${lastLayer(layout)}`;
  plan.tensor("logits", [...outputShape(layout), config.head.size], "activation");
  const slots = { a: x, b: "head.weight", bias: "head.bias", c: "logits" };
  const dims = { batch: 1, M: headRows(layout), N: config.head.size, K: headInputSize(config) };
  plan.step("forward", "matmulNT", slots, dims);
}

/**
 * The state after a direction's last step, side by side. Masked steps carry the state through, so that this is the one after
 * the last valid step; for the reverse direction it is the one at t = 0.
 */
function lastStates(layout: Layout): string {
  const { plan, config, T, B } = layout;
  const size = headInputSize(config);
  const states = plan.tensor("lastStates", [B, size], "activation");
  for (const { reverse, hiddenSize: H, suffix } of directionsOfLayer(layout, lastLayer(layout))) {
    const last = columnsOf(`state${suffix}`, H, reverse ? 0 : T * B * H);
    const place = columnsOf(states, size, reverse * H);
    copyBlock(plan, "forward", { from: last, to: place, rows: B, columns: H });
  }
  return states;
}

/** From `dLogits` to the gradients of the head and of the last layer's outputs. */
export function headBackward(layout: Layout): void {
  const { plan, config, options } = layout;
  const [M, K, O] = [headRows(layout), headInputSize(config), config.head.size];
  declareOutputGradient(layout, lastLayer(layout));
  if (options.mode === "trace") plan.tensor("dLogits", [...outputShape(layout), O], "input");
  const dX = isAtLast(layout)
    ? plan.tensor("dLastStates", [layout.B, K], "activation")
    : `dOut_l${lastLayer(layout)}`;
  plan.step("backward", "matmulNN", { a: "dLogits", b: "head.weight", c: dX }, { batch: 1, M, N: K, K: O });
  if (options.mode === "train") {
    const x = isAtLast(layout) ? "lastStates" : `out_l${lastLayer(layout)}`;
    const weight = { a: "dLogits", b: x, c: gradientName("head.weight") };
    plan.step("backward", "matmulTN", weight, { batch: 1, M: O, N: K, K: M });
    plan.step("backward", "columnSums", { x: "dLogits", out: gradientName("head.bias") }, { M, N: O });
  }
  if (isAtLast(layout)) spreadLastStates(layout, dX);
  else partOutputGradient(layout, lastLayer(layout));
}

/** All other steps have no gradient from outside; the recurrence has left its own there in the run before. */
function spreadLastStates(layout: Layout, dLastStates: string): void {
  const { plan, config, T, B } = layout;
  const size = headInputSize(config);
  for (const { reverse, hiddenSize: H, suffix } of directionsOfLayer(layout, lastLayer(layout))) {
    const part = columnsOf(dLastStates, size, reverse * H);
    const last = columnsOf(`dH${suffix}`, H, reverse ? 0 : (T - 1) * B * H);
    plan.step("backward", "zeros", { out: `dH${suffix}` }, { length: T * B * H });
    copyBlock(plan, "backward", { from: part, to: last, rows: B, columns: H });
  }
}
