/**
 * A run that is kept: all that is known of it but its data and its checkpoint, which are large and lie beside it. A plain value, in
 * the page's database and in files alike. What a run is compared by, raced with or shared as is made of it.
 */
import type { Encoding } from "../data/encodings";
import type { Evaluation } from "../data/evaluation/evaluationTypes";
import type { MemoryTaskData } from "../data/tasks/memoryTask";
import type {
  DataSource,
  EngineChoice,
  EngineName,
  Probe,
  RunSummary,
  SamplingSettings,
  TextReading,
  TrainingEnd,
} from "../session/protocol";
import type { RunSettings } from "../session/settings";
import type { Message, Said } from "../words/message";

/** The form of a record; older ones are read for ever (`readRecord.ts`). */
export const recordForm = 1;

/** Data as a record names them: made anew from little, or bytes that are kept once, whoever trains on them, by their SHA-256. */
export type KeptSource =
  | Extract<DataSource, { readonly kind: "sample" | "generated" }>
  | { readonly kind: "task"; readonly task: MemoryTaskData }
  | (TextReading & { readonly kind: "pasted"; readonly sha256: string })
  | (TextReading & {
      readonly kind: "file";
      readonly sha256: string;
      readonly name: string;
      readonly encoding?: Encoding;
    })
  | { readonly kind: "prepared"; readonly sha256: string };

/** What is looked at beside the probe. */
export interface KeptView {
  readonly layer: number;
  readonly unit: number;
  /** The playhead. */
  readonly time: number;
  readonly unitOrder: string;
  readonly rowHeight: number | null;
  readonly columnWidth: number | null;
  readonly pins: readonly { readonly layer: number; readonly unit: number; readonly colour: number }[];
  /** Which look is open; left out of what was kept before there were several. */
  readonly shownLook?: string;
  /** Left out of links, and of what was kept before it was. */
  readonly writing?: KeptWriting;
}

/** What the network is to write on from, and how. */
export interface KeptWriting {
  readonly prompt: string;
  readonly sampling: SamplingSettings;
  /** Symbols. */
  readonly length: number;
}

/** Measurements as columns of equal length. */
export type StepColumns = Readonly<Record<"step" | "loss" | "accuracy" | "gradientNorm", Float64Array>>;
/** Of so many steps each: of one, in what earlier versions have kept. */
export type MeanColumns = StepColumns & { readonly count?: Float64Array };
export type ValidationColumns = Readonly<Record<"step" | "loss" | "accuracy", Float64Array>>;

export interface KeptCurves {
  /** How many steps a point stands for. */
  readonly stride: number;
  readonly points: StepColumns;
  /** Steps since the last whole point, as means. */
  readonly pending: MeanColumns;
  /** The step that the run stands at, by itself, or none; not in what earlier versions have kept. */
  readonly newest?: StepColumns;
  readonly validation: ValidationColumns;
}

/** How many training steps were timed, and what they took together. */
export interface TimedSteps {
  readonly steps: number;
  readonly elapsedMs: number;
}

/** Which frames of its history lie beside it, and how they are thinned. */
export interface KeptHistory {
  readonly from: number;
  readonly perDoubling: number;
  readonly steps: readonly number[];
}

/** Something that happened to it, as it was said. */
export interface KeptEvent {
  readonly timeMs: number;
  readonly step: number;
  readonly said: Message;
}

export interface RunRecord {
  readonly form: typeof recordForm;
  readonly id: string;
  /** Given by a person; else it is called by what differs from the run before. */
  readonly name: string | null;
  readonly note: string;
  /** What differs from the run before it; empty where there was none. */
  readonly differs: readonly Message[];
  readonly beganMs: number;
  /** Its first weights have learned elsewhere. */
  readonly brought?: true;
  readonly keptMs: number;
  /** When it was put among the deleted ones, which are gone a while later; null where it was not. */
  readonly deletedMs: number | null;
  readonly engine: { readonly choice: EngineChoice; readonly name: EngineName; readonly device: Said };
  /** Of the project that has written it. */
  readonly version: string;
  readonly data: KeptSource;
  readonly dataName: Said;
  /** Everything that determines the run beside its data. */
  readonly settings: RunSettings;
  readonly probe: Probe;
  readonly view: KeptView;
  /** How it began, and how large it is. */
  readonly summary: Pick<
    RunSummary,
    "suitable" | "pretrained" | "step" | "parameterCount" | "planBytes" | "stepsPerEpoch"
  > &
    // Not of runs that were kept before it was counted.
    Partial<Pick<RunSummary, "stepFlop">>;
  /** Of its checkpoint; of a run that was not trained, where it began. */
  readonly step: number;
  readonly epoch: number;
  readonly learningRate: number | null;
  readonly curves: KeptCurves;
  /** Not of runs that were kept before it was measured. */
  readonly timed?: TimedSteps;
  readonly evaluated: { readonly step: number; readonly evaluation: Evaluation } | null;
  /** Why training has last ended by itself, where it has; not in what earlier versions have kept. */
  readonly ended?: TrainingEnd;
  readonly events: readonly KeptEvent[];
  /** Not of runs that were kept before frames were, nor in files, which would be many times as large with them. */
  readonly history?: KeptHistory;
}
