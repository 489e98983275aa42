/** What becomes of a question: the data that it needs, or what is in the way. */

import type { Said } from "../../words/message";
import type { ExampleData } from "../exampleData";
import type { TableProblem } from "./tableTypes";

export interface QuestionOutcome {
  /** Of the question; those of the table itself are in its preview. */
  readonly problems: readonly TableProblem[];
  /** What was decided, in sentences. */
  readonly decisions: readonly Said[];
  /** Null where a problem stops it. */
  readonly data: ExampleData | null;
}

/** A problem that stops it, and what was found before. */
export function stopped(
  problem: Pick<TableProblem, "kind" | "message"> & Partial<TableProblem>,
  before: readonly TableProblem[] = [],
): QuestionOutcome {
  const whole = { row: null, column: null, count: 1, choices: [], ...problem, severity: "stops" as const };
  return { problems: [...before, whole], decisions: [], data: null };
}
