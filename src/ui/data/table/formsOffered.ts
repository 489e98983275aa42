/** In which forms the chosen columns can be forecast. */
import type { ColumnPreview, ForecastQuestion } from "../../../data/table/tableTypes";
import { formOf } from "../../../data/table/targetTransform";
import { formParts, type TargetForm, targetForms } from "../../../data/targetForm";

const negative = /^[-\u2212(]/;

/** The one in use among them, also where the columns were changed since. */
export function formsOffered(
  columns: readonly ColumnPreview[],
  question: ForecastQuestion,
): readonly TargetForm[] {
  const isBelowZero = question.targets.some((column) => negative.test(columns[column]?.min ?? ""));
  return targetForms.filter((form) => {
    const { reference, logarithm } = formParts[form];
    const isPossible = (reference !== "season" || question.period !== null) && !(logarithm && isBelowZero);
    return isPossible || form === formOf(question);
  });
}

/** Without a season a change is one from the last row. */
export function formWithSeason(form: TargetForm, period: number | null): TargetForm {
  if (period !== null || formParts[form].reference !== "season") return form;
  return formParts[form].logarithm ? "relativeChange" : "change";
}
