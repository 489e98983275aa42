/** In which forms a column can be forecast. */
import type { ColumnPreview, ForecastQuestion } from "../../../data/table/tableTypes";
import { rhythmOfTarget } from "../../../data/table/targetRhythm";
import { formParts, type TargetForm, targetForms } from "../../../data/targetForm";

const negative = /^[-\u2212(]/;

/** The one in use among them, also where the columns were changed since. */
export function formsOffered(
  columns: readonly ColumnPreview[],
  question: ForecastQuestion,
  column: number,
): readonly TargetForm[] {
  const { period, form: chosen } = rhythmOfTarget(question, column);
  const isBelowZero = negative.test(columns[column]?.min ?? "");
  return targetForms.filter((form) => {
    const { reference, logarithm } = formParts[form];
    const isPossible = (reference !== "season" || period !== null) && !(logarithm && isBelowZero);
    return isPossible || form === chosen;
  });
}

/** Without a season a change is one from the last row. */
export function formWithSeason(form: TargetForm, period: number | null): TargetForm {
  if (period !== null || formParts[form].reference !== "season") return form;
  return formParts[form].logarithm ? "relativeChange" : "change";
}
