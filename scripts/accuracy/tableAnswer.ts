import { type NumberScore, networkScores, type Score } from "../../src/data/evaluation/scores";
import { inputsOf } from "../../src/data/table/inputsOf";
import { spacingMessage } from "../../src/data/table/spacing";
import type { TableProblem, TableProblemKind, TableQuestion } from "../../src/data/table/tableTypes";
import { timeSpacing } from "../../src/data/table/timeSpacing";
import { baselinesOf } from "../../src/session/engine/baselines";
import { trainingOf } from "../../src/session/engine/networkOf";
import { evaluateRun, type MeasuredRun, trainFor } from "./measuredRun";
import { plainEnglish } from "./plainEnglish";
import type { TableFile } from "./readTableFile";
import { Refusal } from "./refusal";

/** What a user is shown of a table when everything proposed is accepted. */
export interface TableAnswer {
  readonly file: string;
  /** Of data, without those of the future. */
  readonly rows: number;
  /** Rows at the end whose targets are still unknown. */
  readonly future: number;
  readonly question: QuestionAnswer;
  /** Of the labelled ones, or the series that are forecast. */
  readonly sequences: number;
  /** Examples: sequences, or windows of the series. */
  readonly parts: { readonly train: number; readonly validation: number; readonly heldOut: number };
  readonly decisions: readonly string[];
  readonly problems: readonly ProblemAnswer[];
  /** Measured on what is held out, in the units of the file. */
  readonly baselines: readonly ScoreAnswer[];
  /** Null where none was trained. */
  readonly network: ScoreAnswer | null;
}

type ScoreAnswer = Exclude<Score, NumberScore> | (Omit<NumberScore, "target"> & { readonly target?: string });

/** Columns by their names. */
interface QuestionAnswer {
  readonly kind: "forecast" | "classify" | "label";
  readonly targets: readonly string[];
  /** What the network reads. */
  readonly inputs: readonly string[];
  /** Tells sequences or series apart. */
  readonly id: string | null;
  readonly time: readonly string[];
  /** Between the rows: "day", "15 min". */
  readonly spacing: string | null;
  /** Rows of a season. */
  readonly season: number | null;
  /** Rows that are read before each forecast, or that the one sequence is cut into. */
  readonly lookback: number | null;
  /** Rows that are forecast. */
  readonly horizon: number | null;
}

interface ProblemAnswer {
  readonly kind: TableProblemKind;
  /** The first, as the file numbers them: from 1. */
  readonly row: number | null;
  readonly column: string | null;
  readonly count: number;
  readonly text: string;
}

/** @param seconds of training; 0: none */
export async function tableAnswer(table: TableFile, run: MeasuredRun, seconds: number): Promise<TableAnswer> {
  const { name, described, problems, decisions, data } = table;
  const future = data.kind === "series" ? (data.futureRows ?? 0) : 0;
  return {
    file: name,
    rows: described.table.rowCount - future,
    future,
    question: questionAnswer(table),
    sequences:
      data.kind === "sequences"
        ? data.lengths.length
        : data.kind === "series"
          ? (data.parts?.length ?? 1)
          : 1,
    parts: partsOf(run),
    decisions,
    problems: problems.map(problemAnswer),
    baselines: baselinesFor(run).map(scoreAnswer),
    network: seconds > 0 ? scoreAnswer(await networkScore(run, seconds)) : null,
  };
}

function scoreAnswer(score: Score): ScoreAnswer {
  if (!("rmse" in score)) return score;
  const { target, ...rest } = score;
  return { ...rest, ...(target !== undefined && { target: plainEnglish(target) }) };
}

function problemAnswer({ kind, row, column, count, message }: TableProblem): ProblemAnswer {
  return { kind, row, column, count, text: plainEnglish(message) };
}

const kinds: Readonly<Record<TableQuestion["kind"], QuestionAnswer["kind"]>> = {
  forecast: "forecast",
  classifyLong: "classify",
  classifyWide: "classify",
  classifyText: "classify",
  labelSteps: "label",
};

function questionAnswer({ question, described }: TableFile): QuestionAnswer {
  const nameOf = (column: number) => described.table.names[column];
  const id = "id" in question ? question.id : null;
  const time = "time" in question ? question.time : [];
  const spacing = timeSpacing(described, time, id);
  const { targets, ...rows } = askedOf(question);
  return {
    kind: kinds[question.kind],
    targets: targets.map(nameOf),
    inputs: inputsOf(question).map(nameOf),
    id: id === null ? null : nameOf(id),
    time: time.map(nameOf),
    spacing: spacing && plainEnglish(spacingMessage(spacing)),
    ...rows,
  };
}

function askedOf(question: TableQuestion) {
  if (question.kind === "forecast") {
    const { targets, period: season, window: lookback, horizon } = question;
    return { targets, season, lookback, horizon };
  }
  const isCut = question.kind === "labelSteps" && question.id === null;
  return { targets: [question.label], season: null, lookback: isCut ? question.window : null, horizon: null };
}

function partsOf({ summary }: MeasuredRun): TableAnswer["parts"] {
  if (summary.kind !== "examples") throw new Error("A table has been taken for a text.");
  return { train: summary.trained, validation: summary.validating, heldOut: summary.heldOut };
}

function baselinesFor({ dataset, settings }: MeasuredRun): readonly Score[] {
  const opened = dataset.open(trainingOf(settings));
  if (!opened.ok) throw new Refusal(plainEnglish(opened.problem));
  const { heldOut } = opened.value;
  return heldOut.kind === "examples" ? baselinesOf(heldOut) : [];
}

/** A proposal asks for one column. */
async function networkScore(run: MeasuredRun, seconds: number): Promise<Score> {
  await trainFor(run, seconds);
  const [score] = networkScores((await evaluateRun(run)).evaluation);
  return score;
}
