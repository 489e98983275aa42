/** The GRU, reset before: `engine/ops/gruResetBefore.ts`. */
import type { CellDescription } from "./cellDescription";
import { type CellLayout, label } from "./cellLayout";
import { hiddenPart, input, inputPart, oldState, product, rowOfUnit, tanhGate } from "./commonNodes";
import { gates, mixture, resetGate, updateGate } from "./gruParts";
import { gruRows } from "./rows";

type GruResetBeforeNode =
  | "hPrevious"
  | "x"
  | "hiddenZ"
  | "inputZ"
  | "z"
  | "hiddenR"
  | "inputR"
  | "r"
  | "reset"
  | "hiddenN"
  | "inputN"
  | "n"
  | "keep"
  | "oneMinus"
  | "take"
  | "sum"
  | "h";

/** The state line on top; below it the lanes of the update gate, the reset gate and the candidate. */
const wide: CellLayout<GruResetBeforeNode> = {
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
    z: [290, 130, 36, 36],
    hiddenR: [134, 201, 100, 27],
    inputR: [134, 243, 100, 27],
    r: [290, 222, 36, 36],
    reset: [360, 222, 30, 30],
    hiddenN: [432, 293, 100, 27],
    inputN: [134, 335, 100, 27],
    n: [575, 314, 50, 34],
    keep: [440, 40, 30, 30],
    oneMinus: [682, 130, 34, 34],
    take: [682, 314, 30, 30],
    sum: [724, 40, 30, 30],
    h: [776, 40, 44, 32],
  },
  wires: {
    hPrevious: { to: { keep: "straight", reset: "across" }, label: label(200, 32) },
    hiddenZ: { to: { z: "merge" }, label: label(216, 101) },
    inputZ: { to: { z: "merge" }, label: label(216, 168) },
    z: { to: { keep: "across", oneMinus: "straight" }, label: label(398, 122) },
    hiddenR: { to: { r: "merge" }, label: label(216, 193) },
    inputR: { to: { r: "merge" }, label: label(216, 260) },
    r: { to: { reset: "straight" }, label: label(321, 201) },
    reset: { to: {}, label: label(384, 226, "start") },
    hiddenN: { to: { n: "merge" }, label: label(513, 285) },
    inputN: { to: { n: "merge" }, label: label(224, 352) },
    n: { to: { take: "straight" }, label: label(633.5, 306) },
    keep: { to: { sum: "straight" }, label: label(582, 32) },
    oneMinus: { to: { take: "straight" }, label: label(672, 226, "end") },
    take: { to: { sum: "across" }, label: { ...label(734, 176, "start"), stacked: true } },
    sum: { to: { h: "straight" }, label: label(776, 76) },
  },
  vectors: {
    x: {
      inputZ: { kind: "trunk", x: 64 },
      inputR: { kind: "trunk", x: 64 },
      inputN: { kind: "trunk", x: 64 },
    },
    hPrevious: { hiddenZ: { kind: "trunk", x: 30 }, hiddenR: { kind: "trunk", x: 30 } },
    reset: { hiddenN: { kind: "trunk", x: 360 } },
  },
  captions: [
    { ...label(370, 150, "start"), name: "updateGate" },
    { ...label(290, 257), name: "resetGate" },
    { ...label(575, 348), name: "candidate" },
    { ...label(8, 16, "start"), name: "oldState" },
    { ...label(798, 16, "end"), name: "newState" },
    { ...label(30, 311), name: "input" },
  ],
};

const compact: CellLayout<GruResetBeforeNode> = {
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
    z: [160, 110, 32, 32],
    hiddenR: [70, 178, 84, 25],
    inputR: [70, 212, 84, 25],
    r: [160, 195, 32, 32],
    reset: [216, 195, 28, 28],
    hiddenN: [160, 262, 84, 25],
    inputN: [70, 334, 84, 25],
    n: [173, 334, 42, 30],
    keep: [240, 34, 28, 28],
    oneMinus: [286, 110, 30, 30],
    take: [286, 334, 28, 28],
    sum: [314, 34, 28, 28],
    h: [349, 34, 28, 28],
  },
  wires: {
    hPrevious: { to: { keep: "straight", reset: "across" }, label: label(100, 26) },
    hiddenZ: { to: { z: "merge" }, label: label(133, 85) },
    inputZ: { to: { z: "merge" }, label: label(133, 143) },
    z: { to: { keep: "across", oneMinus: "straight" }, label: label(223, 127, "start") },
    hiddenR: { to: { r: "merge" }, label: label(133, 170) },
    inputR: { to: { r: "merge" }, label: label(133, 228) },
    r: { to: { reset: "straight" }, label: label(188, 176) },
    reset: { to: {}, label: label(236, 200, "start") },
    hiddenN: { to: { n: "straight" }, label: label(181, 300, "start") },
    inputN: { to: { n: "straight" }, label: label(132, 326) },
    n: { to: { take: "straight" }, label: label(232, 326) },
    keep: { to: { sum: "straight" }, label: label(277, 26) },
    oneMinus: { to: { take: "straight" }, label: label(279, 160, "end") },
    take: { to: { sum: "across" }, label: label(322, 230, "start") },
    sum: { to: { h: "straight" }, label: label(343, 64) },
  },
  vectors: {
    x: {
      inputZ: { kind: "trunk", x: 22 },
      inputR: { kind: "trunk", x: 22 },
      inputN: { kind: "trunk", x: 22 },
    },
    hPrevious: { hiddenZ: { kind: "trunk", x: 10 }, hiddenR: { kind: "trunk", x: 10 } },
    reset: { hiddenN: { kind: "trunk", x: 216 } },
  },
  captions: [],
};

export const gruResetBefore: CellDescription<GruResetBeforeNode> = {
  rows: gruRows,
  keeps: { state: "h", gate: "z", is: "kept" },
  result: "h",
  nodes: {
    hPrevious: oldState,
    x: input,
    hiddenZ: hiddenPart("hiddenZ", { ...gates.z, bias: false }),
    inputZ: inputPart("inputZ", gates.z),
    z: updateGate(false),
    hiddenR: hiddenPart("hiddenR", { ...gates.r, bias: false }),
    inputR: inputPart("inputR", gates.r),
    r: resetGate(false),
    reset: product({
      id: "reset",
      note: "resetState",
      role: "r",
      tex: "r \\odot h'",
      called: "r⊙h′",
      from: ["r", "hPrevious"],
    }),
    hiddenN: {
      note: "resetStatePart",
      face: "W_hn (r ⊙ h′)",
      shape: "box",
      role: null,
      tex: "W_{hn}\\,(r \\odot h')",
      scale: "state",
      from: [],
      sees: ["reset"],
      compute: null,
      source: { kind: "hiddenPart", gate: gates.n.place },
      numbers: rowOfUnit("{hiddenN}"),
    },
    inputN: inputPart("inputN", gates.n),
    n: {
      ...tanhGate({
        letter: "n",
        note: "candidate",
        role: "n",
        from: ["inputN", "hiddenN"],
      }),
      tex: "n = \\tanh(W_{in}\\,x + b_{in} + W_{hn}\\,(r \\odot h'))",
    },
    ...mixture,
  },
  wide,
  compact,
};
