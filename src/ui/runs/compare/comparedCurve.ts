/** The loss of a kept run, along what it is to be looked at by. */
import type { RunRecord } from "../../../kept/runRecord";
import { maxSeriesPoints } from "../../charts/chartRows";
import { smoothed } from "./smoothed";

export const axisNames = ["step", "epoch", "seconds", "flop"] as const;
export type AxisName = (typeof axisNames)[number];

export const lossNames = ["training", "validation"] as const;
export type LossName = (typeof lossNames)[number];

export interface CurvePoint {
  readonly x: number;
  /** The mean of its neighbours. */
  readonly raw: number;
  readonly smooth: number;
}

/** Of the longest curve: what is shorter is noise. */
const smoothedShare = 0.01;

/** Milliseconds of a training step; null where none was measured. */
export const stepMs = ({ timed }: RunRecord): number | null =>
  timed && timed.steps > 0 ? timed.elapsedMs / timed.steps : null;

/** What a step is along the axis; null where that is not known. Seconds are those of training, at the run's own mean pace. */
function unitOf(record: RunRecord, axis: AxisName): number | null {
  switch (axis) {
    case "step":
      return 1;
    case "epoch":
      return record.summary.stepsPerEpoch > 0 ? 1 / record.summary.stepsPerEpoch : null;
    case "seconds": {
      const ms = stepMs(record);
      return ms === null ? null : ms / 1000;
    }
    case "flop": {
      const { stepFlop = 0 } = record.summary;
      return stepFlop > 0 ? stepFlop : null;
    }
  }
}

interface Measured {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function measured({ curves }: RunRecord, loss: LossName, unit: number): Measured {
  const training = curves.points.step.length > 0 ? curves.points : curves.pending;
  const { step, loss: values } = loss === "training" ? training : curves.validation;
  const finite = Array.from(step.keys()).filter((i) => Number.isFinite(values[i]));
  return { x: finite.map((i) => step[i] * unit), y: finite.map((i) => values[i]) };
}

/** One of each run, in their order; null of one that has no place along the axis. Validations are few, and stay as they are. */
export function comparedCurves(
  records: readonly RunRecord[],
  loss: LossName,
  axis: AxisName,
): readonly (readonly CurvePoint[] | null)[] {
  const all = records.map((record) => {
    const unit = unitOf(record, axis);
    return unit === null ? null : measured(record, loss, unit);
  });
  const longest = Math.max(0, ...all.map((one) => (one ? spanOf(one) : 0)));
  const tau = loss === "training" ? longest * smoothedShare : 0;
  return all.map((one) => one && thinned(one, smoothed(one.x, one.y, tau)));
}

const spanOf = ({ x }: Measured) => (x.length > 0 ? x[x.length - 1] - x[0] : 0);

/** Groups of neighbours, each at the place of its last: the mean of what was measured, and what was smoothed before. */
function thinned({ x, y }: Measured, smooth: readonly number[]): readonly CurvePoint[] {
  const size = Math.max(1, Math.ceil(y.length / maxSeriesPoints));
  const points: CurvePoint[] = [];
  for (let start = 0; start < y.length; start += size) {
    const end = Math.min(y.length, start + size);
    const raw = y.slice(start, end).reduce((sum, value) => sum + value, 0) / (end - start);
    points.push({ x: x[end - 1], raw, smooth: smooth[end - 1] });
  }
  return points;
}

export interface ComparisonRow {
  readonly x: number;
  /** One of each curve; undefined where it has none. */
  readonly points: readonly (CurvePoint | undefined)[];
}

/** All curves as one table, by their places. */
export function comparisonRows(curves: readonly (readonly CurvePoint[] | null)[]): readonly ComparisonRow[] {
  const rows = new Map<number, (CurvePoint | undefined)[]>();
  for (const [i, points] of curves.entries())
    for (const point of points ?? []) {
      const row = rows.get(point.x) ?? curves.map(() => undefined);
      row[i] = point;
      rows.set(point.x, row);
    }
  return [...rows].map(([x, points]) => ({ x, points })).sort((a, b) => a.x - b.x);
}
