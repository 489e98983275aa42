/**
 * The nodes of the cell diagram: what each is called, what it does, and its equation in symbols and in numbers.
 * In the order in which the cell computes them, which is also the order of the tab key.
 */

import { formatValue } from "../format";
import type { Role } from "../lanes/rows";
import { quotedSymbol } from "../symbols";
import type { CellValues } from "./cellValues";

export type NodeId =
  | "hPrevious"
  | "x"
  | "hiddenZ"
  | "inputZ"
  | "z"
  | "hiddenR"
  | "inputR"
  | "r"
  | "hiddenN"
  | "inputN"
  | "reset"
  | "n"
  | "keep"
  | "oneMinus"
  | "take"
  | "sum"
  | "h";

export interface CellNode {
  readonly name: string;
  /** What is written in the node: `W_hz` is W with a subscript; null where it depends on the step. */
  readonly face: string | null;
  readonly shape: "box" | "gate" | "operation";
  readonly quantity: Role | null;
  readonly meaning: string;
  /** The equation in LaTeX, and as plain text until it is typeset. */
  readonly tex: string;
  readonly plain: string;
  /** The same equation with this step's numbers. */
  readonly numbers: (values: CellValues) => string;
}

const f = (value: number) => formatValue(value);
const plus = (a: number, b: number) => (b < 0 ? `${f(a)} − ${f(-b)}` : `${f(a)} + ${f(b)}`);
const times = (a: number, b: number) => `${f(a)} · ${b < 0 ? `(${f(b)})` : f(b)}`;

/** W_hG h' + b_hG of gate G. */
const hiddenNode = (gate: "z" | "r" | "n", of: string, value: (v: CellValues) => number): CellNode => ({
  name: `Old state into ${of}`,
  face: `W_h${gate} h′ + b_h${gate}`,
  shape: "box",
  quantity: null,
  meaning: `What the old states of all units say to ${of} of this unit: a weighted sum and a bias.`,
  tex: `W_{h${gate}}\\,h' + b_{h${gate}}`,
  plain: `W_h${gate} h′ + b_h${gate}`,
  numbers: (v) => `this unit’s row: ${f(value(v))}`,
});

/** W_iG x + b_iG of gate G. */
const inputNode = (gate: "z" | "r" | "n", of: string, value: (v: CellValues) => number): CellNode => ({
  name: `Input into ${of}`,
  face: `W_i${gate} x + b_i${gate}`,
  shape: "box",
  quantity: null,
  meaning: `What the input says to ${of} of this unit: a weighted sum and a bias.`,
  tex: `W_{i${gate}}\\,x + b_{i${gate}}`,
  plain: `W_i${gate} x + b_i${gate}`,
  numbers: (v) =>
    `${v.symbol === "" ? "" : `with x for ${quotedSymbol(v.symbol)}, `}this unit’s row: ${f(value(v))}`,
});

const newState = {
  tex: "h = (1 - z) \\odot n + z \\odot h'",
  plain: "h = (1 − z) ⊙ n + z ⊙ h′",
  shape: "operation",
} as const;

