import type { DescribedTable } from "./describeTable";
import type { QuestionOutcome } from "./questionOutcome";
import { tableProblems } from "./tableProblems";
import type { PrepareOptions, TableProblem } from "./tableTypes";

/** All that is wrong, with the table itself and with what is asked of it, in the order in which it is shown. */
export function problemsOf(
  described: DescribedTable,
  options: PrepareOptions,
  { problems }: QuestionOutcome,
): readonly TableProblem[] {
  return [...tableProblems(described, options), ...problems];
}
