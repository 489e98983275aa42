/** Where the held-out part leaves what a network is trained on, and where there is little of either. */
import { message } from "../../words/message";
import { targetForms } from "../targetForm";
import { type CompleteSeries, countWindows, spansOf, trainSpansOf } from "./completeSeries";
import type { DescribedTable } from "./describeTable";
import type { RowSpan } from "./encodeColumns";
import { isPossible, rangeOf, rangeWithin } from "./fitForm";
import type { PrepareContext } from "./prepareContext";
import { keepColumns, type SequenceColumn, type SequenceTable } from "./sequenceTable";
import { optionChoice } from "./tableProblems";
import type { ForecastQuestion, TableProblem } from "./tableTypes";
import { rhythmsOf, withRhythm } from "./targetRhythm";

/** What is judged: all series together or, where each is scaled by itself, each by its own range. */
interface Judged extends CompleteSeries {
  readonly isAlone: boolean;
}

/** A network goes on a little beyond what it has seen: so much of the range of training is no reason to say anything. */
const littleBeyond = 0.1;
/** Of many series one may leave a little by chance: this much says something of one alone. */
const muchBeyond = 0.5;
/** An input that leaves by so many ranges of training says nothing there. */
const farBeyond = 10;

interface Departure {
  readonly train: { readonly least: number; readonly most: number };
  readonly heldOut: { readonly least: number; readonly most: number };
  /** How far it leaves, in ranges of training. */
  readonly ranges: number;
  /** The first row that lies outside. */
  readonly first: number;
  /** Of which series, where each is judged by itself. */
  readonly series: string | null;
  /** How many rows of it are held out. */
  readonly rows: number;
}

/** Of all series together or, where each is judged by itself, of each that leaves its range; the furthest first. */
function departuresOf(column: SequenceColumn, judged: Judged): readonly Departure[] {
  const { table, isTrain, ids, isAlone } = judged;
  const whole = { start: 0, end: table.rows.length };
  const all = rangeWhere(column, whole, { isTrain, flag: 1 });
  const departures = (isAlone ? spansOf(table) : [whole]).flatMap((span, series): readonly Departure[] => {
    const train = rangeWhere(column, span, { isTrain, flag: 1 });
    const heldOut = rangeWhere(column, span, { isTrain, flag: 0 });
    const beyond = Math.max(heldOut.most - train.most, train.least - heldOut.least);
    if (!(beyond > 0) || !Number.isFinite(beyond)) return [];
    // One series that was constant is measured by what the column usually does.
    const ranges = beyond / (train.most - train.least || all.most - all.least);
    const isOutside = (row: number) => column.values[row] > train.most || column.values[row] < train.least;
    let first = span.start;
    while (isTrain[first] === 1 || !isOutside(first)) first++;
    const rows = isTrain.subarray(span.start, span.end).reduce((count, trains) => count + 1 - trains, 0);
    return [{ train, heldOut, ranges, first, series: isAlone ? ids[series] : null, rows }];
  });
  return departures.sort((a, b) => b.ranges - a.ranges);
}

/** Of a column that is forecast: one series far, or most of what is held out a little. */
function departureOf(column: SequenceColumn, judged: Judged): Departure | null {
  const leaving = departuresOf(column, judged).filter(({ ranges }) => ranges >= littleBeyond);
  const rows = leaving.reduce((sum, departure) => sum + departure.rows, 0);
  const [furthest] = leaving;
  const isSaid = furthest && (furthest.ranges >= muchBeyond || 2 * rows > heldOutRows(judged));
  return isSaid ? furthest : null;
}

function rangeWhere(
  { values }: SequenceColumn,
  { start, end }: RowSpan,
  { isTrain, flag }: { readonly isTrain: Uint8Array; readonly flag: number },
) {
  return rangeOf(values.subarray(start, end), { flags: isTrain.subarray(start, end), flag });
}

const heldOutRows = ({ isTrain }: CompleteSeries): number =>
  isTrain.reduce((count, trains) => count + 1 - trains, 0);

/** Of the columns that are forecast, with the numbers and the forms that can be chosen instead. */
export function leavesRange(
  described: DescribedTable,
  question: ForecastQuestion,
  judged: Judged,
): readonly TableProblem[] {
  const { table } = judged;
  const targets = table.columns.slice(0, question.targets.length);
  return rhythmsOf(question).flatMap(({ form: current, period }, k): readonly TableProblem[] => {
    const target = targets[k];
    const departure = departureOf(target, judged);
    if (!departure) return [];
    const range = rangeWithin(target.values, trainSpansOf(judged));
    const possible = targetForms.filter((form) => isPossible(form, range, period));
    const { train, heldOut, series } = departure;
    const row = described.table.rowNumber(table.rows[departure.first]);
    const column = described.table.names[target.column];
    return [
      {
        kind: "leavesRange",
        severity: "warns",
        message: message("table.leavesRange", {
          series,
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
        count: heldOutRows(judged),
        choices: possible.map((form) => ({
          label: message("table.forecastForm", { form }),
          change: { kind: "question", question: withRhythm(question, target.column, { form }) },
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
export async function farInputs(
  described: DescribedTable,
  judged: Judged,
  targets: number,
  { options, breathing }: PrepareContext,
): Promise<FarInputs> {
  const { table } = judged;
  const far: (Departure & { readonly column: number })[] = [];
  for (const column of table.columns.slice(targets)) {
    const [departure] = column.kind === "number" ? departuresOf(column, judged) : [];
    if (departure && departure.ranges > farBeyond) far.push({ column: column.column, ...departure });
    await breathing.breathe();
  }
  const leavesOut = options.farInputs === "leaveOut";
  const isOut = (column: number) => leavesOut && far.some((one) => one.column === column);
  return {
    table: keepColumns(table, ({ column }) => !isOut(column)),
    read: (columns) => columns.filter((column) => !isOut(column)),
    problems: far.map(({ column, train, heldOut, first, series }) => {
      const row = described.table.rowNumber(table.rows[first]);
      return {
        kind: "farInput",
        severity: "warns",
        message: message("table.farInput", {
          series,
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
        count: heldOutRows(judged),
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
  part: CompleteSeries,
): readonly TableProblem[] {
  const { table } = part;
  const rows = table.rows.length;
  const { train: trained, heldOut } = countWindows(part, question);
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
