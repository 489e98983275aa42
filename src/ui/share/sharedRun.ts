/** What is told of the run on the stage, in the page's words. */
import { settingValue } from "../../session/settingMessages";
import { changedSettings } from "../../session/settings";
import { sourceName } from "../../session/sourceName";
import { shownRun } from "../../store/runs";
import type { PlaygroundData } from "../../store/state";
import type { Say } from "../../words/message";
import { resultsOf } from "../elsewhere/exportRequest";
import { runRow } from "../runs/runRows";
import type { SharedRun } from "./shareMarkdown";

export function sharedRun(state: PlaygroundData, say: Say, address: string | null): SharedRun {
  const { summary, inUse, step, evaluated, kept, of } = shownRun(state);
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
  };
}
