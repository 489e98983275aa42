/** A form for the columns that are forecast, and what is read of them in it. */
import type { FittedColumn, Quantity } from "../examples";
import type { Pieces } from "../inTurns";
import { type ColumnForm, formParts, leadOf, type TargetTransform } from "../targetForm";
import type { RowSpan } from "./encodeColumns";
import { fitForm, limitsOf, logarithmOf, rangeWithin, readInForm } from "./fitForm";
import type { SequenceColumn } from "./sequenceTable";
import { kpssCritical, kpssStatistic } from "./stationarity";
import type { ForecastQuestion, PrepareOptions } from "./tableTypes";
import { rhythmsOf } from "./targetRhythm";

interface Prepared {
  readonly question: ForecastQuestion;
  readonly options: PrepareOptions;
  /** The rows of each series, and those of them that train. */
  readonly spans: readonly RowSpan[];
  readonly trains: readonly RowSpan[];
}

/**
 * What all series have in common. Null where values are forecast that have no limits.
 *
 * @param targets the K columns, [rows] each, without missing values
 * @param quantities of each, as people know it
 */
export function* transformOf(
  targets: readonly SequenceColumn[],
  quantities: readonly Quantity[],
  prepared: Prepared,
): Pieces<TargetTransform | null> {
  const { question, options, trains } = prepared;
  const columns: ColumnForm[] = [];
  for (const [k, { form, period }] of rhythmsOf(question).entries()) {
    const { reference, logarithm } = formParts[form];
    const season = reference === "season" ? (period ?? 1) : 1;
    const range = rangeWithin(targets[k].values, trains);
    const limits = options.limits === "kept" ? limitsOf(targets[k].name, range) : { least: null, most: null };
    const link = logarithm ? logarithmOf(range) : null;
    columns.push(fitColumn(targets[k], quantities[k], { form, season, limits, link, trains, prepared }));
    yield;
  }
  const isPlain = columns.every(({ form, limits }) => form === "value" && limits.least === null);
  return isPlain ? null : { columns };
}

/**
 * The same of one series that is scaled by itself: by what trains of it or, where that is too little for a change, by all of it, as
 * its quantities are.
 *
 * @param quantities of the series
 */
export function formsWithin(
  { columns }: TargetTransform,
  targets: readonly SequenceColumn[],
  quantities: readonly Quantity[],
  { series, ...prepared }: Prepared & { readonly series: number },
): readonly ColumnForm[] {
  const { start, end } = prepared.trains[series];
  return targets.map((target, k) => {
    const isEnough = end - start > Math.max(1, leadOf(columns[k]));
    const trains = [isEnough ? prepared.trains[series] : prepared.spans[series]];
    return fitColumn(target, quantities[k], { ...columns[k], trains, prepared });
  });
}

interface ColumnFit extends Pick<ColumnForm, "form" | "season" | "limits" | "link"> {
  readonly trains: readonly RowSpan[];
  readonly prepared: Prepared;
}

function fitColumn(
  { values }: SequenceColumn,
  { shift, scale }: Quantity,
  { form, season, limits, link, trains, prepared }: ColumnFit,
): ColumnForm {
  const { horizon } = prepared.question;
  if (form === "value")
    return { form, season, link, limits, scale, shifts: Array.from({ length: horizon }, () => shift) };
  const train = trains.map(({ start, end }) => values.subarray(start, end));
  return fitForm(train, { form, season, horizon, limits, link, scaling: prepared.options.scaling });
}

/** In which form a column is read; null where its values are. */
export type ReadForm = Pick<ColumnForm, "form" | "season" | "link"> | null;

/**
 * What the network reads: of the targets what it forecasts of them; and where that is a change, of all other numbers that do not
 * keep their level in the training part their change from row to row, as they too would leave what it has been trained on.
 */
export function* readForms(
  columns: readonly SequenceColumn[],
  transform: TargetTransform | null,
  { trains }: Pick<Prepared, "trains">,
): Pieces<readonly ReadForm[]> {
  if (!transform) return columns.map(() => null);
  const isRelative = transform.columns.some(({ form }) => formParts[form].reference !== "none");
  const forms: ReadForm[] = [];
  for (const [c, column] of columns.entries()) {
    const isTarget = c < transform.columns.length;
    const leaves =
      !isTarget && column.kind === "number" && isRelative && !(yield* keepsLevel(column.values, trains));
    forms.push(isTarget ? targetForm(transform, c) : leaves ? change : null);
    yield;
  }
  return forms;
}

/** Other rows of the same columns, as those are read that a network was trained on. */
export function readFormsAlike(
  transform: TargetTransform | null,
  fitted: readonly FittedColumn[],
): readonly ReadForm[] {
  return fitted.map((one, c) => {
    if (one.kind !== "number" || one.readAs === null) return null;
    return transform && c < transform.columns.length ? targetForm(transform, c) : change;
  });
}

const change: ReadForm = { form: "change", season: 1, link: null };

function targetForm({ columns }: TargetTransform, c: number): ReadForm {
  return columns[c].form === "value" ? null : columns[c];
}

/** A column, and in which form it is read. */
export type ReadColumn = Pick<SequenceColumn, "column" | "name" | "readAs">;

export const readColumns = (
  columns: readonly SequenceColumn[],
  forms: readonly ReadForm[],
): readonly ReadColumn[] =>
  columns.map(({ column, name }, c) => {
    const form = forms[c];
    return { column, name, ...(form && { readAs: form.form }) };
  });

/** As it is read, series by series: no change is one from the end of another. */
export function columnInForm(
  column: SequenceColumn,
  spans: readonly RowSpan[],
  form: ReadForm,
): SequenceColumn {
  if (!form) return column;
  const values = new Float64Array(column.values.length);
  for (const { start, end } of spans)
    readInForm(column.values.subarray(start, end), form, values.subarray(start, end));
  return { ...column, values, readAs: form.form };
}

/** Whether the most of what trains is of series in which it does. */
function* keepsLevel(values: Float64Array, trains: readonly RowSpan[]): Pieces<boolean> {
  let [kept, left] = [0, 0];
  for (const { start, end } of trains)
    if ((yield* kpssStatistic(values.subarray(start, end))) < kpssCritical) kept += end - start;
    else left += end - start;
  return kept > left;
}
