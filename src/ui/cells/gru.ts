/** The GRU, reset after: `engine/ops/gru.ts`. */
import type { CellDescription } from "./cellDescription";
import { type CellLayout, label } from "./cellLayout";
import { hiddenPart, input, inputPart, oldState, product } from "./commonNodes";
import { formula } from "./formula";
import { gates, mixture, resetGate, updateGate } from "./gruParts";
import { gruRows } from "./rows";

type GruNode =
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

/** The state line on top; below it the lanes of the update gate, the reset gate and the candidate. */
const wide: CellLayout<GruNode> = {
  width: 800,
  height: 362,
  decimals: 3,
  fontSize: 13,
  namesAll: true,
  nodes: {
    hPrevious: [30, 40, 44, 32],
    x: [30, 335, 44, 32],
    hiddenZ: [134, 109, 100, 27],
    inputZ: [134, 151, 100, 27],
    z: [304, 130, 36, 36],
    hiddenR: [134, 201, 100, 27],
    inputR: [134, 243, 100, 27],
    r: [304, 222, 36, 36],
    hiddenN: [134, 293, 100, 27],
    inputN: [134, 335, 100, 27],
    reset: [384, 293, 30, 30],
    n: [490, 314, 50, 34],
    keep: [430, 40, 30, 30],
    oneMinus: [600, 130, 34, 34],
    take: [600, 314, 30, 30],
    sum: [690, 40, 30, 30],
    h: [776, 40, 44, 32],
  },
  wires: {
    hPrevious: { to: { keep: "straight" }, label: label(240, 32) },
    hiddenZ: { to: { z: "merge" }, label: label(224, 101) },
    inputZ: { to: { z: "merge" }, label: label(224, 168) },
    z: { to: { keep: "across", oneMinus: "straight" }, label: label(374, 122) },
    hiddenR: { to: { r: "merge" }, label: label(224, 193) },
    inputR: { to: { r: "merge" }, label: label(224, 260) },
    r: { to: { reset: "across" }, label: label(352, 214) },
    hiddenN: { to: { reset: "straight" }, label: label(224, 285) },
    inputN: { to: { n: "merge" }, label: label(224, 352) },
    reset: { to: { n: "merge" }, label: label(428, 282) },
    n: { to: { take: "straight" }, label: label(549, 306) },
    keep: { to: { sum: "straight" }, label: label(560, 32) },
    oneMinus: { to: { take: "straight" }, label: label(610, 226, "start") },
    take: { to: { sum: "across" }, label: { ...label(700, 176, "start"), stacked: true } },
    sum: { to: { h: "straight" }, label: label(776, 76) },
  },
  vectors: {
    x: {
      inputZ: { kind: "trunk", x: 64 },
      inputR: { kind: "trunk", x: 64 },
      inputN: { kind: "trunk", x: 64 },
    },
    hPrevious: {
      hiddenZ: { kind: "trunk", x: 30 },
      hiddenR: { kind: "trunk", x: 30 },
      hiddenN: { kind: "trunk", x: 30 },
    },
  },
  captions: [
    { ...label(330, 150, "start"), name: "updateGate" },
    { ...label(304, 257), name: "resetGate" },
    { ...label(490, 348), name: "candidate" },
    { ...label(8, 16, "start"), name: "oldState" },
    { ...label(798, 16, "end"), name: "newState" },
    { ...label(30, 311), name: "input" },
  ],
};

const compact: CellLayout<GruNode> = {
  width: 366,
  height: 394,
  decimals: 2,
  fontSize: 12.5,
  namesAll: false,
  nodes: {
    hPrevious: [22, 34, 36, 28],
    x: [22, 376, 36, 28],
    hiddenZ: [70, 93, 84, 25],
    inputZ: [70, 127, 84, 25],
    z: [173, 110, 32, 32],
    hiddenR: [70, 178, 84, 25],
    inputR: [70, 212, 84, 25],
    r: [173, 195, 32, 32],
    hiddenN: [70, 270, 84, 25],
    inputN: [70, 334, 84, 25],
    reset: [173, 270, 28, 28],
    n: [173, 334, 42, 30],
    keep: [173, 34, 28, 28],
    oneMinus: [262, 110, 30, 30],
    take: [262, 334, 28, 28],
    sum: [312, 34, 28, 28],
    h: [348, 34, 30, 28],
  },
  wires: {
    hPrevious: { to: { keep: "straight" }, label: label(98, 26) },
    hiddenZ: { to: { z: "merge" }, label: label(138, 85) },
    inputZ: { to: { z: "merge" }, label: label(138, 143) },
    z: { to: { keep: "straight", oneMinus: "straight" }, label: label(218, 102) },
    hiddenR: { to: { r: "merge" }, label: label(138, 170) },
    inputR: { to: { r: "merge" }, label: label(138, 228) },
    r: { to: { reset: "straight" }, label: label(180, 237, "start") },
    hiddenN: { to: { reset: "straight" }, label: label(135, 262) },
    inputN: { to: { n: "straight" }, label: label(132, 326) },
    reset: { to: { n: "straight" }, label: label(180, 306, "start") },
    n: { to: { take: "straight" }, label: label(220.5, 326) },
    keep: { to: { sum: "straight" }, label: label(241, 26) },
    oneMinus: { to: { take: "straight" }, label: label(254, 160, "end") },
    take: { to: { sum: "across" }, label: label(305, 230, "end") },
    sum: { to: { h: "straight" }, label: label(344, 64) },
  },
  vectors: {
    x: {
      inputZ: { kind: "trunk", x: 22 },
      inputR: { kind: "trunk", x: 22 },
      inputN: { kind: "trunk", x: 22 },
    },
    hPrevious: {
      hiddenZ: { kind: "trunk", x: 10 },
      hiddenR: { kind: "trunk", x: 10 },
      hiddenN: { kind: "trunk", x: 10 },
    },
  },
  captions: [],
};

export const gru: CellDescription<GruNode> = {
  rows: gruRows,
  keeps: { state: "h", gate: "z", is: "kept" },
  result: "h",
  nodes: {
    hPrevious: oldState,
    x: input,
    hiddenZ: hiddenPart("hiddenZ", { ...gates.z, bias: true }),
    inputZ: inputPart("inputZ", gates.z),
    z: updateGate(true),
    hiddenR: hiddenPart("hiddenR", { ...gates.r, bias: true }),
    inputR: inputPart("inputR", gates.r),
    r: resetGate(true),
    hiddenN: hiddenPart("hiddenN", { ...gates.n, bias: true }),
    inputN: inputPart("inputN", gates.n),
    reset: product({
      id: "reset",
      note: "resetProduct",
      role: "r",
      tex: "r \\odot (W_{hn}\\,h' + b_{hn})",
      from: ["r", "hiddenN"],
    }),
    n: {
      note: "candidate",
      face: "tanh",
      shape: "gate",
      role: "n",
      tex: "n = \\tanh(W_{in}\\,x + b_{in} + r \\odot (W_{hn}\\,h' + b_{hn}))",
      called: { text: "n" },
      scale: "state",
      from: ["inputN", "reset"],
      sees: [],
      compute: (fromInput, fromState) => Math.tanh(fromInput + fromState),
      source: { kind: "gate", name: "n" },
      numbers: formula("n = tanh({inputN} + {r} · {hiddenN}) = {n}"),
    },
    ...mixture,
  },
  wide,
  compact,
};
