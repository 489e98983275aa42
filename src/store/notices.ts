/** Notices: what happened. */
import type { RunSummary, SessionEvent } from "../session/protocol";
import { settingChange } from "../session/settingMessages";
import { appliesAtOnce, changedSettings, type RunSettings } from "../session/settings";
import { identityOf, type Message, message, type Said } from "../words/message";
import type { Notice } from "./state";

/** More than a reader takes in at once; the oldest goes first. */
export const maxNotices = 4;

/** A notice that is already there is not repeated: it moves to the end, with a new id. */
export function withNotice(notices: readonly Notice[], kind: Notice["kind"], text: Said): readonly Notice[] {
  const id = notices.reduce((last, notice) => Math.max(last, notice.id), 0) + 1;
  return [
    ...notices.filter((notice) => identityOf(notice.text) !== identityOf(text)),
    { id, kind, text },
  ].slice(-maxNotices);
}

/** What applies at once is left out: it is no reason to start again. */
const changesOf = (before: RunSettings, after: RunSettings): readonly Message[] =>
  changedSettings(before, after)
    .filter((name) => !appliesAtOnce(name))
    .map((name) => settingChange(name, before[name], after[name]));

/** Why training has ended by itself, and what Train would do now. */
export function stopMessage(
  { why, step }: Pick<Extract<SessionEvent, { type: "stopped" }>, "why" | "step">,
  { length, lengthUnit }: RunSettings,
): Message {
  if (why === "patience") return message("run.stoppedEarly");
  const unit = lengthUnit === "epochs" ? "epochs" : "steps";
  return message("run.reachedLength", { length, unit, step });
}

/** Why a run began, or null where there is nothing to tell. */
export function runMessage(run: RunSummary, before: RunSettings | null): Message | null {
  switch (run.cause) {
    case "opened":
    case "resumed":
      return null;
    case "data":
      return message("run.newData");
    case "reset":
      return message("run.freshWeights");
    case "settings": {
      const changes = before ? changesOf(before, run.settings) : [];
      return changes.length > 0 ? message("run.changed", { changes }) : message("run.freshWeights");
    }
  }
}
