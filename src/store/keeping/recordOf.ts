/** A run as the page knows it, as a record, and a record as a run that can be gone back to. */
import {
  type KeptCurves,
  type KeptHistory,
  type KeptSource,
  type RunRecord,
  recordForm,
  type StepColumns,
} from "../../kept/runRecord";
import type {
  DataSource,
  EngineStatus,
  SavedState,
  StepMetrics,
  ValidationMetrics,
} from "../../session/protocol";
import { sourceName } from "../../session/sourceName";
import { happeningMessage } from "../happeningMessage";
import { mostHappened } from "../happenings";
import { keptHistory, latestOf, type MetricHistory } from "../metrics";
import { upTo } from "../past";
import { emptyRun } from "../runs";
import { viewOf } from "../selection";
import type { Happened, KeptIdentity, PastRun, PlaygroundData, RunState } from "../state";

/** What computes, as it is kept. */
type ComputedBy = Pick<EngineStatus, "choice" | "name" | "device">;

/** All that is kept of a run, at one moment. */
export interface Moment {
  readonly run: RunState;
  readonly kept: KeptIdentity;
  readonly source: DataSource;
  readonly view: RunRecord["view"];
  readonly engine: ComputedBy;
  readonly happened: readonly Happened[];
  readonly timeMs: number;
}

/** More of what happened would be a record of its own. */
const mostEvents = 50;

/** Of the run on the stage; null where there is nothing of it that could be kept. */
export function momentOf(state: PlaygroundData, run: RunState, timeMs: number): Moment | null {
  const { kept, of } = run;
  const { engine, happened } = state;
  if (!kept || !of || !run.summary || !engine) return null;
  // What was to be looked at first is not on show yet.
  const view = run.view ?? viewOf(state);
  return { run, kept, source: of.source, view, engine, happened, timeMs };
}

/** Where its checkpoint stands: what came later will come again. */
const keptStep = ({ saved, summary, step }: RunState) => saved?.step ?? summary?.step ?? step;

/** Of what its checkpoint stands for. */
export const recordOf = (moment: Moment, data: KeptSource, version: string): RunRecord =>
  recordAsItIs({ ...moment, run: keptPart(moment.run) }, data, version);

/** What its checkpoint stands for. */
export const keptPart = (run: RunState): RunState => upTo(run, keptStep(run));

/** Of all that is known of it now. */
export function recordAsItIs(moment: Moment, data: KeptSource, version: string): RunRecord {
  const { run, kept, view, engine, happened, timeMs } = moment;
  const { summary, step, epoch, learningRate, evaluated, ended } = run;
  if (!summary) throw new Error("A run that has not begun cannot be kept.");
  const { suitable, pretrained, parameterCount, planBytes, stepsPerEpoch, stepFlop } = summary;
  return {
    form: recordForm,
    id: kept.id,
    name: null,
    note: "",
    differs: kept.differs,
    ...(kept.brought && { brought: kept.brought }),
    beganMs: kept.beganMs,
    keptMs: timeMs,
    deletedMs: null,
    engine: { choice: engine.choice, name: engine.name, device: engine.device },
    version,
    data,
    dataName: sourceName(moment.source),
    settings: run.inUse,
    probe: run.probeInUse ?? summary.probe,
    view,
    summary: {
      suitable,
      pretrained,
      step: summary.step,
      parameterCount,
      planBytes,
      stepsPerEpoch,
      stepFlop,
    },
    step,
    epoch,
    learningRate,
    curves: curvesOf(run),
    timed: run.timed,
    evaluated,
    ...(ended && { ended }),
    events: happened
      .filter((one) => one.kept === kept.id)
      .slice(-mostEvents)
      .map(({ timeMs: at, step: of, happening }) => ({
        timeMs: at,
        step: of,
        said: happeningMessage(happening),
      })),
    history: keptHistoryOf(run),
  };
}

const keptHistoryOf = ({ frames: { from, perDoubling, frames } }: RunState): KeptHistory => ({
  from,
  perDoubling,
  steps: frames.map(({ snapshot }) => snapshot.step),
});

