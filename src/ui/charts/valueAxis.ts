/** The vertical axis of a chart: round ticks that enclose the values. */
import type { ChartRow } from "./chartRows";

/** About this many intervals. */
const intervals = 4;

/** The smallest of 1, 2, 5, 10, … tenths that cuts the span into at most `intervals`. */
function roundStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / intervals));
  return (
    power *
    (span / intervals <= power
      ? 1
      : span / intervals <= 2 * power
        ? 2
        : span / intervals <= 5 * power
          ? 5
          : 10)
  );
}

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
  const step = roundStep(room);
  const first = Math.floor(Math.max(0, middle - room / 2) / step);
  const last = Math.max(first + 1, Math.ceil((middle + room / 2) / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
