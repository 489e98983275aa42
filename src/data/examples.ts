/**
 * Sequences with answers, which every kind of data but a running text comes down to. What the readers of files, pictures
 * and sound make is one of the plain forms of `ExampleData` (`exampleData.ts`), which can be kept and sent; `examplesOf` gives all
 * of them the same face, `Examples`.
 *
 * Symbols: T time steps, I features of a step, V symbols, O outputs, C classes, N rows of a series, K target columns.
 */
import type { Said } from "../words/message";
import type { GivenName } from "./givenName";
import type { ImageOptions } from "./images/imageSequence";
import type { NameSource } from "./labels/labelSource";
import type { RowNames } from "./rowNames";
import type { ColumnType, EvenSteps, PrepareOptions, RowFilter, TableQuestion } from "./table/tableTypes";
import type { ColumnForm, TargetForm, TargetTransform } from "./targetForm";

/** A column of numbers as people know it; the network sees (value − shift) / scale. */
export interface Quantity {
  readonly name: Said;
  /** "°C", "s", …, or null where there is none or nobody knows. */
  readonly unit: string | null;
  readonly shift: number;
  readonly scale: number;
}

/** How features are best drawn over time. */
export type FeatureDisplay =
  /** A line for each feature. */
  | { readonly kind: "lines" }
  /** A step is a row or column of pixels from 0 to 1, the channels of a pixel side by side. */
  | { readonly kind: "image"; readonly channels: 1 | 3; readonly steps: "rows" | "columns" }
  /** A step is a frame, its features run from low to high frequencies. */
  | {
      readonly kind: "spectrogram";
      readonly secondsPerStep: number;
      /** The lowest bands, in which the training part has sound; above them nothing is heard of any sound. */
      readonly heardBands: number;
    }
  /** A step is a movement Δx, Δy and whether the pen is down, 0 or 1. */
  | { readonly kind: "stroke" };

export type ExampleInput =
  | { readonly kind: "symbols"; readonly symbols: readonly string[] }
  | {
      readonly kind: "features";
      readonly features: readonly Quantity[];
      readonly display: FeatureDisplay;
    };

/** `at`: one answer after the last step, or one at every step. `ahead`: the answers are what is read at later steps. */
export type ExampleAnswer =
  | {
      readonly kind: "class";
      readonly at: "last" | "every";
      readonly ahead?: true;
      readonly labels: readonly Said[];
    }
  | {
      readonly kind: "numbers";
      readonly at: "last" | "every";
      readonly ahead?: true;
      readonly outputs: readonly Quantity[];
      /** Where the outputs are the next rows of a series: output h·K + k is column k, h + 1 rows after the last one read. */
      readonly forecast: Forecast | null;
    };

export interface Forecast {
  /** How many rows ahead, 1 or more. */
  readonly horizon: number;
  /** The K columns that are forecast. */
  readonly columns: readonly Said[];
  /** Of each the rows of a season (12 for months in a year), or null where there is none. */
  readonly periods: readonly (number | null)[];
  /** Where the network answers in another form than the outputs' own, or an answer has limits. */
  readonly transform?: TargetTransform;
}

export interface Example {
  /** T of this one. */
  readonly steps: number;
  /** Ids [T], or features [T, I], scaled. */
  readonly input: Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** Class ids [1] or [T], or numbers [O] or [T, O], scaled. */
  readonly answer: Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
}

/** The windows of one of several series. */
export interface SeriesWindows {
  readonly name: Said;
  /** Indices of examples, from the first to before the end: those for training, and those held out. */
  readonly train: readonly [number, number];
  readonly heldOut: readonly [number, number];
}

/** Examples 0 to `train` − 1 are for training, and the `heldOut` after them never are. */
export interface Examples {
  readonly input: ExampleInput;
  readonly answer: ExampleAnswer;
  /** T of the longest. */
  readonly longest: number;
  /** Whether some are shorter. */
  readonly varies: boolean;
  readonly train: number;
  readonly heldOut: number;
  /** The same example for the same index, always. */
  example(index: number): Example;
  /** What the user can find it by: "sequence 17", "after 1988-03-04", "circle, no. 12". */
  nameOf(index: number): Said;
  /** Where examples are parts of longer sequences: which one. */
  groupOf?(index: number): number;
  /** Of windows of a series: the last row that is read. */
  rowOf?(index: number): number;
  /** Where the windows are of several series: those of each. */
  readonly series?: readonly SeriesWindows[];
  /** Where series are scaled each by itself: the quantities of this example; without outputs where they are classes. */
  quantitiesOf?(index: number): SeriesQuantities;
  /** Of windows of a series: what its answers and its truth are in the units of the data, at any step. */
  valuesOf?(index: number): WindowValues;
}

export interface WindowValues {
  /** What the network forecasts by this answer. */
  forecast(step: number, output: number, answer: number): number;
  /** What came. */
  came(step: number, output: number): number;
  /** What is read, where the file's own number is known: of a target that is read as it is. Else null. */
  read(step: number, feature: number): number | null;
}

/** Settings that suit a dataset; what is left out keeps its default. */
export interface SuggestedSettings {
  /** H of each layer. */
  readonly hiddenSizes?: readonly number[];
  readonly embeddingSize?: number;
  readonly sequenceLength?: number;
  readonly batchSize?: number;
  readonly learningRate?: number;
  readonly recurrentDropout?: number;
  readonly optimizer?: "adamw";
  readonly weightDecay?: number;
  /** Validations without progress before training stops with its best weights. */
  readonly patience?: number;
}

