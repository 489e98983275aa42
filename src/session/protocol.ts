/**
 * The messages between the page and the engine's worker: `Command` goes to the worker, `SessionEvent` comes back.
 * Plain types only. Every event carries the id of the run it belongs to; a new run begins with `runStarted`, and
 * what still arrives from an earlier run is to be dropped.
 *
 * Symbols: T time steps, H hidden units, V vocabulary size.
 */
import type { Checkpoint } from "../engine/train/checkpoint";
import type { RunSettings } from "./settings";

export type EngineName = "webgpu" | "cpu";
export type EngineChoice = "auto" | EngineName;

/** Which engine computes, why, and what else could. */
export interface EngineStatus {
  readonly name: EngineName;
  readonly choice: EngineChoice;
  /** The GPU adapter's own description, or "CPU". */
  readonly device: string;
  /** One sentence: why this engine and not the other. */
  readonly reason: string;
  /** Whether WebGPU may be chosen; "checking" until the adapter has been tried. */
  readonly webgpu:
    | { readonly state: "checking" }
    | {
        readonly state: "available";
        readonly adapter: string;
        /** What its calibration has measured. */
        readonly kernels: readonly KernelMeasurement[];
      }
    | { readonly state: "unavailable"; readonly reason: string };
}

/** One variant of a family of kernels on the adapter in use. */
export interface KernelMeasurement {
  readonly family: string;
  readonly variant: string;
  /** Of one run on small sizes; null where it computed wrong values. */
  readonly elapsedMs: number | null;
  readonly chosen: boolean;
}

/** Where a text comes from. A file is decoded in the worker. */
export type TextSource =
  | { readonly kind: "sample" }
  | { readonly kind: "pasted"; readonly text: string }
  | { readonly kind: "file"; readonly file: File };

/** What was read from a text. */
export interface DataSummary {
  readonly name: string;
  readonly kind: TextSource["kind"];
  readonly sizeBytes: number;
  /** Unicode code points, after CRLF became LF. */
  readonly characters: number;
  readonly trainCharacters: number;
  readonly validationCharacters: number;
  /** The symbols by token id, V of them. The unknown symbol, if there is one, is id `unknownId`. */
  readonly vocabulary: readonly string[];
  readonly unknownId: number | null;
  /** How many characters of the text, and how many different ones, became the unknown symbol. */
  readonly unknownCharacters: number;
  readonly unknownKinds: number;
  /** The beginning of the text, for the preview. */
  readonly preview: string;
}

/** One training step's measurements. */
export interface StepMetrics {
  readonly step: number;
  /** Mean cross-entropy of the batch before the update, in nats per character. */
  readonly lossNats: number;
  /** Share of positions whose most probable symbol was right, 0 to 1. */
  readonly accuracy: number;
  /** L2 norm of the whole gradient before clipping. */
  readonly gradientNorm: number;
}

/** The same on the fixed validation sequences, without an update. */
export interface ValidationMetrics {
  readonly step: number;
  readonly lossNats: number;
  readonly accuracy: number;
}

/** Characters of a prompt or a probe that the network has never seen, and the symbol that it reads in their place. */
export interface UnknownCharacters {
  readonly count: number;
  readonly readAs: string;
}

/**
 * Everything about one sequence as the network sees it at one moment. Immutable; its arrays are transferred.
 * `T` is `symbols.length`. Row-major arrays, shapes in brackets.
 */
export interface Snapshot {
  /** Training steps taken before it. */
  readonly step: number;
  readonly hiddenSize: number;
  readonly vocabulary: readonly string[];
  /** The input symbols x[0..T-1]. */
  readonly symbols: readonly string[];
  readonly unknown: UnknownCharacters;
  /** [T, 4, H]: r, z, n, and q = W_hn h[t-1] + b_hn, the part of n that r multiplies. */
  readonly gates: Float32Array;
  /** [T + 1, H]: row 0 is the initial state (zeros), row t + 1 the state after symbol t. */
  readonly hidden: Float32Array;
  /** [T, 3, H]: W_i* x + b_i* in the order r, z, n. */
  readonly inputPart: Float32Array;
  /** [T, 3, H]: W_h* h[t-1] + b_h* in the order r, z, n. */
  readonly hiddenPart: Float32Array;
  /** [T, V]: probability of each symbol to come after symbol t. */
  readonly probabilities: Float32Array;
}

/** How the next symbol is drawn from the network's probabilities. */
export interface SamplingSettings {
  /** Always the most probable symbol; the other two are then without effect. */
  readonly greedy: boolean;
  /** Divides the logits; below 1 is more careful, above 1 more daring. */
  readonly temperature: number;
  /** Only the k most probable symbols, or null for all. */
  readonly topK: number | null;
}

export interface GeneratedToken {
  readonly symbol: string;
  /** True for the characters of the prompt itself. */
  readonly prompt: boolean;
  /** [H]: the hidden state after this symbol was read. */
  readonly hidden: Float32Array;
}

/** Where the time of a training step of the present network goes, and what it would cost with another cell. */
export interface ProfileReport {
  readonly device: string;
  readonly cell: string;
  readonly batchSize: number;
  readonly sequenceLength: number;
  /** The steps of the plan, in the order in which they run. */
  readonly steps: readonly StepReport[];
  readonly cells: readonly CellReport[];
}

