/** The GRU, reset after; equations in `ops/gru.ts`. Gate rows in the order r, z, n; `q` is what r multiplies. */
import { type Cell, gatesInARow } from "./cell";
import {
  backwardOptions,
  gatedForward,
  gatedParameters,
  hiddenGradients,
  inputGradients,
  inspectHiddenPart,
  timeSizes,
} from "./gated";

export const gru: Cell = {
  states: ["h"],
  parameters: (I, H) => gatedParameters(3, I, H, ["bias_ih", "bias_hh"]),
  gates: (_I, H) => [
    ...gatesInARow(H, [
      ["r", "share"],
      ["z", "share"],
      ["n", "signed"],
    ]),
    { name: "q", first: 3 * H, width: H, range: "sum", derived: true },
  ],
  forward: (site) => gatedForward(site, "gruForward", 3, 4),
  inspect: (site) => inspectHiddenPart(site, 3),
  backward(site) {
    const { plan, named, T, B, H } = site;
    const dInputPart = plan.tensor(named("dInputPart"), [T, B, 3, H], "activation");
    const dHiddenPart = plan.tensor(named("dHiddenPart"), [T, B, 3, H], "activation");
    const slots = {
      dH: named("dH"),
      gates: named("gates"),
      state: named("state"),
      weightHh: named("weight_hh"),
      dInputPart,
      dHiddenPart,
      dInitial: plan.tensor(named("dInitial"), [1, B, H], "activation"),
      ...backwardOptions(site, "stateMask"),
    };
    plan.step("backward", "gruBackward", slots, timeSizes(site));
    inputGradients(site, 3, dInputPart);
    hiddenGradients(site, 3, dHiddenPart);
  },
};
