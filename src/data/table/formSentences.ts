/** In which form is forecast, why, and where answers end. */
import { type Message, message } from "../../words/message";
import { formParts, type TargetTransform } from "../targetForm";
import type { DescribedTable } from "./describeTable";
import type { RowSpan } from "./encodeColumns";
import { logarithmOf, rangeWithin } from "./fitForm";
import { guessedFormOf } from "./guessForecast";
import { listedNames } from "./listed";
import type { SequenceColumn } from "./sequenceTable";
import type { ForecastQuestion } from "./tableTypes";
import { formOf } from "./targetTransform";

/** Where the columns have no such form. */
export function impossibleForm(
  { table: { names } }: DescribedTable,
  question: ForecastQuestion,
  targets: readonly SequenceColumn[],
  trains: readonly RowSpan[],
) {
  const form = formOf(question);
  const { reference, logarithm } = formParts[form];
  if (reference === "season" && question.period === null)
    return { kind: "question" as const, message: message("table.formNeedsSeason", { form }) };
  const unfit = logarithm
    ? targets.find(({ values }) => logarithmOf(rangeWithin(values, trains)) === null)
    : undefined;
  if (!unfit) return null;
  const column = names[unfit.column];
  return { kind: "question" as const, column, message: message("table.formNeedsPositive", { form, column }) };
}

interface InForm {
  readonly transform: TargetTransform | null;
  /** As they are read; the targets first. */
  readonly read: readonly SequenceColumn[];
}

export function formSentences(
  described: DescribedTable,
  question: ForecastQuestion,
  { transform, read }: InForm,
): readonly Message[] {
  const form = formOf(question);
  const guessed = guessedFormOf(described, question);
  const changes = read.slice(question.targets.length).filter(({ readAs }) => readAs !== undefined);
  return [
    message("table.formUsed", {
      form,
      reason: guessed.form === form ? guessed.reason : null,
      several: guessed.several,
    }),
    ...(changes.length > 0
      ? [message("table.readAsChanges", { columns: listedNames(changes.map(({ name }) => name)) })]
      : []),
    ...limitSentences(question, { transform, read }),
  ];
}

function limitSentences(question: ForecastQuestion, { transform, read }: InForm): readonly Message[] {
  if (!transform) return [];
  return read.slice(0, question.targets.length).flatMap(({ name }, k) => {
    const { least, most, isWhole = false } = transform.columns[k].limits;
    if (least === null) return [];
    return [message("table.limited", { column: name, isShare: most !== null, isWhole })];
  });
}
