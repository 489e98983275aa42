/**
 * Where the parts of the cell diagram stand, once for wide stages and once for narrow ones. From left to right, the
 * state line on top; below it the lanes of the update gate, the reset gate and the candidate.
 */

import type { ScaleName } from "../paint/colourScale";
import type { NodeId } from "./cellNodes";

/** A wire is named after the node whose number it carries; the sum's output is h. */
export type WireId = Exclude<NodeId, "x" | "sum">;

export interface WireLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** Whether the number stands under the name instead of beside it. */
  readonly stacked?: true;
}

export interface CellLayout {
  readonly width: number;
  readonly height: number;
  readonly decimals: number;
  /** Size of the text, in the diagram's units. */
  readonly fontSize: number;
  /** Whether products are named as well (there is room). */
  readonly namesProducts: boolean;
  /** Centre and size of each node. */
  readonly nodes: Readonly<Record<NodeId, readonly [x: number, y: number, width: number, height: number]>>;
  readonly wires: Readonly<Record<WireId, { readonly paths: readonly string[]; readonly label: WireLabel }>>;
  /** The vectors x and h', which every unit sees. */
  readonly buses: readonly string[];
  readonly captions: readonly (WireLabel & { readonly text: string })[];
}

/** Which colours a wire takes: the gates' or the state's. Sums before σ and tanh may leave -1..1 and take the end colour. */
export const wireScale: Readonly<Record<WireId, ScaleName>> = {
  hPrevious: "state",
  hiddenZ: "state",
  inputZ: "state",
  z: "gate",
  hiddenR: "state",
  inputR: "state",
  r: "gate",
  hiddenN: "state",
  inputN: "state",
  reset: "state",
  n: "state",
  keep: "state",
  oneMinus: "gate",
  take: "state",
  h: "state",
};

const at = (x: number, y: number, anchor: WireLabel["anchor"] = "middle"): WireLabel => ({ x, y, anchor });

export const wideLayout: CellLayout = {
  width: 800,
  height: 362,
  decimals: 3,
  fontSize: 13,
  namesProducts: true,
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
    hPrevious: { paths: ["M52 40H414"], label: at(240, 32) },
    hiddenZ: { paths: ["M184 109H252C276 109 270 130 285 130"], label: at(224, 101) },
    inputZ: { paths: ["M184 151H252C276 151 270 130 285 130"], label: at(224, 168) },
    z: { paths: ["M322 130H430V56", "M322 130H582"], label: at(374, 122) },
    hiddenR: { paths: ["M184 201H252C276 201 270 222 285 222"], label: at(224, 193) },
    inputR: { paths: ["M184 243H252C276 243 270 222 285 222"], label: at(224, 260) },
    r: { paths: ["M322 222H372Q384 222 384 234V277"], label: at(352, 214) },
    hiddenN: { paths: ["M184 293H368"], label: at(224, 285) },
    inputN: { paths: ["M184 335H424C450 335 444 314 464 314"], label: at(224, 352) },
    reset: { paths: ["M399 293H424C450 293 444 314 464 314"], label: at(428, 282) },
    n: { paths: ["M515 314H584"], label: at(549, 306) },
    keep: { paths: ["M445 40H674"], label: at(560, 32) },
    oneMinus: { paths: ["M600 147V298"], label: at(610, 226, "start") },
    take: { paths: ["M615 314H678Q690 314 690 302V56"], label: { ...at(700, 176, "start"), stacked: true } },
    h: { paths: ["M705 40H753"], label: at(776, 76) },
  },
  buses: ["M52 335H82M64 335V151H82M64 243H82", "M30 56V293H82M30 201H82M30 109H82"],
  captions: [
    { ...at(330, 150, "start"), text: "update gate" },
    { ...at(304, 257), text: "reset gate" },
    { ...at(490, 348), text: "candidate" },
    { ...at(8, 16, "start"), text: "old state" },
    { ...at(798, 16, "end"), text: "new state" },
    { ...at(30, 311), text: "input" },
  ],
};

export const compactLayout: CellLayout = {
  width: 366,
  height: 394,
  decimals: 2,
  fontSize: 12.5,
  namesProducts: false,
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
    hPrevious: { paths: ["M40 34H158"], label: at(98, 26) },
    hiddenZ: { paths: ["M112 93H128C146 93 142 110 156 110"], label: at(138, 85) },
    inputZ: { paths: ["M112 127H128C146 127 142 110 156 110"], label: at(138, 143) },
    z: { paths: ["M173 94V49", "M189 110H246"], label: at(218, 102) },
    hiddenR: { paths: ["M112 178H128C146 178 142 195 156 195"], label: at(138, 170) },
    inputR: { paths: ["M112 212H128C146 212 142 195 156 195"], label: at(138, 228) },
    r: { paths: ["M173 211V255"], label: at(180, 237, "start") },
    hiddenN: { paths: ["M112 270H158"], label: at(135, 262) },
    inputN: { paths: ["M112 334H150"], label: at(132, 326) },
    reset: { paths: ["M173 284V318"], label: at(180, 306, "start") },
    n: { paths: ["M194 334H247"], label: at(220.5, 326) },
    keep: { paths: ["M187 34H297"], label: at(241, 26) },
    oneMinus: { paths: ["M262 125V319"], label: at(254, 160, "end") },
    take: { paths: ["M276 334H302Q312 334 312 324V49"], label: at(305, 230, "end") },
    h: { paths: ["M326 34H331"], label: at(344, 64) },
  },
  buses: ["M22 362V127H26M22 212H26M22 334H26", "M10 48V93H26M10 93V178H26M10 178V270H26"],
  captions: [],
};
