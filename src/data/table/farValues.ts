/** Where the held-out part leaves what a network is trained on, and where there is little of either. */
import { message } from "../../words/message";
import { targetForms } from "../targetForm";
import type { DescribedTable } from "./describeTable";
import { isPossible, rangeOf } from "./fitForm";
import { keepColumns, type SequenceColumn, type SequenceTable } from "./sequenceTable";
import { optionChoice } from "./tableProblems";
import type { ForecastQuestion, PrepareOptions, TableProblem } from "./tableTypes";
import { formOf, leadOfQuestion } from "./targetTransform";

/** A series and where its held-out part begins. */
interface Parts {
  readonly table: SequenceTable;
  readonly trainRows: number;
}

/** A network goes on a little beyond what it has seen: so much of the range of training is no reason to say anything. */
const littleBeyond = 0.1;
/** An input that leaves by so many ranges of training says nothing there. */
const farBeyond = 10;

interface Departure {
  readonly train: { readonly least: number; readonly most: number };
  readonly heldOut: { readonly least: number; readonly most: number };
  /** How far it leaves, in ranges of training. */
  readonly ranges: number;
  /** The first row of the series that lies outside. */
  readonly first: number;
}

function departureOf({ values }: SequenceColumn, trainRows: number): Departure | null {
  const train = rangeOf(values.subarray(0, trainRows));
  const heldOut = rangeOf(values.subarray(trainRows));
  const beyond = Math.max(heldOut.most - train.most, train.least - heldOut.least);
  if (!(beyond > 0)) return null;
  const isOutside = (value: number) => value > train.most || value < train.least;
  const first = trainRows + values.subarray(trainRows).findIndex(isOutside);
  return { train, heldOut, ranges: beyond / (train.most - train.least), first };
}

/** Of the columns that are forecast, with the numbers and the forms that can be chosen instead. */
export function leavesRange(
  described: DescribedTable,
  question: ForecastQuestion,
  { table, trainRows }: Parts,
): readonly TableProblem[] {
  const targets = table.columns.slice(0, question.targets.length);
  const current = formOf(question);
  const possible = targetForms.filter((form) =>
    targets.every(({ values }) => isPossible(form, rangeOf(values), question.period)),
  );
  return targets.flatMap((target): readonly TableProblem[] => {
    const departure = departureOf(target, trainRows);
    if (!departure || departure.ranges < littleBeyond) return [];
    const { train, heldOut } = departure;
    const row = described.table.rowNumber(table.rows[departure.first]);
    const column = described.table.names[target.column];
    return [
      {
        kind: "leavesRange",
        severity: "warns",
        message: message("table.leavesRange", {
          column,
          row,
          isAbove: heldOut.most - train.most >= train.least - heldOut.least,
          least: heldOut.least,
          most: heldOut.most,
          trainLeast: train.least,
          trainMost: train.most,
          form: current,
        }),
        row,
        column,
        count: table.rows.length - trainRows,
        choices: possible.map((form) => ({
          label: message("table.forecastForm", { form }),
          change: { kind: "question", question: { ...question, form } },
          chosen: form === current,
        })),
      },
    ];
  });
}

interface FarInputs {
  /** Without those that are left out. */
  readonly table: SequenceTable;
  readonly problems: readonly TableProblem[];
  /** Those of the columns that are read. */
  read(columns: readonly number[]): readonly number[];
}

/** Further inputs that are of another size in the held-out part. */
export function farInputs(
  described: DescribedTable,
  { table, trainRows }: Parts,
  targets: number,
  options: PrepareOptions,
): FarInputs {
  const far = table.columns.slice(targets).flatMap((column) => {
    const departure = column.kind === "number" ? departureOf(column, trainRows) : null;
    return departure && departure.ranges > farBeyond ? [{ column: column.column, ...departure }] : [];
  });
  const leavesOut = options.farInputs === "leaveOut";
  const isOut = (column: number) => leavesOut && far.some((one) => one.column === column);
  return {
    table: keepColumns(table, ({ column }) => !isOut(column)),
    read: (columns) => columns.filter((column) => !isOut(column)),
    problems: far.map(({ column, train, heldOut, first }) => {
      const row = described.table.rowNumber(table.rows[first]);
      return {
        kind: "farInput",
        severity: "warns",
        message: message("table.farInput", {
          column: described.table.names[column],
          row,
          least: heldOut.least,
          most: heldOut.most,
          trainLeast: train.least,
          trainMost: train.most,
          isOut: leavesOut,
        }),
        row,
        column: described.table.names[column],
        count: table.rows.length - trainRows,
        choices: [
          optionChoice(message("table.leaveOut"), "farInputs", "leaveOut", options),
          optionChoice(message("table.readAllTheSame"), "farInputs", "read", options),
        ],
      };
    }),
  };
}

/** Windows that train, and forecasts that are held out, below which it is said before training that they are few. */
const fewestTrained = 10;
const fewestHeldOut = 5;

export function fewRows(
  described: DescribedTable,
  question: ForecastQuestion,
  { table, trainRows }: Parts,
): readonly TableProblem[] {
  const { window, horizon } = question;
  const rows = table.rows.length;
  const trained = trainRows - leadOfQuestion(question) - window - horizon + 1;
  const heldOut = rows - trainRows - horizon + 1;
  if (trained >= fewestTrained && heldOut >= fewestHeldOut) return [];
  return [
    {
      kind: "fewRows",
      severity: "warns",
      message: message("table.fewRows", { rows, trained, heldOut }),
      row: described.table.rowNumber(table.rows[0]),
      column: null,
      count: rows,
      choices: [],
    },
  ];
}
