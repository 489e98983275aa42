import type { TableQuestion } from "./tableTypes";

/** Every column that a question names. */
export function columnsOf(question: TableQuestion): readonly number[] {
  const named = (...columns: readonly (number | null)[]) => columns.filter((column) => column !== null);
  switch (question.kind) {
    case "forecast":
      return named(question.id, ...question.targets, ...question.inputs, ...question.time);
    case "classifyLong":
    case "labelSteps":
      return named(question.id, ...question.time, ...question.features, question.label);
    case "classifyWide":
      return named(...question.steps, question.label);
    case "classifyText":
      return named(question.text, question.label);
  }
}
