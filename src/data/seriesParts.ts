import type { SeriesData, SeriesPart } from "./examples";
import { countNames } from "./rowNames";

/** The series that there are, or the only one. */
export function seriesParts({
  parts,
  times,
  trainRows,
}: Pick<SeriesData, "parts" | "times" | "trainRows">): readonly SeriesPart[] {
  return parts ?? [{ name: "", start: 0, end: countNames(times), trainRows }];
}

/** Which part a row is in. */
export function partAt(parts: readonly SeriesPart[], row: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (parts[middle].start <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
