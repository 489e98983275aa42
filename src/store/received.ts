/** The state after an event of the worker: a pure function, one case per event. */

import type {
  ClientEvent,
  Command,
  DataSource,
  DataSummary,
  EngineStatus,
  Failure,
  RunSummary,
  Snapshot,
} from "../session/protocol";
import { openingSetup } from "../session/setup";
import { sourceName } from "../session/sourceName";
import { withFrame } from "../session/trainingHistory";
import { sentences } from "../words/message";
import { stoppedGeneration, withGenerationEvent } from "./generation";
import { kept, type Origin, ofStart, ofStop, told } from "./happenings";
import { importsAfterLoading, importsAfterRefusal, importsAfterWithdrawal } from "./imports/loading";
import { looksOfNewRun, stoppedLooks } from "./looks";
import { goneOn, pastRun, upTo, withPast } from "./past";
import { initialPastFrames, withCheckpoint } from "./pastFrames";
import { runAfter } from "./runAfter";
import { emptyRun, shownRun, withNewRun, withRun, withShownRun } from "./runs";
import { selectionAfter, selectionOf, selectionOfNewRun, unhovered, writingOf } from "./selection";
import type { KeptIdentity, PastRun, PlaygroundData, RunData, RunState } from "./state";

type Change = Partial<PlaygroundData>;

/** What changes, or null for what comes of a run that is gone. */
export function received(state: PlaygroundData, event: ClientEvent, nowMs = Date.now()): Change | null {
  if ("runId" in event && event.type !== "runStarted" && !state.runs.has(event.runId)) return null;
  switch (event.type) {
    case "engine":
      return { engine: event.status, ...moved(state, event.status, nowMs) };
    case "dataLoading":
      return { loadingName: event.name, rejected: null };
    case "dataLoaded":
      return {
        data: event.data,
        loadingName: null,
        rejected: null,
        ...importsAfterLoading(state, event.loadId),
      };
    case "dataRejected": {
      const imports = importsAfterRefusal(state, event.loadId, event.message);
      return {
        loadingName: null,
        ...(imports ?? { rejected: { name: event.name, message: event.message } }),
      };
    }
    case "runStarted":
      return newRun(state, event.runId, event.run, nowMs);
    case "state":
      return {
        ...withRun(state, event.runId, (run) => runAfter(run, event)),
        ...(event.training && { failure: null }),
      };
    case "settings":
    case "probe":
    case "metrics":
    case "validation":
    case "stepShare":
    case "evaluated":
    case "foreseen":
      return withRun(state, event.runId, (run) => runAfter(run, event));
    case "stopped":
      return {
        ...withRun(state, event.runId, (run) => runAfter(run, event)),
        ...told(state, ofStop(event.end, shownRun(state).settings), nowMs),
      };
    case "snapshot":
      return {
        ...withRun(state, event.runId, (run) => ({
          snapshot: event.snapshot,
          view: null,
          ...(event.frame && {
            frames: withFrame(run.frames, { snapshot: event.snapshot, ...event.frame }),
          }),
        })),
        ...(event.runId === state.shownId && selectionWithFirst(state, event.snapshot)),
      };
    case "generationStarted":
    case "generated":
    case "generationEnded":
      return withGenerationEvent(state.generation, event);
    case "looked":
      return { looks: { ...state.looks, [event.look]: { running: event.running, value: event.value } } };
    case "calibrated":
      return { calibrating: false };
    case "rested":
    // Of runs that are none of the page's yet (`racing/`).
    case "raced":
      return {};
    case "saved":
      return withRun(state, event.runId, ({ checkpoints, frames }) => ({
        saved: event.checkpoint,
        checkpoints: withCheckpoint(checkpoints, event.checkpoint, frames),
      }));
    case "waiting":
      return { waiting: event.commands };
    case "withdrawn":
      return withdrawn(state, event.command);
    case "happened":
      return told(state, event.happening, nowMs);
    case "failed":
      return {
        ...newFailure(state, event.failure),
        ...kept(state, { kind: "failed", failure: event.failure }, nowMs),
      };
    default:
      return event satisfies never;
  }
}

/** A run that was kept is looked at as it was. */
function selectionWithFirst(state: PlaygroundData, now: Snapshot): Change {
  const { view, snapshot } = shownRun(state);
  if (!view) return selectionAfter(state, snapshot, now);
  const selection = selectionOf(view);
  return { ...selection, ...writingOf(view), ...selectionAfter({ ...state, ...selection }, now, now) };
}

/** What the page has opened with: its data were told before. */
const sampleOf = (data: DataSummary | null): DataSource =>
  openingSetup(data?.kind === "text" ? data.language : undefined).data;

