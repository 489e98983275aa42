/** No two figures drawn by hand are alike: turned, slanted, wider or higher, and bent. */
import type { Random } from "../../random";
import type { Drawing, PenPoint } from "../strokes";

export interface Variation {
  /** Deviation of the turn, in radians. */
  readonly turn: number;
  /** Deviation of the slant: how far x moves with y. */
  readonly slant: number;
  /** Deviation of the logarithm of width by height. */
  readonly stretch: number;
  /** Deviation of how far points move in slow waves across the figure. */
  readonly bend: number;
}

/** The points of a line should be close together, or it cannot bend between them. */
export function varied(drawing: Drawing, { turn, slant, stretch, bend }: Variation, random: Random): Drawing {
  const angle = turn * random.normal();
  const wide = Math.exp((stretch * random.normal()) / 2);
  const shear = slant * random.normal();
  const waveX = wave(random, bend);
  const waveY = wave(random, bend);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return drawing.map((line) =>
    line.map((point) => {
      const x = (point.x + waveX(point)) * wide + shear * point.y;
      const y = (point.y + waveY(point)) / wide;
      return { x: cos * x - sin * y, y: sin * x + cos * y };
    }),
  );
}

/** A displacement that changes by about one wave across a figure, in some direction. */
function wave(random: Random, size: number): (point: PenPoint) => number {
  const amplitude = size * random.normal();
  const direction = 2 * Math.PI * random.uniform();
  const phase = 2 * Math.PI * random.uniform();
  const waves = (0.5 + random.uniform()) * 2 * Math.PI;
  const [x, y] = [waves * Math.cos(direction), waves * Math.sin(direction)];
  return (point) => amplitude * Math.sin(x * point.x + y * point.y + phase);
}
