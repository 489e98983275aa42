/** How a table is best made ready for a question, until somebody decides otherwise. */
import type { Pieces } from "../inTurns";
import { idColumn, numbersAt, numericColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { longestSeries } from "./longestSeries";
import { driftOf } from "./seasons";
import { groupRows } from "./seriesReading";
import {
  defaultPrepareOptions,
  type ForecastQuestion,
  type PrepareOptions,
  type TableQuestion,
} from "./tableTypes";
import { rhythmsOf } from "./targetRhythm";
import { meanOf, varianceOf } from "./varianceOf";

/** So many rows are looked at. */
const mostRows = 50_000;
/** From this share of the variance on, a series rises or falls for good. */
const muchDrift = 0.5;

/**
 * A series whose values are forecast though it rises for good leaves the range of its training part. Scaled to deviation 1 it is then at 3 or 4, where the
 * gates of a network are at their limits; scaled to the range from 0 to 1 it is little beyond 1.
 */
export function* suggestOptions(
  described: DescribedTable,
  question: TableQuestion | undefined,
): Pieces<PrepareOptions> {
  if (question?.kind !== "forecast") return defaultPrepareOptions;
  const ofValues = rhythmsOf(question).filter(({ form }) => form === "value");
  const drifts = ofValues.length > 0 && (yield* oneDrifts(described, question, ofValues));
  return {
    ...defaultPrepareOptions,
    ...(drifts && { scaling: "minMax" as const }),
    ...((yield* levelsDiffer(described, question)) && { seriesScaling: "each" as const }),
  };
}

/** Whether one of the columns does, in all rows or in the longest of several series. */
function* oneDrifts(
  described: DescribedTable,
  { id, idWith, time }: ForecastQuestion,
  columns: readonly { readonly column: number }[],
): Pieces<boolean> {
  const trainShare = 1 - defaultPrepareOptions.heldOutShare;
  const longest = id === null ? null : longestSeries(described, { id, idWith, time }, mostRows).rows;
  yield;
  const most = Math.min(Math.floor(described.table.rowCount * trainShare), mostRows);
  const rows = longest?.subarray(0, Math.floor(longest.length * trainShare));
  for (const { column } of columns) {
    const values = rows ? numbersAt(described, column, rows) : numericColumn(described, column, most).values;
    yield;
    if (driftOf(values) >= muchDrift) return true;
    yield;
  }
  return false;
}

/** Whether the means of series are further apart than the values within them: by one scale, each would be a flat line. */
function* levelsDiffer(
  described: DescribedTable,
  { id, idWith, targets }: ForecastQuestion,
): Pieces<boolean> {
  if (id === null) return false;
  const rowCount = Math.min(described.table.rowCount, mostRows);
  const { rows, starts, count } = groupRows(idColumn(described, { id, idWith }, rowCount));
  for (const column of targets) {
    yield;
    const { values } = numericColumn(described, column, rowCount);
    yield;
    const series = Array.from({ length: count }, (_, group) =>
      Array.from(rows.subarray(starts[group], starts[group + 1]), (row) => values[row]).filter(
        (value) => !Number.isNaN(value),
      ),
    ).filter(({ length }) => length > 0);
    const between = varianceOf(series.map(meanOf));
    const within = meanOf(series.map(varianceOf));
    if (between > within) return true;
  }
  return false;
}
