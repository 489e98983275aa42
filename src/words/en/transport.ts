/** The training controls, the messages over the page, and what they say of the run. */
import { count, counted, plural } from "./phrases";

export const transport = {
  title: "Training controls",
  train: "Train",
  pause: "Pause",
  step: "Step",
  reset: "Reset",
  stepCount: "Step",
  epoch: "Epoch",
  epochHint: "How often the whole training set was read",
  loss: "Loss",
  /** Behind “Loss”. */
  inNats: ", nats",
  lossHint: "Of the last training step",
  lossOfNumbersHint: "Mean squared error of the scaled numbers, of the last training step",
  stepsPerSecond: "Steps/s",
  perSecond: { characters: "Characters/s", words: "Words/s", steps: "Time steps/s" },
  more: "More about this run",
  unknownDevice: "Starting…",
  starting: "The engine is starting.",
  training: ({
    sequences,
    atMost,
    length,
    unit,
    weights,
  }: {
    readonly sequences: number;
    readonly atMost: boolean;
    readonly length: number;
    readonly unit: "characters" | "words" | "steps";
    readonly weights: number;
  }): string => {
    const one = { characters: "character", words: "word", steps: "time step" }[unit];
    return `Training: each step reads ${counted(sequences, "sequence")} of ${atMost ? "at most " : ""}${counted(length, one)}, then adjusts all ${counted(weights, "weight")}.`;
  },
  stepShare: ({ percent }: { readonly percent: number }): string =>
    `The step under way is ${count(percent)}\u00a0% done.`,
  fresh: "Fresh weights that have learned nothing yet. Train starts, Step takes a single step.",
  brought: "These weights were trained elsewhere. Train goes on from them; Reset starts from fresh ones.",
  /** @param lingers whether it comes back slowly */
  firstSight: ({ unit, lingers }: { readonly unit: number; readonly lingers: boolean }): string =>
    `Look at the text that is read: unit ${unit} turns blue where somebody begins to speak, and ${lingers ? "slowly back after" : "orange at the end"}.`,
  pretrained: ({ steps }: { readonly steps: number }): string =>
    `These weights were trained ahead of time, for ${counted(steps, "step")}. Train goes on from them; Reset starts from fresh ones.`,
  paused: ({ step }: { readonly step: number }): string =>
    `Paused. Train goes on from step ${count(step)}; Reset starts from fresh weights.`,
  stoppedEarly: ({ step, undone }: { readonly step: number; readonly undone: number }): string =>
    `Stopped early: validation was best at step ${count(step)}${undone === 0 ? "" : `, ${counted(undone, "step")} after it ${plural(undone, "is", "are")} undone`}. Train goes on from there.`,
  reachedLength: ({ step }: { readonly step: number }): string =>
    `The set length is reached, at step ${count(step)}. Train goes on for as long again.`,
  racing: "A race is under way, and this run rests. “Runs” shows it.",
  lookedAt: ({ step }: { readonly step: number }): string => `Step ${count(step)}, as it was kept.`,
  /** Whether that tab is still open or not. */
  elsewhere:
    "This run is another tab’s, and can only be looked at here. “Take it over” goes on with it in this tab; Reset begins one of this tab’s own.",
  takeOver: "Take it over",
  notices: "Notices",
  dismissNotice: "Dismiss this notice",
  dismissMessage: "Dismiss this message",
};
