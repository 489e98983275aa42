/** From a table and a question to sequences with answers. */
import type { PreparedData } from "../prepared";
import { failure, type Result, success } from "../result";
import type { DescribedTable } from "./describeTable";
import { type Preparation, stopped } from "./preparation";
import { prepareForecast } from "./prepareForecast";
import { prepareSequences } from "./prepareSequences";
import { prepareWide } from "./prepareWide";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

/** What becomes of the question, with all that is in its way. Never throws. */
export function askTable(
  described: DescribedTable,
  question: TableQuestion,
  options: PrepareOptions,
): Preparation {
  const stops = described.preview.problems.find(({ severity }) => severity === "stops");
  if (stops) return { problems: [], decisions: [], data: null };
  const count = described.table.columns.length;
  if (columnsOf(question).some((column) => !(Number.isInteger(column) && column >= 0 && column < count)))
    return stopped({
      kind: "question",
      message: "The question names a column that the table does not have. Choose its columns again.",
    });
  if (!(options.heldOutShare > 0 && options.heldOutShare < 1))
    return stopped({
      kind: "question",
      message: "The held-out part must be more than nothing and less than everything. Choose another share.",
    });
  switch (question.kind) {
    case "forecast":
      return prepareForecast(described, question, options);
    case "classifyLong":
    case "labelSteps":
      return prepareSequences(described, question, options);
    case "classifyWide":
      return prepareWide(described, question, options);
  }
}

/** What the question needs, or the first thing that stops it. */
export function prepareTable(
  described: DescribedTable,
  question: TableQuestion,
  options: PrepareOptions,
): Result<PreparedData> {
  const { data, problems } = askTable(described, question, options);
  if (data) return success(data);
  const stops = [...described.preview.problems, ...problems].find(({ severity }) => severity === "stops");
  return failure(stops?.message ?? "The table cannot be made ready for this question. Change the question.");
}

function columnsOf(question: TableQuestion): readonly number[] {
  switch (question.kind) {
    case "forecast":
      return [...question.targets, ...question.inputs, ...given(question.time)];
    case "classifyLong":
      return [question.id, question.label, ...question.features, ...given(question.time)];
    case "classifyWide":
      return [question.label, ...question.steps];
    case "labelSteps":
      return [question.label, ...question.features, ...given(question.time), ...given(question.id)];
  }
}

const given = (column: number | null): readonly number[] => (column === null ? [] : [column]);