const curvesOf = ({ history: { stride, points, pending }, latest, validation }: RunState): KeptCurves => ({
  stride,
  points: columnsOf(points),
  pending: { ...columnsOf(pending), count: Float64Array.from(pending, ({ count }) => count) },
  newest: columnsOf(latest ? [latest] : []),
  validation: {
    step: Float64Array.from(validation, ({ step }) => step),
    loss: Float64Array.from(validation, ({ loss }) => loss),
    accuracy: Float64Array.from(validation, ({ accuracy }) => accuracy),
  },
});

const columnsOf = (points: readonly StepMetrics[]): StepColumns => ({
  step: Float64Array.from(points, ({ step }) => step),
  loss: Float64Array.from(points, ({ loss }) => loss),
  accuracy: Float64Array.from(points, ({ accuracy }) => accuracy),
  gradientNorm: Float64Array.from(points, ({ gradientNorm }) => gradientNorm),
});

const pointsOf = ({ step, loss, accuracy, gradientNorm }: StepColumns): readonly StepMetrics[] =>
  Array.from(step, (one, i) => ({
    step: one,
    loss: loss[i],
    accuracy: accuracy[i],
    gradientNorm: gradientNorm[i],
  }));

const historyOf = ({ stride, points, pending }: KeptCurves): MetricHistory =>
  keptHistory(
    stride,
    pointsOf(points),
    pointsOf(pending).map((mean, i) => ({ ...mean, count: pending.count?.[i] ?? 1 })),
  );

const validationOf = ({ step, loss, accuracy }: KeptCurves["validation"]): readonly ValidationMetrics[] =>
  Array.from(step, (one, i) => ({ step: one, loss: loss[i], accuracy: accuracy[i] }));

/** The run that a record is of, as one that the page can go back to. */
export function pastRunOf(
  id: number,
  { record, checkpoint }: { readonly record: RunRecord; readonly checkpoint: SavedState | null },
  source: DataSource,
): PastRun {
  const run = runOfRecord(id, record, checkpoint, source);
  // Without its checkpoint it begins again.
  return { ...run, ...upTo(run, checkpoint?.step ?? run.summary.step), summary: run.summary, of: run.of };
}

/** With all that the record knows of it. */
export function runOfRecord(
  id: number,
  record: RunRecord,
  saved: SavedState | null,
  source: DataSource,
): PastRun {
  const { settings, probe, summary, curves } = record;
  const { stepFlop = 0 } = summary;
  const whole = { ...summary, stepFlop, cause: "back", replaces: null, settings, probe } as const;
  const history = historyOf(curves);
  return {
    ...emptyRun(id, whole),
    summary: whole,
    step: record.step,
    epoch: record.epoch,
    learningRate: record.learningRate,
    latest: (curves.newest && pointsOf(curves.newest).at(-1)) ?? latestOf(history),
    history,
    validation: validationOf(curves.validation),
    ...(record.timed && { timed: record.timed }),
    evaluated: record.evaluated,
    ended: record.ended ?? null,
    saved,
    of: { source, data: null, usedTable: null, usedFolder: null },
    kept: {
      id: record.id,
      beganMs: record.beganMs,
      differs: record.differs,
      ...(record.brought && { brought: record.brought }),
      origin: { keptMs: record.keptMs },
    },
    view: record.view,
  };
}

/** What happened to it, among what has happened on the page, which may know some of it itself. */
export function withHappenedOf(
  happened: readonly Happened[],
  { id: kept, events }: RunRecord,
): readonly Happened[] {
  const known = new Set(happened.filter((one) => one.kept === kept).map(({ timeMs }) => timeMs));
  const others = events
    .filter(({ timeMs }) => !known.has(timeMs))
    .map(({ timeMs, step, said }) => ({ timeMs, step, kept, happening: { kind: "said", said } as const }));
  return [...happened, ...others]
    .toSorted((a, b) => a.timeMs - b.timeMs)
    .slice(-mostHappened)
    .map((one, i) => ({ ...one, id: i + 1 }));
}
