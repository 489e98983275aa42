/** What happened since the page was opened: it can be read when the notices of it are long gone. */

import type { RunSummary, TrainingEnd } from "../session/protocol";
import { appliesAtOnce, changedSettings, type RunSettings } from "../session/settings";
import type { Said } from "../words/message";
import type { Happening, SettingChange } from "./happening";
import { happeningMessage } from "./happeningMessage";
import { withNotice } from "./notices";
import { shownRun } from "./runs";
import type { Happened, PlaygroundData, RunState } from "./state";

/** The oldest go first. */
export const mostHappened = 200;

function withHappening(
  happened: readonly Happened[],
  { step, kept }: RunState,
  happening: Happening,
  nowMs: number,
): readonly Happened[] {
  const id = (happened.at(-1)?.id ?? 0) + 1;
  return [...happened, { id, timeMs: nowMs, step, kept: kept?.id ?? null, happening }].slice(-mostHappened);
}

/** Said once in passing, and kept. @param run to which it has happened */
export function told(
  state: PlaygroundData,
  happening: Happening,
  nowMs: number,
  back: number | null = null,
  run = shownRun(state),
): Pick<PlaygroundData, "happened" | "notices"> {
  return {
    ...kept(state, happening, nowMs, run),
    notices: withNotice(state.notices, "info", happeningMessage(happening), back),
  };
}

/** For what is said elsewhere on the page. */
export const kept = (
  state: PlaygroundData,
  happening: Happening,
  nowMs: number,
  run = shownRun(state),
): Pick<PlaygroundData, "happened"> => ({
  happened: withHappening(state.happened, run, happening, nowMs),
});

/** Why training has ended by itself. */
export const ofStop = (end: TrainingEnd, { length, lengthUnit: unit }: RunSettings): Happening =>
  end.why === "patience"
    ? { kind: "stoppedEarly", step: end.step, undone: end.undone }
    : { kind: "reachedLength", step: end.step, length, unit };

/** Where a run that goes on comes from: from this page, or it was kept beyond it. */
export type Origin =
  | "page"
  /** Of its own history. */
  | "past"
  | "repeat"
  | "link"
  /** Of a link with weights, and how many steps had trained them. */
  | { readonly trained: number }
  /** Of another program. */
  | { readonly file: string }
  | {
      /** Of its data. */
      readonly name: Said;
      readonly secondsAgo: number;
    };

/** Why a run began, or null where there is nothing to tell. */
export function ofStart(run: RunSummary, before: RunSettings | null, origin: Origin): Happening | null {
  switch (run.cause) {
    case "opened":
    case "resumed":
      return null;
    case "data":
    case "reset":
      return { kind: "restarted", why: run.cause };
    case "back":
      if (origin === "repeat") return { kind: "restarted", why: "reset" };
      if (origin === "past") return { kind: "wentOn", step: run.step };
      if (origin === "link") return { kind: "linked", trained: null };
      if (typeof origin === "object" && "trained" in origin) return { kind: "linked", ...origin };
      if (typeof origin === "object" && "file" in origin) return { kind: "brought", name: origin.file };
      return origin === "page"
        ? { kind: "wentBack", savedStep: run.step }
        : { kind: "cameBack", savedStep: run.step, ...origin };
    case "settings":
      return { kind: "changed", changes: before ? changesOf(before, run.settings) : [] };
  }
}

const changesOf = (before: RunSettings, after: RunSettings): readonly SettingChange[] =>
  changedSettings(before, after)
    .filter((name) => !appliesAtOnce(name))
    .map((name) => ({ name, before: before[name], after: after[name] }));
