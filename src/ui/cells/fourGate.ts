/** The four-gate GRU: `engine/ops/fourGate.ts`. Its gates read all states and inputs at once, as one vector. */
import type { CellDescription, CellNode } from "./cellDescription";
import { type CellLayout, label } from "./cellLayout";
import { input, newState, oldState, oneMinus, product, rowOfUnit, sum } from "./commonNodes";
import { formula } from "./formula";
import { gateRow, hiddenStateRow, signedRow } from "./rows";

type FourGateNode =
  | "hPrevious"
  | "x"
  | "f"
  | "oneMinusF"
  | "hide"
  | "i"
  | "read"
  | "c"
  | "o"
  | "oneMinusO"
  | "keep"
  | "take"
  | "sum"
  | "h";

/** The state line on top; the forget gate and the input gate to the left, the candidate and the output gate to the right. */
const wide: CellLayout<FourGateNode> = {
  width: 800,
  height: 356,
  decimals: 3,
  fontSize: 13,
  namesAll: true,
  nodes: {
    hPrevious: [30, 40, 44, 32],
    x: [30, 332, 44, 32],
    f: [138, 140, 128, 34],
    oneMinusF: [284, 140, 34, 34],
    hide: [392, 140, 30, 30],
    i: [138, 290, 128, 34],
    read: [392, 290, 30, 30],
    c: [497, 215, 146, 34],
    o: [500, 98, 128, 34],
    oneMinusO: [656, 98, 34, 34],
    keep: [656, 40, 30, 30],
    take: [616, 215, 30, 30],
    sum: [734, 40, 30, 30],
    h: [778, 40, 36, 32],
  },
  wires: {
    hPrevious: { to: { hide: "across", keep: "straight" }, label: label(200, 32) },
    f: { to: { oneMinusF: "straight" }, label: label(235, 132) },
    oneMinusF: { to: { hide: "straight" }, label: label(339, 132) },
    hide: { to: {}, label: label(402, 178, "start") },
    i: { to: {}, label: label(296, 282) },
    c: { to: { take: "straight" }, label: label(608, 194, "end") },
    o: { to: { oneMinusO: "straight", take: "across" }, label: label(602, 90) },
    oneMinusO: { to: { keep: "straight" }, label: label(648, 72, "end") },
    keep: { to: { sum: "straight" }, label: label(695, 32) },
    take: { to: { sum: "across" }, label: { ...label(744, 150, "start"), stacked: true } },
    sum: { to: { h: "straight" }, label: label(770, 76) },
  },
  vectors: {
    x: {
      f: { kind: "trunk", x: 60, y: 148 },
      i: { kind: "trunk", x: 60, y: 298 },
      read: "across",
    },
    hPrevious: {
      f: { kind: "trunk", x: 30, y: 132 },
      i: { kind: "trunk", x: 30, y: 282 },
      o: { kind: "trunk", x: 30, y: 90 },
    },
    hide: { c: { kind: "trunk", x: 392, y: 207 } },
    i: { read: "straight" },
    read: { c: { kind: "trunk", x: 392, y: 223 } },
    c: { o: { kind: "straight", x: 530 } },
  },
  captions: [
    { ...label(138, 174), name: "forgetGate" },
    { ...label(138, 322), name: "inputGate" },
    { ...label(500, 249), name: "candidate" },
    { ...label(522, 131, "end"), name: "outputGate" },
    { ...label(8, 16, "start"), name: "oldState" },
    { ...label(798, 16, "end"), name: "newState" },
    { ...label(30, 310), name: "input" },
  ],
};

const compact: CellLayout<FourGateNode> = {
  width: 366,
  height: 486,
  decimals: 2,
  fontSize: 12.5,
  namesAll: false,
  nodes: {
    hPrevious: [22, 34, 36, 28],
    x: [42, 232, 36, 28],
    f: [94, 110, 120, 30],
    oneMinusF: [196, 110, 30, 30],
    hide: [264, 110, 28, 28],
    i: [94, 180, 120, 30],
    read: [196, 180, 28, 28],
    c: [212, 270, 140, 30],
    o: [112, 344, 120, 30],
    oneMinusO: [240, 344, 30, 30],
    keep: [342, 344, 28, 28],
    take: [292, 420, 28, 28],
    sum: [342, 420, 28, 28],
    h: [342, 466, 30, 26],
  },
  wires: {
    hPrevious: { to: { hide: "across", keep: "across" }, label: label(100, 26) },
    f: { to: { oneMinusF: "straight" }, label: label(163, 88) },
    oneMinusF: { to: { hide: "straight" }, label: label(227, 88) },
    hide: { to: {}, label: label(273, 160, "start") },
    i: { to: {}, label: label(94, 160) },
    c: { to: { take: "across" }, label: label(284, 310, "end") },
    o: { to: { oneMinusO: "straight", take: { kind: "trunk", x: 204 } }, label: label(199, 336) },
    oneMinusO: { to: { keep: "straight" }, label: label(284, 370, "end") },
    keep: { to: { sum: "straight" }, label: label(336, 390, "end") },
    take: { to: { sum: "straight" }, label: label(300, 450) },
    sum: { to: { h: "straight" }, label: label(322, 470, "end") },
  },
  vectors: {
    x: {
      f: { kind: "trunk", x: 24, y: 116 },
      i: { kind: "trunk", x: 24, y: 186 },
      read: "across",
    },
    hPrevious: {
      f: { kind: "trunk", x: 10, y: 104 },
      i: { kind: "trunk", x: 10, y: 174 },
      o: { kind: "trunk", x: 10 },
    },
    hide: { c: { kind: "straight", x: 264 } },
    i: { read: "straight" },
    read: { c: { kind: "across", x: 224 } },
    c: { o: { kind: "straight", x: 165 } },
  },
  captions: [],
};

