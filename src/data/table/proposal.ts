import type { DescribedTable } from "./describeTable";
import { guessQuestions } from "./guessQuestions";
import { rowStructure } from "./rowStructure";
import { type RowsDoubt, rowsDoubt } from "./rowsDoubt";
import { suggestOptions } from "./suggestOptions";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

/** What is proposed for a table, until somebody decides otherwise. */
export interface Proposal {
  /** One of each kind that the columns allow, ready to be asked, the likeliest first. */
  readonly questions: readonly TableQuestion[];
  /** How the first of them is best made ready. */
  readonly options: PrepareOptions;
  /** What has to be asked first, where it is not certain. */
  readonly doubt?: RowsDoubt;
}

export function proposalFor(described: DescribedTable): Proposal {
  const structure = described.preview.rowCount === 0 ? null : rowStructure(described);
  const questions = guessQuestions(described, structure);
  const [several] = questions;
  const proposal = { questions, options: suggestOptions(described, several) };
  if (!structure || structure.isCertain || !several) return proposal;
  const [one] = guessQuestions(described, null);
  return { ...proposal, doubt: rowsDoubt(described, structure, { several, one }) };
}
