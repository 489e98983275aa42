/** The LSTM without peepholes; equations in `ops/lstm.ts`. Gate rows in the order i, f, g, o. */
import { type Cell, gatesInARow } from "./cell";
import { gatedBackward, gatedForward, gatedParameters, inspectHiddenPart } from "./gated";

export const lstm: Cell = {
  states: ["h", "c"],
  parameters: (I, H) =>
    gatedParameters(4, I, H, ["bias_ih", "bias_hh"]).map((parameter) =>
      parameter.name === "bias_ih" ? { ...parameter, forgetRows: { first: H, end: 2 * H } } : parameter,
    ),
  gates: (_I, H) =>
    gatesInARow(H, [
      ["i", "share"],
      ["f", "share"],
      ["g", "signed"],
      ["o", "share"],
    ]),
  forward: (site) => gatedForward(site, "lstmForward", 4, 4),
  inspect: (site) => inspectHiddenPart(site, 4),
  backward: (site) => gatedBackward(site, "lstmBackward", { G: 4, states: 2, hasGates: true }),
};
