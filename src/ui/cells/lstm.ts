/** The LSTM without peepholes: `engine/ops/lstm.ts`. */
import type { CellDescription } from "./cellDescription";
import { type CellLayout, label } from "./cellLayout";
import {
  hiddenPart,
  input,
  inputPart,
  newState,
  oldState,
  product,
  sigmoidGate,
  sum,
  tanhGate,
} from "./commonNodes";
import { formula } from "./formula";
import { gateRow, hiddenStateRow, signedRow } from "./rows";

type LstmNode =
  | "cPrevious"
  | "hPrevious"
  | "x"
  | "hiddenF"
  | "inputF"
  | "f"
  | "hiddenI"
  | "inputI"
  | "i"
  | "hiddenG"
  | "inputG"
  | "g"
  | "hiddenO"
  | "inputO"
  | "o"
  | "keep"
  | "write"
  | "sum"
  | "c"
  | "squash"
  | "show"
  | "h";

/** The cell state on top; below it the lanes of the forget gate, the input gate, the candidate and the output gate. */
const wide: CellLayout<LstmNode> = {
  width: 800,
  height: 432,
  decimals: 3,
  fontSize: 13,
  namesAll: true,
  nodes: {
    cPrevious: [30, 34, 44, 30],
    hPrevious: [30, 78, 44, 30],
    x: [30, 404, 44, 32],
    hiddenF: [134, 106, 100, 27],
    inputF: [134, 146, 100, 27],
    f: [304, 126, 36, 36],
    hiddenI: [134, 192, 100, 27],
    inputI: [134, 232, 100, 27],
    i: [304, 212, 36, 36],
    hiddenG: [134, 278, 100, 27],
    inputG: [134, 318, 100, 27],
    g: [304, 298, 50, 34],
    hiddenO: [134, 364, 100, 27],
    inputO: [134, 404, 100, 27],
    o: [304, 384, 36, 36],
    keep: [400, 34, 30, 30],
    write: [530, 212, 30, 30],
    sum: [530, 34, 30, 30],
    c: [690, 34, 44, 30],
    squash: [690, 130, 50, 34],
    show: [690, 384, 30, 30],
    h: [776, 384, 44, 32],
  },
  wires: {
    cPrevious: { to: { keep: "straight" }, label: label(226, 26) },
    hPrevious: { to: {}, label: label(60, 68, "start") },
    hiddenF: { to: { f: "merge" }, label: label(224, 98) },
    inputF: { to: { f: "merge" }, label: label(224, 163) },
    f: { to: { keep: "across" }, label: label(360, 118) },
    hiddenI: { to: { i: "merge" }, label: label(224, 184) },
    inputI: { to: { i: "merge" }, label: label(224, 249) },
    i: { to: { write: "straight" }, label: label(410, 204) },
    hiddenG: { to: { g: "merge" }, label: label(224, 270) },
    inputG: { to: { g: "merge" }, label: label(224, 335) },
    g: { to: { write: "across" }, label: label(410, 290) },
    hiddenO: { to: { o: "merge" }, label: label(224, 356) },
    inputO: { to: { o: "merge" }, label: label(224, 421) },
    o: { to: { show: "straight" }, label: label(410, 376) },
    keep: { to: { sum: "straight" }, label: label(465, 26) },
    write: { to: { sum: "straight" }, label: label(540, 128, "start") },
    sum: { to: { c: "straight" } },
    c: { to: { squash: "straight" }, label: label(700, 84, "start") },
    squash: { to: { show: "straight" }, label: { ...label(700, 250, "start"), stacked: true } },
    show: { to: { h: "straight" }, label: label(776, 360) },
  },
  vectors: {
    x: {
      inputF: { kind: "trunk", x: 64 },
      inputI: { kind: "trunk", x: 64 },
      inputG: { kind: "trunk", x: 64 },
      inputO: { kind: "trunk", x: 64 },
    },
    hPrevious: {
      hiddenF: { kind: "trunk", x: 30 },
      hiddenI: { kind: "trunk", x: 30 },
      hiddenG: { kind: "trunk", x: 30 },
      hiddenO: { kind: "trunk", x: 30 },
    },
  },
  captions: [
    { ...label(330, 148, "start"), name: "forgetGate" },
    { ...label(304, 247), name: "inputGate" },
    { ...label(304, 332), name: "candidate" },
    { ...label(304, 419), name: "outputGate" },
    { ...label(8, 13, "start"), name: "oldCellState" },
    { ...label(60, 84, "start"), name: "oldState" },
    { ...label(798, 13, "end"), name: "newCellState" },
    { ...label(798, 416, "end"), name: "newState" },
    { ...label(30, 382), name: "input" },
  ],
};

