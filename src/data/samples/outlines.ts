/** Digits and shapes as a pen draws them: lines through points, each figure about 1 wide or high around 0, 0; y runs down. */
import type { Drawing, PenPoint } from "../strokes";

const degrees = Math.PI / 180;

export const digitNames = ["0", "1", "2", "3", "4", "5"] as const;

export const digits: Readonly<Record<(typeof digitNames)[number], Drawing>> = {
  "0": [arc(0, 0, 0.31, 0.5, -90, -450)],
  "1": [polyline([-0.17, -0.3], [0.05, -0.5], [0.05, 0.5])],
  "2": [[...arc(0, -0.22, 0.29, 0.28, -170, 35), ...polyline([-0.3, 0.5], [0.32, 0.5])]],
  "3": [[...arc(0, -0.25, 0.27, 0.25, -150, 90), ...arc(0, 0.24, 0.3, 0.26, -90, 150)]],
  "4": [polyline([0.02, -0.5], [-0.3, 0.15], [0.32, 0.15]), polyline([0.15, -0.2], [0.15, 0.5])],
  "5": [[...polyline([0.27, -0.5], [-0.2, -0.5], [-0.24, -0.06]), ...arc(0, 0.19, 0.3, 0.31, -130, 140)]],
};

export const shapeNames = [
  "circle",
  "square",
  "triangle",
  "star",
  "heart",
  "spiral",
  "zigzag",
  "wave",
  "cross",
  "arrow",
] as const;

export const shapes: Readonly<Record<(typeof shapeNames)[number], Drawing>> = {
  circle: [arc(0, 0, 0.5, 0.5, -90, 270)],
  square: [polyline([-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5], [-0.5, -0.5])],
  triangle: [polyline([0, -0.45], [0.5, 0.4], [-0.5, 0.4], [0, -0.45])],
  // Every second corner of a pentagon.
  star: [
    corners(5)
      .map((_, i, all) => all[(2 * i) % 5])
      .concat(corners(5)[0]),
  ],
  heart: [heart()],
  spiral: [curve(0, 1, (s) => polar(0.04 + 0.46 * s, s * 2.6 * 360))],
  zigzag: [polyline([-0.5, 0.25], [-0.3, -0.25], [-0.1, 0.25], [0.1, -0.25], [0.3, 0.25], [0.5, -0.25])],
  wave: [curve(0, 1, (s) => ({ x: s - 0.5, y: -0.2 * Math.sin(2 * 2 * Math.PI * s) }))],
  cross: [polyline([-0.45, -0.45], [0.45, 0.45]), polyline([0.45, -0.45], [-0.45, 0.45])],
  arrow: [polyline([-0.5, 0], [0.5, 0]), polyline([0.18, -0.28], [0.5, 0], [0.18, 0.28])],
};

function polyline(...points: readonly (readonly [number, number])[]): PenPoint[] {
  return points.map(([x, y]) => ({ x, y }));
}

/** Part of an ellipse; 0° is to the right, and 90° down. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): PenPoint[] {
  const pieces = Math.ceil(Math.abs(to - from) / 20);
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = (from + ((to - from) * i) / pieces) * degrees;
    return { x: x + rx * Math.cos(angle), y: y + ry * Math.sin(angle) };
  });
}

function curve(from: number, to: number, at: (s: number) => PenPoint): PenPoint[] {
  const pieces = 48;
  return Array.from({ length: pieces + 1 }, (_, i) => at(from + ((to - from) * i) / pieces));
}

function polar(radius: number, angle: number): PenPoint {
  return { x: radius * Math.cos(angle * degrees), y: radius * Math.sin(angle * degrees) };
}

function corners(count: number): PenPoint[] {
  return Array.from({ length: count }, (_, i) => polar(0.5, -90 + (360 * i) / count));
}

/** From the notch to the right and round; the usual curve of sines (https://mathworld.wolfram.com/HeartCurve.html). */
function heart(): PenPoint[] {
  return curve(0, 2 * Math.PI, (t) => ({
    x: 0.5 * Math.sin(t) ** 3,
    y: -0.03 * (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)),
  }));
}
