/** What changes of a run with what it has to tell. */
import type { TimedSteps } from "../kept/runRecord";
import type { RunNews, StepMetrics, ValidationMetrics } from "../session/protocol";
import { withAtOnce } from "../session/settings";
import { appendMetrics, maxPoints } from "./metrics";
import { upTo } from "./past";
import type { RunState } from "./state";

/** News that are of the run alone, and not of what the page shows of it. */
type OwnNews = Extract<
  RunNews,
  {
    readonly type:
      | "state"
      | "settings"
      | "probe"
      | "metrics"
      | "validation"
      | "stepShare"
      | "evaluated"
      | "foreseen"
      | "stopped";
  }
>;

export function runAfter(run: RunState, news: OwnNews): Partial<RunState> {
  switch (news.type) {
    case "state":
      // After a lost GPU it is an earlier step: what came later will come again.
      return { ...upTo(run, news.step), training: news.training, step: news.step };
    case "settings":
      return { settings: withAtOnce(run.settings, news.settings), inUse: news.settings };
    case "probe":
      return { probeInUse: news.probe };
    case "metrics":
      return {
        ...newMetrics(run, news.points),
        timed: withTimed(run.timed, news.points.length, news.stepsPerSecond),
        epoch: news.epoch,
        learningRate: news.learningRate,
        stepsPerSecond: news.stepsPerSecond,
        timeStepsPerSecond: news.timeStepsPerSecond,
      };
    case "validation":
      return { validation: withValidations(run.validation, news.points) };
    case "stepShare":
      return { stepShare: news.share };
    case "evaluated":
      return { evaluated: { step: news.step, evaluation: news.evaluation } };
    case "foreseen":
      return { foreseen: { step: news.step, future: news.future } };
    case "stopped":
      return { ended: news.end };
  }
}

function newMetrics({ history }: RunState, points: readonly StepMetrics[]): Partial<RunState> {
  const latest = points[points.length - 1];
  return latest ? { latest, step: latest.step, history: appendMetrics(history, points) } : {};
}

/** Steps that were taken one by one have no speed, and do not count. */
function withTimed({ steps, elapsedMs }: TimedSteps, taken: number, perSecond: number | null): TimedSteps {
  return perSecond === null
    ? { steps, elapsedMs }
    : { steps: steps + taken, elapsedMs: elapsedMs + (taken / perSecond) * 1000 };
}

/** Of a step that was measured once more the newer one counts. When there are more than a chart can show, every second is left out, but never the newest. */
function withValidations(
  known: readonly ValidationMetrics[],
  points: readonly ValidationMetrics[],
): readonly ValidationMetrics[] {
  let all = [...known];
  for (const next of points) {
    const at = all.findLastIndex(({ step }) => step === next.step);
    if (at >= 0) all.splice(at, 1);
    all.push(next);
  }
  while (all.length > maxPoints) all = all.filter((_, i) => (all.length - 1 - i) % 2 === 0);
  return all;
}