export interface StepReport {
  readonly section: "forward" | "backward" | "update";
  readonly op: string;
  readonly elapsedMs: number;
  /** Dispatches of a GPU, or calls of kernels. */
  readonly launches: number;
  /** Floating-point operations. */
  readonly flop: number;
}

export interface CellReport {
  readonly cell: string;
  readonly parameters: number;
  readonly flop: number;
  readonly planBytes: number;
  /** Milliseconds of a training step. */
  readonly stepMs: number;
}

/** One piece of the benchmark's work, and what every engine took for it. */
export interface BenchmarkResult {
  readonly piece: {
    readonly work: "train" | "infer" | "generate";
    readonly shape: Readonly<Record<"B" | "T" | "I" | "H" | "O", number>> & { readonly at: "every" | "last" };
  };
  readonly timings: readonly EngineTiming[];
}

/** Milliseconds of one run, or why there are none. */
export type EngineTiming =
  | {
      readonly name: string;
      readonly medianMs: number;
      readonly minMs: number;
      readonly maxMs: number;
      readonly runs: number;
    }
  | { readonly name: string; readonly problem: string };

export type RunCause = "opened" | "settings" | "reset" | "data";

export type Command =
  | { readonly type: "open"; readonly engine: EngineChoice }
  | {
      readonly type: "resume";
      readonly engine: EngineChoice;
      readonly source: TextSource;
      readonly settings: RunSettings;
      readonly checkpoint: Checkpoint;
    }
  | { readonly type: "loadText"; readonly source: TextSource }
  | { readonly type: "configure"; readonly settings: RunSettings }
  | { readonly type: "train" }
  | { readonly type: "pause" }
  | { readonly type: "step" }
  | { readonly type: "reset" }
  | { readonly type: "setLearningRate"; readonly learningRate: number }
  | { readonly type: "setProbe"; readonly text: string }
  /** The page has drawn the last snapshot and wants the next one when there is news. */
  | { readonly type: "snapshotTaken" }
  | {
      readonly type: "generate";
      readonly generationId: number;
      readonly prompt: string;
      readonly length: number;
      readonly sampling: SamplingSettings;
      readonly seed: number;
    }
  | { readonly type: "stopGenerating" }
  | { readonly type: "setEngine"; readonly engine: EngineChoice }
  /** Measures the present network on the present engine, between two training steps. */
  | { readonly type: "profile" }
  /** Measures once more which kernels the GPU runs fastest, and goes on with them. */
  | { readonly type: "calibrate" }
  /** Pauses training, and times all engines. */
  | { readonly type: "benchmark" }
  | { readonly type: "stopBenchmark" };

export type SessionEvent =
  | { readonly type: "engine"; readonly runId: number; readonly status: EngineStatus }
  | { readonly type: "dataLoading"; readonly runId: number; readonly name: string }
  | { readonly type: "dataLoaded"; readonly runId: number; readonly data: DataSummary }
  /** Nothing changed: the text and the run from before are still there. */
  | { readonly type: "dataRejected"; readonly runId: number; readonly name: string; readonly message: string }
  | { readonly type: "runStarted"; readonly runId: number; readonly run: RunSummary }
  | { readonly type: "state"; readonly runId: number; readonly training: boolean; readonly step: number }
  | {
      readonly type: "metrics";
      readonly runId: number;
      readonly points: readonly StepMetrics[];
      readonly epoch: number;
      readonly stepsPerSecond: number | null;
      readonly charactersPerSecond: number | null;
    }
  | { readonly type: "validation"; readonly runId: number; readonly metrics: ValidationMetrics }
  | { readonly type: "snapshot"; readonly runId: number; readonly snapshot: Snapshot }
  | {
      readonly type: "generationStarted";
      readonly runId: number;
      readonly generationId: number;
      /** Of the prompt. */
      readonly unknown: UnknownCharacters;
    }
  | {
      readonly type: "generated";
      readonly runId: number;
      readonly generationId: number;
      readonly tokens: readonly GeneratedToken[];
    }
  | { readonly type: "generationEnded"; readonly runId: number; readonly generationId: number }
  /** More and more of it, until `profileEnded`. */
  | { readonly type: "profiled"; readonly runId: number; readonly profile: ProfileReport }
  | { readonly type: "profileEnded"; readonly runId: number }
  | { readonly type: "calibrated"; readonly runId: number }
  | { readonly type: "benchmarkStarted"; readonly runId: number; readonly pieces: number }
  | { readonly type: "benchmarkTimed"; readonly runId: number; readonly result: BenchmarkResult }
  | { readonly type: "benchmarkEnded"; readonly runId: number }
  /** Kept by the page, so that a crashed worker can be replaced. */
  | { readonly type: "saved"; readonly runId: number; readonly checkpoint: Checkpoint }
  | { readonly type: "notice"; readonly runId: number; readonly message: string }
  | { readonly type: "failed"; readonly runId: number; readonly failure: Failure };

export interface RunSummary {
  readonly cause: RunCause;
  readonly settings: RunSettings;
  /** True when the weights are the ones that ship with the page. */
  readonly pretrained: boolean;
  /** Training steps already behind these weights. */
  readonly step: number;
  readonly parameterCount: number;
  /** Exact bytes of every tensor of the training plan. */
  readonly planBytes: number;
  readonly probeText: string;
}

export interface Failure {
  readonly kind: "nonFiniteLoss" | "planTooLarge" | "settings" | "engine";
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly advice: string;
}
