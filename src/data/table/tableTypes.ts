/**
 * A table as the page sees it: what was detected, what was found wrong, what is to be asked of it, and how it is made ready.
 * Plain data all of it; every detected thing is a field that can be corrected and given back.
 *
 * Columns are named by their index, counted from 0. Rows in problems are counted as a spreadsheet numbers them: from 1, a header
 * included.
 */

import type { Message, Said } from "../../words/message";
import { heldOutShare } from "../split";
import type { TargetForm } from "../targetForm";
import type { Spacing } from "./spacing";

/** The last is any run of spaces. */
export type Delimiter = "," | ";" | "\t" | "|" | " ";
/** The empty string: quotes are characters like all others. */
export type Quote = '"' | "'" | "";
/** Between groups of three digits, or nothing. */
export type ThousandsSeparator = "" | "," | "." | " " | "'";

/**
 * What the cells are written as: a line each row with a delimiter between them, JSON, attribute relations (ARFF), a `.ts` file of the
 * archive of time series, an Excel workbook. All but the first say themselves where cells end and what columns are called.
 */
export type TableForm = "delimited" | "json" | "arff" | "ts" | "workbook";

/** How bytes become cells, and cells values. */
export interface TableFormat {
  readonly form: TableForm;
  /**
   * The name of the sheet of a workbook, of the list where JSON has several, or of the table where a text has several, of which "" is all of
   * them as one, or a sheet (`sheetNames.ts`); null elsewhere.
   */
  readonly sheet: string | null;
  /** A label of the platform's TextDecoder; `encodings` has them all. */
  readonly encoding: string;
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  /** Rows above the table, a title or a preamble, that are no part of it; empty lines are not counted. */
  readonly skipped: number;
  /** Whether the first row after these has the names of the columns. */
  readonly header: boolean;
  /** Rows that have the names together, 1 or more; 0 where the names stand in no row. */
  readonly headerRows: number;
  /** Whether rows below the table, such as a source or a sum, are part of it. */
  readonly footer: boolean;
  /** Whether times that stand across, in the names of columns, have a row each instead. */
  readonly timesDown: boolean;
  /** Whether series that have their times beside them, each its own, are joined by these. */
  readonly timesJoined: boolean;
  /** Whether numbers that a decimal comma has cut in two, in a text whose cells end at commas, are one again. */
  readonly decimalsJoined: boolean;
  readonly decimal: "." | ",";
  readonly thousands: ThousandsSeparator;
  /** Cells that say that there is no value; space around them and case do not matter. */
  readonly missing: readonly string[];
}

/**
 * `iso`: 2024-03-31, with a time of day and a zone if there are any. The others are the order of day, month and year, whatever
 * stands between them and with a time of day or without; months may be names. `yearMonth` is 1949-01, `monthYear` 01/1949 or
 * Jan-49, `quarter` 2013 Q1, `halfYear` 2013 H1, `isoWeek` 2013-W05, `decimalYear` 2013.25, `serialDay` 45000.25 days since the end of 1899, as spreadsheets count. `unixMixed`: seconds, milliseconds, micro- or nanoseconds,
 * each cell by its size.
 */
export const everyDateOrder = [
  "iso",
  "yearMonthDay",
  "dayMonthYear",
  "monthDayYear",
  "yearMonth",
  "monthYear",
  "quarter",
  "halfYear",
  "isoWeek",
  "year",
  "decimalYear",
  "serialDay",
  "unixSeconds",
  "unixMilliseconds",
  "unixMixed",
  "timeOfDay",
  "quarterOfYear",
  "monthOfYear",
  "weekOfYear",
  "dayOfYear",
  "dayOfMonth",
  "hourOfDay",
  "minuteOfHour",
  "secondOfMinute",
] as const;

export type DateOrder = (typeof everyDateOrder)[number];

/** What says when only together with the columns beside it: 14:30, or the 3 of a month in a column of its own. */
export type DatePart =
  | "quarterOfYear"
  | "monthOfYear"
  | "weekOfYear"
  | "dayOfYear"
  | "dayOfMonth"
  | "timeOfDay"
  | "hourOfDay"
  | "minuteOfHour"
  | "secondOfMinute";

