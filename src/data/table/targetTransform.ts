/** A form for the columns that are forecast, and what is read of them in it. */
import type { FittedColumn, Quantity } from "../examples";
import { type ColumnForm, formParts, leadOf, type TargetForm, type TargetTransform } from "../targetForm";
import type { RowSpan } from "./encodeColumns";
import { fitForm, limitsOf, logarithmOf, rangeWithin, readInForm } from "./fitForm";
import type { SequenceColumn } from "./sequenceTable";
import { kpssCritical, kpssStatistic } from "./stationarity";
import type { ForecastQuestion, PrepareOptions } from "./tableTypes";

export const formOf = ({ form }: ForecastQuestion): TargetForm => form ?? "value";

/** Rows that must lie before the first window. */
export const leadOfQuestion = (question: ForecastQuestion): number =>
  leadOf({ form: formOf(question), season: question.period ?? 1 });

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
export function transformOf(
  targets: readonly SequenceColumn[],
  quantities: readonly Quantity[],
  prepared: Prepared,
): TargetTransform | null {
  const { question, options, trains } = prepared;
  const form = formOf(question);
  const { reference, logarithm } = formParts[form];
  const season = reference === "season" ? (question.period ?? 1) : 1;
  const columns = targets.map((target, k) => {
    const range = rangeWithin(target.values, trains);
    const limits = options.limits === "kept" ? limitsOf(target.name, range) : { least: null, most: null };
    const link = logarithm ? logarithmOf(range) : null;
    return fitColumn(target, quantities[k], { form, season, limits, link, trains, prepared });
  });
  const isPlain = form === "value" && columns.every(({ limits }) => limits.least === null);
  return isPlain ? null : { form, season, columns };
}

/**
 * The same of one series that is scaled by itself: by what trains of it or, where that is too little for a change, by all of it, as
 * its quantities are.
 *
 * @param quantities of the series
 */
export function formsWithin(
  { form, season, columns }: TargetTransform,
  targets: readonly SequenceColumn[],
  quantities: readonly Quantity[],
  { series, ...prepared }: Prepared & { readonly series: number },
): readonly ColumnForm[] {
  const { start, end } = prepared.trains[series];
  const isEnough = end - start > Math.max(1, leadOf({ form, season }));
  const trains = [isEnough ? prepared.trains[series] : prepared.spans[series]];
  return targets.map((target, k) =>
    fitColumn(target, quantities[k], { ...columns[k], form, season, trains, prepared }),
  );
}

interface ColumnFit extends Pick<TargetTransform, "form" | "season">, Pick<ColumnForm, "limits" | "link"> {
  readonly trains: readonly RowSpan[];
  readonly prepared: Prepared;
}

function fitColumn(
  { values }: SequenceColumn,
  { shift, scale }: Quantity,
  { form, season, limits, link, trains, prepared }: ColumnFit,
): ColumnForm {
  const { horizon } = prepared.question;
  if (form === "value") return { link, limits, scale, shifts: Array.from({ length: horizon }, () => shift) };
  const train = trains.map(({ start, end }) => values.subarray(start, end));
  return fitForm(train, { form, season, horizon, limits, link, scaling: prepared.options.scaling });
}

/**
 * What the network reads: of the targets what it forecasts of them; and where that is a change, of all other numbers that do not
 * keep their level in the training part their change from row to row, as they too would leave what it has been trained on. All
 * that series by series: no change is one from the end of another.
 */
export function readColumns(
  columns: readonly SequenceColumn[],
  transform: TargetTransform | null,
  { spans, trains }: Pick<Prepared, "spans" | "trains">,
): readonly SequenceColumn[] {
  if (!transform || transform.form === "value") return columns;
  const isRelative = formParts[transform.form].reference !== "none";
  return columnsInForms(columns, spans, (column, c) => {
    if (c < transform.columns.length) return targetForm(transform, c);
    return isRelative && !keepsLevel(column.values, trains) ? change : null;
  });
}

/** Other rows of the same columns, as those are read that a network was trained on. */
export function readColumnsAlike(
  columns: readonly SequenceColumn[],
  transform: TargetTransform | null,
  fitted: readonly FittedColumn[],
  spans: readonly RowSpan[],
): readonly SequenceColumn[] {
  return columnsInForms(columns, spans, (_, c) => {
    const one = fitted[c];
    if (one.kind !== "number" || one.readAs === null) return null;
    return transform && c < transform.columns.length ? targetForm(transform, c) : change;
  });
}

type ReadForm = Parameters<typeof readInForm>[1];

const change: ReadForm = { form: "change", season: 1, link: null };

const targetForm = ({ form, season, columns }: TargetTransform, c: number): ReadForm => ({
  form,
  season,
  link: columns[c].link,
});

/** @param formOf of a column of numbers; null where its values are read */
function columnsInForms(
  columns: readonly SequenceColumn[],
  spans: readonly RowSpan[],
  formOf: (column: SequenceColumn, c: number) => ReadForm | null,
): readonly SequenceColumn[] {
  return columns.map((column, c) => {
    const how = column.kind === "number" ? formOf(column, c) : null;
    if (!how) return column;
    const read = new Float64Array(column.values.length);
    for (const { start, end } of spans) read.set(readInForm(column.values.subarray(start, end), how), start);
    return { ...column, values: read, readAs: how.form };
  });
}

/** Whether the most of what trains is of series in which it does. */
function keepsLevel(values: Float64Array, trains: readonly RowSpan[]): boolean {
  let [kept, left] = [0, 0];
  for (const { start, end } of trains)
    if (kpssStatistic(values.subarray(start, end)) < kpssCritical) kept += end - start;
    else left += end - start;
  return kept > left;
}
