/** A form for the columns that are forecast, and what is read of them in it. */
import type { Quantity } from "../examples";
import { formParts, leadOf, type TargetForm, type TargetTransform } from "../targetForm";
import { fitForm, limitsOf, logarithmOf, rangeOf, readInForm } from "./fitForm";
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
  readonly trainRows: number;
}

/**
 * Null where values are forecast that have no limits.
 *
 * @param targets the K columns, [rows] each, without missing values
 * @param quantities of each, as people know it
 */
export function transformOf(
  targets: readonly SequenceColumn[],
  quantities: readonly Quantity[],
  { question, options, trainRows }: Prepared,
): TargetTransform | null {
  const form = formOf(question);
  const { reference, logarithm } = formParts[form];
  const season = reference === "season" ? (question.period ?? 1) : 1;
  const { horizon } = question;
  const columns = targets.map(({ name, values }, k) => {
    const range = rangeOf(values);
    const limits = options.limits === "kept" ? limitsOf(name, range) : { least: null, most: null };
    const link = logarithm ? logarithmOf(range) : null;
    if (form === "value") {
      const { shift, scale } = quantities[k];
      return { link, limits, scale, shifts: Array.from({ length: horizon }, () => shift) };
    }
    const train = [values.subarray(0, trainRows)];
    return fitForm(train, { form, season, horizon, limits, link, scaling: options.scaling });
  });
  const isPlain = form === "value" && columns.every(({ limits }) => limits.least === null);
  return isPlain ? null : { form, season, columns };
}

/**
 * What the network reads: of the targets what it forecasts of them; and where that is a change, of all other numbers that do not
 * keep their level in the training part their change from row to row, as they too would leave what it has been trained on.
 */
export function readColumns(
  columns: readonly SequenceColumn[],
  transform: TargetTransform | null,
  trainRows: number,
): readonly SequenceColumn[] {
  if (!transform || transform.form === "value") return columns;
  const { form, season } = transform;
  const isRelative = formParts[form].reference !== "none";
  return columns.map((column, c) => {
    const { kind, values } = column;
    if (kind !== "number") return column;
    if (c < transform.columns.length) {
      const { link } = transform.columns[c];
      return { ...column, values: readInForm(values, { form, season, link }), readAs: form };
    }
    if (!isRelative || kpssStatistic(values.subarray(0, trainRows)) < kpssCritical) return column;
    return {
      ...column,
      values: readInForm(values, { form: "change", season: 1, link: null }),
      readAs: "change" as const,
    };
  });
}