export const cellNodes: Readonly<Record<NodeId, CellNode>> = {
  hPrevious: {
    name: "Old state h′",
    face: "h′",
    shape: "box",
    quantity: "h",
    meaning: "What this unit remembers from the step before; 0 before the first step.",
    tex: "h' = h_{t-1}",
    plain: "h′ = h of step t − 1",
    numbers: (v) => `h′ = ${f(v.hPrevious)}`,
  },
  x: {
    name: "Input x",
    face: null,
    shape: "box",
    quantity: null,
    meaning: "What is read at this step, as a vector that all units see.",
    tex: "x = x_t",
    plain: "x = x of step t",
    numbers: (v) =>
      v.symbol === "" ? `x = the features of step ${v.time}` : `x = vector of ${quotedSymbol(v.symbol)}`,
  },
  hiddenZ: hiddenNode("z", "the update gate", (v) => v.hiddenZ),
  inputZ: inputNode("z", "the update gate", (v) => v.inputZ),
  z: {
    name: "Update gate z",
    face: "σ",
    shape: "gate",
    quantity: "z",
    meaning: "How much of the old state stays: 1 keeps it, 0 takes the candidate instead.",
    tex: "z = \\sigma(W_{iz}\\,x + b_{iz} + W_{hz}\\,h' + b_{hz})",
    plain: "z = σ(W_iz x + b_iz + W_hz h′ + b_hz)",
    numbers: (v) => `z = σ(${plus(v.inputZ, v.hiddenZ)}) = ${f(v.z)}`,
  },
  hiddenR: hiddenNode("r", "the reset gate", (v) => v.hiddenR),
  inputR: inputNode("r", "the reset gate", (v) => v.inputR),
  r: {
    name: "Reset gate r",
    face: "σ",
    shape: "gate",
    quantity: "r",
    meaning: "How much the old state has a say in the candidate: 1 all, 0 none.",
    tex: "r = \\sigma(W_{ir}\\,x + b_{ir} + W_{hr}\\,h' + b_{hr})",
    plain: "r = σ(W_ir x + b_ir + W_hr h′ + b_hr)",
    numbers: (v) => `r = σ(${plus(v.inputR, v.hiddenR)}) = ${f(v.r)}`,
  },
  hiddenN: hiddenNode("n", "the candidate", (v) => v.q),
  inputN: inputNode("n", "the candidate", (v) => v.inputN),
  reset: {
    name: "Reset applied",
    face: "⊙",
    shape: "operation",
    quantity: "r",
    meaning: "The reset gate lets this share of the old state’s say through to the candidate.",
    tex: "r \\odot (W_{hn}\\,h' + b_{hn})",
    plain: "r ⊙ (W_hn h′ + b_hn)",
    numbers: (v) => `${times(v.r, v.q)} = ${f(v.resetQ)}`,
  },
  n: {
    name: "Candidate n",
    face: "tanh",
    shape: "gate",
    quantity: "n",
    meaning: "The new state on offer, from the input and from what the reset gate let through.",
    tex: "n = \\tanh(W_{in}\\,x + b_{in} + r \\odot (W_{hn}\\,h' + b_{hn}))",
    plain: "n = tanh(W_in x + b_in + r ⊙ (W_hn h′ + b_hn))",
    numbers: (v) => `n = tanh(${f(v.inputN)} + ${times(v.r, v.q)}) = ${f(v.n)}`,
  },
  keep: {
    name: "Kept of the old state",
    face: "⊙",
    shape: "operation",
    quantity: "z",
    meaning: "The share of the old state that stays.",
    tex: "z \\odot h'",
    plain: "z ⊙ h′",
    numbers: (v) => `${times(v.z, v.hPrevious)} = ${f(v.kept)}`,
  },
  oneMinus: {
    name: "One minus z",
    face: "1−",
    shape: "operation",
    quantity: "z",
    meaning: "What the update gate does not keep is free for the candidate.",
    tex: "1 - z",
    plain: "1 − z",
    numbers: (v) => `1 − ${f(v.z)} = ${f(v.oneMinusZ)}`,
  },
  take: {
    name: "Taken of the candidate",
    face: "⊙",
    shape: "operation",
    quantity: "n",
    meaning: "The share of the candidate that enters the state.",
    tex: "(1 - z) \\odot n",
    plain: "(1 − z) ⊙ n",
    numbers: (v) => `${times(v.oneMinusZ, v.n)} = ${f(v.taken)}`,
  },
  sum: {
    ...newState,
    name: "Sum",
    face: "+",
    quantity: "h",
    meaning: "What is kept and what is taken make the new state.",
    numbers: (v) => `h = ${plus(v.taken, v.kept)} = ${f(v.h)}`,
  },
  h: {
    ...newState,
    name: "New state h",
    face: "h",
    shape: "box",
    quantity: "h",
    meaning:
      "What this unit remembers now: a mixture of the old state and the candidate, weighed by the update gate.",
    numbers: (v) =>
      `h = (1 − ${f(v.z)}) · ${v.n < 0 ? `(${f(v.n)})` : f(v.n)} + ${times(v.z, v.hPrevious)} = ${f(v.h)}`,
  },
};

export const nodeIds: readonly NodeId[] = [
  "hPrevious",
  "x",
  "hiddenZ",
  "inputZ",
  "z",
  "hiddenR",
  "inputR",
  "r",
  "hiddenN",
  "inputN",
  "reset",
  "n",
  "keep",
  "oneMinus",
  "take",
  "sum",
  "h",
];

/** The number that a node gives, for its spoken label; null for the input, which is no number. */
export const nodeValue: Readonly<Record<NodeId, (values: CellValues) => number | null>> = {
  hPrevious: (v) => v.hPrevious,
  x: () => null,
  hiddenZ: (v) => v.hiddenZ,
  inputZ: (v) => v.inputZ,
  z: (v) => v.z,
  hiddenR: (v) => v.hiddenR,
  inputR: (v) => v.inputR,
  r: (v) => v.r,
  hiddenN: (v) => v.q,
  inputN: (v) => v.inputN,
  reset: (v) => v.resetQ,
  n: (v) => v.n,
  keep: (v) => v.kept,
  oneMinus: (v) => v.oneMinusZ,
  take: (v) => v.taken,
  sum: (v) => v.h,
  h: (v) => v.h,
};