/** The snapshot of the run before stays until the new one comes, so that the stage never stands empty. */
function newRun(state: PlaygroundData, id: number, summary: RunSummary, nowMs: number): Change {
  const before = shownRun(state);
  const earlier = runBefore(state, summary);
  const known = earlier?.of ?? dataOf(state, summary);
  // Of a run that was kept beyond the page, the engine has just told what its data are.
  const of = known.data ? known : { ...known, data: state.data };
  const run = earlier ? goneOn(earlier, id, summary) : emptyRun(id, summary);
  const left = leftBehind(before, summary);
  const others = state.past.filter((one) => one.id !== summary.back);
  const happening = ofStart(
    summary,
    before.summary && before.inUse,
    before.id === summary.back ? "past" : originOf(earlier, nowMs),
  );
  return {
    ...unhovered,
    ...initialPastFrames,
    ...selectionOfNewRun(state, before.summary, summary),
    // It was of units that the new network does not have; one that was resumed has them.
    ...(summary.cause !== "resumed" && { box: null }),
    ...stoppedGeneration(state),
    ...withNewRun(state, { ...run, of, snapshot: before.snapshot }),
    ...of,
    past: left ? withPast(others, left) : others,
    // A worker that takes the place of another knows nothing of what that one was asked to measure.
    looks: looksOfNewRun(state),
    calibrating: false,
    failure: null,
    // What comes back does so at its own step, what begins at that of the run that it takes the place of.
    ...(happening &&
      (summary.cause === "back"
        ? told(state, happening, nowMs, null, run)
        : told(state, happening, nowMs, left?.id ?? null, { ...run, step: before.step }))),
  };
}

/** The run that goes on as the new one: one from before, or the one that was in a worker that is gone. */
function runBefore(state: PlaygroundData, { cause, back, step }: RunSummary): RunState | null {
  if (cause === "resumed") return shownRun(state);
  const past = state.past.find(({ id }) => id === back);
  if (past) return past;
  const shown = shownRun(state);
  if (shown.id === back) return fromCheckpoint(shown, step);
  // Asked for twice, it is on the stage already.
  return back !== undefined && shown.summary?.back === back ? shown : null;
}

/** Where a run that goes on comes from. */
function originOf(run: RunState | null, nowMs: number): Origin {
  const { kept, of } = run ?? {};
  if (!kept || !of) return "page";
  const { origin } = kept;
  if (typeof origin === "string" || "file" in origin || "trained" in origin) return origin;
  return { name: sourceName(of.source), secondsAgo: Math.max(0, (nowMs - origin.keptMs) / 1000) };
}
/** The run on the stage, at a step of its history: from there on it is another one, which is kept beside it. */
const fromCheckpoint = (run: RunState, step: number): RunState => ({
  ...upTo(run, step),
  kept: null,
  saved: run.checkpoints.find((one) => one.step === step) ?? run.saved,
});

const dataOf = ({ source, data, usedTable, usedFolder }: PlaygroundData, { cause }: RunSummary): RunData => ({
  source: cause === "opened" ? sampleOf(data) : source,
  data,
  usedTable: cause === "opened" ? null : usedTable,
  usedFolder: cause === "opened" ? null : usedFolder,
});

/** What no step was taken in begins the same again, but is to be there for whoever has come back from it. */
function leftBehind(before: RunState, { cause }: RunSummary): PastRun | null {
  if (cause === "resumed") return null;
  const past = pastRun(before);
  return past && (past.step > 0 || cause === "back") ? past : null;
}

/** The page opens on the CPU, which is no move. */
function moved(state: PlaygroundData, { name, device }: EngineStatus, nowMs: number): Change {
  if (!state.engine || state.engine.name === name) return {};
  return kept(state, { kind: "moved", engine: name, device }, nowMs);
}

/** What the controls and dialogs showed of it goes. */
function withdrawn(state: PlaygroundData, command: Command): Change {
  switch (command.type) {
    case "configure":
      return withShownRun(state, { settings: shownRun(state).inUse });
    case "setProbe": {
      const { summary, probeInUse } = shownRun(state);
      return withShownRun(state, { summary: summary && probeInUse && { ...summary, probe: probeInUse } });
    }
    case "loadData":
      return { loadingName: null, ...importsAfterWithdrawal(state, command.loadId) };
    case "generate":
      return stoppedGeneration(state);
    case "open":
      return { past: withoutRefused(state, command.back) };
    case "look":
      return { looks: { ...state.looks, [command.look]: { ...state.looks[command.look], running: false } } };
    default:
      return {};
  }
}

/** What has never been on this page, a link's run, another with another seed or another program's, is no run from before when it is not made. */
const withoutRefused = ({ past }: PlaygroundData, back: number | undefined): readonly PastRun[] =>
  past.filter(({ id, kept }) => id !== back || !kept || !isNew(kept.origin));

const isNew = (origin: KeptIdentity["origin"]): boolean =>
  origin === "link" ||
  origin === "repeat" ||
  (typeof origin === "object" && ("file" in origin || "trained" in origin));

/** A run that could not be made leaves the one before as it is, with all its settings. */
function newFailure(state: PlaygroundData, failure: Failure): Change {
  const refusal = sentences([failure.message, failure.advice]);
  const imports = importsAfterRefusal(state, null, refusal);
  if (imports && failure.kind !== "nonFiniteLoss") {
    const { failure: _, ...rest } = newFailure({ ...state, ...imports }, failure);
    return { ...rest, loadingName: null, ...imports };
  }
  if (failure.kind === "settings" || failure.kind === "planTooLarge") {
    const past = withoutRefused(state, failure.back);
    return { failure, past, ...withShownRun(state, { settings: shownRun(state).inUse }) };
  }
  return {
    ...stoppedGeneration(state),
    ...withShownRun(state, { training: false }),
    failure,
    looks: stoppedLooks(state),
    calibrating: false,
  };
}
