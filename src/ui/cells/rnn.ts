/** The simple recurrent network: `engine/ops/rnn.ts`. */
import type { CellDescription } from "./cellDescription";
import { type CellLayout, label } from "./cellLayout";
import { hiddenPart, input, inputPart, newState, oldState } from "./commonNodes";
import { formula } from "./formula";
import { hiddenStateRow } from "./rows";

type RnnNode = "hPrevious" | "x" | "hiddenH" | "inputH" | "squash" | "h";

const wide: CellLayout<RnnNode> = {
  width: 800,
  height: 190,
  decimals: 3,
  fontSize: 13,
  namesAll: true,
  nodes: {
    hPrevious: [60, 50, 44, 32],
    x: [60, 140, 44, 32],
    hiddenH: [290, 50, 110, 30],
    inputH: [290, 140, 110, 30],
    squash: [520, 95, 54, 38],
    h: [720, 95, 44, 32],
  },
  wires: {
    hPrevious: { to: {}, label: label(90, 40, "start") },
    hiddenH: { to: { squash: "merge" }, label: label(410, 42) },
    inputH: { to: { squash: "merge" }, label: label(410, 158) },
    squash: { to: { h: "straight" }, label: label(622, 87) },
  },
  vectors: { hPrevious: { hiddenH: "straight" }, x: { inputH: "straight" } },
  captions: [
    { ...label(60, 24), name: "oldState" },
    { ...label(60, 176), name: "input" },
    { ...label(720, 69), name: "newState" },
  ],
};

const compact: CellLayout<RnnNode> = {
  width: 366,
  height: 150,
  decimals: 2,
  fontSize: 12.5,
  namesAll: false,
  nodes: {
    hPrevious: [26, 45, 36, 28],
    x: [26, 105, 36, 28],
    hiddenH: [118, 45, 88, 27],
    inputH: [118, 105, 88, 27],
    squash: [242, 75, 44, 32],
    h: [342, 75, 32, 28],
  },
  wires: {
    hPrevious: { to: {}, label: label(8, 24, "start") },
    hiddenH: { to: { squash: "merge" }, label: label(185, 37) },
    inputH: { to: { squash: "merge" }, label: label(185, 122) },
    squash: { to: { h: "straight" }, label: label(296, 67) },
  },
  vectors: { hPrevious: { hiddenH: "straight" }, x: { inputH: "straight" } },
  captions: [],
};

const parts = { letter: "h", into: "newState", place: 0 } as const;
const tex = "h = \\tanh(W_{ih}\\,x + b_{ih} + W_{hh}\\,h' + b_{hh})";

export const rnn: CellDescription<RnnNode> = {
  rows: [hiddenStateRow("onlyState")],
  keeps: null,
  result: "h",
  nodes: {
    hPrevious: oldState,
    x: input,
    hiddenH: hiddenPart("hiddenH", { ...parts, bias: true }),
    inputH: inputPart("inputH", parts),
    squash: {
      note: "squashedSum",
      face: "tanh",
      shape: "gate",
      role: "h",
      tex,
      scale: "state",
      from: ["inputH", "hiddenH"],
      sees: [],
      compute: (fromInput, fromState) => Math.tanh(fromInput + fromState),
      source: null,
      numbers: formula("h = tanh({inputH} + {hiddenH}) = {squash}"),
    },
    h: newState({
      letter: "h",
      note: "onlyState",
      role: "h",
      scale: "state",
      tex,
      from: "squash",
      numbers: formula("h = tanh({inputH} + {hiddenH}) = {h}"),
    }),
  },
  wide,
  compact,
};
