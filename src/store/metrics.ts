/** A run's measurements, bounded in number however long the run is. */
import type { StepMetrics } from "../session/protocol";

/** Twice what a chart shows, so that halving never leaves it short. */
export const maxPoints = 2048;

export interface MetricHistory {
  /** How many steps one point stands for: 1, 2, 4, … */
  readonly stride: number;
  readonly points: readonly StepMetrics[];
  /** Steps received since the last whole point. */
  readonly pending: readonly StepMetrics[];
}

export const emptyHistory: MetricHistory = { stride: 1, points: [], pending: [] };

function mean(group: readonly StepMetrics[]): StepMetrics {
  const of = (pick: (p: StepMetrics) => number) => group.reduce((sum, p) => sum + pick(p), 0) / group.length;
  const last = group[group.length - 1];
  if (!last) throw new RangeError("mean of no measurements");
  return {
    step: last.step,
    loss: of((p) => p.loss),
    accuracy: of((p) => p.accuracy),
    gradientNorm: of((p) => p.gradientNorm),
  };
}

function inGroups(points: readonly StepMetrics[], size: number): StepMetrics[] {
  const groups: StepMetrics[] = [];
  for (let i = 0; i + size <= points.length; i += size) groups.push(mean(points.slice(i, i + size)));
  return groups;
}

/** Adds steps; when `maxPoints` is passed, neighbours are averaged in pairs and the stride doubles. */
export function appendMetrics(history: MetricHistory, steps: readonly StepMetrics[]): MetricHistory {
  const waiting = [...history.pending, ...steps];
  const whole = waiting.length - (waiting.length % history.stride);
  let points = [...history.points, ...inGroups(waiting.slice(0, whole), history.stride)];
  let { stride } = history;
  while (points.length > maxPoints) {
    // An odd last point is kept as it is: it stands for fewer steps, and loses nothing.
    const odd = points.length % 2 === 1 ? points.slice(-1) : [];
    points = [...inGroups(points, 2), ...odd];
    stride *= 2;
  }
  return { stride, points, pending: waiting.slice(whole) };
}
