/** From a table and a question to sequences with answers. */

import { message } from "../../words/message";
import type { ExampleData } from "../exampleData";
import { failure, type Result, success } from "../result";
import { startBreathing } from "./breathing";
import { columnsOf } from "./columnsOf";
import type { DescribedTable } from "./describeTable";
import type { PrepareContext } from "./prepareContext";
import { prepareForecast } from "./prepareForecast";
import { prepareSequences } from "./prepareSequences";
import { prepareText } from "./prepareText";
import { prepareWide } from "./prepareWide";
import { type QuestionOutcome, stopped } from "./questionOutcome";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

/**
 * What becomes of the question, with all that is in its way. Rejects with the signal's reason when it is aborted, and never
 * else.
 */
export async function askTable(
  described: DescribedTable,
  question: TableQuestion,
  options: PrepareOptions,
  signal?: AbortSignal,
): Promise<QuestionOutcome> {
  const flaw = flawOf(described, question, options);
  if (flaw) return flaw;
  const context: PrepareContext = { options, breathing: startBreathing(signal) };
  switch (question.kind) {
    case "forecast":
      return prepareForecast(described, question, context);
    case "classifyLong":
    case "labelSteps":
      return prepareSequences(described, question, context);
    case "classifyWide":
      return prepareWide(described, question, context);
    case "classifyText":
      return prepareText(described, question, context);
  }
}

/** What the question needs, or the first thing that stops it. */
export function resultOf(
  described: DescribedTable,
  { data, problems }: QuestionOutcome,
): Result<ExampleData> {
  if (data) return success(data);
  const stops = [...described.preview.problems, ...problems].find(({ severity }) => severity === "stops");
  return failure(stops?.message ?? message("table.notPrepared"));
}

/** What is wrong before any cell is looked at. */
function flawOf(
  { preview, table }: DescribedTable,
  question: TableQuestion,
  { heldOutShare }: PrepareOptions,
): QuestionOutcome | null {
  if (preview.problems.some(({ severity }) => severity === "stops"))
    return { problems: [], decisions: [], data: null };
  const exists = (column: number) => Number.isInteger(column) && column >= 0 && column < table.columns.length;
  if (!columnsOf(question).every(exists)) {
    return stopped({ kind: "question", message: message("table.unknownColumn") });
  }
  if (heldOutShare > 0 && heldOutShare < 1) return null;
  return stopped({ kind: "question", message: message("table.heldOutShareOutside") });
}
