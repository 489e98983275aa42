/** The axes of a chart: round ticks that enclose the values, and round steps within those shown. */
import type { ChartRow } from "./chartRows";
import { roundStep } from "./roundTicks";

/** At most this many intervals upwards and sideways. */
const valueIntervals = 4;
const stepIntervals = 6;

/** Evenly spaced round numbers, the first at or below every value and the last at or above. */
export function valueTicks(rows: readonly ChartRow[]): readonly number[] {
  const values = rows.flatMap(({ train, validation }) =>
    [train, validation].filter((value) => value !== null),
  );
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  // A single value, or a curve as good as flat, is shown with some room around it.
  const room = Math.max(high - low, 0.1 * Math.abs(high), 0.001);
  const middle = (low + high) / 2;
  const step = roundStep(room, valueIntervals);
  const first = Math.floor(Math.max(0, middle - room / 2) / step);
  const last = Math.max(first + 1, Math.ceil((middle + room / 2) / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

export interface StepAxis {
  readonly domain: readonly [first: number, last: number];
  readonly ticks: readonly number[];
}

/** From the first row's step to the last one's, in the order of the rows; the ticks are round and inside. */
export function stepAxis(rows: readonly ChartRow[]): StepAxis {
  const [first, last] = [rows[0]?.step ?? 0, rows[rows.length - 1]?.step ?? 0];
  if (last === first) return { domain: [first, first + 1], ticks: rows.length > 0 ? [first] : [] };
  const step = Math.max(1, roundStep(last - first, stepIntervals));
  const ticks: number[] = [];
  for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) ticks.push(tick);
  return { domain: [first, last], ticks };
}
