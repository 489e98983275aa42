/**
 * The messages between the page and the engine's worker: `Command` goes to the worker, `SessionEvent` comes back.
 * Plain types only. What a run has to tell carries its id, by which it is known from its `runStarted` on; an id says nothing of
 * an order. What comes of a run that is gone is to be dropped.
 *
 * Symbols: T time steps, H hidden units, V vocabulary size.
 */

import type { CsvFormat } from "../data/csv/csvWriter";
import type { Encoding } from "../data/encodings";
import type { Evaluation, LanguageEvaluation } from "../data/evaluation/evaluationTypes";
import type { FutureForecast } from "../data/evaluation/futureTypes";
import type { ExampleData } from "../data/exampleData";
import type {
  ExampleAnswer,
  ExampleInput,
  FeatureDisplay,
  Forecast,
  Quantity,
  SeriesWindows,
} from "../data/examples";
import type { Rise } from "../data/importance/rises";
import type { ListOrder } from "../data/listOrder";
import type { GeneratedSampleName } from "../data/samples/sampleNames";
import type { SecondTextFacts } from "../data/secondText";
import type { AnswerWords } from "../data/takeAlong/answerTable";
import type { MemoryTaskName } from "../data/tasks/taskNames";
import type { TextUnit } from "../data/textUnit";
import type { Language } from "../words/language";
import type { Said } from "../words/message";
import type { RaceEntry, RacePlan, RaceRequest } from "./raceRequest";
import type { CellName, RunSettings } from "./settings";

export type EngineName = "webgpu" | "cpu";
export type EngineChoice = "auto" | EngineName;

/** Which engine computes, why, and what else could. */
export interface EngineStatus {
  readonly name: EngineName;
  readonly choice: EngineChoice;
  /** The GPU adapter's own description, or what stands for it. */
  readonly device: Said;
  /** One sentence: why this engine and not the other. */
  readonly reason: Said;
  /** Whether WebGPU may be chosen; "checking" until the adapter has been tried. */
  readonly webgpu:
    | { readonly state: "checking" }
    | {
        readonly state: "available";
        readonly adapter: string;
        /** What its calibration has measured. */
        readonly kernels: readonly KernelMeasurement[];
      }
    | { readonly state: "unavailable"; readonly reason: Said };
}

/** One variant of a family of kernels on the adapter in use. */
export interface KernelMeasurement {
  readonly family: string;
  readonly variant: string;
  /** Of one run on small sizes; null where it computed wrong values. */
  readonly elapsedMs: number | null;
  readonly chosen: boolean;
}

/** Where a text comes from. A sample without a language is the English one; a file is decoded in the worker. */
export type TextSource =
  | (TextReading & { readonly kind: "sample"; readonly language?: Language })
  | (TextReading & { readonly kind: "pasted"; readonly text: string })
  | (TextReading & { readonly kind: "file"; readonly file: File; readonly encoding?: Encoding });

/** How a text is read; what is left out is as usual, and a file's encoding found by its bytes. */
export interface TextReading {
  readonly unit?: TextUnit;
  /** The most symbols that its vocabulary may have. */
  readonly limit?: number;
  /** Its lines as they stand, or in another order. */
  readonly lines?: "shuffled";
}

/** Where data comes from: a text, one of the samples that the project makes itself, or what a reader has made of files. */
export type DataSource =
  | TextSource
  | { readonly kind: "generated"; readonly sample: GeneratedSampleName }
  | { readonly kind: "prepared"; readonly data: ExampleData };

/** What a person brings is in single precision; what is shown of data in double, so that a clock in seconds is what it was. */
export type Numbers = Float32Array | Float64Array;

/** What is trained on. */
export type DataSummary = TextSummary | ExamplesSummary;

