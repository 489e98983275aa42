/** Asks before the page is left, for a run that was trained for long and is kept nowhere. */
import { shownRun } from "../store/runs";
import type { RunState } from "../store/state";
import type { PlaygroundStore } from "../store/store";

/** Less is soon trained again. */
const worthAskingMs = 60_000;

interface Clock {
  /** The run that is trained, and how long it was before its present stretch of training. */
  readonly runId: number;
  readonly trainedMs: number;
  /** When that stretch began, or null while it rests. */
  readonly sinceMs: number | null;
}

const trainedAt = ({ trainedMs, sinceMs }: Clock, nowMs: number) =>
  trainedMs + (sinceMs === null ? 0 : nowMs - sinceMs);

/** Of runs that others have taken the place of, by their ids. */
type TrainedMs = Map<number, number>;

/**
 * The clock after a change of the run on the stage. A run that goes on in another worker keeps its time, and one that somebody has gone
 * back to has what it had.
 */
function after(clock: Clock, { id, training, summary }: RunState, past: TrainedMs, nowMs: number): Clock {
  const known = trainedAt(clock, nowMs);
  const isNew = id !== clock.runId && summary?.cause !== "resumed";
  if (isNew) past.set(clock.runId, known);
  const trainedMs = isNew ? (past.get(summary?.back ?? -1) ?? 0) : known;
  return { runId: id, trainedMs, sinceMs: training ? nowMs : null };
}

/** @returns stops asking */
export function askBeforeLeaving(
  store: PlaygroundStore,
  page: EventTarget = window,
  now = () => performance.now(),
): () => void {
  const past: TrainedMs = new Map();
  let clock = after({ runId: -1, trainedMs: 0, sinceMs: null }, shownRun(store.getState()), past, now());
  const unsubscribe = store.subscribe((state) => {
    const run = shownRun(state);
    if (run.id !== clock.runId || run.training !== (clock.sinceMs !== null))
      clock = after(clock, run, past, now());
  });
  const ask = (event: Event) => {
    const isKept = store.getState().keeping.kind === "kept";
    if (!isKept && trainedAt(clock, now()) > worthAskingMs) event.preventDefault();
  };
  page.addEventListener("beforeunload", ask);
  return () => {
    unsubscribe();
    page.removeEventListener("beforeunload", ask);
  };
}
