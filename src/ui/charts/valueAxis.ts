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

/** From the first row's step to the last one's, in the order of the rows; further where that is the same. */
export function stepDomain(rows: readonly ChartRow[]): readonly [first: number, last: number] {
  const [first, last] = [rows[0]?.step ?? 0, rows[rows.length - 1]?.step ?? 0];
  return [first, Math.max(last, first + 1)];
}

/** Of the narrowest plot, on a phone of 320 px. */
const plotPx = 200;
const digitPx = 7;
const gapPx = 8;

/**
 * Round steps within those of the rows, as many as have room for what stands at them. Recharts would measure it in the document, which
 * lays the page out.
 */
export function stepTicks(rows: readonly ChartRow[], label: (step: number) => string): readonly number[] {
  if (rows.length === 0) return [];
  const [first, last] = [rows[0].step, rows[rows.length - 1].step];
  if (first === last) return [first];
  for (let intervals = stepIntervals; ; intervals--) {
    const step = Math.max(1, roundStep(last - first, intervals));
    const ticks: number[] = [];
    for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) ticks.push(tick);
    const widestPx = digitPx * Math.max(0, ...ticks.map((tick) => label(tick).length)) + gapPx;
    if (intervals === 1 || widestPx <= (plotPx * step) / (last - first)) return ticks;
  }
}
