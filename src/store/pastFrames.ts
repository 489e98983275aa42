/** The past of the run on the stage: which frame of its history is shown, what lanes show of it, and from where the run can go on. */
import type { StoreApi } from "zustand/vanilla";
import type { SavedState, Snapshot } from "../session/protocol";
import { sameSequence } from "../session/sameSequence";
import type { HistoryFrame, TrainingHistory } from "../session/trainingHistory";
import { heldBytes } from "./heldBytes";
import { shownRun } from "./runs";
import type { PastFramesActions, PastFramesSlice, PlaygroundState, RunState, RunsSlice } from "./state";

export const initialPastFrames: PastFramesSlice = {
  shownStep: null,
  laneChange: "none",
  pinned: null,
  playingPast: false,
};

/** Of a run's states that are kept beside its frames. */
const mostStateBytes = 16 * 2 ** 20;

type Past = RunsSlice & PastFramesSlice;

const stepOf = ({ snapshot }: HistoryFrame) => snapshot.step;

/** The last frame up to a step: the one of that step may have been thinned out since. */
const frameAt = ({ frames }: TrainingHistory, step: number): HistoryFrame | null =>
  frames.findLast((frame) => stepOf(frame) <= step) ?? frames[0] ?? null;

/** Null where the stage shows the present. */
export function frameOnShow(state: Past): HistoryFrame | null {
  return state.shownStep === null ? null : frameAt(shownRun(state).frames, state.shownStep);
}

/** What the stage shows: the present, or how it was. */
export const snapshotOnShow = (state: Past): Snapshot | null =>
  frameOnShow(state)?.snapshot ?? shownRun(state).snapshot;

/** What the one on show is compared with; null where nothing is, or where it is of another sequence or network. */
export function snapshotBefore(state: Past): Snapshot | null {
  const shown = snapshotOnShow(state);
  if (state.laneChange === "none" || !shown) return null;
  const other =
    state.laneChange === "before"
      ? shownRun(state).frames.frames.findLast((frame) => stepOf(frame) < shown.step)?.snapshot
      : state.pinned;
  return other && isAlike(other, shown) ? other : null;
}

function isAlike(a: Snapshot, b: Snapshot): boolean {
  return (
    a.cell === b.cell &&
    a.layers.length === b.layers.length &&
    a.layers.every(({ hiddenSize }, i) => hiddenSize === b.layers[i].hiddenSize) &&
    sameSequence(a.sequence, b.sequence)
  );
}

/** Whether the frame reads another sequence than the stage shows now. */
export function readsAnother(state: Past, { snapshot }: HistoryFrame): boolean {
  const now = shownRun(state).snapshot;
  return now !== null && now.sequence !== snapshot.sequence && !sameSequence(now.sequence, snapshot.sequence);
}

/**
 * The states that the run can go on from: those of its frames. Where they hold more than 16 MiB, every second is let go of, but never the
 * newest.
 */
export function withCheckpoint(
  known: readonly SavedState[],
  checkpoint: SavedState,
  history: TrainingHistory,
  mostBytes = mostStateBytes,
): readonly SavedState[] {
  const steps = new Set(history.frames.map(stepOf));
  let kept = [...known.filter(({ step }) => step < checkpoint.step), checkpoint].filter(({ step }) =>
    steps.has(step),
  );
  while (kept.length > 1 && heldBytes(kept, new Set()) > mostBytes)
    kept = kept.filter((_, i) => (kept.length - 1 - i) % 2 === 0);
  return kept;
}

/** Steps of its history that the run can go on from. */
export function keptSteps({
  checkpoints,
  frames,
}: Pick<RunState, "checkpoints" | "frames">): readonly number[] {
  const steps = new Set(frames.frames.map(stepOf));
  return checkpoints.map(({ step }) => step).filter((step) => steps.has(step));
}

/** The next of them after the one on show, or the one before it; behind the last comes the first. Null where there is none. */
export function keptStepBeside(state: Past, way: "before" | "after"): number | null {
  const kept = keptSteps(shownRun(state));
  const shown = frameOnShow(state);
  const at = shown ? stepOf(shown) : Number.POSITIVE_INFINITY;
  const found = way === "before" ? kept.findLast((step) => step < at) : kept.find((step) => step > at);
  return found ?? kept.at(way === "before" ? -1 : 0) ?? null;
}

export function pastFramesActions(
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): PastFramesActions {
  return {
    showStep: (step) => set({ shownStep: step, playingPast: false }),
    showNextFrame: () => {
      const { frames } = shownRun(get()).frames;
      const at = frameOnShow(get());
      const next = at ? frames[frames.indexOf(at) + 1] : frames[0];
      // The last one is followed by the present.
      set(next ? { shownStep: stepOf(next) } : { shownStep: null, playingPast: false });
    },
    playPast: (playingPast) => {
      const isAtEnd = frameOnShow(get()) === null;
      const [first] = shownRun(get()).frames.frames;
      set({ playingPast: playingPast && first !== undefined });
      if (playingPast && isAtEnd && first) set({ shownStep: stepOf(first) });
    },
    showChange: (laneChange) => set({ laneChange }),
    pinFrame: () => {
      const pinned = snapshotOnShow(get());
      if (pinned) set({ laneChange: "pinned", pinned });
    },
  };
}
