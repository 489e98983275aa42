/** The simple recurrent network; equations in `ops/rnn.ts`. It has no gates. */
import type { Cell } from "./cell";
import {
  backwardOptions,
  gatedParameters,
  hiddenGradients,
  inputGradients,
  inputPart,
  timeSizes,
} from "./gated";

export const rnn: Cell = {
  states: ["h"],
  parameters: (I, H) => gatedParameters(1, I, H, ["bias_ih", "bias_hh"]),
  gates: () => [],
  forward(site) {
    const { plan, named, options } = site;
    const slots = {
      inputPart: inputPart(site, 1),
      weightHh: named("weight_hh"),
      biasHh: named("bias_hh"),
      state: named("state"),
      ...options,
    };
    plan.step("forward", "rnnForward", slots, timeSizes(site));
  },
  backward(site) {
    const { plan, named, T, B, H } = site;
    const dPart = plan.tensor(named("dPart"), [T, B, H], "activation");
    const slots = {
      dH: named("dH"),
      state: named("state"),
      weightHh: named("weight_hh"),
      dPart,
      dInitial: plan.tensor(named("dInitial"), [1, B, H], "activation"),
      ...backwardOptions(site, "lengths", "stateMask"),
    };
    plan.step("backward", "rnnBackward", slots, timeSizes(site));
    inputGradients(site, 1, dPart);
    hiddenGradients(site, 1, dPart);
  },
};
