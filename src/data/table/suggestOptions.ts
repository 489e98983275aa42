/** How a table is best made ready for a question, until somebody decides otherwise. */
import { numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { driftOf } from "./seasons";
import { defaultPrepareOptions, type PrepareOptions, type TableQuestion } from "./tableTypes";
import { formOf } from "./targetTransform";

/** So many rows are looked at. */
const mostRows = 50_000;
/** From this share of the variance on, a series rises or falls for good. */
const muchDrift = 0.5;

/**
 * A series whose values are forecast though it rises for good leaves the range of its training part. Scaled to deviation 1 it is then at 3 or 4, where the
 * gates of a network are at their limits; scaled to the range from 0 to 1 it is little beyond 1.
 */
export function suggestOptions(
  described: DescribedTable,
  question: TableQuestion | undefined,
): PrepareOptions {
  if (question?.kind !== "forecast" || formOf(question) !== "value") return defaultPrepareOptions;
  const trainRows = Math.floor(described.table.rowCount * (1 - defaultPrepareOptions.heldOutShare));
  const rows = Math.min(trainRows, mostRows);
  const drifts = question.targets.some(
    (column) => driftOf(numericColumn(described, column, rows).values) >= muchDrift,
  );
  return drifts ? { ...defaultPrepareOptions, scaling: "minMax" } : defaultPrepareOptions;
}
