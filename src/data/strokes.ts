/**
 * Drawings of a pen as sequences: each step is a movement Δx, Δy and whether the pen was down, 0 or 1. The same functions make
 * the sequences to train on and those of what the user draws.
 *
 * y runs down, as on a screen. Symbol: T time steps.
 */
import { message } from "../words/message";
import type { Quantity } from "./examples";

export interface PenPoint {
  readonly x: number;
  readonly y: number;
}

/** Where the pen was while it was down, once for each time. */
export type Drawing = readonly (readonly PenPoint[])[];

/** One movement's length, in parts of the drawing's longer side. */
export const strokeSpacing = 0.1;
/** A drawing with a longer line gets longer movements. */
export const maxStrokeSteps = 96;

/** What the network sees of a step: movements of about length 1. */
export const strokeFeatures: readonly Quantity[] = [
  { name: "Δx", unit: null, shift: 0, scale: strokeSpacing },
  { name: "Δy", unit: null, shift: 0, scale: strokeSpacing },
  { name: message("files.penDown"), unit: null, shift: 0, scale: 1 },
];

/**
 * The sequence [T, 3] of a drawing: its longer side becomes 1, its lines are divided into movements of equal length, and the
 * pen, up, comes from the middle to where it begins. Neither place nor size nor speed of the drawing matters. Without any
 * point there is no sequence, and the result is null.
 */
export function strokeSequence(drawing: Drawing): Float32Array<ArrayBuffer> | null {
  const lines = normalised(drawing.filter((line) => line.length > 0));
  if (lines.length === 0) return null;
  const total = lines.reduce((sum, line) => sum + lengthOf(line), 0);
  // Each line may round up, and each begins with a step through the air.
  const room = maxStrokeSteps - 2 * lines.length;
  const spacing = Math.max(strokeSpacing, total / Math.max(1, room));
  return penMovements(lines.slice(0, maxStrokeSteps / 2).map((line) => resampled(line, spacing)));
}

/** The movements [T, 3] along a drawing's points, which begin in the middle, at 0, 0. */
export function penMovements(drawing: Drawing): Float32Array<ArrayBuffer> {
  const steps: number[] = [];
  let at: PenPoint = { x: 0, y: 0 };
  for (const line of drawing) {
    line.forEach((point, i) => {
      steps.push(point.x - at.x, point.y - at.y, i === 0 ? 0 : 1);
      at = point;
    });
  }
  return Float32Array.from(steps);
}

/** The points of movements [T, 3]: the inverse of `penMovements`. */
export function penPoints(movements: ArrayLike<number>): Drawing {
  const drawing: PenPoint[][] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < movements.length; i += 3) {
    const down = movements[i + 2] >= 0.5;
    // A movement that begins with the pen down, as a part of a sequence may, has a point where it comes from.
    if (!down) drawing.push([]);
    else if (drawing.length === 0) drawing.push([{ x, y }]);
    x += movements[i];
    y += movements[i + 1];
    drawing[drawing.length - 1].push({ x, y });
  }
  return drawing;
}

/** Its middle at 0, 0 and its longer side 1. */
export function normalised(drawing: Drawing): Drawing {
  const points = drawing.flat();
  const low = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY };
  const high = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY };
  for (const { x, y } of points) {
    low.x = Math.min(low.x, x);
    low.y = Math.min(low.y, y);
    high.x = Math.max(high.x, x);
    high.y = Math.max(high.y, y);
  }
  // A dot has no side.
  const side = Math.max(high.x - low.x, high.y - low.y) || 1;
  const middle = { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 };
  return drawing.map((line) =>
    line.map(({ x, y }) => ({ x: (x - middle.x) / side, y: (y - middle.y) / side })),
  );
}

/** A line's points anew, both ends among them, with the same length of line, close to `spacing`, between each two. */
export function resampled(line: readonly PenPoint[], spacing: number): PenPoint[] {
  const length = lengthOf(line);
  if (length === 0) return [line[0]];
  const pieces = Math.max(1, Math.round(length / spacing));
  const result = [line[0]];
  let passed = 0;
  for (let i = 1; i < line.length; i++) {
    const piece = distance(line[i - 1], line[i]);
    while (result.length < pieces && passed + piece >= (result.length * length) / pieces) {
      const share = ((result.length * length) / pieces - passed) / piece;
      result.push({
        x: line[i - 1].x + share * (line[i].x - line[i - 1].x),
        y: line[i - 1].y + share * (line[i].y - line[i - 1].y),
      });
    }
    passed += piece;
  }
  return [...result, line[line.length - 1]];
}

function lengthOf(line: readonly PenPoint[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i++) length += distance(line[i - 1], line[i]);
  return length;
}

const distance = (a: PenPoint, b: PenPoint) => Math.hypot(b.x - a.x, b.y - a.y);
