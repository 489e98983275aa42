/** Round numbers along an axis, and how they are written. */
import { formatValue } from "../stage/format";

/** Of a step: what is no more than that is rounding. */
const rounding = 1e-6;

/** The smallest of 1, 2, 5, 10, … tenths that cuts the span into at most `intervals`. */
export function roundStep(span: number, intervals: number): number {
  const size = (span / intervals) * (1 - rounding);
  const power = 10 ** Math.floor(Math.log10(size));
  return power * (size <= power ? 1 : size <= 2 * power ? 2 : size <= 5 * power ? 5 : 10);
}

/** Evenly spaced round numbers, the first at or below `low` and the last at or above `high`, which is more. */
export function roundTicks(low: number, high: number, intervals: number): readonly number[] {
  const step = roundStep(high - low, intervals);
  const first = Math.floor(low / step + rounding);
  const last = Math.max(first + 1, Math.ceil(high / step - rounding));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(15)));
}

/** As many digits as tell neighbours apart: 1013.1 and 1013.2 between pressures, 1700086400 between clocks. */
export function tickText(ticks: readonly number[]): (value: number) => string {
  const decimals = decimalsOfStep(Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)));
  return (value) => formatValue(value, decimals);
}

/** A step is 1, 2 or 5 times a power of ten. */
const decimalsOfStep = (step: number) =>
  step > 0 ? Math.min(20, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : 0;
