/** Where a training step's time goes, and what the calibration of the kernels has found. */
import { count, counted, milliseconds, rate } from "./phrases";

export const profile = {
  title: "Profile",
  measuring: "Measuring…",
  measure: "Measure",
  again: "Measure again",
  about:
    "Where the time of a training step goes, part by part, and what the same network would cost as an LSTM or with another cell. It is measured on a copy, between training steps.",
  /** @param gflops null where the clock has seen no time pass; @param dispatches whether a launch is a dispatch of the GPU */
  step: ({
    sequences,
    steps,
    ms,
    device,
    launches,
    dispatches,
    flop,
    gflops,
  }: {
    readonly sequences: number;
    readonly steps: number;
    readonly ms: number;
    readonly device: string;
    readonly launches: number;
    readonly dispatches: boolean;
    readonly flop: number;
    readonly gflops: number | null;
  }): string => {
    const launched = dispatches
      ? counted(launches, "dispatch", "dispatches")
      : counted(launches, "kernel call");
    const speed = gflops === null ? "" : `, or ${rate(gflops)}\u00a0GFLOP/s`;
    return `A training step on ${counted(sequences, "sequence")} of ${counted(steps, "time step")}: ${milliseconds(ms)}\u00a0ms on ${device}, ${launched}, ${count(flop / 1e6)}\u00a0million floating-point operations${speed}.`;
  },

  partsCaption: "Parts of a training step",
  part: "Part of a step",
  ms: "ms",
  share: "Share",
  gflops: "GFLOP/s",
  launches: "Launches",
  sections: { forward: "Forward", backward: "Backward", update: "Update" },
  parts: {
    recurrence: "Recurrence over time",
    products: "Matrix products",
    embedding: "Embedding",
    loss: "Loss",
    biases: "Bias gradients",
    clipping: "Norm and clipping",
    optimizer: "Optimizer",
    copies: "Copies and masks",
  },

  cellsCaption: "The same network with another cell",
  cell: "Cell",
  parameters: "Parameters",
  mflop: "MFLOP",
  memory: "Memory",
  time: "Time",
  /** @param times of the network's own cell; @param least of all rounds */
  ratio: ({
    times,
    least,
    most,
  }: {
    readonly times: number;
    readonly least: number;
    readonly most: number;
  }): string => {
    const [low, high] = [least.toFixed(1), most.toFixed(1)];
    return `${times.toFixed(1)}\u00a0×${low === high ? "" : ` (${low} to ${high})`}`;
  },
  cellsHint:
    "The cells took turns, and the fastest of three runs counts; in brackets the least and the most of the three. Parts of a step are measured one by one, which takes longer than the step as a whole.",
  thisOne: "this one",

  kernelsOn: ({ adapter }: { readonly adapter: string }): string => `Kernels on ${adapter}`,
  kernelsHint:
    "GPUs differ, so kernels come in variants. As many as fit into a second were run on this GPU, checked against the reference and timed on small sizes; the fastest of each kind is used and remembered.",
  calibration: "Calibration",
  kernel: "Kernel",
  used: "Used",
  others: "Others",
  defaultVariant: "default",
  wrongValues: ({ variant }: { readonly variant: string }): string => `${variant}: wrong values`,
  otherVariant: ({ variant, ms }: { readonly variant: string; readonly ms: number }): string =>
    `${variant}: ${milliseconds(ms)}`,
  otherVariants: ({ parts }: { readonly parts: readonly string[] }): string => parts.join("; ") || "–",
  calibrate: "Calibrate again",
  calibrating: "Calibrating…",
  families: {
    recurrence: "Recurrence",
    wideRecurrence: "Recurrence, 256 units and more",
    matmulNN: "Product A·B",
    matmulNT: "Product A·Bᵀ",
    matmulTN: "Product Aᵀ·B",
    columnSums: "Column sums",
  },
};
