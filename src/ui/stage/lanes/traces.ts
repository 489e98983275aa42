/** Lines over time: which numbers, which look, and between which bounds. T time steps. */
import type { Quantity } from "../../../data/examples";

/** The looks of lines: colours from the theme, then the same with dashes. */
export const traceColours = 8;
const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3]];

export interface TraceLook {
  /** Which of the theme's colours, 1 to 8. */
  readonly colour: number;
  /** Lengths of dash and gap in CSS pixels, as SVG has them; empty for a whole line. */
  readonly dash: readonly number[];
}

export const traceLook = (index: number): TraceLook => ({
  colour: (index % traceColours) + 1,
  dash: dashes[Math.floor(index / traceColours) % dashes.length],
});

/** Value t is `data[first + t * stride]`. NaN leaves a gap. */
export interface Trace {
  readonly data: ArrayLike<number>;
  readonly first: number;
  readonly stride: number;
  /** Drawn is (value − shift) / scale, as the network has it, so that different units can share a chart. */
  readonly quantity: Pick<Quantity, "shift" | "scale">;
  readonly look: TraceLook;
  /** Lines of one group are told from the others together. */
  readonly group: number;
  /** CSS pixels. */
  readonly width: number;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export const scaledAt = ({ data, first, stride, quantity }: Trace, t: number): number =>
  (data[first + t * stride] - quantity.shift) / quantity.scale;

/**
 * The least and the largest scaled number with a little room around; what is around zero where there are none.
 */
export function traceBounds(traces: readonly Trace[], steps: number): Bounds {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const trace of traces) {
    for (let t = 0; t < steps; t++) {
      const value = scaledAt(trace, t);
      if (!Number.isFinite(value)) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  if (!(min <= max)) return { min: -1, max: 1 };
  const room = max > min ? (max - min) * 0.06 : 1;
  return { min: min - room, max: max + room };
}

/**
 * The same for what is right, where other lines are to be seen that come close to it, or begin at what is usual: the scaled
 * numbers from −1 to 1, where lines that are nearly level would leave no room for anything else.
 */
export function boundsAround(traces: readonly Trace[], steps: number): Bounds {
  const { min, max } = traceBounds(traces, steps);
  const room = 0.15 * (max - min);
  if (max - min > 1) return { min: min - room, max: max + room };
  return { min: Math.min(min - room, -1), max: Math.max(max + room, 1) };
}

/** The one quantity that all lines have, whose units the chart may then be labelled in; or null. */
export function sharedQuantity(quantities: readonly Quantity[]): Quantity | null {
  const [one, ...others] = quantities;
  if (!one) return null;
  const same = others.every(
    ({ unit, shift, scale }) => unit === one.unit && shift === one.shift && scale === one.scale,
  );
  return same ? one : null;
}
