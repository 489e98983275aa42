/** What computes, why, what went wrong with it, and the training controls. */
import { bytes, count, counted } from "./phrases";

const milliseconds = (ms: number) => `${Number(ms.toPrecision(2))}\u00a0ms`;

export const engine = {
  // Which engine, and why.
  label: "Engine",
  automatic: "automatic",
  automaticName: "Automatic",
  automaticAbout: "Measures both on this network and takes the faster one.",
  cpuAbout: "Runs everywhere.",
  gpuChecking: "Being checked on this computer…",
  gpuUnavailable: ({ reason }: { readonly reason: string }): string => `Not available: ${reason}`,
  tryAgain: "Try the GPU again",
  tryAgainAbout: "Asks the browser for it once more.",
  chosenCpu: "You chose the CPU.",
  chosenGpu: "You chose the GPU.",
  untilTried: "The CPU computes until WebGPU has been tried.",
  untilMeasured: "The CPU computes until both engines have been measured.",
  takesOver: "WebGPU is ready and takes over at the next step.",
  notUsed: ({ reason }: { readonly reason: string }): string => `WebGPU is not used: ${reason}`,
  unmeasured: ({ reason }: { readonly reason: string }): string =>
    `The GPU could not be measured on this network: ${reason}`,
  measured: ({
    faster,
    lowMs,
    highMs,
  }: {
    readonly faster: "GPU" | "CPU";
    readonly lowMs: number;
    readonly highMs: number;
  }): string =>
    `The ${faster} is faster with this network: a step takes it ${milliseconds(lowMs)}, and the ${faster === "GPU" ? "CPU" : "GPU"} ${milliseconds(highMs)}, as measured just now.`,
  noWebgpu: "this browser does not offer WebGPU.",
  noAdapter: "the browser offers WebGPU, but found no adapter for it.",
  wrongValues: ({
    device,
    tensor,
    index,
    value,
    expected,
  }: {
    readonly device: string;
    readonly tensor: string;
    readonly index: number;
    readonly value: number;
    readonly expected: number;
  }): string => `${device} computes wrong values: ${tensor}[${index}] is ${value} instead of ${expected}.`,
  noAnswer: ({ seconds }: { readonly seconds: number }): string =>
    `there was no answer within ${counted(seconds, "second")}.`,
  /** As a sentence of its own. */
  gaveNoAnswer: ({ seconds }: { readonly seconds: number }): string =>
    `There was no answer within ${counted(seconds, "second")}.`,
  gpuLost: ({ said }: { readonly said: string }): string => `the GPU was lost (${said}).`,

  /** What stands for a GPU's name. */
  cpuThreads: ({ threads }: { readonly threads: number }): string =>
    `CPU, WebAssembly SIMD, ${counted(threads, "thread")}`,
  cpuScalar: "CPU, without WebAssembly SIMD",
  /** Why a GPU was given up. */
  finishedNothing: ({ seconds }: { readonly seconds: number }): string =>
    `it finished nothing for ${counted(seconds, "second")}`,

  oneThreadAtFirst:
    "The CPU computes with one thread on the first visit. Load the page again, and it uses several.",
  oneThreadInsecure:
    "The CPU computes with one thread, because the page came over an unencrypted connection. For several, its host has to offer it over https, and send two headers with every file:",
  oneThread:
    "The CPU computes with one thread. For several, the host of this page has to send two headers with every file:",

  // What went wrong.
  runKept: "The earlier run is kept.",
  chooseInRange: "Choose a value within the range beside the control.",
  opensWithout: "The page opens as it does without it.",
  nonFinite: ({ step }: { readonly step: number }): string =>
    `At step ${count(step)} the loss or its gradient was no longer a finite number.`,
  nonFiniteAdvice:
    "The weights from before that step are kept. Lower the learning rate and go on; if it stops at once again, the weights are already spoiled, and Reset begins with fresh ones.",
  planTooLarge: ({ needed, limit }: { readonly needed: number; readonly limit: number }): string =>
    `The network with its batch needs ${bytes(needed)}, and the limit is ${bytes(limit)}.`,
  tensorTooLarge: ({
    tensor,
    needed,
    limit,
  }: {
    readonly tensor: string;
    readonly needed: number;
    readonly limit: number;
  }): string =>
    `The tensor “${tensor}” needs ${bytes(needed)} on this GPU, and the limit is ${bytes(limit)}.`,
  planTooLargeAdvice:
    "Lower the hidden units, the sequence length or the batch size; memory grows with their product.",
  engineAdvice: "Reset the run, or choose the other engine.",
  savedUnreadable: ({ said }: { readonly said: string }): string =>
    `What was kept of the run cannot be read (${said}).`,
  unreadable: ({ name, said }: { readonly name: string; readonly said: string }): string =>
    `“${name}” could not be read (${said}). Choose it once more.`,
  onlySpaces: ({ name }: { readonly name: string }): string =>
    `“${name}” has nothing but spaces in it. Choose a text with words.`,
  nothingKnown:
    "All symbols of the validation set would be unknown. Choose a larger vocabulary, or another text.",
  notTaken: ({ name }: { readonly name: string }): string =>
    `The engine stopped before it had taken “${name}”. Open it once more.`,
  stoppedOften: ({ times, reason }: { readonly times: number; readonly reason: string }): string =>
    `The engine stopped ${counted(times, "time")} within a minute: ${reason}.`,
  stoppedOftenAdvice:
    "Press Train to try once more from the last saved state, choose the other engine, or reload the page.",
  notOpenedAdvice:
    "Press Train to open the sample text in its place. What was saved of the run stays among the earlier runs.",
  noRunAdvice: "Press Train to try once more, open other data, or reload the page.",
  noSign: "it did not respond",
  unreadableMessage: "one of its messages could not be read",
  offline: "its program is not here yet, and there is no connection",
  notLoaded: "its program could not be loaded or ran out of memory",
  unknownMessage: "it sent a message that the page does not know",
};
