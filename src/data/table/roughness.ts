import type { Grouping } from "./seriesReading";

/**
 * How much a column jumps from each step of a series to the next: the mean of |x[t] − x[t−1]| by the standard deviation of all. Of
 * noise it is 1.13; where the series are the right ones, it is less.
 *
 * @param values [rows], NaN where there is none
 * @param times [rows]
 */
export function roughness(
  { rows, starts, count }: Grouping,
  times: Float64Array,
  values: Float64Array,
): number {
  let [jumps, steps] = [0, 0];
  for (let group = 0; group < count; group++) {
    const own = rows.slice(starts[group], starts[group + 1]).sort((a, b) => times[a] - times[b]);
    for (let i = 1; i < own.length; i++) {
      const jump = Math.abs(values[own[i]] - values[own[i - 1]]);
      if (Number.isNaN(jump)) continue;
      jumps += jump;
      steps++;
    }
  }
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length);
  return steps > 0 && variance > 0 ? jumps / steps / Math.sqrt(variance) : Number.POSITIVE_INFINITY;
}
