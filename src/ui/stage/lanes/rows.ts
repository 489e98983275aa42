/**
 * The rows of the stage: what each shows, in words and numbers, for every cell. One table names the gates and states of all
 * cells. T time steps, H hidden units, I inputs.
 */
import type { Snapshot } from "../../../session/protocol";
import type { CellName } from "../../../session/settings";
import type { ScaleName } from "../paint/colourScale";

/** What a quantity does in its cell, which gives it its colour: keep, let in, offer, show, remember. */
export type Role = "z" | "r" | "n" | "o" | "c" | "h";

export interface StageRow {
  /** Its letter, which is also its name among the cell's planes or states. */
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly scale: ScaleName;
  readonly role: Role;
  readonly from: "gates" | "states";
  /** Whether it has a value for each hidden unit, or for each input. */
  readonly of: "units" | "inputs";
}

const gate = { scale: "gate", from: "gates", of: "units" } as const;
const offer = { scale: "state", from: "gates", of: "units" } as const;

const state: StageRow = {
  id: "h",
  name: "state",
  meaning: "what the network remembers, −1\u00a0to\u00a01",
  scale: "state",
  role: "h",
  from: "states",
  of: "units",
};

const gru: readonly StageRow[] = [
  { ...gate, id: "z", name: "update", meaning: "1 keeps the old state, 0 takes the candidate", role: "z" },
  { ...gate, id: "r", name: "reset", meaning: "1 lets the old state in, 0 shuts it out", role: "r" },
  { ...offer, id: "n", name: "candidate", meaning: "the new state on offer, −1\u00a0to\u00a01", role: "n" },
  state,
];

/** Said of a row whose numbers have no bounds: how its colours come about. */
const openRule = (letter: string) => `without bounds: the colour is ${letter} / (1 + |${letter}|)`;

export const stageRows: Readonly<Record<CellName, readonly StageRow[]>> = {
  gru,
  gruResetBefore: gru,
  fourGate: [
    {
      ...gate,
      id: "i",
      name: "input gate",
      meaning: "1 reads the input, 0 shuts it out; one for each input",
      role: "r",
      of: "inputs",
    },
    { ...gate, id: "f", name: "forget", meaning: "1 hides the old state from the candidate", role: "z" },
    {
      ...offer,
      id: "c",
      name: "candidate",
      meaning: `the new state on offer, ${openRule("c")}`,
      scale: "open",
      role: "n",
    },
    {
      ...gate,
      id: "o",
      name: "output gate",
      meaning: "1 takes the candidate, 0 keeps the old state",
      role: "o",
    },
    { ...state, meaning: `what the network remembers, ${openRule("h")}`, scale: "open" },
  ],
  lstm: [
    { ...gate, id: "i", name: "input gate", meaning: "1 writes the candidate into the memory", role: "r" },
    { ...gate, id: "f", name: "forget gate", meaning: "1 keeps the memory, 0 clears it", role: "z" },
    { ...offer, id: "g", name: "candidate", meaning: "what may be written, −1\u00a0to\u00a01", role: "n" },
    { ...gate, id: "o", name: "output gate", meaning: "1 shows the memory as the state", role: "o" },
    {
      ...state,
      id: "c",
      name: "memory",
      meaning: `what is kept inside, ${openRule("c")}`,
      scale: "open",
      role: "c",
    },
    { ...state, meaning: "what the memory shows, −1\u00a0to\u00a01" },
  ],
  rnn: [{ ...state, meaning: "all that the network has, −1\u00a0to\u00a01" }],
};

/** A [T, H] matrix inside a larger array: element (t, unit) is at `first + t * stride + unit`. */
export interface Plane {
  readonly data: Float32Array;
  readonly first: number;
  readonly stride: number;
}

/** Null where the snapshot is of a cell that has no such row. */
export function rowPlane(snapshot: Snapshot, row: StageRow): Plane | null {
  const { planes, gates, states, hidden, hiddenSize: H, steps: T } = snapshot;
  if (row.from === "states") {
    const place = states.indexOf(row.id);
    // What a state is after step t stands in row t + 1.
    return place < 0 ? null : { data: hidden, first: (place * (T + 1) + 1) * H, stride: H };
  }
  const plane = planes.find(({ name }) => name === row.id);
  return plane ? { data: gates, first: plane.first, stride: gatesWidth(snapshot) } : null;
}

/** W: how many numbers a step has in `gates`. */
export const gatesWidth = ({ planes }: Pick<Snapshot, "planes">): number =>
  planes.reduce((width, plane) => Math.max(width, plane.first + plane.width), 0);

/** How many numbers a row has at each step: H, or I for a gate of the inputs. */
export function rowCount(row: StageRow, snapshot: Snapshot | null, units: number): number {
  if (row.of === "units") return units;
  return snapshot?.planes.find(({ name }) => name === row.id)?.width ?? units;
}

export function planeValue(plane: Plane | null, time: number, unit: number): number {
  return plane?.data[plane.first + time * plane.stride + unit] ?? Number.NaN;
}

/** A row's number at a step and unit; for a gate of the inputs, which belong to no unit, their mean. */
export function rowValue(snapshot: Snapshot, row: StageRow, time: number, unit: number): number {
  const plane = rowPlane(snapshot, row);
  if (row.of === "units" || !plane) return planeValue(plane, time, unit);
  const count = rowCount(row, snapshot, 0);
  let sum = 0;
  for (let input = 0; input < count; input++) sum += planeValue(plane, time, input);
  return sum / count;
}

/** CSS pixels of a heatmap with H units: 1.5 per unit, within what can be read and what a page can hold. */
export const rowHeight = (units: number) => Math.min(160, Math.max(76, Math.round(units * 1.5)));
