/** The runs from before, the list of what happened, and what is waited for. */
import { count, decimal } from "./phrases";

export const history = {
  title: "History",
  newestFirst: "History, newest first",
  runs: "Earlier runs",
  noRuns: "None yet. A run that is replaced stays here until you close the page.",
  nothing: "Nothing yet.",
  atStep: ({ step }: { readonly step: number }): string => `step\u00a0${count(step)}`,
  past: ({ step }: { readonly step: number }): string => `Step ${count(step)}`,
  pastWithLoss: ({ step, loss }: { readonly step: number; readonly loss: number }): string =>
    `Step ${count(step)}, loss ${decimal(loss)}`,
  alike: "The same data and settings",
  differences: ({ parts }: { readonly parts: readonly string[] }): string => parts.join(", "),
  byWords: ({ name }: { readonly name: string }): string => `${name}, by words`,
  goBack: "Back to the run from before",
  goBackTo: ({ step }: { readonly step: number }): string =>
    `Back to the run from before, at step ${count(step)}`,
  stopWaiting: "Stop waiting",
  seconds: ({ seconds }: { readonly seconds: number }): string => `${count(seconds)}\u00a0s`,
  lettingGo: "Cancelling.",
  /** By what was asked for. */
  waiting: {
    open: "Preparing the run.",
    loadData: "Loading the data.",
    configure: "Applying the setting.",
    train: "Starting.",
    pause: "Finishing the current step.",
    step: "Taking the step.",
    reset: "Starting again.",
    setProbe: "Waits for the current step.",
    evaluate: "Will evaluate after the current step.",
    snapshotTaken: "Continuing.",
    generate: "Will generate after the current step.",
    stopGenerating: "Stopping generation.",
    setEngine: "Moving to the other engine.",
    tryWebgpu: "Will ask for the GPU after the current step.",
    look: "Will measure after the current step.",
    stopLooking: "Stopping the measurement.",
    planRace: "Planning a race.",
    race: "Preparing a race.",
    steerRace: "Steering the race.",
    stopRacer: "Stopping a run of the race.",
    save: "Waits for the current step.",
    calibrate: "Measuring the kernels.",
    withdraw: "Cancelling.",
  },
};
