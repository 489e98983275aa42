/** Kept runs beside each other. */
import { nbsp } from "../formats";
import { count, counted, decimal, flop, list, milliseconds, plural, quoted } from "./phrases";

/** By which setting validation losses are not measured alike. */
const measuredBy = {
  sequenceLength:
    "These runs differ in sequence length, and of a text this short one sequence is held out: the validation losses are not of the same part of the text and cannot be compared.",
  labelSmoothing:
    "These runs differ in label smoothing, which is part of the validation loss as well: the validation losses are not of the same kind and cannot be compared.",
  classWeights:
    "These runs differ in class weights, which are part of the validation loss as well: the validation losses are not of the same kind and cannot be compared.",
};

export const compare = {
  title: "Compared runs",
  choose: ({ name }: { readonly name: string }): string => `Compare ${quoted(name)}`,
  /** @param runs how many are chosen */
  compare: ({ runs }: { readonly runs: number }): string =>
    runs < 2 ? "Compare: choose two runs" : `Compare ${counted(runs, "run")}`,
  back: "Back to the list",
  loss: "Loss",
  by: "By",
  axes: { step: "Step", epoch: "Epoch", seconds: "Seconds", flop: "FLOP" },
  /** @param nats whether that is its unit */
  chart: ({ loss, nats }: { readonly loss: "training" | "validation"; readonly nats: boolean }): string =>
    `${loss === "training" ? "Training" : "Validation"} loss${nats ? ", nats" : ""}`,
  at: {
    step: ({ x }: { readonly x: number }): string => `Step ${count(x)}`,
    epoch: ({ x }: { readonly x: number }): string => `Epoch ${decimal(x)}`,
    seconds: ({ x }: { readonly x: number }): string => `After ${decimal(x)}${nbsp}s of training`,
    flop: ({ x }: { readonly x: number }): string => `After ${flop(x)}`,
  },
  /** Along the axis. */
  flop: ({ x }: { readonly x: number }): string => flop(x),
  secondsHint: "Seconds of training, at each run’s mean time per step.",
  flopHint:
    "Floating-point operations of training: those of a step, forward, backward and update, as the profile counts them, times the steps.",
  otherData:
    "These runs are on different data. Their losses cannot be compared, so each set of data has a chart of its own.",
  unlikeMeasured: ({ by }: { readonly by: keyof typeof measuredBy }): string => measuredBy[by],
  /** @param names of the runs */
  absent: ({ names }: { readonly names: readonly string[] }): string =>
    `Not in the chart, for nothing was measured of ${plural(names.length, "it", "them")}: ${list(names)}.`,
  run: "Run",
  data: "Data",
  settings: "Settings that differ",
  sameSettings: "All settings are the same.",
  results: "Results",
  parameters: "Parameters",
  steps: "Steps",
  stepTime: "Time per step",
  milliseconds: ({ ms }: { readonly ms: number }): string => `${milliseconds(ms)}${nbsp}ms`,
  best: ({ nats }: { readonly nats: boolean }): string => `Best validation loss${nats ? ", nats" : ""}`,
  result: "Held-out result",
};
