/** The four rows of the stage: what each shows, in words and numbers. T time steps, H hidden units. */
import type { Snapshot } from "../../session/protocol";
import type { ScaleName } from "./colourScale";

export type RowId = "z" | "r" | "n" | "h";

export interface StageRow {
  readonly id: RowId;
  readonly name: string;
  readonly meaning: string;
  readonly scale: ScaleName;
}

export const stageRows: readonly StageRow[] = [
  { id: "z", name: "update", meaning: "1 keeps the old state, 0 takes the candidate", scale: "gate" },
  { id: "r", name: "reset", meaning: "1 lets the old state in, 0 shuts it out", scale: "gate" },
  { id: "n", name: "candidate", meaning: "the new state on offer, −1\u00a0to\u00a01", scale: "state" },
  { id: "h", name: "state", meaning: "what the network remembers, −1\u00a0to\u00a01", scale: "state" },
];

/** Which of the four blocks of `Snapshot.gates` holds what. */
export const gateBlock = { r: 0, z: 1, n: 2, q: 3 } as const;

/** A [T, H] matrix inside a larger array: element (t, unit) is at `first + t * stride + unit`. */
export interface Plane {
  readonly data: Float32Array;
  readonly first: number;
  readonly stride: number;
}

export function rowPlane(snapshot: Snapshot, row: RowId): Plane {
  const H = snapshot.hiddenSize;
  if (row === "h") return { data: snapshot.hidden, first: H, stride: H };
  return { data: snapshot.gates, first: gateBlock[row] * H, stride: 4 * H };
}

export function planeValue({ data, first, stride }: Plane, time: number, unit: number): number {
  return data[first + time * stride + unit] ?? Number.NaN;
}

/** CSS pixels of a heatmap with H units: 1.5 per unit, within what can be read and what a page can hold. */
export const rowHeight = (units: number) => Math.min(160, Math.max(76, Math.round(units * 1.5)));
