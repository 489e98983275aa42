import type { DescribedTable } from "./describeTable";
import { guessQuestions } from "./guessQuestions";
import { suggestOptions } from "./suggestOptions";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

/** What is proposed for a table, until somebody decides otherwise. */
export interface Proposal {
  /** One of each kind that the columns allow, ready to be asked, the likeliest first. */
  readonly questions: readonly TableQuestion[];
  /** How the first of them is best made ready. */
  readonly options: PrepareOptions;
}

export function proposalFor(described: DescribedTable): Proposal {
  const questions = guessQuestions(described);
  return { questions, options: suggestOptions(described, questions[0]) };
}
