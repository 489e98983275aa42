/**
 * The equations of the cells that have no diagram, one for each of their rows, in the order in which the cell computes them.
 * h' and c' are the states of the step before. The sources are in the ops' own files and in ARCHITECTURE.md.
 */
import type { CellName } from "../../../session/settings";

export interface CellEquation {
  /** The row of the stage that it computes. */
  readonly row: string;
  /** In LaTeX, and as plain text until it is typeset. */
  readonly tex: string;
  readonly plain: string;
}

/** σ(W_iG x + b_iG + W_hG h' + b_hG) of gate G. */
const pytorchGate = (gate: string, activation: "σ" | "tanh"): CellEquation => ({
  row: gate,
  tex: `${gate} = ${activation === "σ" ? "\\sigma" : "\\tanh"}(W_{i${gate}}\\,x + b_{i${gate}} + W_{h${gate}}\\,h' + b_{h${gate}})`,
  plain: `${gate} = ${activation}(W_i${gate} x + b_i${gate} + W_h${gate} h′ + b_h${gate})`,
});

export const cellEquations: Readonly<Record<Exclude<CellName, "gru">, readonly CellEquation[]>> = {
  gruResetBefore: [
    { row: "r", tex: "r = \\sigma(W_{ir}\\,x + b_r + W_{hr}\\,h')", plain: "r = σ(W_ir x + b_r + W_hr h′)" },
    { row: "z", tex: "z = \\sigma(W_{iz}\\,x + b_z + W_{hz}\\,h')", plain: "z = σ(W_iz x + b_z + W_hz h′)" },
    {
      row: "n",
      tex: "n = \\tanh(W_{in}\\,x + b_n + W_{hn}\\,(r \\odot h'))",
      plain: "n = tanh(W_in x + b_n + W_hn (r ⊙ h′))",
    },
    { row: "h", tex: "h = (1 - z) \\odot n + z \\odot h'", plain: "h = (1 − z) ⊙ n + z ⊙ h′" },
  ],
  fourGate: [
    { row: "i", tex: "i = \\sigma(W_i\\,[h', x] + b_i)", plain: "i = σ(W_i [h′, x] + b_i)" },
    { row: "f", tex: "f = \\sigma(W_f\\,[h', x] + b_f)", plain: "f = σ(W_f [h′, x] + b_f)" },
    {
      row: "c",
      tex: "c = \\tanh(W_c\\,[h' \\odot (1 - f), x \\odot i]) + b_c",
      plain: "c = tanh(W_c [h′ ⊙ (1 − f), x ⊙ i]) + b_c",
    },
    { row: "o", tex: "o = \\sigma(W_o\\,[c, h'] + b_o)", plain: "o = σ(W_o [c, h′] + b_o)" },
    { row: "h", tex: "h = o \\odot c + (1 - o) \\odot h'", plain: "h = o ⊙ c + (1 − o) ⊙ h′" },
  ],
  lstm: [
    pytorchGate("i", "σ"),
    pytorchGate("f", "σ"),
    pytorchGate("g", "tanh"),
    pytorchGate("o", "σ"),
    { row: "c", tex: "c = f \\odot c' + i \\odot g", plain: "c = f ⊙ c′ + i ⊙ g" },
    { row: "h", tex: "h = o \\odot \\tanh(c)", plain: "h = o ⊙ tanh(c)" },
  ],
  rnn: [
    {
      row: "h",
      tex: "h = \\tanh(W_i\\,x + b_i + W_h\\,h' + b_h)",
      plain: "h = tanh(W_i x + b_i + W_h h′ + b_h)",
    },
  ],
};