/** What may stand around the numbers of a column: "<" before them, "%" or "K" behind, brackets instead of a minus; or colons and minutes within, of durations and angles. */
export interface NumberSigns {
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly brackets: boolean;
  /** Whether a minus may stand behind a number, "12,50-". */
  readonly minusBehind?: true;
  /** Whether they are durations, 4:26.7 or 1:02:03, in seconds. */
  readonly durations?: true;
  /** Whether they are angles, 52°31'12"N, in degrees. */
  readonly degrees?: true;
}

export type ColumnType =
  | { readonly kind: "number"; readonly signs?: NumberSigns }
  /** Few different values, which become one feature each, or the classes of a label. */
  | { readonly kind: "category" }
  | { readonly kind: "date"; readonly order: DateOrder }
  /** Tells rows or sequences apart and is no feature itself. */
  | { readonly kind: "id" }
  | { readonly kind: "text" };

export type ColumnKind = ColumnType["kind"];

export interface ColumnPreview {
  readonly name: string;
  readonly type: ColumnType;
  /** What it would be if nobody had chosen. */
  readonly detected: ColumnType;
  /** Cells without a value. */
  readonly missing: number;
  /** Cells with one that is not of the column's type. */
  readonly invalid: number;
  /** Different values; with `distinctAtLeast`, there are this many or more. */
  readonly distinct: number;
  readonly distinctAtLeast: boolean;
  /** Of numbers and dates, ready to be shown; null where there are none. */
  readonly min: string | null;
  readonly max: string | null;
  /** The first different values, a few. */
  readonly examples: readonly string[];
}

export interface TablePreview {
  readonly name: string;
  readonly sizeBytes: number;
  readonly bytesRead: number;
  /** True while only the beginning has been read: counts and problems are then those of the beginning. */
  readonly partial: boolean;
  /** Rows with data, so without the header; of a filter, those that it leaves. */
  readonly rowCount: number;
  /** Which rows are read; null where all are. */
  readonly filter: FilterPreview | null;
  /** Where rows are brought to even steps, which; they are then the rows of this preview. */
  readonly even: EvenSteps | null;
  readonly format: TableFormat;
  readonly columns: readonly ColumnPreview[];
  /** The first rows, as they stand in the file; one cell a column. */
  readonly rows: readonly (readonly string[])[];
  /** Of each, as a spreadsheet numbers it. */
  readonly rowNumbers: readonly number[];
  /** What the file is written as, whatever it is read as. */
  readonly foundForm: TableForm;
  /** The names of all sheets of a workbook; of all lists, where JSON has several; of all tables, where a text has several. */
  readonly sheets: readonly string[];
  /** The first rows of the file, whatever they are. */
  readonly head: readonly HeadRow[];
  readonly problems: readonly TableProblem[];
}