const compact: CellLayout<LstmNode> = {
  width: 366,
  height: 434,
  decimals: 2,
  fontSize: 12.5,
  namesAll: false,
  nodes: {
    cPrevious: [22, 28, 36, 26],
    hPrevious: [22, 68, 36, 26],
    x: [22, 416, 36, 28],
    hiddenF: [70, 112, 84, 25],
    inputF: [70, 145, 84, 25],
    f: [173, 128.5, 32, 32],
    hiddenI: [70, 190, 84, 25],
    inputI: [70, 223, 84, 25],
    i: [173, 206.5, 32, 32],
    hiddenG: [70, 268, 84, 25],
    inputG: [70, 301, 84, 25],
    g: [173, 284.5, 42, 30],
    hiddenO: [70, 346, 84, 25],
    inputO: [70, 379, 84, 25],
    o: [173, 362.5, 32, 32],
    keep: [173, 28, 28, 28],
    write: [262, 206.5, 28, 28],
    sum: [262, 28, 28, 28],
    c: [308, 28, 30, 26],
    squash: [308, 120, 42, 30],
    show: [308, 362.5, 28, 28],
    h: [349, 362.5, 28, 28],
  },
  wires: {
    cPrevious: { to: { keep: "straight" }, label: label(98, 20) },
    hPrevious: { to: {}, label: label(46, 72, "start") },
    hiddenF: { to: { f: "merge" }, label: label(136, 103) },
    inputF: { to: { f: "merge" }, label: label(136, 161) },
    f: { to: { keep: "straight" }, label: label(182, 82, "start") },
    hiddenI: { to: { i: "merge" }, label: label(136, 181) },
    inputI: { to: { i: "merge" }, label: label(136, 239) },
    i: { to: { write: "straight" }, label: label(218, 198) },
    hiddenG: { to: { g: "merge" }, label: label(132, 259) },
    inputG: { to: { g: "merge" }, label: label(132, 317) },
    g: { to: { write: "across" }, label: label(225, 276) },
    hiddenO: { to: { o: "merge" }, label: label(136, 337) },
    inputO: { to: { o: "merge" }, label: label(136, 395) },
    o: { to: { show: "straight" }, label: label(240, 354) },
    keep: { to: { sum: "straight" }, label: label(217, 20) },
    write: { to: { sum: "straight" }, label: label(254, 130, "end") },
    sum: { to: { c: "straight" } },
    c: { to: { squash: "straight" }, label: label(313, 76, "start") },
    squash: { to: { show: "straight" }, label: label(316, 250, "start") },
    show: { to: { h: "straight" }, label: label(344, 394) },
  },
  vectors: {
    x: {
      inputF: { kind: "trunk", x: 22 },
      inputI: { kind: "trunk", x: 22 },
      inputG: { kind: "trunk", x: 22 },
      inputO: { kind: "trunk", x: 22 },
    },
    hPrevious: {
      hiddenF: { kind: "trunk", x: 10 },
      hiddenI: { kind: "trunk", x: 10 },
      hiddenG: { kind: "trunk", x: 10 },
      hiddenO: { kind: "trunk", x: 10 },
    },
  },
  captions: [],
};

const gates = {
  i: { letter: "i", into: "inputGate", place: 0 },
  f: { letter: "f", into: "forgetGate", place: 1 },
  g: { letter: "g", into: "candidate", place: 2 },
  o: { letter: "o", into: "outputGate", place: 3 },
} as const;

