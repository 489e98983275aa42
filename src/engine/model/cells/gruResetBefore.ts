/** The GRU, reset before; equations in `ops/gruResetBefore.ts`. Gate rows in the order r, z, n; one bias. */
import { columnsOf, copyBlock } from "../copy";
import { type Cell, type CellSite, gatesInARow, gradientName } from "./cell";
import {
  backwardOptions,
  gatedParameters,
  inputGradients,
  inputPart,
  stateInProducts,
  timeSizes,
} from "./gated";

export const gruResetBefore: Cell = {
  states: ["h"],
  parameters: (I, H) => gatedParameters(3, I, H, ["bias_ih"]),
  gates: (_I, H) =>
    gatesInARow(H, [
      ["r", "share"],
      ["z", "share"],
      ["n", "signed"],
    ]),
  forward(site) {
    const { plan, named, T, B, H, options } = site;
    const slots = {
      inputPart: inputPart(site, 3),
      weightHh: named("weight_hh"),
      state: named("state"),
      gates: plan.tensor(named("gates"), [T, B, 3, H], "activation"),
      resetState: plan.tensor(named("resetState"), [T, B, H], "activation"),
      ...options,
    };
    plan.step("forward", "gruResetBeforeForward", slots, timeSizes(site));
  },
  inspect(site) {
    const { plan, named, T, B, H } = site;
    plan.tensor(named("hiddenPart"), [T, B, 3, H], "activation");
    inspectProduct(site, 0, 2, named("hBefore"));
    inspectProduct(site, 2, 1, named("resetState"));
  },
  backward(site) {
    const { plan, named, T, B, H } = site;
    const dInputPart = plan.tensor(named("dInputPart"), [T, B, 3, H], "activation");
    const slots = {
      dH: named("dH"),
      gates: named("gates"),
      state: named("state"),
      weightHh: named("weight_hh"),
      dInputPart,
      dInitial: plan.tensor(named("dInitial"), [1, B, H], "activation"),
      ...backwardOptions(site, "stateMask"),
    };
    plan.step("backward", "gruResetBeforeBackward", slots, timeSizes(site));
    inputGradients(site, 3, dInputPart);
    if (!site.wanted.parameters) return;
    // r and z see h', the candidate sees r ⊙ h'.
    weightRows(site, dInputPart, 0, 2, stateInProducts(site));
    weightRows(site, dInputPart, 2, 1, named("resetState"));
  },
};

/** `count` gates' blocks of hiddenPart: their rows of W_hh times `factor` [T, B, H]. */
function inspectProduct(site: CellSite, gate: number, count: number, factor: string): void {
  const { plan, named, T, B, H } = site;
  const N = T * B;
  const columns = count * H;
  const weight = plan.view(named(`weightHh${gate}`), named("weight_hh"), gate * H * H, [columns, H]);
  const product = plan.tensor(named(`hiddenPart${gate}`), [N, columns], "activation");
  plan.step(
    "forward",
    "matmulNT",
    { a: factor, b: weight, c: product },
    { batch: 1, M: N, N: columns, K: H },
  );
  const place = columnsOf(named("hiddenPart"), 3 * H, gate * H);
  copyBlock(plan, "forward", { from: columnsOf(product, columns), to: place, rows: N, columns });
}

/** The gradient of `count` gates' rows of W_hh, which multiply `factor` [T, B, H]. */
function weightRows(site: CellSite, dInputPart: string, gate: number, count: number, factor: string): void {
  const { plan, named, T, B, H } = site;
  const N = T * B;
  const columns = count * H;
  const part = plan.tensor(named(`dHiddenPart${gate}`), [N, columns], "activation");
  const product = plan.tensor(named(`dWeightHh${gate}`), [columns, H], "activation");
  const ofGates = columnsOf(dInputPart, 3 * H, gate * H);
  copyBlock(plan, "backward", { from: ofGates, to: columnsOf(part, columns), rows: N, columns });
  plan.step("backward", "matmulTN", { a: part, b: factor, c: product }, { batch: 1, M: columns, N: H, K: N });
  const size = columns * H;
  const place = columnsOf(gradientName(named("weight_hh")), size, gate * H * H);
  copyBlock(plan, "backward", { from: columnsOf(product, size), to: place, rows: 1, columns: size });
}
