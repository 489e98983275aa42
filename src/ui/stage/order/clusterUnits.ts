/**
 * Hierarchical clustering by Ward's method: those two clusters are joined whose union adds least to the variance within clusters, until one
 * is left, which makes groups of about equal size with clear borders. By chains of nearest neighbours (Murtagh 1983), O(n²) in time and
 * memory; gives the tree that SciPy's `linkage(…, "ward")` does.
 */

/** A cluster of two: leaves are numbered 0 to n − 1, and the cluster that join k makes is n + k. */
export interface Join {
  readonly left: number;
  readonly right: number;
  /** Ward's distance of the two: of two leaves it is their own. */
  readonly height: number;
}

/**
 * Pauses, by yielding, after each part of its work.
 * @param between [n, n] Euclidean distances, symmetric. Not changed.
 * @returns n − 1 joins, each after those that made its two parts; the last is the whole.
 */
export function* clusterUnits(between: Float64Array, n: number): Generator<void, readonly Join[]> {
  const distance = Float64Array.from(between);
  const size = new Int32Array(n).fill(1);
  const cluster = Int32Array.from({ length: n }, (_, i) => i);
  const joins: Join[] = [];
  const chain: number[] = [];
  while (joins.length < n - 1) {
    if (chain.length === 0) chain.push(size.findIndex((leaves) => leaves > 0));
    const a = chain[chain.length - 1];
    const before = chain.length > 1 ? chain[chain.length - 2] : -1;
    const b = nearest(distance, size, a, before, n);
    if (b !== before) {
      chain.push(b);
      continue;
    }
    chain.length -= 2;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    joins.push({ left: cluster[low], right: cluster[high], height: distance[a * n + b] });
    merge(distance, size, low, high, n);
    cluster[high] = n + joins.length - 1;
    yield;
  }
  return joins;
}

/** Of equally near ones the one that the chain came from, so that it ends. */
function nearest(distance: Float64Array, size: Int32Array, a: number, before: number, n: number): number {
  let best = before;
  let least = before >= 0 ? distance[a * n + before] : Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    if (i === a || size[i] === 0 || !(distance[a * n + i] < least)) continue;
    least = distance[a * n + i];
    best = i;
  }
  return best;
}

/** `gone` becomes a part of `kept`, whose distances to all others follow from those of both (Lance and Williams 1967). */
function merge(distance: Float64Array, size: Int32Array, gone: number, kept: number, n: number): void {
  const [a, b] = [size[gone], size[kept]];
  const within = distance[gone * n + kept] ** 2;
  size[gone] = 0;
  size[kept] = a + b;
  for (let i = 0; i < n; i++) {
    const c = size[i];
    if (c === 0 || i === kept) continue;
    const sum = (a + c) * distance[gone * n + i] ** 2 + (b + c) * distance[kept * n + i] ** 2 - c * within;
    const next = Math.sqrt(sum / (a + b + c));
    distance[kept * n + i] = next;
    distance[i * n + kept] = next;
  }
}