const cellStateTex = "c = f \\odot c' + i \\odot g";
const stateTex = "h = o \\odot \\tanh(c)";

export const lstm: CellDescription<LstmNode> = {
  rows: [
    gateRow({ id: "i", name: "inputGate", meaning: "writingGate", role: "r" }),
    gateRow({ id: "f", name: "forgetGate", meaning: "keepingGate", role: "z" }),
    signedRow({ id: "g", name: "candidate", meaning: "writtenCandidate", role: "n" }),
    gateRow({ id: "o", name: "outputGate", meaning: "showingGate", role: "o" }),
    { ...hiddenStateRow("cellState"), id: "c", name: "cellState", scale: "open", role: "c" },
    hiddenStateRow("shownState"),
  ],
  keeps: { state: "c", gate: "f", is: "kept" },
  result: "h",
  nodes: {
    cPrevious: {
      ...oldState,
      note: "oldCellState",
      face: "c′",
      role: "c",
      tex: "c' = c_{t-1}",
      called: { text: "c′" },
      scale: "open",
      source: { kind: "oldState", name: "c" },
      numbers: formula("c′ = {cPrevious}"),
    },
    hPrevious: oldState,
    x: input,
    hiddenF: hiddenPart("hiddenF", { ...gates.f, bias: true }),
    inputF: inputPart("inputF", gates.f),
    f: sigmoidGate({
      letter: "f",
      note: "keepingGate",
      role: "z",
      from: ["inputF", "hiddenF"],
    }),
    hiddenI: hiddenPart("hiddenI", { ...gates.i, bias: true }),
    inputI: inputPart("inputI", gates.i),
    i: sigmoidGate({
      letter: "i",
      note: "writingGate",
      role: "r",
      from: ["inputI", "hiddenI"],
    }),
    hiddenG: hiddenPart("hiddenG", { ...gates.g, bias: true }),
    inputG: inputPart("inputG", gates.g),
    g: tanhGate({
      letter: "g",
      note: "writtenCandidate",
      role: "n",
      from: ["inputG", "hiddenG"],
    }),
    hiddenO: hiddenPart("hiddenO", { ...gates.o, bias: true }),
    inputO: inputPart("inputO", gates.o),
    o: sigmoidGate({
      letter: "o",
      note: "showingGate",
      role: "o",
      from: ["inputO", "hiddenO"],
    }),
    keep: product({
      id: "keep",
      note: "keptCellState",
      role: "z",
      tex: "f \\odot c'",
      called: "f⊙c′",
      scale: "open",
      from: ["f", "cPrevious"],
    }),
    write: product({
      id: "write",
      note: "written",
      role: "n",
      tex: "i \\odot g",
      called: "i⊙g",
      from: ["i", "g"],
    }),
    sum: sum({
      id: "sum",
      letter: "c",
      note: "cellStateSum",
      role: "c",
      scale: "open",
      tex: cellStateTex,
      from: ["keep", "write"],
    }),
    c: newState({
      letter: "c",
      note: "newCellState",
      role: "c",
      scale: "open",
      tex: cellStateTex,
      from: "sum",
      numbers: formula("c = {f} · {cPrevious} + {i} · {g} = {c}"),
    }),
    squash: {
      note: "squashedCellState",
      face: "tanh",
      shape: "operation",
      role: "c",
      tex: "\\tanh(c)",
      called: { text: "tanh(c)", optional: true },
      scale: "state",
      from: ["c"],
      sees: [],
      compute: Math.tanh,
      source: null,
      numbers: formula("tanh({c}) = {squash}"),
    },
    show: product({
      id: "show",
      note: "shownCellState",
      role: "o",
      tex: "o \\odot \\tanh(c)",
      from: ["o", "squash"],
    }),
    h: newState({
      letter: "h",
      note: "shownState",
      role: "h",
      scale: "state",
      tex: stateTex,
      from: "show",
      numbers: formula("h = {o} · tanh({c}) = {h}"),
    }),
  },
  wide,
  compact,
};
