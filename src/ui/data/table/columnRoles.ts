/** The part that each column plays in a question, and what becomes of the other parts when one is given to another column. */
import { columnsOfId } from "../../../data/table/columnsOf";
import type { TableQuestion } from "../../../data/table/tableTypes";

export type ColumnRole = "forecast" | "input" | "time" | "sequence" | "label" | "step" | "text" | "unused";

export function roleOf(column: number, question: TableQuestion | null): ColumnRole {
  if (!question) return "unused";
  if ("label" in question && column === question.label) return "label";
  if ("id" in question && columnsOfId(question).includes(column)) return "sequence";
  if ("time" in question && question.time.includes(column)) return "time";
  switch (question.kind) {
    case "forecast":
      if (question.targets.includes(column)) return "forecast";
      return question.inputs.includes(column) ? "input" : "unused";
    case "classifyWide":
      return question.steps.includes(column) ? "step" : "unused";
    case "classifyText":
      return column === question.text ? "text" : "unused";
    default:
      return question.features.includes(column) ? "input" : "unused";
  }
}

/** A column that is the label, the id or the time is nothing that the network reads besides. */
export function withoutOverlap<Q extends TableQuestion>(question: Q): Q {
  const taken = new Set([
    ...("label" in question ? [question.label] : []),
    ...("id" in question ? columnsOfId(question) : []),
    ...("time" in question ? question.time : []),
  ]);
  const free = (columns: readonly number[]) => columns.filter((column) => !taken.has(column));
  switch (question.kind) {
    case "forecast": {
      const targets = free(question.targets);
      const inputs = free(question.inputs).filter((column) => !targets.includes(column));
      return { ...question, targets, inputs };
    }
    case "classifyWide":
      return { ...question, steps: free(question.steps) };
    case "classifyText":
      return question;
    default:
      return { ...question, features: free(question.features) };
  }
}
