/** The runs from before, the list of what happened, and what is waited for. */
import { count, decimal } from "./phrases";

export const history = {
  title: "What happened",
  newestFirst: "What happened, newest first",
  runs: "Earlier runs",
  noRuns: "None yet. A run that another replaces is kept here as long as the page is open.",
  nothing: "Nothing since the page was opened.",
  atStep: ({ step }: { readonly step: number }): string => `step\u00a0${count(step)}`,
  past: ({ step }: { readonly step: number }): string => `Step ${count(step)}`,
  pastWithLoss: ({ step, loss }: { readonly step: number; readonly loss: number }): string =>
    `Step ${count(step)}, loss ${decimal(loss)}`,
  alike: "The same data and settings",
  differences: ({ parts }: { readonly parts: readonly string[] }): string => parts.join(", "),
  goBack: "Back to the run from before",
  goBackTo: ({ step }: { readonly step: number }): string =>
    `Back to the run from before, at step ${count(step)}`,
  stopWaiting: "Stop waiting",
  seconds: ({ seconds }: { readonly seconds: number }): string => `${count(seconds)}\u00a0s`,
  lettingGo: "The engine lets go of it.",
  /** By what was asked for. */
  waiting: {
    open: "The engine gets the run ready.",
    loadData: "The engine takes the data.",
    configure: "The engine takes the new setting.",
    train: "The engine begins.",
    pause: "The engine finishes the step under way.",
    step: "The engine takes the step.",
    reset: "The engine starts again.",
    setProbe: "The engine does it after the step under way.",
    evaluate: "The engine measures after the step under way.",
    snapshotTaken: "The engine goes on.",
    generate: "The engine writes after the step under way.",
    stopGenerating: "The engine stops writing.",
    setEngine: "The run moves to the other engine.",
    tryWebgpu: "The engine asks for the GPU after the step under way.",
    look: "The engine measures after the step under way.",
    stopLooking: "The engine stops measuring.",
    calibrate: "The engine measures its kernels.",
    withdraw: "The engine lets go of it.",
  },
};