/** A text, whose next symbol is to be guessed at every step. */
export interface TextSummary {
  readonly kind: "text";
  readonly name: Said;
  readonly source: TextSource["kind"];
  /** Of the sample, where it was asked for in one. */
  readonly language?: Language;
  readonly unit: TextUnit;
  readonly sizeBytes: number;
  /** Characters (Unicode code points, after CRLF became LF) or words. */
  readonly symbols: number;
  readonly trainSymbols: number;
  readonly heldOutSymbols: number;
  /** The symbols by token id, V of them. The unknown symbol, if there is one, is id `unknownId`. */
  readonly vocabulary: readonly string[];
  readonly unknownId: number | null;
  /** How many symbols of the text, and how many different ones, became the unknown symbol. */
  readonly unknownSymbols: number;
  readonly unknownKinds: number;
  /** Those of them that do not occur in the part that is trained on: the others are too rare for the limit. */
  readonly unseen?: { readonly symbols: number; readonly kinds: number };
  /** The most symbols that there might have been. */
  readonly limit: number;
  /** Of a file, and the places at which it is none of the encoding's characters. */
  readonly encoding: Encoding | null;
  readonly undecodable: number;
  /** Where much is unknown: of which share that would be with symbols of the other kind, if it were far less. */
  readonly better: { readonly unit: TextUnit; readonly unknownShare: number } | null;
  /** Where it is a list in an order that makes its end another kind of thing, in the file at least; else null. */
  readonly list: (ListOrder & { readonly isShuffled: boolean }) | null;
  /** The beginning of the text, for the preview. */
  readonly preview: string;
}

/** Sequences with answers. */
export interface ExamplesSummary {
  readonly kind: "examples";
  readonly source: "generated" | "prepared";
  readonly name: Said;
  /** Of what was read; 0 where the project has made it. */
  readonly sizeBytes: number;
  readonly input: ExampleInput;
  readonly answer: ExampleAnswer;
  /** Examples 0 to `train` − 1 are for training, the `heldOut` after them are not. */
  readonly train: number;
  readonly heldOut: number;
  /** How many of those for training are trained on, and how many validate: others of them, or the held-out ones where all are trained on. */
  readonly trained: number;
  readonly validating: number;
  /** T of the longest as it is used, and whether others are shorter. */
  readonly longest: number;
  readonly varies: boolean;
  /** The series that they are windows of, where there are several. */
  readonly series?: readonly SeriesWindows[];
  /** Where each series, or sequence, is scaled by itself: a loss over all of them then has no unit of theirs. */
  readonly hasOwnScales?: true;
  /** What was decided on the way, in sentences. */
  readonly decisions: readonly Said[];
  /** The task that they are of, where they are of one. */
  readonly task: {
    readonly name: MemoryTaskName;
    readonly parameters: Readonly<Record<string, number>>;
  } | null;
}

/** What the stage is to show: a text, one of the examples, or a sequence of one's own. */
export type Probe =
  | { readonly kind: "text"; readonly text: string }
  /** Index among the examples, the ones held out after those for training. */
  | { readonly kind: "example"; readonly index: number }
  /** Drawn or recorded: `steps` rows of features, as people know them: in the units of the quantities. */
  | { readonly kind: "own"; readonly name: Said; readonly steps: number; readonly values: Float32Array };

/** Everything that determines a run and what is looked at, as a value. */
export interface Setup {
  readonly data: DataSource;
  /** Null for those that suit the data; of the page's own text with the weights that ship with it. */
  readonly settings: RunSettings | null;
  /** What the stage shows; null for what the data shows first. */
  readonly probe: Probe | null;
}

/**
 * A checkpoint as bytes (`engine/train/checkpointHeader.ts`). They lie outside of the page's memory and of the worker's, so they are
 * kept, sent and written to the disk without a copy.
 */
export interface SavedState {
  /** Training steps behind it. */
  readonly step: number;
  readonly bytes: Blob;
}

/** One training step's measurements. */
export interface StepMetrics {
  readonly step: number;
  /** Mean loss of the batch before the update: cross-entropy in nats, or the mean squared error of scaled numbers. */
  readonly loss: number;
  /** Share of answers whose most probable class was right, 0 to 1; without meaning where the answers are numbers. */
  readonly accuracy: number;
  /** L2 norm of the whole gradient before clipping. */
  readonly gradientNorm: number;
}

