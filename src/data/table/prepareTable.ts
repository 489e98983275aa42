/** From a table and a question to sequences with answers. */
import type { PreparedData } from "../prepared";
import { failure, type Result, success } from "../result";
import { startBreathing } from "./breathing";
import type { DescribedTable } from "./describeTable";
import { type Preparation, stopped } from "./preparation";
import { prepareForecast } from "./prepareForecast";
import { prepareSequences } from "./prepareSequences";
import { prepareText } from "./prepareText";
import { prepareWide } from "./prepareWide";
import type { Preparing } from "./preparing";
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
): Promise<Preparation> {
  const flaw = flawOf(described, question, options);
  if (flaw) return flaw;
  const preparing: Preparing = { options, breathing: startBreathing(signal) };
  switch (question.kind) {
    case "forecast":
      return prepareForecast(described, question, preparing);
    case "classifyLong":
    case "labelSteps":
      return prepareSequences(described, question, preparing);
    case "classifyWide":
      return prepareWide(described, question, preparing);
    case "classifyText":
      return prepareText(described, question, preparing);
  }
}

/** What the question needs, or the first thing that stops it. */
export async function prepareTable(
  described: DescribedTable,
  question: TableQuestion,
  options: PrepareOptions,
): Promise<Result<PreparedData>> {
  return resultOf(described, await askTable(described, question, options));
}

export function resultOf(described: DescribedTable, { data, problems }: Preparation): Result<PreparedData> {
  if (data) return success(data);
  const stops = [...described.preview.problems, ...problems].find(({ severity }) => severity === "stops");
  return failure(stops?.message ?? "The table cannot be made ready for this question. Change the question.");
}

/** What is wrong before any cell is looked at. */
function flawOf(
  { preview, table }: DescribedTable,
  question: TableQuestion,
  { heldOutShare }: PrepareOptions,
): Preparation | null {
  if (preview.problems.some(({ severity }) => severity === "stops"))
    return { problems: [], decisions: [], data: null };
  const exists = (column: number) => Number.isInteger(column) && column >= 0 && column < table.columns.length;
  if (!columnsOf(question).every(exists)) {
    return stopped({
      kind: "question",
      message: "The question names a column that the table does not have. Choose its columns again.",
    });
  }
  if (heldOutShare > 0 && heldOutShare < 1) return null;
  return stopped({
    kind: "question",
    message: "The held-out part must be more than nothing and less than everything. Choose another share.",
  });
}

function columnsOf(question: TableQuestion): readonly number[] {
  switch (question.kind) {
    case "forecast":
      return [...question.targets, ...question.inputs, ...given(question.time)];
    case "classifyLong":
      return [question.id, question.label, ...question.features, ...given(question.time)];
    case "classifyWide":
      return [question.label, ...question.steps];
    case "classifyText":
      return [question.text, question.label];
    case "labelSteps":
      return [question.label, ...question.features, ...given(question.time), ...given(question.id)];
  }
}

const given = (column: number | null): readonly number[] => (column === null ? [] : [column]);
