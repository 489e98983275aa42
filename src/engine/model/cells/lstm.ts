/** The LSTM without peepholes; equations in `ops/lstm.ts`. Gate rows in the order i, f, g, o. */
import { type Cell, gatesInARow } from "./cell";
import {
  backwardOptions,
  gatedParameters,
  hiddenGradients,
  inputGradients,
  inputPart,
  timeSizes,
} from "./gated";

export const lstm: Cell = {
  states: ["h", "c"],
  parameters: (I, H) => gatedParameters(4, I, H, ["bias_ih", "bias_hh"]),
  gates: (_I, H) =>
    gatesInARow(H, [
      ["i", "share"],
      ["f", "share"],
      ["g", "signed"],
      ["o", "share"],
    ]),
  forward(site) {
    const { plan, named, T, B, H, options } = site;
    const slots = {
      inputPart: inputPart(site, 4),
      weightHh: named("weight_hh"),
      biasHh: named("bias_hh"),
      state: named("state"),
      gates: plan.tensor(named("gates"), [T, B, 4, H], "activation"),
      ...options,
    };
    plan.step("forward", "lstmForward", slots, timeSizes(site));
  },
  backward(site) {
    const { plan, named, T, B, H } = site;
    const dPart = plan.tensor(named("dPart"), [T, B, 4, H], "activation");
    const slots = {
      dH: named("dH"),
      gates: named("gates"),
      state: named("state"),
      weightHh: named("weight_hh"),
      dPart,
      dInitial: plan.tensor(named("dInitial"), [2, B, H], "activation"),
      ...backwardOptions(site, "lengths", "stateMask"),
    };
    plan.step("backward", "lstmBackward", slots, timeSizes(site));
    inputGradients(site, 4, dPart);
    hiddenGradients(site, 4, dPart);
  },
};
