/** The state after an event of the worker: a pure function, one case per event. */
import type {
  DataSource,
  DataSummary,
  Failure,
  RunSummary,
  SessionEvent,
  StepMetrics,
  ValidationMetrics,
} from "../session/protocol";
import { withAtOnce } from "../session/settings";
import { message } from "../words/message";
import { stoppedGeneration, withGenerationEvent } from "./generation";
import { importsAfterLoading, importsAfterRefusal } from "./imports/loading";
import { looksOfNewRun, stoppedLooks } from "./looks";
import { appendMetrics, maxPoints } from "./metrics";
import { runMessage, stopMessage, withNotice } from "./notices";
import { emptyRun, shownRun, withNewRun, withRun, withShownRun } from "./runs";
import { selectionWithin, unhovered } from "./selection";
import type { PlaygroundData, RunState } from "./state";

type Change = Partial<PlaygroundData>;

/** What changes, or null for what comes of a run that is gone. */
export function received(state: PlaygroundData, event: SessionEvent): Change | null {
  if ("runId" in event && event.type !== "runStarted" && !state.runs.has(event.runId)) return null;
  switch (event.type) {
    case "engine":
      return { engine: event.status };
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
      return newRun(state, event.runId, event.run);
    case "state":
      return {
        ...withRun(state, event.runId, () => ({ training: event.training, step: event.step })),
        ...(event.training && { failure: null }),
      };
    case "settings":
      return withRun(state, event.runId, ({ settings }) => ({
        settings: withAtOnce(settings, event.settings),
        inUse: event.settings,
      }));
    case "metrics":
      return withRun(state, event.runId, (run) => ({
        ...newMetrics(run, event.points),
        epoch: event.epoch,
        learningRate: event.learningRate,
        stepsPerSecond: event.stepsPerSecond,
        timeStepsPerSecond: event.timeStepsPerSecond,
      }));
    case "validation":
      return withRun(state, event.runId, ({ validation }) => ({
        validation: withValidation(validation, event.metrics),
      }));
    case "evaluated":
      return withRun(state, event.runId, () => ({
        evaluated: { step: event.step, evaluation: event.evaluation },
      }));
    case "stopped":
      return {
        notices: withNotice(state.notices, "info", stopMessage(event, shownRun(state).settings)),
      };
    case "snapshot":
      return {
        ...withRun(state, event.runId, () => ({ snapshot: event.snapshot })),
        ...(event.runId === state.shownId && selectionWithin(state, event.snapshot)),
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
      return {};
    case "saved":
      // The session's client keeps it.
      return null;
    case "notice":
      return { notices: withNotice(state.notices, "info", event.message) };
    case "failed":
      return newFailure(state, event.failure);
    default:
      return event satisfies never;
  }
}

/** What the page has opened with: its data were told before. */
const sampleOf = (data: DataSummary | null): DataSource => {
  const language = data?.kind === "text" ? data.language : undefined;
  return { kind: "sample", ...(language && { language }) };
};

/** The snapshot of the run before stays until the new one comes, so that the stage never stands empty. */
function newRun(state: PlaygroundData, id: number, summary: RunSummary): Change {
  const before = shownRun(state);
  const text = runMessage(summary, before.summary && before.inUse);
  return {
    ...unhovered,
    ...stoppedGeneration(state),
    ...withNewRun(state, { ...emptyRun(id, summary), snapshot: before.snapshot }),
    // A worker that takes the place of another knows nothing of what that one was asked to measure.
    looks: looksOfNewRun(state),
    calibrating: false,
    failure: null,
    ...(summary.cause === "opened" && { source: sampleOf(state.data) }),
    ...(text !== null && { notices: withNotice(state.notices, "info", text) }),
  };
}

function newMetrics({ history }: RunState, points: readonly StepMetrics[]): Partial<RunState> {
  const latest = points[points.length - 1];
  return latest ? { latest, step: latest.step, history: appendMetrics(history, points) } : {};
}

/** When there are more than a chart can show, every second is left out, but never the newest. */
function withValidation(
  known: readonly ValidationMetrics[],
  next: ValidationMetrics,
): readonly ValidationMetrics[] {
  const all = [...known, next];
  return all.length > maxPoints ? all.filter((_, i) => (all.length - 1 - i) % 2 === 0) : all;
}

/** A run that could not be made leaves the one before as it is, with all its settings. */
function newFailure(state: PlaygroundData, failure: Failure): Change {
  const refusal = message("common.sentences", { parts: [failure.message, failure.advice] });
  const imports = importsAfterRefusal(state, null, refusal);
  if (imports && failure.kind !== "nonFiniteLoss") {
    const { failure: _, ...rest } = newFailure({ ...state, ...imports }, failure);
    return { ...rest, loadingName: null, ...imports };
  }
  if (failure.kind === "settings" || failure.kind === "planTooLarge") {
    return { failure, ...withShownRun(state, { settings: shownRun(state).inUse }) };
  }
  return {
    ...stoppedGeneration(state),
    ...withShownRun(state, { training: false }),
    failure,
    looks: stoppedLooks(state),
    calibrating: false,
  };
}
