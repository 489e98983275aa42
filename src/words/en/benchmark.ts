/** The benchmark that anyone can run on their own machine. */
import { counted, milliseconds } from "./phrases";

export const benchmark = {
  title: "Benchmark",
  run: "Run",
  again: "Run again",
  stop: "Stop",
  copy: "Copy as table",
  about:
    "How fast is this computer? Every engine does the same work on the same data, in turns, so that whatever else the computer does slows all of them. It takes a minute or two, and training pauses meanwhile. Close other programs, and plug a laptop in.",
  starting: "Starting…",
  measuring: ({ piece, pieces }: { readonly piece: number; readonly pieces: number }): string =>
    `Measuring ${piece} of ${pieces}…`,
  results: "Results",
  work: "Work",
  network: "Network",
  cpu: ({ threads }: { readonly threads: number }): string => `CPU, ${counted(threads, "thread")}`,
  gpu: "GPU",
  works: { train: "Training step", infer: "Inference", generate: "Generation" },
  /** @param last whether only the last step has an output */
  sequences: ({
    sequences,
    steps,
    units,
    last,
  }: {
    readonly sequences: number;
    readonly steps: number;
    readonly units: number;
    readonly last: boolean;
  }): string =>
    `GRU(${units}), ${counted(sequences, "sequence")} of ${counted(steps, "step")}${last ? ", output at the last" : ""}`,
  characters: ({ steps, units }: { readonly steps: number; readonly units: number }): string =>
    `GRU(${units}), ${counted(steps, "character")}, one by one`,
  timing: ({
    medianMs,
    minMs,
    maxMs,
  }: {
    readonly medianMs: number;
    readonly minMs: number;
    readonly maxMs: number;
  }): string => `${milliseconds(medianMs)}\u00a0ms (${milliseconds(minMs)} to ${milliseconds(maxMs)})`,
  hint: "Milliseconds: the median of several runs, with the fastest and the slowest. The fastest engine of a row is bold. A training step is forward, backward and an update by Adam.",
  /** Under the copied table. @param browser what it says of itself */
  tableNote: ({ browser }: { readonly browser: string }): string =>
    `Medians, with the fastest and the slowest run. ${browser}`,
  copied: "The table is copied.",
  notCopied: "The browser did not allow copying. Select the table and copy it with the keyboard.",
};
