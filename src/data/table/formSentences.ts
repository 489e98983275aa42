/** In which form is forecast, why, and where answers end. */
import { identityOf, type Message, message } from "../../words/message";
import type { Pieces } from "../inTurns";
import { formParts, type TargetTransform } from "../targetForm";
import type { DescribedTable } from "./describeTable";
import type { RowSpan } from "./encodeColumns";
import { logarithmOf, rangeWithin } from "./fitForm";
import { guessedFormOf, whyNoSeason } from "./guessForecast";
import { listedNames } from "./listed";
import type { SequenceColumn } from "./sequenceTable";
import { type Spacing, stepsMessage } from "./spacing";
import type { ForecastQuestion } from "./tableTypes";
import { rhythmsOf } from "./targetRhythm";
import type { ReadColumn } from "./targetTransform";

/** Where the columns have no such form. */
export function impossibleForm(
  { table: { names } }: DescribedTable,
  question: ForecastQuestion,
  targets: readonly SequenceColumn[],
  trains: readonly RowSpan[],
) {
  for (const [k, { column: index, form, period }] of rhythmsOf(question).entries()) {
    const { reference, logarithm } = formParts[form];
    const column = names[index];
    if (reference === "season" && period === null)
      return { kind: "question" as const, column, message: message("table.formNeedsSeason", { form }) };
    if (logarithm && logarithmOf(rangeWithin(targets[k].values, trains)) === null)
      return {
        kind: "question" as const,
        column,
        message: message("table.formNeedsPositive", { form, column }),
      };
  }
  return null;
}

interface InForm {
  readonly transform: TargetTransform | null;
  /** How columns are read; the targets first. */
  readonly read: readonly ReadColumn[];
}

export function* formSentences(
  described: DescribedTable,
  question: ForecastQuestion,
  { transform, read }: InForm,
): Pieces<readonly Message[]> {
  const changes = read.slice(question.targets.length).filter(({ readAs }) => readAs !== undefined);
  const forms: Message[] = [];
  for (const { column, form, period } of rhythmsOf(question)) {
    const guessed = yield* guessedFormOf(described, { ...question, targets: [column], period });
    const reason = guessed.form === form ? guessed.reason : null;
    forms.push(message("table.formUsed", { form, reason, several: guessed.several }));
  }
  return [
    ...saidOfEach(described, question, forms),
    ...(changes.length > 0
      ? [message("table.readAsChanges", { columns: listedNames(changes.map(({ name }) => name)) })]
      : []),
    ...limitSentences(question, { transform, read }),
  ];
}

/** After how many rows each column repeats. */
export function* seasonSentences(
  described: DescribedTable,
  question: ForecastQuestion,
  spacing: Spacing | null,
): Pieces<readonly Message[]> {
  const seasons: Message[] = [];
  for (const { column, period } of rhythmsOf(question))
    seasons.push(
      period === null
        ? message("table.noSeason", yield* whyNoSeason(described, { ...question, targets: [column] }))
        : message("table.season", { steps: stepsMessage(period, spacing) }),
    );
  return saidOfEach(described, question, seasons);
}

/** Once, where the same is said of all. */
function saidOfEach(
  { table: { names } }: DescribedTable,
  { targets }: ForecastQuestion,
  sentences: readonly Message[],
): readonly Message[] {
  const [first] = sentences;
  if (sentences.every((sentence) => identityOf(sentence) === identityOf(first))) return sentences.slice(0, 1);
  return sentences.map((sentence, k) => message("table.ofColumn", { column: names[targets[k]], sentence }));
}

function limitSentences(question: ForecastQuestion, { transform, read }: InForm): readonly Message[] {
  if (!transform) return [];
  return read.slice(0, question.targets.length).flatMap(({ name }, k) => {
    const { least, most, isWhole = false } = transform.columns[k].limits;
    if (least === null) return [];
    return [message("table.limited", { column: name, isShare: most !== null, isWhole })];
  });
}