/** How a column of a table became features, of which a category has one for each of its words. */
export type FittedColumn =
  | {
      readonly kind: "number";
      readonly column: number;
      /** Null: its values. */
      readonly readAs: TargetForm | null;
      readonly quantity: Quantity;
      /** What stands for a value that nothing can fill. */
      readonly mean: number;
    }
  | { readonly kind: "category"; readonly column: number; readonly words: readonly string[] };

/** How a table was read, so that another can be read alike; columns by their index. */
export interface TableWay {
  readonly names: readonly string[];
  readonly types: readonly ColumnType[];
  /** Cells that say that there is no value. */
  readonly missing: readonly string[];
  /** Which rows were read; left out: all. */
  readonly filter?: RowFilter;
  /** Which steps rows were brought to; left out: they are as in the file. */
  readonly even?: EvenSteps;
  /** Whether series with times of their own beside them were joined by these; left out: there were none. */
  readonly timesJoined?: boolean;
  readonly question: TableQuestion;
  readonly options: PrepareOptions;
  /** What the network reads, in its order; empty where columns are steps or texts. */
  readonly read: readonly FittedColumn[];
  /** Longer sequences of labelled steps were cut. */
  readonly longest: number;
}

interface Described {
  readonly name: Said;
  readonly sizeBytes: number;
  /** Of a table. */
  readonly way?: TableWay;
  /** Everything that was decided on the way, in sentences. */
  readonly decisions: readonly Said[];
  readonly suggested: SuggestedSettings;
}

/** How the files of a folder were read, so that those of another can be read alike. */
export type FilesWay =
  | { readonly kind: "sounds"; readonly labels: NameSource | null }
  | { readonly kind: "pictures"; readonly labels: NameSource | null; readonly options: ImageOptions };

/** Separate sequences, each with its answer. */
export interface SequencesData extends Described {
  readonly kind: "sequences";
  readonly input: ExampleInput;
  readonly answer: ExampleAnswer;
  /** Steps of each sequence, 1 or more. */
  readonly lengths: Int32Array<ArrayBuffer>;
  /** All sequences one after the other: ids [ΣT], or features [ΣT, I], scaled. */
  readonly inputs: Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** One after the other as well: ids, or rows of O numbers, scaled; one a sequence or one a step. */
  readonly answers: Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** One a sequence. */
  readonly names: readonly GivenName[];
  /** Of each sequence, where some are parts of one: parts of the same one stay together in every split. */
  readonly groups?: Int32Array<ArrayBuffer>;
  /** Of each sequence, where each is scaled by itself: its I features. */
  readonly featuresOf?: readonly (readonly Quantity[])[];
  /** Of a folder. */
  readonly files?: FilesWay;
  /** Which sequences train, and which are held out; no sequence is in both. */
  readonly train: Int32Array<ArrayBuffer>;
  readonly heldOut: Int32Array<ArrayBuffer>;
}

/** How the numbers of one series are scaled: its features, I of them, and the outputs, O of them. */
export interface SeriesQuantities {
  readonly features: readonly Quantity[];
  readonly outputs: readonly Quantity[];
}

/** Rows that follow each other in time; no window has rows of two. */
export interface SeriesPart {
  readonly name: GivenName;
  /** Its first row, and the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** How many of its rows train, the first ones. */
  readonly trainRows: number;
  /** Where it stands behind the one that was trained on: its place among the parts. What training says of it is said there. */
  readonly trainedAs?: number;
  /** Where it is scaled by itself. */
  readonly quantities?: SeriesQuantities;
  /** Where it is, and the network answers in another form: that of each of its K columns. */
  readonly forms?: readonly ColumnForm[];
}

/**
 * F rows behind the last one of each of S series: what is known of them before they come. The first K of the I features are those of
 * the targets, which nobody knows.
 */
export interface SeriesFuture {
  /** F */
  readonly rows: number;
  /** [S·F]: what each row is called. */
  readonly times: readonly GivenName[];
  /** [S·F, I], scaled as the rows of the series are; without meaning where nothing is known. */
  readonly inputs: Float32Array<ArrayBuffer>;
  /** [S, I]: of how many of the F rows, the first ones, a feature is known. */
  readonly known: Int32Array<ArrayBuffer>;
  /** [I]: 1 where a feature is a change from row to row, of which none is expected where it is unknown; others stay as they are. */
  readonly isChange: Uint8Array<ArrayBuffer>;
}

/** One long series, or several, one after the other, to be forecast from windows of it. Its answer is `numbers` at the last step, with a forecast. */
export interface SeriesData extends Described {
  readonly kind: "series";
  readonly input: Extract<ExampleInput, { kind: "features" }>;
  readonly answer: Extract<ExampleAnswer, { kind: "numbers" }> & { readonly forecast: Forecast };
  /** [N, I], scaled. */
  readonly rows: Float32Array<ArrayBuffer>;
  /** [N, K], as the file has them, to the last digit: what the network is to answer is scaled from them. */
  readonly targets: Float64Array<ArrayBuffer>;
  /** [N, K]: 0 where a target was filled in, which nothing is measured on. Left out where all are known. */
  readonly known?: Uint8Array<ArrayBuffer>;
  /** One a row. */
  readonly times: RowNames;
  /** The first rows, which train; a window is held out when everything that it is to forecast lies after them. */
  readonly trainRows: number;
  /** Rows of the file behind the last one here whose targets are still unknown. */
  readonly futureRows?: number;
  /** What is known of the rows to come; left out where nothing can be forecast behind the last one. */
  readonly future?: SeriesFuture;
  /** Where the rows are those of several series: each of them; `trainRows` then counts those of all. */
  readonly parts?: readonly SeriesPart[];
}
