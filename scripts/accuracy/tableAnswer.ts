import type { Interval } from "../../src/data/evaluation/blockBootstrap";
import type { Baseline, Evaluation } from "../../src/data/evaluation/evaluationTypes";
import { type NumberScore, networkScores, type Score } from "../../src/data/evaluation/scores";
import { idName } from "../../src/data/table/columnsOf";
import { inputsOf } from "../../src/data/table/inputsOf";
import { spacingMessage } from "../../src/data/table/spacing";
import type { TableProblem, TableProblemKind, TableQuestion } from "../../src/data/table/tableTypes";
import { timeSpacing } from "../../src/data/table/timeSpacing";
import type { TargetForm } from "../../src/data/targetForm";
import { baselinesOf } from "../../src/session/engine/baselines";
import { trainingOf } from "../../src/session/engine/networkOf";
import { englishWords } from "../../src/words/english";
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
  /** What the page would ask first, because it is not certain; of its readings the chosen one is the question above. */
  readonly asks: readonly AskAnswer[];
  readonly decisions: readonly string[];
  readonly problems: readonly ProblemAnswer[];
  /** Measured on what is held out, in the units of the file. */
  readonly baselines: readonly ScoreAnswer[];
  /** Null where none was trained. */
  readonly network: ScoreAnswer | null;
  /** Of a forecast that was trained: by which share it is better than the strongest baseline, and the 95 % interval of that. */
  readonly comparison: ComparisonAnswer | null;
}

interface AskAnswer {
  readonly text: string;
  readonly readings: readonly { readonly text: string; readonly chosen: boolean }[];
}

interface ComparisonAnswer {
  readonly baseline: Baseline;
  readonly improvement: number | null;
  readonly interval: Interval | null;
}

type ScoreAnswer = Exclude<Score, NumberScore> | (Omit<NumberScore, "target"> & { readonly target?: string });

/** Columns by their names. */
interface QuestionAnswer {
  readonly kind: "forecast" | "classify" | "estimate" | "label";
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
  /** What is learnt of the targets: their values, or changes of them. */
  readonly form: TargetForm | null;
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
    asks: asksOf(table),
    decisions,
    problems: problems.map(problemAnswer),
    baselines: baselinesFor(run).map(scoreAnswer),
    ...(seconds > 0
      ? networkAnswer(await trainedEvaluation(run, seconds))
      : { network: null, comparison: null }),
  };
}

function scoreAnswer(score: Score): ScoreAnswer {
  if (!("rmse" in score)) return score;
  const { target, ...rest } = score;
  return { ...rest, ...(target !== undefined && { target: plainEnglish(target) }) };
}

function asksOf({ described, question, doubt }: TableFile): readonly AskAnswer[] {
  if (!doubt) return [];
  const { tableDialog } = englishWords;
  const isSeveral = "id" in question && question.id === doubt.id;
  const several = tableDialog.severalSeries({ column: idName(described.table.names, doubt) });
  return [
    {
      text: tableDialog.rowsQuestion,
      readings: [
        { text: several, chosen: isSeveral },
        { text: tableDialog.oneSeries, chosen: !isSeveral },
      ],
    },
  ];
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
  const { names } = described.table;
  const nameOf = (column: number) => names[column];
  const of = "id" in question ? question : { id: null };
  const time = "time" in question ? question.time : [];
  const spacing = timeSpacing(described, time, of);
  const { targets, ...rows } = askedOf(question);
  return {
    kind: "answer" in question && question.answer === "number" ? "estimate" : kinds[question.kind],
    targets: targets.map(nameOf),
    inputs: inputsOf(question).map(nameOf),
    id: of.id === null ? null : idName(names, of),
    time: time.map(nameOf),
    spacing: spacing && plainEnglish(spacingMessage(spacing)),
    ...rows,
  };
}

function askedOf(question: TableQuestion) {
  if (question.kind === "forecast") {
    const { targets, period: season, window: lookback, horizon } = question;
    return { targets, season, lookback, horizon, form: question.form ?? "value" };
  }
  const isCut = question.kind === "labelSteps" && question.id === null;
  return {
    targets: [question.label],
    season: null,
    lookback: isCut ? question.window : null,
    horizon: null,
    form: null,
  };
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

async function trainedEvaluation(run: MeasuredRun, seconds: number): Promise<Evaluation> {
  await trainFor(run, seconds);
  return (await evaluateRun(run)).evaluation;
}

/** A proposal asks for one column. */
function networkAnswer(evaluation: Evaluation): Pick<TableAnswer, "network" | "comparison"> {
  const [score] = networkScores(evaluation);
  const network = scoreAnswer(score);
  if (evaluation.kind !== "forecast") return { network, comparison: null };
  const [{ strongest: baseline, improvement, interval }] = evaluation.rows;
  return { network, comparison: { baseline, improvement, interval } };
}
