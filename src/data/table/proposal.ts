import type { Pieces } from "../inTurns";
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

export function* proposalFor(described: DescribedTable): Pieces<Proposal> {
  const structure = described.preview.rowCount === 0 ? null : yield* rowStructure(described);
  const asSeveral = yield* guessQuestions(described, structure);
  const [several] = asSeveral;
  if (!structure || structure.isCertain || !several)
    return { questions: asSeveral, options: yield* suggestOptions(described, several) };
  const asOne = yield* guessQuestions(described, null);
  const [one] = asOne;
  const questions = structure.isLikely ? asSeveral : asOne;
  return {
    questions,
    options: yield* suggestOptions(described, questions[0]),
    doubt: rowsDoubt(described, structure, { several, one }),
  };
}
