/** The run's past on the stage: the slider, what it shows, and what lanes show of it. */
import { count, decimal } from "./phrases";

export const past = {
  title: "History of training",
  play: "Play the training, in ten seconds",
  pause: "Pause the training that is played",
  empty: "Train, and the stage can be wound back to here.",
  tooLarge: "No history: one picture of this sequence takes more than 16\u00a0MB.",
  now: ({ step }: { readonly step: number }): string => `Now, step ${count(step)}`,
  frame: ({
    step,
    loss,
    isKept,
  }: {
    readonly step: number;
    readonly loss: number | null;
    readonly isKept: boolean;
  }): string => {
    const weights = isKept ? ", weights kept" : "";
    return loss === null
      ? `Step ${count(step)}${weights}`
      : `Step ${count(step)}, loss ${decimal(loss)}${weights}`;
  },
  /** While the past is on show. */
  shown: ({ step, loss }: { readonly step: number; readonly loss: number | null }): string =>
    loss === null
      ? `The stage shows step ${count(step)}.`
      : `The stage shows step ${count(step)}, loss ${decimal(loss)}.`,
  another: "It reads the sequence of that time, not the present one.",
  wrote: ({ text }: { readonly text: string }): string => `Wrote: “${text}”`,
  backToNow: "Back to now",
  goOn: "Go on from here",
  noState: "No weights are kept here.",
  /** Of the steps whose weights are kept, beside the one on show. */
  keptStep: ({ way, step }: { readonly way: "before" | "after"; readonly step: number }): string =>
    `${way === "before" ? "Previous" : "Next"} step with weights kept, ${count(step)}`,
  lanes: "What the lanes show",
  changes: {
    none: { label: "Values", about: "Gates and states as they are" },
    before: {
      label: "Change since the step before",
      about: "Less what they were one step earlier in the history",
    },
    pinned: { label: "Change since a pinned step", about: "Less what they were at a step: pin one first" },
  },
  pin: "Pin the step on show",
  pinAbout: "The lanes then show what has changed since",
  pinned: ({ step }: { readonly step: number }): string => `Pinned: step ${count(step)}`,
};
