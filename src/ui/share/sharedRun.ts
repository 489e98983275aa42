/** What is told of the run on the stage, in the page's words. */
import type { LinkedWeights } from "../../kept/linkForm";
import { settingValue } from "../../session/settingMessages";
import { changedSettings } from "../../session/settings";
import { sourceName } from "../../session/sourceName";
import { shownRun } from "../../store/runs";
import type { PlaygroundData } from "../../store/state";
import type { Say } from "../../words/message";
import { resultsOf } from "../elsewhere/exportRequest";
import { runRow } from "../runs/runRows";
import { isOwnNetwork, isUntouchedOwn } from "./linkNow";
import type { SharedRun } from "./shareMarkdown";

interface SharedLink {
  /** Null where the data do not fit in a link. */
  readonly address: string | null;
  /** That the link brings; of the moment of `state`. */
  readonly weights: LinkedWeights | null;
}

export function sharedRun(state: PlaygroundData, say: Say, { address, weights }: SharedLink): SharedRun {
  const run = shownRun(state);
  const { summary, inUse, evaluated, kept, of } = run;
  const step = weights?.steps ?? run.step;
  const data = say(state.data?.name ?? sourceName(of?.source ?? state.source));
  const changed = summary ? changedSettings(summary.suitable, inUse) : [];
  const known = state.kept?.runs.find(({ id }) => id === kept?.id)?.read;
  // What was measured of other weights says nothing of these.
  const isMeasured = evaluated?.step === step;
  return {
    name: known?.ok ? say(runRow(known.record).name) : data,
    data,
    settings: changed.map((name) => say(settingValue(name, inUse[name]))),
    parameters: summary?.parameterCount ?? 0,
    steps: step,
    results: isMeasured ? resultsOf(evaluated.evaluation, state.data).map(say) : [],
    address,
    without: weights || isUntouchedOwn(run) ? null : isOwnNetwork(run) ? "training" : "weights",
  };
}
