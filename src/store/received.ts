/** The state after an event of the worker: a pure function, one case per event. */
import type { Failure, RunSummary, SessionEvent, StepMetrics, ValidationMetrics } from "../session/protocol";
import { withAtOnce } from "../session/settings";
import { stoppedGeneration, withGenerationEvent } from "./generation";
import { importsAfterLoading, importsAfterRefusal } from "./imports/loading";
import { notLooked, stoppedLooks } from "./looks";
import { appendMetrics, emptyHistory, maxPoints } from "./metrics";
import { runInWords, stopInWords, withNotice } from "./notices";
import { selectionWithin, unhovered } from "./selection";
import type { PlaygroundData } from "./state";

type Change = Partial<PlaygroundData>;

/** What changes, or null for an event of an earlier run. */
export function received(state: PlaygroundData, event: SessionEvent): Change | null {
  if ("runId" in event && event.type !== "runStarted" && event.runId !== state.runId) return null;
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
      return { training: event.training, step: event.step, ...(event.training && { failure: null }) };
    case "metrics":
      return {
        ...newMetrics(state, event.points),
        epoch: event.epoch,
        learningRate: event.learningRate,
        stepsPerSecond: event.stepsPerSecond,
        timeStepsPerSecond: event.timeStepsPerSecond,
      };
    case "validation":
      return { validation: withValidation(state.validation, event.metrics) };
    case "evaluated":
      return { evaluated: { step: event.step, evaluation: event.evaluation } };
    case "stopped":
      return { notices: withNotice(state.notices, "info", stopInWords(event, state.settings)) };
    case "snapshot":
      return { snapshot: event.snapshot, ...selectionWithin(state, event.snapshot) };
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

/** The snapshot of the run before stays until the new one comes, so that the stage never stands empty. */
function newRun(state: PlaygroundData, runId: number, run: RunSummary): Change {
  const words = runInWords(run, state.run?.settings ?? null);
  return {
    ...unhovered,
    ...stoppedGeneration(state),
    runId,
    run,
    settings: run.settings,
    training: false,
    step: run.step,
    epoch: 0,
    latest: null,
    history: emptyHistory,
    validation: [],
    evaluated: null,
    learningRate: null,
    stepsPerSecond: null,
    timeStepsPerSecond: null,
    // A worker that takes the place of another knows nothing of what that one was asked to measure.
    looks: { ...stoppedLooks(state), profile: notLooked },
    calibrating: false,
    failure: null,
    ...(words !== null && { notices: withNotice(state.notices, "info", words) }),
  };
}

function newMetrics(state: PlaygroundData, points: readonly StepMetrics[]): Change {
  const latest = points[points.length - 1];
  if (!latest) return {};
  return { latest, step: latest.step, history: appendMetrics(state.history, points) };
}

/** When there are more than a chart can show, every second is left out, but never the newest. */
function withValidation(
  known: readonly ValidationMetrics[],
  next: ValidationMetrics,
): readonly ValidationMetrics[] {
  const all = [...known, next];
  return all.length > maxPoints ? all.filter((_, i) => (all.length - 1 - i) % 2 === 0) : all;
}

/** A run that could not be made leaves the one before as it is; what applies at once is in use either way. */
function newFailure(state: PlaygroundData, failure: Failure): Change {
  const imports = importsAfterRefusal(state, null, `${failure.message} ${failure.advice}`);
  if (imports && failure.kind !== "nonFiniteLoss") {
    const { failure: _, ...rest } = newFailure({ ...state, ...imports }, failure);
    return { ...rest, loadingName: null, ...imports };
  }
  if (failure.kind === "settings" || failure.kind === "planTooLarge") {
    const kept = state.run?.settings ?? state.settings;
    return { failure, settings: withAtOnce(kept, state.settings) };
  }
  return {
    ...stoppedGeneration(state),
    failure,
    training: false,
    looks: stoppedLooks(state),
    calibrating: false,
  };
}