export interface FilterPreview {
  readonly filter: RowFilter;
  /** Rows of the file, and how many of them are read. */
  readonly of: number;
  readonly kept: number;
  /** Where values are chosen, those that the column has, the most frequent where there are many, with the number of rows. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
}

/** One of the first rows of a file, among which the names of the columns are. */
export interface HeadRow {
  /** As a spreadsheet numbers it. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Names of columns that are fewer than the cells of most rows. */
export interface FewNames {
  readonly names: number;
  readonly cells: number;
  /** What may be one number with a decimal comma, "3,7"; null where nothing may. */
  readonly example: string | null;
  /** Whether there is one way to make such numbers whole. */
  readonly canBeJoined: boolean;
  /** Whether the first column has a name for each row and none itself, as R writes it. */
  readonly isNamed: boolean;
}

export type TableProblemKind =
  | "empty"
  | "onlyHeader"
  | "noRowLeft"
  | "notText"
  | "tooManyColumns"
  | "rowsOutside"
  | "raggedRows"
  | "fewNames"
  | "unclosedQuote"
  | "strayQuote"
  | "joinedLines"
  | "quotesAsCharacters"
  | "doubtfulNumbers"
  | "unreadNumbers"
  | "timesAcross"
  | "timesBeside"
  | "ambiguousDates"
  | "undecodable"
  | "otherFields"
  | "duplicateHeader"
  | "invalidCells"
  | "infinity"
  | "sentinel"
  | "missingValues"
  | "filledDown"
  | "duplicateTimes"
  | "unorderedTimes"
  | "unevenTimes"
  | "tooManySteps"
  | "constantLabel"
  | "tooManyClasses"
  | "rareClasses"
  | "changingLabel"
  | "emptySequence"
  | "tooLong"
  | "constantColumn"
  | "leavesRange"
  | "farInput"
  | "fewRows"
  | "tooFewRows"
  | "question";

export interface TableProblem {
  readonly kind: TableProblemKind;
  /** `stops`: nothing can be trained on before something is changed. `warns`: goes on with what `choices` says is chosen. */
  readonly severity: "stops" | "warns";
  /** Whole sentences: what, where, how many, and what happens with it. */
  readonly message: Said;
  /** The first place, or null where it has none. */
  readonly row: number | null;
  /** The name of the column. */
  readonly column: string | null;
  readonly count: number;
  /** What can be done about it; the one in force, if any, is `chosen`. */
  readonly choices: readonly TableChoice[];
}

export interface TableChoice {
  /** "Drop these rows". */
  readonly label: Message;
  readonly change: TableChange;
  readonly chosen: boolean;
}

/**
 * Which rows are read: those with one of these values in a column, or with a number or a date from one to another, both included;
 * all while nothing is chosen. Values are words as they stand, and numbers as JavaScript writes them; dates are milliseconds since
 * 1970.
 */
export type RowFilter =
  | { readonly kind: "values"; readonly column: number; readonly values: readonly string[] }
  | {
      readonly kind: "range";
      readonly column: number;
      readonly from: number | null;
      readonly to: number | null;
    };

/**
 * Steps of time that rows are brought to: those of one step become one row, with the mean, the sum or the last of their numbers and the
 * last of their words. A step without a row has no values.
 */
export interface EvenSteps extends SeriesId {
  /** Dates; the first column has the time of the steps, the others have nothing any more. */
  readonly time: readonly number[];
  readonly spacing: Spacing;
  readonly how: "mean" | "sum" | "last";
}

export interface EvenCounts {
  /** Rows that were taken together, and those that have no time, or belong to no series. */
  readonly rows: number;
  readonly leftOut: number;
  /** Rows that they have become, and those of them without a row of the file. */
  readonly steps: number;
  readonly empty: number;
  /** Intervals of a sum at the ends of series that are not whole, and were left out. */
  readonly unfinished: number;
}

/** A correction, to be merged into what was in force. */
export type TableChange =
  | { readonly kind: "format"; readonly format: Partial<TableFormat> }
  | { readonly kind: "type"; readonly column: number; readonly type: ColumnType }
  | { readonly kind: "options"; readonly options: Partial<PrepareOptions> }
  | { readonly kind: "filter"; readonly filter: RowFilter | null }
  | { readonly kind: "even"; readonly even: EvenSteps | null }
  | { readonly kind: "question"; readonly question: TableQuestion };

/** As a pair of sine and cosine each, so that the end of a week is next to its beginning. */
export type CalendarFeature = "hourOfDay" | "dayOfWeek" | "dayOfYear" | "month";

/** What tells several series apart; null where all rows are one. */
export interface SeriesId {
  readonly id: number | null;
  /** Columns that do so only together with it: items, of which every store has the same. */
  readonly idWith?: readonly number[] | undefined;
}

/** With which season, and in which form, one column is forecast. */
export interface TargetRhythm {
  readonly column: number;
  readonly period: number | null;
  readonly form: TargetForm;
}

/** The next rows of one or more columns, from a window of rows. */
export interface ForecastQuestion {
  readonly kind: "forecast";
  /** Numbers; they are inputs as well. */
  readonly targets: readonly number[];
  /** Further inputs: numbers or categories. */
  readonly inputs: readonly number[];
  /** Tells several series apart, of which each is forecast from itself. Null: all rows are one. */
  readonly id: number | null;
  readonly idWith?: readonly number[] | undefined;
  /** Dates, or a number, that order the rows: several where only together they say when. None: as they stand. */
  readonly time: readonly number[];
  /** Rows that are read before each forecast, 1 or more. */
  readonly window: number;
  /** Rows that are forecast, 1 or more. */
  readonly horizon: number;
  /** Rows that are forecast behind the last one, of which the horizon is the least; left out: as many as suit it. */
  readonly ahead?: number | undefined;
  /** From which time on rows are held out, as `rowTimes` has it; left out: the last share of each series. */
  readonly heldOutFrom?: number | undefined;
  /** Only where `time` is a date. */
  readonly calendar: readonly CalendarFeature[];
  /** Rows of a season, for the naive forecast, or null. */
  readonly period: number | null;
  /** What is learnt of the targets; left out: their values. */
  readonly form?: TargetForm;
  /** Of several columns those of another season or form: `targetRhythm.ts`. */
  readonly others?: readonly TargetRhythm[] | undefined;
}

/** What is asked of the label: left out, which of the classes that it has; else how large it is. */
export interface AskedOfLabel {
  readonly answer?: "number" | undefined;
}

/** A class or a number for each sequence, whose steps are rows with the same id. */
export interface ClassifyLongQuestion extends AskedOfLabel {
  readonly kind: "classifyLong";
  readonly id: number;
  readonly idWith?: readonly number[] | undefined;
  readonly time: readonly number[];
  readonly features: readonly number[];
  readonly label: number;
}

/** A class or a number for each row, whose columns are the steps of one feature. */
export interface ClassifyWideQuestion extends AskedOfLabel {
  readonly kind: "classifyWide";
  readonly steps: readonly number[];
  readonly label: number;
}

/** A class or a number for each row. */
export interface LabelStepsQuestion extends AskedOfLabel {
  readonly kind: "labelSteps";
  /** Null: all rows are one long sequence, which is cut into windows. */
  readonly id: number | null;
  readonly idWith?: readonly number[] | undefined;
  readonly time: readonly number[];
  readonly features: readonly number[];
  readonly label: number;
  /** Long sequences, and the one that there is without an id, are cut into windows of so many rows, 1 or more. */
  readonly window: number;
}

/** A class for each text, which is read symbol by symbol; a row has one. */
export interface ClassifyTextQuestion {
  readonly kind: "classifyText";
  readonly text: number;
  readonly label: number;
  readonly unit: "characters" | "words";
}

export type TableQuestion =
  | ForecastQuestion
  | ClassifyLongQuestion
  | ClassifyWideQuestion
  | ClassifyTextQuestion
  | LabelStepsQuestion;

export interface PrepareOptions {
  /** Cells without a value: their row goes, or they take the last value, or one between the last and the next. */
  readonly missing: "drop" | "carry" | "interpolate";
  /** Cells that are not of their column's type: they count as missing, or their row goes. */
  readonly invalid: "missing" | "dropRow";
  /** Rows with too few or too many cells: cells are left empty or cut off, or the row goes. */
  readonly ragged: "fill" | "drop";
  /** Rows of the same time: all stay, or one does, or their numbers are averaged. */
  readonly duplicateTimes: "keep" | "first" | "last" | "mean";
  /** Of numbers, fitted on the training part: mean 0 and deviation 1, or from 0 to 1, or as they are. */
  readonly scaling: "standard" | "minMax" | "none";
  /** Of several series: all by the same numbers, or each by its own. */
  readonly seriesScaling: "common" | "each";
  /** Of a forecast: whether it keeps to what its column can be, 0 or more, or 0 to 1. */
  readonly limits: "kept" | "none";
  /** Inputs of a forecast whose held-out values lie far outside of what trains: they are left out, or read all the same. */
  readonly farInputs: "leaveOut" | "read";
  /** Classes beyond the `mostClasses` most frequent: their examples go, or they share one class. */
  readonly rareClasses: "drop" | "merge";
  readonly mostClasses: number;
  /** The part that is never trained on, above 0 and below 1. */
  readonly heldOutShare: number;
  /** Of the split into training and held-out sequences. */
  readonly seed: number;
}

export const defaultPrepareOptions: PrepareOptions = {
  missing: "carry",
  invalid: "missing",
  ragged: "fill",
  duplicateTimes: "keep",
  scaling: "standard",
  seriesScaling: "common",
  limits: "kept",
  farInputs: "leaveOut",
  rareClasses: "drop",
  mostClasses: 1000,
  heldOutShare,
  seed: 1,
};

export const delimiters: readonly Delimiter[] = [",", ";", "\t", "|", " "];

export const defaultMissing: readonly string[] = ["", "NA", "N/A", "#N/A", "null", "None", "NaN", "?", "-"];

/** Those of offices of statistics, of databases, sheets and devices, which say so only among numbers. */
export const missingAmongNumbers: readonly string[] = [
  ".",
  "..",
  ":",
  "--",
  "MM",
  "\\N",
  "unavailable",
  "unknown",
  "#VALUE!",
  "#DIV/0!",
  "#REF!",
];
