/** A run's measurements, bounded in number however long the run is. */
import type { StepMetrics } from "../session/protocol";

/** Twice what a chart shows, so that halving never leaves it short. */
export const maxPoints = 2048;

/** The mean of so many steps, at the last of them. */
export interface MeanMetrics extends StepMetrics {
  readonly count: number;
}

export interface MetricHistory {
  /** How many steps one point stands for: 1, 2, 4, … */
  readonly stride: number;
  readonly points: readonly StepMetrics[];
  /** Steps received since the last whole point, as means: two of equally many steps are one, so there are at most log₂(stride). */
  readonly pending: readonly MeanMetrics[];
}

export const emptyHistory: MetricHistory = { stride: 1, points: [], pending: [] };

/** The newest that is known of. */
export function latestOf({ points, pending }: MetricHistory): StepMetrics | null {
  const last = pending.at(-1);
  if (!last) return points.at(-1) ?? null;
  const { count: _, ...latest } = last;
  return latest;
}

function meanOf(a: StepMetrics, b: StepMetrics): StepMetrics {
  return {
    step: b.step,
    loss: (a.loss + b.loss) / 2,
    accuracy: (a.accuracy + b.accuracy) / 2,
    gradientNorm: (a.gradientNorm + b.gradientNorm) / 2,
  };
}

function inPairs(points: readonly StepMetrics[]): StepMetrics[] {
  const pairs: StepMetrics[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) pairs.push(meanOf(points[i], points[i + 1]));
  // An odd last point is kept as it is: it stands for fewer steps, and loses nothing.
  return points.length % 2 === 1 ? [...pairs, points[points.length - 1]] : pairs;
}

interface Growing {
  readonly stride: number;
  readonly points: StepMetrics[];
  readonly pending: MeanMetrics[];
}

/** @param of how many steps it is the mean */
function add({ stride, points, pending }: Growing, mean: StepMetrics, of: number): void {
  let [last, count] = [mean, of];
  while (pending.length > 0 && pending[pending.length - 1].count === count) {
    last = meanOf(pending[pending.length - 1], last);
    count *= 2;
    pending.pop();
  }
  if (count < stride) pending.push({ ...last, count });
  else points.push(last);
}

/** Adds steps; when `maxPoints` is passed, neighbours are averaged in pairs and the stride doubles. */
export function appendMetrics(history: MetricHistory, steps: readonly StepMetrics[]): MetricHistory {
  const grown = { stride: history.stride, points: [...history.points], pending: [...history.pending] };
  for (const step of steps) add(grown, step, 1);
  let { stride, points } = grown;
  while (points.length > maxPoints) {
    points = inPairs(points);
    stride *= 2;
  }
  return { stride, points, pending: grown.pending };
}

/** One that was kept: earlier versions have kept the pending steps one by one. */
export function keptHistory(
  stride: number,
  points: readonly StepMetrics[],
  pending: readonly MeanMetrics[],
): MetricHistory {
  const grown = { stride, points: [...points], pending: [] };
  for (const { count, ...mean } of pending) add(grown, mean, count);
  return grown;
}