const vectorGate = { shape: "gate", from: [], compute: null } as const;

/** G = σ(W_G [a, b] + b_G), of which no part is kept. What a and b are, the lines that come in show. */
const gate = (
  letter: "f" | "o",
  vector: string,
  words: Pick<CellNode, "note" | "role">,
  sees: CellNode<FourGateNode>["sees"],
): CellNode<FourGateNode> => ({
  ...vectorGate,
  ...words,
  face: `σ(W_${letter} […] + b_${letter})`,
  tex: `${letter} = \\sigma(W_${letter}\\,[${vector}] + b_${letter})`,
  called: { text: letter },
  scale: "gate",
  sees,
  source: { kind: "gate", name: letter },
  numbers: rowOfUnit(`${letter} = {${letter}}`),
});

const tex = "h = o \\odot c + (1 - o) \\odot h'";

export const fourGate: CellDescription<FourGateNode> = {
  rows: [
    {
      ...gateRow({ id: "i", name: "inputGate", meaning: "readingGate", role: "r" }),
      of: "inputs",
    },
    gateRow({ id: "f", name: "forgetGate", meaning: "hidingGate", role: "z" }),
    {
      ...signedRow({ id: "c", name: "candidate", meaning: "openCandidate", role: "n" }),
      scale: "open",
    },
    gateRow({ id: "o", name: "outputGate", meaning: "takingGate", role: "o" }),
    { ...hiddenStateRow("openMemory"), scale: "open" },
  ],
  keeps: { state: "h", gate: "o", is: "replaced" },
  result: "h",
  nodes: {
    hPrevious: { ...oldState, scale: "open" },
    x: input,
    f: gate(
      "f",
      "h', x",
      {
        note: "hidingGate",
        role: "z",
      },
      ["hPrevious", "x"],
    ),
    oneMinusF: oneMinus("f", {
      id: "oneMinusF",
      note: "oneMinusF",
      role: "z",
    }),
    hide: product({
      id: "hide",
      note: "seenState",
      role: "z",
      tex: "(1 - f) \\odot h'",
      called: "(1−f)⊙h′",
      scale: "open",
      from: ["oneMinusF", "hPrevious"],
    }),
    i: {
      ...vectorGate,
      note: "readingGate",
      face: "σ(W_i […] + b_i)",
      role: "r",
      tex: "i = \\sigma(W_i\\,[h', x] + b_i)",
      called: { text: "ī" },
      scale: "gate",
      sees: ["hPrevious", "x"],
      source: { kind: "meanGate", name: "i" },
      numbers: (numbers, { cellNotes }) => cellNotes.meanOfInputs({ formula: formula("{i}")(numbers) }),
    },
    read: {
      note: "readInput",
      face: "⊙",
      shape: "operation",
      role: "r",
      tex: "x \\odot i",
      scale: "state",
      from: [],
      sees: ["x", "i"],
      compute: null,
      source: null,
      numbers: (numbers, { cellNotes }) => cellNotes.meanOfGate({ formula: formula("{i}")(numbers) }),
    },
    c: {
      ...vectorGate,
      note: "openCandidate",
      face: "tanh(W_c […]) + b_c",
      role: "n",
      tex: "c = \\tanh(W_c\\,[h' \\odot (1 - f), x \\odot i]) + b_c",
      called: { text: "c" },
      scale: "open",
      sees: ["hide", "read"],
      source: { kind: "gate", name: "c" },
      numbers: rowOfUnit("c = {c}"),
    },
    o: gate(
      "o",
      "c, h'",
      {
        note: "takingGate",
        role: "o",
      },
      ["c", "hPrevious"],
    ),
    oneMinusO: oneMinus("o", {
      id: "oneMinusO",
      note: "oneMinusO",
      role: "o",
    }),
    keep: product({
      id: "keep",
      note: "keptState",
      role: "o",
      tex: "(1 - o) \\odot h'",
      scale: "open",
      from: ["oneMinusO", "hPrevious"],
    }),
    take: product({
      id: "take",
      note: "takenCandidate",
      role: "n",
      tex: "o \\odot c",
      called: "o⊙c",
      scale: "open",
      from: ["o", "c"],
    }),
    sum: sum({
      id: "sum",
      letter: "h",
      note: "stateSum",
      role: "h",
      scale: "open",
      tex,
      from: ["take", "keep"],
    }),
    h: newState({
      letter: "h",
      note: "openState",
      role: "h",
      scale: "open",
      tex,
      from: "sum",
      numbers: formula("h = {o} · {c} + (1 − {o}) · {hPrevious} = {h}"),
    }),
  },
  wide,
  compact,
};
