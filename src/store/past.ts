/** Runs whose place others have taken, and which can be gone back to as long as the page is open. */
import type { RunSummary } from "../session/protocol";
import { historyUpTo } from "../session/trainingHistory";
import { heldBytes } from "./heldBytes";
import { latestOf } from "./metrics";
import type { PastRun, RunState } from "./state";

/** Runs that did not begin on this page are counted down: those of the page are counted up. */
let lastForeign = 0;
export const foreignRunId = (): number => --lastForeign;

const mostPast = 10;
/** Of their checkpoints and data together; the newest is kept whatever its size. */
const mostPastBytes = 256 * 2 ** 20;

/** What can be gone back to: without what can be drawn anew. Null where nothing of it was saved. */
export function pastRun(run: RunState): PastRun | null {
  const { summary, saved, of } = run;
  if (!summary || !saved || !of) return null;
  return { ...upTo(run, saved.step), summary, of, training: false, snapshot: null };
}

/**
 * The newest first. The oldest go when there are more than ten, or when the arrays and texts that they alone hold are more than
 * 256 MiB.
 */
export function withPast(
  past: readonly PastRun[],
  run: PastRun,
  { most = mostPast, mostBytes = mostPastBytes } = {},
): readonly PastRun[] {
  const seen = new Set<object>();
  let bytes = 0;
  return [run, ...past].slice(0, most).filter((one, i) => {
    const { saved, of, frames, checkpoints } = one;
    bytes += heldBytes([saved, of.source, frames, checkpoints], seen);
    return i === 0 || bytes <= mostBytes;
  });
}

/** As it was at a step: later ones were not saved. */
export function upTo(run: RunState, step: number): RunState {
  if (run.step <= step) return run;
  const { history, validation, evaluated, foreseen, summary } = run;
  const isThere = (one: { readonly step: number }) => one.step <= step;
  const there = {
    ...history,
    points: history.points.filter(isThere),
    pending: history.pending.filter(isThere),
  };
  return {
    ...run,
    step,
    epoch: summary ? step / summary.stepsPerEpoch : run.epoch,
    // The schedule's, which the engine tells with the next step.
    learningRate: null,
    history: there,
    latest: latestOf(there),
    validation: validation.filter(isThere),
    evaluated: evaluated && isThere(evaluated) ? evaluated : null,
    foreseen: foreseen && isThere(foreseen) ? foreseen : null,
    frames: historyUpTo(run.frames, step),
    checkpoints: run.checkpoints.filter(isThere),
  };
}

/** A run that goes on as another: with its curves, and as trained ahead of time as it was. */
export function goneOn(before: RunState, id: number, summary: RunSummary): RunState {
  const { pretrained, step } = before.summary ?? summary;
  return {
    ...upTo(before, summary.step),
    id,
    summary: { ...summary, pretrained, step },
    // From now on it is one of this page.
    kept: before.kept && { ...before.kept, origin: "page" },
    settings: summary.settings,
    inUse: summary.settings,
    probeInUse: summary.probe,
    training: false,
    stepShare: null,
    step: summary.step,
    stepsPerSecond: null,
    timeStepsPerSecond: null,
  };
}
