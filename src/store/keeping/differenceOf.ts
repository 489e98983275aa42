import { settingChange } from "../../session/settingMessages";
import { appliesAtOnce, changedSettings } from "../../session/settings";
import type { Message } from "../../words/message";
import type { RunState } from "../state";

/** By what a run differs from the one before it; nothing where it is of other data, by which it is then called. */
export function differenceOf(
  before: Pick<RunState, "inUse" | "of">,
  run: Pick<RunState, "inUse" | "of">,
): readonly Message[] {
  if (before.of?.source !== run.of?.source) return [];
  return changedSettings(before.inUse, run.inUse)
    .filter((name) => !appliesAtOnce(name))
    .map((name) => settingChange(name, before.inUse[name], run.inUse[name]));
}
