/**
 * How good a network is on what was held out, beside what needs no network; in the units of the data. Plain data.
 *
 * Symbols: C classes, O outputs, K columns that are forecast, n forecasts.
 */
import type { Said } from "../../words/message";
import type { TextUnit } from "../textUnit";
import type { Interval } from "./blockBootstrap";
import type { LanguageIntervals } from "./languageIntervals";

export type Evaluation = LanguageEvaluation | ClassEvaluation | NumbersEvaluation | ForecastEvaluation;

/** Of fewer held-out answers nothing is said but that they are too few: chance decides. */
export const fewestJudged = 10;

/** How many of the examples that are held out it is measured on. */
export interface Coverage {
  readonly evaluated: number;
  readonly heldOut: number;
}

/** How well the next symbol of a text is guessed. */
export interface LanguageEvaluation {
  readonly kind: "language";
  readonly unit: TextUnit;
  /** Of the symbols that are measured, those that are unknown. All other figures are of known symbols. */
  readonly unknownShare: number;
  /** Mean −log2 p of the symbol that came. */
  readonly bits: number;
  /** The same for who knows how frequent each symbol is, and for who knows what follows which: `language.ts`. */
  readonly unigramBits: number;
  readonly bigramBits: number;
  /** Of the bits that the network needs less than each: 95 %, by the bootstrap of blocks of symbols. */
  readonly intervals: LanguageIntervals;
  /** That are measured: of a large validation set some. */
  readonly symbols: number;
  /** Share of symbols that were thought the most probable. */
  readonly accuracy: number;
  /** Share of the symbol that is the most frequent. */
  readonly mostFrequent: { readonly symbol: string; readonly share: number };
}

export interface ClassMeasures {
  /** Share of answers that are right. */
  readonly accuracy: number;
  /** Mean recall of the classes that occur. */
  readonly balancedAccuracy: number;
  /** Mean F1 of the classes that occur, in the truth or in what is said. */
  readonly macroF1: number;
}

/** Whoever always says the class that is the most frequent in training. */
export interface MajorityMeasures extends ClassMeasures {
  readonly label: number;
}

/** Of one class; null where it is 0 / 0. */
export interface ClassRow {
  readonly support: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** One example whose answer lies in a cell of the confusion matrix. */
export interface ConfusedExample {
  readonly truth: number;
  readonly predicted: number;
  readonly index: number;
  readonly name: Said;
}

export interface ClassEvaluation extends Coverage, ClassMeasures {
  readonly kind: "classes";
  readonly at: "last" | "every";
  readonly labels: readonly Said[];
  /** Answers, of which a sequence has one or one at each step. */
  readonly answers: number;
  /** [C, C]: truth by prediction. */
  readonly counts: Int32Array;
  readonly classes: readonly ClassRow[];
  readonly majority: MajorityMeasures;
  /** Of accuracy − that of the majority class: 95 %, by the bootstrap of blocks of examples. */
  readonly interval: Interval | null;
  /** Mean −ln p of the right class, and that of who only knows the frequencies in training. */
  readonly loss: number;
  readonly frequencyLoss: number;
  /** Of frequencyLoss − loss: 95 %, by the bootstrap of blocks of examples. */
  readonly lossInterval: Interval | null;
  /** The least loss without memory, in nats, where the task says so. */
  readonly withoutMemory: number | null;
  /** Some examples of each cell of the matrix, at most `examplesPerCell`. */
  readonly examples: readonly ConfusedExample[];
}

export const examplesPerCell = 30;

export interface NumberErrors {
  readonly mae: number;
  readonly rmse: number;
  /** Mean of what is said − what is true: above 0 it says too much. */
  readonly bias: number;
}

export interface NumbersEvaluation extends Coverage {
  readonly kind: "numbers";
  readonly outputs: readonly (NumberErrors & {
    readonly name: Said;
    readonly unit: string | null;
    /** Share of the variance that is explained; null where the truth does not vary. */
    readonly r2: number | null;
    /** Whoever always says the mean of the training part. */
    readonly mean: NumberErrors;
  })[];
  /** Mean squared error of the scaled outputs, which is what is trained, and that of the training part's mean. */
  readonly squaredError: number;
  readonly meanSquaredError: number;
  /** Of 1 − the root of their ratio: 95 %, by the bootstrap of blocks of examples. */
  readonly interval: Interval | null;
  /** The least squared error without memory, where the task says so. */
  readonly withoutMemory: number | null;
}

export interface ForecastErrors extends NumberErrors {
  /** Mean absolute error in units of the (seasonal) naive forecast's on the training part; null where that is 0. */
  readonly mase: number | null;
  readonly r2: number | null;
}

/** Of forecasts that need no network, each on exactly the rows that the network is measured on. */
export interface NaiveErrors {
  /** "The same as the last value." */
  readonly naive: ForecastErrors;
  /** "The same as a season ago", where there is a season. */
  readonly seasonal: ForecastErrors | null;
  /** "The last value, and the mean change of the training part with every row." */
  readonly drift: ForecastErrors;
  /** "The mean of the training part." */
  readonly mean: ForecastErrors;
}

export type Baseline = keyof NaiveErrors;

/** One column, a certain number of rows ahead. */
export interface ForecastRow extends NaiveErrors {
  readonly column: number;
  /** 1 to the horizon, or null for all of it together. */
  readonly ahead: number | null;
  readonly network: ForecastErrors;
  /** The baseline of the least RMSE; of those about as good the simplest. */
  readonly strongest: Baseline;
  /** 1 − RMSE / RMSE of the strongest: 0.1 is 10 % better, below 0 is worse; null where that makes no error. */
  readonly improvement: number | null;
  /** Where that might be by chance: 95 %, by the bootstrap of blocks (`blockBootstrap.ts`). */
  readonly interval: Interval | null;
  /** It only repeats the last value: `forecast.ts` says when. */
  readonly lagging: boolean;
}

export interface ForecastColumn {
  readonly name: Said;
  readonly unit: string | null;
  /** Rows of a season, or null where there is none. */
  readonly period: number | null;
}

export interface ForecastEvaluation extends Coverage {
  readonly kind: "forecast";
  readonly columns: readonly ForecastColumn[];
  readonly horizon: number;
  /** Loss of repeating the last value, as the network is trained: mean squared error of scaled answers in their form. */
  readonly lastValueLoss: number;
  /** Of every column: all of the horizon together first, then each number of rows ahead if there are more than one. */
  readonly rows: readonly ForecastRow[];
  readonly chart: ForecastsChart;
  /** Where several series are forecast: each of which something was measured. */
  readonly series?: readonly ForecastSeries[];
}

/** The last n forecasts, as people know the numbers. */
export interface ForecastsChart {
  /** What the rows are called that are forecast, each once. */
  readonly rowNames: readonly Said[];
  /** [n, horizon]: the row that a forecast is of, by its place among them. */
  readonly rows: Int32Array;
  /** [n, O] with output h·K + k: what came, what was forecast; in double precision, which a clock or an id needs. */
  readonly truth: Float64Array;
  readonly forecast: Float64Array;
  /** [n, K]: the last value. */
  readonly last: Float64Array;
  /** [n, O]: what the strongest baseline of each column says. */
  readonly strongest: Float64Array;
}

/** One of several series that are forecast. */
export interface ForecastSeries extends Pick<ForecastEvaluation, "rows" | "chart"> {
  readonly name: Said;
  readonly evaluated: number;
}
