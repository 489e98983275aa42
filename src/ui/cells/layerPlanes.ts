/** Where a layer keeps its gates and states: matrices inside its arrays. T time steps, H units. */
import type { SnapshotLayer } from "../../session/protocol";

/** A matrix inside a larger array: element (row, column) is at `first + row · stride + column`. */
export interface Plane {
  readonly data: ArrayLike<number>;
  readonly first: number;
  readonly stride: number;
  /** How many columns it has. */
  readonly width: number;
}

/** T */
export const stepsOf = ({ hidden, states, hiddenSize }: SnapshotLayer): number =>
  hidden.length / (states.length * hiddenSize) - 1;

/** Among the T + 1 rows of a state, the one that a step makes, and the one that it takes. */
export const newStateRow = ({ reverse }: SnapshotLayer, time: number): number => time + (reverse ? 0 : 1);
export const oldStateRow = ({ reverse }: SnapshotLayer, time: number): number => time + (reverse ? 1 : 0);

/** W: how many numbers a step has in `gates`. */
const gatesWidth = ({ planes }: SnapshotLayer): number =>
  planes.reduce((width, plane) => Math.max(width, plane.first + plane.width), 0);

/** [T, H], or [T, I] for a gate of the inputs; null where the layer's cell has no such gate. */
export function gatePlane(layer: SnapshotLayer, name: string): Plane | null {
  const plane = layer.planes.find((candidate) => candidate.name === name);
  if (!plane) return null;
  return { data: layer.gates, first: plane.first, stride: gatesWidth(layer), width: plane.width };
}

/** All T + 1 rows of a state; null where the layer's cell has no such state. */
export function statePlane(layer: SnapshotLayer, name: string): Plane | null {
  const H = layer.hiddenSize;
  const place = layer.states.indexOf(name);
  if (place < 0) return null;
  return { data: layer.hidden, first: place * (stepsOf(layer) + 1) * H, stride: H, width: H };
}

/** What a state is after each step, under the step, [T, H]. */
export function newStatePlane(layer: SnapshotLayer, name: string): Plane | null {
  const plane = statePlane(layer, name);
  return plane && { ...plane, first: plane.first + newStateRow(layer, 0) * plane.stride };
}

export function planeValue(plane: Plane | null, row: number, column: number): number {
  return plane?.data[plane.first + row * plane.stride + column] ?? Number.NaN;
}

export function planeMean(plane: Plane | null, row: number): number {
  if (!plane) return Number.NaN;
  let sum = 0;
  for (let column = 0; column < plane.width; column++) sum += planeValue(plane, row, column);
  return sum / plane.width;
}
