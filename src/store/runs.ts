/** What the page knows of the runs that live, by their ids, and which of them is on the stage. */
import type { RunSummary } from "../session/protocol";
import { defaultSettings } from "../session/settings";
import { emptyTrainingHistory } from "../session/trainingHistory";
import { emptyHistory } from "./metrics";
import type { RunState, RunsSlice } from "./state";

/** Of which nothing is known yet. */
export function emptyRun(id: number, summary: RunSummary | null): RunState {
  return {
    id,
    summary,
    settings: summary?.settings ?? defaultSettings,
    inUse: summary?.settings ?? defaultSettings,
    probeInUse: summary?.probe ?? null,
    firstProbe: summary?.probe ?? null,
    training: false,
    step: summary?.step ?? 0,
    epoch: 0,
    ended: null,
    stepShare: null,
    latest: null,
    history: emptyHistory,
    validation: [],
    evaluated: null,
    foreseen: null,
    learningRate: null,
    stepsPerSecond: null,
    timeStepsPerSecond: null,
    timed: { steps: 0, elapsedMs: 0 },
    snapshot: null,
    saved: null,
    frames: emptyTrainingHistory,
    checkpoints: [],
    of: null,
    kept: null,
    view: null,
  };
}

/** Before the first run has begun, one of which nothing is known has its place. */
const noRun = emptyRun(0, null);

export const initialRuns: RunsSlice = { runs: new Map([[noRun.id, noRun]]), shownId: noRun.id, past: [] };

/** The run on the stage. */
export const shownRun = ({ runs, shownId }: RunsSlice): RunState => runs.get(shownId) ?? noRun;

/** What changes of a run; nothing where it is gone. */
export function withRun(
  { runs }: RunsSlice,
  id: number,
  change: (run: RunState) => Partial<RunState>,
): Partial<RunsSlice> {
  const run = runs.get(id);
  return run ? { runs: new Map(runs).set(id, { ...run, ...change(run) }) } : {};
}

export const withShownRun = (state: RunsSlice, change: Partial<RunState>): Partial<RunsSlice> =>
  withRun(state, state.shownId, () => change);

/** A run that has begun takes the stage, and the place of the one that it replaces. */
export function withNewRun({ runs }: RunsSlice, run: RunState): Partial<RunsSlice> {
  const replaced = run.summary?.replaces ?? noRun.id;
  const others = [...runs].filter(([id]) => id !== replaced && id !== noRun.id);
  return { runs: new Map([...others, [run.id, run]]), shownId: run.id };
}