/** The same on the fixed validation sequences, without an update. */
export interface ValidationMetrics {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** Characters of a prompt or a probe that the network has never seen, and the symbol that it reads in their place. */
export interface UnknownCharacters {
  readonly count: number;
  readonly readAs: string;
}

/** The sequence that a snapshot shows. */
export interface ShownSequence {
  /** "example 17", "circle 12", or "" for a text. */
  readonly name: Said;
  /** Whether it was trained on. */
  readonly part: "train" | "heldOut" | "own";
  /** Index among the examples, or null for a sequence of one's own. */
  readonly index: number | null;
  readonly input:
    | { readonly kind: "symbols"; readonly symbols: readonly string[]; readonly unknown: UnknownCharacters }
    | {
        readonly kind: "features";
        readonly features: readonly Quantity[];
        readonly display: FeatureDisplay;
        /** [T, I], as people know them. */
        readonly values: Numbers;
      };
}

/** What the network answers at every step, and what would be right. One that answers once is asked at every step. */
export type ShownAnswer =
  | {
      readonly kind: "class";
      readonly at: "last" | "every";
      /** C labels; of a text, its vocabulary. */
      readonly labels: readonly Said[];
      /** [T, C] */
      readonly probabilities: Float32Array;
      /** The right class at each step, −1 where nobody knows, [T]; the same at all steps where there is one answer. */
      readonly truth: Int32Array;
      /** Whether the classes are the symbols that may come next. */
      readonly next: boolean;
    }
  | {
      readonly kind: "numbers";
      readonly at: "last" | "every";
      readonly outputs: readonly Quantity[];
      readonly forecast: Forecast | null;
      /** [T, O], as people know them. */
      readonly values: Numbers;
      /** [T, O], NaN where nobody knows; the same at all steps where there is one answer; of a forecast what came after each. */
      readonly truth: Numbers;
    };

/** A named part of a row of gates. */
export interface SnapshotPlane {
  readonly name: string;
  readonly first: number;
  readonly width: number;
  /** `share` lies in 0 to 1, `signed` in −1 to 1, `sum` anywhere. */
  readonly range: "share" | "signed" | "sum";
}

/**
 * Everything about one sequence as the network sees it at one moment. Immutable; its arrays are transferred.
 * Row-major arrays, shapes in brackets.
 */
export interface Snapshot {
  /** Training steps taken before it. */
  readonly step: number;
  readonly cell: CellName;
  /** T */
  readonly steps: number;
  readonly sequence: ShownSequence;
  readonly answer: ShownAnswer;
  /** Every layer and direction, in the order of PyTorch's parameters: `l0`, `l0_reverse`, `l1`, …. */
  readonly layers: readonly SnapshotLayer[];
}

/** What a snapshot has beside it that belongs to the run's history. */
export interface FrameFacts {
  /** Of the training step before it; null where none was taken. */
  readonly loss: number | null;
  /** What the network wrote then, of a text; null of others, and where there was no time for it. */
  readonly sample: string | null;
}

/**
 * What one layer did in one direction. Row t of everything that has T rows belongs to the step that reads x[t], whatever
 * the direction, so that all lie aligned under the sequence.
 *
 * The states have one row more, since they stand between the steps. Forwards, a step takes row t and makes row t + 1, and
 * row 0 is the initial state. Backwards the steps are taken from T - 1 down to 0: each takes row t + 1 and makes row t,
 * which is what the direction knows of x[t … T - 1], and row T is the initial state. Initial states are zeros.
 */
export interface SnapshotLayer {
  /** From 0; layer 0 reads the sequence, each other one what all directions of the layer before it give. */
  readonly layer: number;
  readonly reverse: boolean;
  /** H */
  readonly hiddenSize: number;
  /** The parts of a row of `gates`, under the cell's own names; r, z, n and q = W_hn h' + b_hn for a GRU. */
  readonly planes: readonly SnapshotPlane[];
  /** [T, W] */
  readonly gates: Float32Array;
  /** The names of the states, h first. */
  readonly states: readonly string[];
  /** [S, T + 1, H] */
  readonly hidden: Float32Array;
  /**
   * What x sends into each gate, W_i* x + b_i* [T, G, H] in the order of the gates, and what the old state does, W_h* h' + b_h*
   * [T, G, H]; null for a cell whose gates are no sums of two such parts.
   */
  readonly inputPart: Float32Array | null;
  readonly hiddenPart: Float32Array | null;
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
  /** Whether a space stands before it: between words, which are no symbols with spaces in them. */
  readonly spaced?: boolean;
  /** True for what the prompt itself consists of. */
  readonly prompt: boolean;
  /** [H]: the last layer's hidden state after this symbol was read, which is what the answer comes from. */
  readonly hidden: Float32Array;
}

/** Where the time of a training step of the present network goes, and what it would cost with another cell. */
export interface ProfileReport {
  readonly device: Said;
  /** Whether it does its work in dispatches, and not in calls of kernels. */
  readonly isGpu: boolean;
  readonly cell: CellName;
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
  readonly cell: CellName;
  readonly parameters: number;
  readonly flop: number;
  readonly planBytes: number;
  /** Milliseconds of a training step. */
  readonly stepMs: number;
  /** Of all rounds in which it was measured, the least and the most times of a step with the network's own cell. */
  readonly ratios: { readonly least: number; readonly most: number };
}

export interface BenchmarkReport {
  /** How many pieces of work it has. */
  readonly pieces: number;
  /** Of those that are done. */
  readonly results: readonly BenchmarkResult[];
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
  | { readonly name: string; readonly problem: Said };

/**
 * What is computed of a run or of the engines so that it is understood. A look is asked for by its name, and its value comes
 * back as it grows, until the last one.
 */
export interface Looks {
  /** Of a training step of the network, measured on a copy of it. */
  readonly profile: ProfileReport;
  /** Of all engines, while nothing is trained. */
  readonly benchmark: BenchmarkReport;
  /** What the network answers to all that is held out, to be taken along. */
  readonly answers: AnswersFile;
  /** Which inputs the network's answers depend on. */
  readonly importance: ImportanceReport;
  /** What it answers to another file, and how good that is. */
  readonly second: SecondAnswers;
  /** What a network of language makes of another text. */
  readonly secondText: SecondText;
  /** Of the units on one answer of the sequence on show. */
  readonly effects: UnitEffects;
}

/** How a file of answers is to be written, and what things are called in it. */
export interface AnswersRequest {
  readonly format: CsvFormat;
  readonly words: AnswerWords;
}

export interface AnswersFile {
  /** How much of it is written, 0 to 1. */
  readonly share: number;
  readonly rows: number;
  /** Cells that a spreadsheet would have run as formulas. */
  readonly harmless: number;
  /** Null until it is whole. */
  readonly file: Blob | null;
}

/** How much the loss on held-out examples rises when an input is exchanged between them (`data/importance/`). */
export interface ImportanceReport {
  /** Training steps taken before. */
  readonly step: number;
  /** How much of it is measured, 0 to 1. */
  readonly share: number;
  readonly examples: number;
  readonly repeats: number;
  /** Whether the loss is a cross-entropy in nats, else the mean squared error of scaled numbers. */
  readonly isClass: boolean;
  /** As the examples are. */
  readonly loss: number;
  readonly inputs: readonly { readonly name: Said; readonly rise: Rise | null }[];
  /** Inputs that go together, the strongest first. */
  readonly correlated: readonly { readonly a: Said; readonly b: Said; readonly r: number }[];
}

/** What the network answers to another file. */
export interface SecondAnswers extends AnswersFile {
  /** Where the file has what would be right; null until all is answered. */
  readonly evaluation: Evaluation | null;
  /** Why there is none at all. */
  readonly problem: Said | null;
}

/** Another text, to be looked at, and to be measured where it is said how its symbols are to be written. */
export interface SecondTextRequest {
  readonly file: File;
  readonly answers: { readonly format: CsvFormat; readonly words: SymbolWords } | null;
}

/** The headings of a file with a line for each symbol. */
export interface SymbolWords {
  readonly place: string;
  readonly symbol: string;
  readonly isKnown: string;
  readonly nats: string;
  readonly probability: string;
  readonly expected: string;
}

export interface SecondText extends AnswersFile {
  /** What of it the network knows; null where it cannot be read. */
  readonly facts: SecondTextFacts | null;
  /** Null until all is measured. */
  readonly evaluation: LanguageEvaluation | null;
  /** Of the weights that it is measured with. */
  readonly step: number;
  /** Why there is none at all. */
  readonly problem: Said | null;
}

/** Which answer a look is about: output number `output` at time step `time`. */
export interface AnswerPlace {
  readonly time: number;
  readonly output: number;
}

/** How much each unit has to do with an answer (`engine/train/unitEffects.ts`). */
export interface UnitEffects extends AnswerPlace {
  /** Training steps taken before. */
  readonly step: number;
  /** In the order of a snapshot's layers, [H] each. */
  readonly layers: readonly Float32Array[];
}

export type LookName = keyof Looks;

type Looked = {
  readonly [Name in LookName]: {
    readonly type: "looked";
    readonly look: Name;
    /** Null where nothing has come of it. */
    readonly value: Looks[Name] | null;
    /** Whether more is to come. */
    readonly running: boolean;
  };
}[LookName];

/**
 * `resumed`: the run from before, in a worker that takes the place of one that crashed; `back`: one that another had taken the
 * place of.
 */
export type RunCause = "opened" | "resumed" | "settings" | "reset" | "data" | "back";

export type Command =
  /**
   * First of all, and for whatever is to take the place of a run. With a checkpoint the run goes on from there. A setup that cannot be
   * used is refused: the run that is there stays, and without one the page opens as it does without a setup.
   */
  | {
      readonly type: "open";
      readonly engine: EngineChoice;
      /** Of the sample text that it opens with, without a setup. */
      readonly language?: Language;
      readonly setup?: Setup;
      readonly checkpoint?: SavedState;
      /** The run of this page that goes on so. It trains if the one whose place it takes does. */
      readonly back?: number;
      /** What its last steps were taken on: the next one waits for the same, where that may be used and is there. */
      readonly on?: EngineName;
    }
  /** `loadId` comes back with what becomes of it. */
  | { readonly type: "loadData"; readonly loadId: number; readonly source: DataSource }
  /**
   * Changes some settings of the run. It begins again with fresh weights, unless everything that changes applies at once; what cannot
   * be done is refused whole.
   */
  | { readonly type: "configure"; readonly change: Partial<RunSettings> }
  | { readonly type: "train" }
  | { readonly type: "pause" }
  | { readonly type: "step" }
  | { readonly type: "reset" }
  | { readonly type: "setProbe"; readonly probe: Probe }
  /** Measures the network on everything that is held out. */
  | { readonly type: "evaluate" }
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
  /** Asks the browser once more for a GPU, where there was none or it was lost. */
  | { readonly type: "tryWebgpu" }
  /**
   * @param about the answer, of a look that is about one; @param request of one that writes a file; @param second of one that
   * answers another file: its data, all of it held out; @param text of one that measures another text
   */
  | {
      readonly type: "look";
      readonly look: LookName;
      readonly about?: AnswerPlace;
      readonly request?: AnswersRequest;
      readonly second?: ExampleData;
      readonly text?: SecondTextRequest;
    }
  | { readonly type: "stopLooking"; readonly look: LookName }
  /** Tells the run's state now, as `saved`; training goes on. */
  | { readonly type: "save" }
  /** Measures once more which kernels the GPU runs fastest, and goes on with them. */
  | { readonly type: "calibrate" }
  | RaceCommand
  /** Takes a command back, the how-manieth one: it is not begun, and what it was to bring is let go of. */
  | { readonly type: "withdraw"; readonly command: number };

/** What concerns runs that train in turns, beside the one on the stage, which rests when they begin. There is one race at a time. */
export type RaceCommand =
  /** Tells which runs it would have. */
  | { readonly type: "planRace"; readonly request: RaceRequest }
  /** `raceId` comes back with all that becomes of it. */
  | {
      readonly type: "race";
      readonly raceId: number;
      readonly request: RaceRequest;
      /** Of one that was begun before, and goes on. */
      readonly from?: RaceSoFar;
    }
  /** `end`: all are measured as they are. */
  | { readonly type: "steerRace"; readonly raceId: number; readonly to: "pause" | "goOn" | "end" }
  /** One trains no further. */
  | { readonly type: "stopRacer"; readonly raceId: number; readonly member: number };

/** What a race had come to when it was kept. */
export interface RaceSoFar {
  readonly data: DataSource;
  /** What its runs were trained on: there alone they go on to the bit. */
  readonly on: EngineName;
  /** One for each of its entries. */
  readonly members: readonly RacerSoFar[];
}

export interface RacerSoFar {
  readonly entry: RaceEntry;
  /** Null where it begins. */
  readonly checkpoint: SavedState | null;
  /** How long it has trained. */
  readonly trainedMs: number;
  /** Why it trains no further, where it was stopped: it has only to be measured. */
  readonly why: Said | null;
  /** It is measured, and trains no more. */
  readonly isOver: boolean;
}

/** Goes to the worker beside the commands, and is answered at once, whatever these do. */
export type Ping = { readonly type: "ping" };
export type Pong = { readonly type: "pong" };

/** A command that the page waits for longer than is worth no word. */
export interface Waiting {
  readonly command: Command;
  /** By the page's clock (`performance.now`). */
  readonly sinceMs: number;
  /** Whether it was asked to be taken back. */
  readonly isWithdrawn: boolean;
}

/** What a run has to tell. */
export type RunNews =
  | { readonly type: "runStarted"; readonly run: RunSummary }
  | { readonly type: "state"; readonly training: boolean; readonly step: number }
  /** Some that apply at once have changed: all that are in use now. */
  | { readonly type: "settings"; readonly settings: RunSettings }
  /** What the stage shows from now on. */
  | { readonly type: "probe"; readonly probe: Probe }
  | {
      readonly type: "metrics";
      readonly points: readonly StepMetrics[];
      readonly epoch: number;
      /** What the next step moves the weights by: the chosen rate times what the schedule makes of it. */
      readonly learningRate: number;
      readonly stepsPerSecond: number | null;
      /** Symbols or rows of features that were trained on. */
      readonly timeStepsPerSecond: number | null;
    }
  /** How much is done of a step that takes long, 0 to 1; null when it is over. */
  | { readonly type: "stepShare"; readonly share: number | null }
  | { readonly type: "evaluated"; readonly step: number; readonly evaluation: Evaluation }
  /** Of a series: what is forecast behind its last row. */
  | { readonly type: "foreseen"; readonly step: number; readonly future: FutureForecast }
  /** In the order of their steps. */
  | { readonly type: "validation"; readonly points: readonly ValidationMetrics[] }
  | {
      readonly type: "snapshot";
      readonly snapshot: Snapshot;
      /** Where it belongs to the run's history. */
      readonly frame?: FrameFacts;
    }
  | { readonly type: "stopped"; readonly end: TrainingEnd }
  | {
      readonly type: "generationStarted";
      readonly generationId: number;
      /** Of the prompt. */
      readonly unknown: UnknownCharacters;
    }
  | { readonly type: "generated"; readonly generationId: number; readonly tokens: readonly GeneratedToken[] }
  | { readonly type: "generationEnded"; readonly generationId: number }
  /** Kept by the page, so that a crashed worker can be replaced. */
  | { readonly type: "saved"; readonly checkpoint: SavedState };

/**
 * Training has ended by itself, at that step: since validations have brought no progress, with the best weights, and `undone` steps after
 * them taken back; or at its set length.
 */
export type TrainingEnd =
  | { readonly why: "patience"; readonly step: number; readonly undone: number }
  | { readonly why: "length"; readonly step: number };

/** What a race has to tell. A member is known by its place among the entries. */
export type RaceNews =
  | { readonly kind: "planned"; readonly request: RaceRequest; readonly plan: RacePlan }
  /** Without an id: the plan. */
  | { readonly kind: "refused"; readonly raceId: number | null; readonly problem: Said }
  | { readonly kind: "began"; readonly raceId: number; readonly entries: readonly RaceEntry[] }
  | {
      readonly kind: "member";
      readonly raceId: number;
      readonly member: number;
      readonly news: RunNews;
      /** How long it has trained. */
      readonly trainedMs: number;
    }
  /** It was stopped, and is being measured as it is. */
  | { readonly kind: "stopped"; readonly raceId: number; readonly member: number; readonly why: Said }
  /** It is measured, and trains no more; `why`, where that is not because it has come to its end. */
  | {
      readonly kind: "left";
      readonly raceId: number;
      readonly member: number;
      /** On the validation set, with the weights that it has at the end; null where nothing was measured. */
      readonly loss: number | null;
      readonly why: Said | null;
    }
  | { readonly kind: "state"; readonly raceId: number; readonly isPaused: boolean }
  /** Nothing more comes; `why`, where that is not because all have left. */
  | { readonly kind: "over"; readonly raceId: number; readonly why: Said | null };

type OfARun<News> = News extends RunNews ? News & { readonly runId: number } : never;

export type RunEvent = OfARun<RunNews>;

export type SessionEvent =
  | RunEvent
  | { readonly type: "engine"; readonly status: EngineStatus }
  | { readonly type: "dataLoading"; readonly name: Said }
  /** `loadId` is that of the command, or null for what the page opens with or a change of settings. */
  | { readonly type: "dataLoaded"; readonly loadId: number | null; readonly data: DataSummary }
  /** Nothing changed: the data and the run from before are still there. */
  | {
      readonly type: "dataRejected";
      readonly loadId: number;
      readonly name: Said;
      readonly message: Said;
    }
  | Looked
  | { readonly type: "raced"; readonly news: RaceNews }
  | { readonly type: "calibrated" }
  /**
   * Nothing is under way or waits: the first `answered` commands are done, the page has drawn the last picture, and WebGPU has
   * been tried.
   */
  | { readonly type: "rested"; readonly answered: number }
  /** A command is done; those that are not begun are answered as they are withdrawn. */
  | { readonly type: "answered"; readonly command: number; readonly isWithdrawn: boolean }
  | { readonly type: "happened"; readonly happening: EngineHappening }
  | { readonly type: "failed"; readonly failure: Failure };

/** What the session's client passes on of what the worker says. */
export type ToldEvent = Exclude<SessionEvent, { readonly type: "answered" }>;

/** What the session's client tells the page beside what the worker says. */
export type ClientEvent =
  | ToldEvent
  /** All that is waited for now. */
  | { readonly type: "waiting"; readonly commands: readonly Waiting[] }
  /** It was taken back, or is left out after crashes, and nothing came of it. */
  | { readonly type: "withdrawn"; readonly command: Command };

/** What happens beside training, in values: the page has the words. `savedStep`: where the run goes on, or null where nothing of it was saved. */
export type EngineHappening =
  | {
      readonly kind: "gpuLost";
      readonly reason: Said;
      readonly savedStep: number;
      /** What computes instead. */
      readonly device: Said;
    }
  | { readonly kind: "crashed"; readonly reason: Said; readonly savedStep: number | null }
  /** The worker has said nothing for so long, though there was work. */
  | { readonly kind: "silent"; readonly seconds: number; readonly savedStep: number | null }
  /** Two workers have stopped before they had done it. */
  | { readonly kind: "leftOut"; readonly command: LeftOut }
  /** Two workers have stopped before they had opened it: the page's sample is opened instead. */
  | { readonly kind: "notOpened"; readonly name: Said; readonly savedStep: number | null };

/** What a worker that has stopped was asked for, and another one shall not be asked for again. */
export type LeftOut = "setting" | "run" | "probe" | "writing" | "measurement" | "other";

export interface RunSummary {
  readonly cause: RunCause;
  /** The run whose place it takes, which is gone. */
  readonly replaces: number | null;
  /** Of the command: the run that goes on as this one. */
  readonly back?: number;
  readonly settings: RunSettings;
  /** What its data begin with where nobody chooses anything. */
  readonly suitable: RunSettings;
  /** True when the weights are the ones that ship with the page. */
  readonly pretrained: boolean;
  /** Training steps already behind these weights. */
  readonly step: number;
  readonly parameterCount: number;
  /** Exact bytes of every tensor of the training plan. */
  readonly planBytes: number;
  /** Training steps in which everything that is for training is read once; no whole number. */
  readonly stepsPerEpoch: number;
  /** Floating-point operations of a training step, as the profile counts them; 0 where that is not known of what was kept. */
  readonly stepFlop: number;
  readonly probe: Probe;
}

export interface Failure {
  readonly kind: "nonFiniteLoss" | "planTooLarge" | "settings" | "engine";
  /** What happened, in one sentence. */
  readonly message: Said;
  /** What to do about it, in one sentence. */
  readonly advice: Said;
  /** The run that was to be gone back to, where that is what was refused. */
  readonly back?: number;
}
