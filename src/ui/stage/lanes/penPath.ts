/** A drawing from its movements: where the pen is after every step, and the lines that it has drawn by then. */

export interface PenPath {
  /** x, y before the first step and after each, [T + 1, 2]. */
  readonly points: Float32Array;
  /** Whether the pen was down on the way to each point, [T]. */
  readonly down: readonly boolean[];
  /** What an SVG has to show to show it all: x, y, width and height, a square with some room. */
  readonly viewBox: readonly [number, number, number, number];
}

/** @param movements Δx, Δy and whether the pen is down, [T, 3]. */
export function penPath(movements: ArrayLike<number>): PenPath {
  const T = Math.floor(movements.length / 3);
  const points = new Float32Array((T + 1) * 2);
  const down: boolean[] = [];
  for (let t = 0; t < T; t++) {
    points[2 * t + 2] = points[2 * t] + movements[3 * t];
    points[2 * t + 3] = points[2 * t + 1] + movements[3 * t + 1];
    down.push(movements[3 * t + 2] >= 0.5);
  }
  return { points, down, viewBox: viewBoxOf(points, down) };
}

function viewBoxOf(points: Float32Array, down: readonly boolean[]): PenPath["viewBox"] {
  // The pen comes from somewhere through the air: that is no part of the drawing.
  const first = down[0] ? 0 : 1;
  const xs = points.filter((_, i) => i % 2 === 0 && i >= 2 * first);
  const ys = points.filter((_, i) => i % 2 === 1 && i >= 2 * first);
  const extent = (values: Float32Array) => {
    const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return low <= high ? ([low, high] as const) : ([0, 0] as const);
  };
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  const side = Math.max(right - left, bottom - top, 1e-6) * 1.16;
  return [(left + right - side) / 2, (top + bottom - side) / 2, side, side];
}

/** The lines drawn in the first `steps` steps, as an SVG path. */
export function drawnBy({ points, down }: PenPath, steps: number): string {
  const parts: string[] = [];
  let drawing = false;
  const at = (i: number) => `${points[2 * i].toFixed(3)} ${points[2 * i + 1].toFixed(3)}`;
  for (let t = 0; t < Math.min(steps, down.length); t++) {
    if (down[t]) parts.push(drawing ? `L${at(t + 1)}` : `M${at(t)}L${at(t + 1)}`);
    drawing = down[t];
  }
  return parts.join("");
}
