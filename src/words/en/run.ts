/** Notices about runs: why one began, and why it stopped. */
import { ago, count, counted } from "./phrases";

/** Names of people keep their capital. */
const lowerFirst = (label: string) =>
  label.startsWith("Nesterov") ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/** What the engine was asked for when it stopped, twice. */
type LeftOut = "setting" | "run" | "probe" | "writing" | "measurement" | "other";

const leftOut: Readonly<Record<LeftOut, string>> = {
  setting: "The engine stopped twice while it applied a setting. The setting is as it was before.",
  run: "The engine stopped twice while it prepared a run. The run from before goes on.",
  probe: "The engine stopped twice while it read your sequence. It shows the one from before.",
  writing: "The engine stopped twice while it generated. Press Generate to try once more.",
  measurement: "The engine stopped twice while it measured. Measure once more to try again.",
  other: "The engine stopped twice before it did what you asked for last. Press the button once more.",
};

export const run = {
  stoppedEarly:
    "Training has stopped early: the validation loss no longer fell. The best weights are back in place; Train goes on from them.",
  stoppedAtBest: ({ step, undone }: { readonly step: number; readonly undone: number }): string =>
    `Training has stopped early: the validation loss was lowest at step ${count(step)}, and ${counted(undone, "step")} after it did not lower it. They are undone: weights, step and curves are those of step ${count(step)}. Train goes on from there.`,
  reachedLength: ({
    length,
    unit,
    step,
  }: {
    readonly length: number;
    readonly unit: "steps" | "epochs";
    readonly step: number;
  }): string =>
    `Training has reached its length of ${counted(length, unit === "epochs" ? "epoch" : "step")}, at step ${count(step)}. Train goes on for as long again.`,
  newData: "New data, fresh weights: Train starts from the beginning.",
  freshWeights: "Started again from fresh weights.",
  changed: ({ changes }: { readonly changes: readonly string[] }): string =>
    `Started again: ${changes.join(", ")}.`,
  /** @param name a setting's label */
  value: ({ name, value }: { readonly name: string; readonly value: string }): string =>
    `${lowerFirst(name)} ${value}`,
  /** @param name a setting's label */
  change: ({
    name,
    before,
    after,
  }: {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  }): string => `${lowerFirst(name)} ${before} → ${after}`,
  gpuLost: ({
    reason,
    step,
    device,
  }: {
    readonly reason: string;
    readonly step: number;
    readonly device: string;
  }): string => `The GPU was lost (${reason}). The run goes on from step ${count(step)} on ${device}.`,
  crashed: ({ reason, saved }: { readonly reason: string; readonly saved: string }): string =>
    `The engine stopped unexpectedly (${reason}). ${saved}`,
  silent: ({ seconds, saved }: { readonly seconds: number; readonly saved: string }): string =>
    `The engine did not respond for ${counted(seconds, "second")} and was stopped. ${saved}`,
  saved: ({ step }: { readonly step: number }): string =>
    `A new one goes on from step ${count(step)}, the last that was saved.`,
  notSaved: "A new one starts from the beginning.",
  leftOut: ({ what }: { readonly what: LeftOut }): string => leftOut[what],
  notOpened: ({ name, step }: { readonly name: string; readonly step: number }): string =>
    `The run on “${name}” could not be opened again. The sample text is open instead; what was saved at step ${count(step)} stays among the earlier runs.`,
  notOpenedUnsaved: ({ name }: { readonly name: string }): string =>
    `The run on “${name}” could not be opened again. The sample text is open instead; nothing of the run had been saved.`,
  cameBack: ({
    step,
    name,
    seconds,
  }: {
    readonly step: number;
    readonly name: string;
    readonly seconds: number;
  }): string => `Back at step ${count(step)} of “${name}”, as it was kept ${ago(seconds)}.`,
  linked: "Opened from a link.",
  linkedTrained: ({ steps }: { readonly steps: number }): string =>
    `Opened from a link, with weights of ${counted(steps, "training step")} in half precision (float16). Training begins anew from them.`,
  brought: ({ name }: { readonly name: string }): string =>
    `The network of “${name}” is on the stage. Train goes on from its weights.`,
  wentOn: ({ step }: { readonly step: number }): string =>
    `Goes on from step ${count(step)}. The run as it was is among the runs from before.`,
  wentBack: ({ step }: { readonly step: number }): string =>
    `Back to the run from before, at step ${count(step)}.`,
  raceKept: "The race was kept, and is paused. “Runs” goes on with it.",
  movedToGpu: ({ device }: { readonly device: string }): string => `The run moved to the GPU (${device}).`,
  movedToCpu: "The run moved to the CPU.",
};
