/** How a table is best made ready for a question, until somebody decides otherwise. */
import { idColumn, numericColumn } from "./columnValues";
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
  if (question?.kind !== "forecast") return defaultPrepareOptions;
  const drifts = rhythmsOf(question).some(
    ({ column, form }) => form === "value" && driftOf(trainingPart(described, question, column)) >= muchDrift,
  );
  return {
    ...defaultPrepareOptions,
    ...(drifts && { scaling: "minMax" as const }),
    ...(levelsDiffer(described, question) && { seriesScaling: "each" as const }),
  };
}

/** Of all rows, or of the longest of several series. */
function trainingPart(
  described: DescribedTable,
  { id, idWith, time }: ForecastQuestion,
  column: number,
): Float64Array {
  const trainShare = 1 - defaultPrepareOptions.heldOutShare;
  if (id === null) {
    const rows = Math.min(Math.floor(described.table.rowCount * trainShare), mostRows);
    return numericColumn(described, column, rows).values;
  }
  const { rows } = longestSeries(described, { id, idWith, time }, mostRows);
  const { values } = numericColumn(described, column);
  return Float64Array.from(rows.subarray(0, Math.floor(rows.length * trainShare)), (row) => values[row]);
}

/** Whether the means of series are further apart than the values within them: by one scale, each would be a flat line. */
function levelsDiffer(described: DescribedTable, { id, idWith, targets }: ForecastQuestion): boolean {
  if (id === null) return false;
  const rowCount = Math.min(described.table.rowCount, mostRows);
  const { rows, starts, count } = groupRows(idColumn(described, { id, idWith }, rowCount));
  return targets.some((column) => {
    const { values } = numericColumn(described, column, rowCount);
    const series = Array.from({ length: count }, (_, group) =>
      Array.from(rows.subarray(starts[group], starts[group + 1]), (row) => values[row]).filter(
        (value) => !Number.isNaN(value),
      ),
    ).filter(({ length }) => length > 0);
    const between = varianceOf(series.map(meanOf));
    const within = meanOf(series.map(varianceOf));
    return between > within;
  });
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}
