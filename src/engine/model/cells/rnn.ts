/** The simple recurrent network; equations in `ops/rnn.ts`. It has no gates. */
import type { Cell } from "./cell";
import { gatedBackward, gatedForward, gatedParameters, inspectHiddenPart } from "./gated";

export const rnn: Cell = {
  states: ["h"],
  parameters: (I, H) => gatedParameters(1, I, H, ["bias_ih", "bias_hh"]),
  gates: () => [],
  forward: (site) => gatedForward(site, "rnnForward", 1, 0),
  inspect: (site) => inspectHiddenPart(site, 1),
  backward: (site) => gatedBackward(site, "rnnBackward", { G: 1, states: 1, hasGates: false }),
};
