/** Notices: what happened, in words. */
import { counted, formatCount } from "../data/phrases";
import type { RunSummary, SessionEvent } from "../session/protocol";
import { appliesAtOnce, changedSettings, type RunSettings } from "../session/settings";
import { nameInWords, valueInWords } from "../session/settingWords";
import { identityOf, type Said } from "../words/message";
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
const changesInWords = (before: RunSettings, after: RunSettings): readonly string[] =>
  changedSettings(before, after)
    .filter((name) => !appliesAtOnce(name))
    .map(
      (name) =>
        `${nameInWords(name)} ${valueInWords(name, before[name])} → ${valueInWords(name, after[name])}`,
    );

/** Why training has ended by itself, and what Train would do now. */
export function stopInWords(
  { why, step }: Pick<Extract<SessionEvent, { type: "stopped" }>, "why" | "step">,
  { length, lengthUnit }: RunSettings,
): string {
  if (why === "patience")
    return "Training has stopped early: the validation loss no longer fell. The weights of the best validation are back in place. Train goes on from them.";
  const set = counted(length, lengthUnit === "epochs" ? "epoch" : "step");
  return `Training has reached its length of ${set}, at step ${formatCount(step)}. Train goes on for as long again.`;
}

/** Why a run began, or null where there is nothing to tell. */
export function runInWords(run: RunSummary, before: RunSettings | null): string | null {
  switch (run.cause) {
    case "opened":
    case "resumed":
      return null;
    case "data":
      return "New data, fresh weights: Train starts from the beginning.";
    case "reset":
      return "Started again from fresh weights.";
    case "settings": {
      const changes = before ? changesInWords(before, run.settings) : [];
      return changes.length > 0
        ? `Started again: ${changes.join(", ")}.`
        : "Started again from fresh weights.";
    }
  }
}
