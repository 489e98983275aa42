import type { SeriesId, TableQuestion } from "./tableTypes";

/** All that tell series apart. */
export const columnsOfId = ({ id, idWith = [] }: SeriesId): readonly number[] =>
  id === null ? [] : [id, ...idWith];

/** The same in a sentence. */
export const idName = (names: readonly string[], of: SeriesId): string =>
  columnsOfId(of)
    .map((column) => names[column])
    .join(" × ");

/** Every column that a question names. */
export function columnsOf(question: TableQuestion): readonly number[] {
  const named = (...columns: readonly (number | null)[]) => columns.filter((column) => column !== null);
  switch (question.kind) {
    case "forecast":
      return named(...columnsOfId(question), ...question.targets, ...question.inputs, ...question.time);
    case "classifyLong":
    case "labelSteps":
      return named(...columnsOfId(question), ...question.time, ...question.features, question.label);
    case "classifyWide":
      return named(...question.steps, question.label);
    case "classifyText":
      return named(question.text, question.label);
  }
}
