/** How far a measure might be off by chance. */
import { Random } from "../../random";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of the middle of all replicates. */
const coverage = 0.95;
const seed = 20;

/** As long as what is measured depends on its neighbours; n^(1/3) grows as it should (Hall, Horowitz and Jing 1995). */
export function blockLengthFor(n: number, horizon: number): number {
  return Math.max(1, Math.min(Math.max(Math.ceil(Math.cbrt(n)), horizon), Math.floor(n / 3)));
}

interface Blocks {
  readonly blockLength: number;
  readonly replicates: number;
  readonly ends?: ArrayLike<number>;
}

/**
 * 95 % interval of a statistic of sums, by the moving-block bootstrap (Künsch 1989, The jackknife and the bootstrap for general
 * stationary observations): blocks of neighbours are drawn with replacement until there are as many items as before, and
 * the statistic computed of their sums; the interval is that of the percentiles. Neighbours stay together because forecasts of
 * neighbouring rows err alike. Seeded: the same items have the same interval.
 *
 * @param parts what is summed up, [n] each, in the order of time
 * @param ends [n]: where items are of several series, the place behind the last item of the same one; no block has items of two
 * @returns null where there is nothing to draw from, or the statistic is not defined of some draws
 */
export function blockInterval(
  parts: readonly ArrayLike<number>[],
  statistic: (sums: readonly number[]) => number,
  { blockLength, replicates, ends }: Blocks,
): Interval | null {
  const n = parts[0]?.length ?? 0;
  if (n === 0) return null;
  const sums = parts.map(runningSums);
  const random = Random.fromSeed(seed);
  const found = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const drawn = parts.map(() => 0);
    for (let count = 0; count < n; ) {
      const length = Math.min(blockLength, n - count);
      const start = random.integer(0, ends ? n - 1 : n - length);
      const end = Math.min(start + length, ends?.[start] ?? n);
      for (const [k, sum] of sums.entries()) drawn[k] += sum[end] - sum[start];
      count += end - start;
    }
    found[replicate] = statistic(drawn);
  }
  if (found.some((value) => !Number.isFinite(value))) return null;
  found.sort();
  const at = (share: number) => found[Math.round(share * (replicates - 1))];
  return { low: at((1 - coverage) / 2), high: at((1 + coverage) / 2) };
}

/** [n + 1]: of those before. */
function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}

/** Whether chance could not make the difference: its interval has no 0. */
export const isClear = ({ low, high }: Interval): boolean => low > 0 || high < 0;
