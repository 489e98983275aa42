/** Measurements as the rows of a chart, as few as it can show. */

import type { ValidationMetrics } from "../../session/protocol";
import type { Measure } from "./measures";

export interface ChartRow {
  readonly step: number;
  readonly train: number | null;
  readonly validation: number | null;
}

/** More than a chart of this width has pixels to tell apart. */
export const maxSeriesPoints = 150;

interface Point {
  readonly step: number;
  readonly value: number;
}

/** Means of neighbours, each shown at the step of the last of them. */
function thinned(measured: readonly ValidationMetrics[], { of }: Measure): Point[] {
  const size = Math.ceil(measured.length / maxSeriesPoints);
  const points: Point[] = [];
  for (let start = 0; start < measured.length; start += size) {
    const group = measured.slice(start, start + size);
    const sum = group.reduce((total, point) => total + of(point), 0);
    points.push({ step: group[group.length - 1].step, value: sum / group.length });
  }
  return points;
}

/** At most `maxSeriesPoints` of each series, in one table by step. */
export function chartRows(
  train: readonly ValidationMetrics[],
  validation: readonly ValidationMetrics[],
  measure: Measure,
): ChartRow[] {
  const rows = new Map<number, ChartRow>();
  for (const { step, value } of thinned(train, measure))
    rows.set(step, { step, train: value, validation: null });
  for (const { step, value } of thinned(validation, measure)) {
    rows.set(step, { step, train: rows.get(step)?.train ?? null, validation: value });
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}
