/**
 * The order of a tree's leaves in which neighbours are as near to each other as the tree allows: of all 2^(n−1) ways to turn its joins, one
 * with the least sum of distances between neighbours. Bar-Joseph, Gifford and Jaakkola 2001, with the search over inner ends split in two,
 * O(n³). (SciPy's `optimal_leaf_ordering` computes this sum as well, but returns an order with a larger one: scipy/scipy#11227.)
 */
import { range } from "../paint/range";
import type { Join } from "./clusterUnits";

/** A cluster's leaves are the places from `start` to `end` in the order in which the tree is drawn; those of its left part end at `middle`. */
interface Span {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Pauses, by yielding, after each part of its work.
 * @param joins of the tree, as `clusterUnits` gives them.
 * @param between [n, n] distances, symmetric.
 * @returns the leaves from one end to the other, [n].
 */
export function* leafOrder(
  joins: readonly Join[],
  between: Float64Array,
  n: number,
): Generator<void, readonly number[]> {
  if (n < 2) return range(n);
  const { spans, leaves } = layOut(joins, n);
  const distance = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) distance[i * n + j] = between[leaves[i] * n + leaves[j]];
  // least[u, w]: the least sum within the cluster that joins u and w, where these stand at its ends.
  const least = new Float64Array(n * n);
  for (const span of spans.slice(n)) yield* joinEnds(span, spans, distance, least, n);
  const root = spans[spans.length - 1];
  const [first, last] = bestEnds(root, least, n);
  return walk(spans.length - 1, first, last, { spans, distance, least, n }).map((place) => leaves[place]);
}

/** The places of the tree's leaves when each join's left part stands left, so that the leaves of every cluster are neighbours. */
function layOut(
  joins: readonly Join[],
  n: number,
): { readonly spans: readonly Span[]; readonly leaves: readonly number[] } {
  const leaves: number[] = [];
  const spans: Span[] = Array.from({ length: n + joins.length });
  // A stack and no recursion: a tree may be as deep as it has leaves.
  const stack: { readonly id: number; readonly start: number | null; readonly middle: number | null }[] = [
    { id: n + joins.length - 1, start: null, middle: null },
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { id, start, middle } = top;
    if (id < n) {
      const place = leaves.push(id) - 1;
      spans[id] = { start: place, middle: place, end: place + 1, left: id, right: id };
      continue;
    }
    const { left, right } = joins[id - n];
    if (start === null) {
      stack.push({ id, start: leaves.length, middle: null }, { id: left, start: null, middle: null });
    } else if (middle === null) {
      stack.push({ id, start, middle: leaves.length }, { id: right, start: null, middle: null });
    } else {
      spans[id] = { start, middle, end: leaves.length, left, right };
    }
  }
  return { spans, leaves };
}

/** Where the inner end of a cluster may be when `u` is its outer end: in the part in which `u` is not. */
function innerEnds({ start, middle, end }: Span, u: number): readonly [from: number, to: number] {
  if (end - start === 1) return [start, end];
  return u < middle ? [middle, end] : [start, middle];
}

function* joinEnds(
  { start, middle, end, left, right }: Span,
  spans: readonly Span[],
  distance: Float64Array,
  least: Float64Array,
  n: number,
): Generator<void> {
  // From u through the left part and over to k, the inner end of the right part.
  const across = new Float64Array(n);
  for (let u = start; u < middle; u++) {
    across.fill(Number.POSITIVE_INFINITY, middle, end);
    const [mFrom, mTo] = innerEnds(spans[left], u);
    for (let m = mFrom; m < mTo; m++) {
      const within = least[u * n + m];
      for (let k = middle; k < end; k++) {
        const sum = within + distance[m * n + k];
        if (sum < across[k]) across[k] = sum;
      }
    }
    for (let w = middle; w < end; w++) {
      const [kFrom, kTo] = innerEnds(spans[right], w);
      let best = Number.POSITIVE_INFINITY;
      for (let k = kFrom; k < kTo; k++) {
        const sum = across[k] + least[w * n + k];
        if (sum < best) best = sum;
      }
      least[u * n + w] = best;
      least[w * n + u] = best;
    }
    yield;
  }
}

function bestEnds({ start, middle, end }: Span, least: Float64Array, n: number): readonly [number, number] {
  let [first, last] = [start, middle];
  for (let u = start; u < middle; u++)
    for (let w = middle; w < end; w++) if (least[u * n + w] < least[first * n + last]) [first, last] = [u, w];
  return [first, last];
}

interface Found {
  readonly spans: readonly Span[];
  readonly distance: Float64Array;
  readonly least: Float64Array;
  readonly n: number;
}

/** The places of a cluster in the order that has the least sum from `first` to `last`, one of which is in each of its parts. */
function walk(id: number, first: number, last: number, found: Found): number[] {
  const order: number[] = [];
  const stack: { readonly id: number; readonly first: number; readonly last: number }[] = [
    { id, first, last },
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const span = found.spans[top.id];
    if (span.end - span.start === 1) {
      order.push(span.start);
      continue;
    }
    const { middle, left, right } = span;
    const [near, far] = top.first < middle ? [left, right] : [right, left];
    const [m, k] = meeting(found, near, far, top.first, top.last);
    stack.push({ id: far, first: k, last: top.last }, { id: near, first: top.first, last: m });
  }
  return order;
}

/** The two inner ends over which the way from `first` to `last` is shortest. */
function meeting(
  { spans, distance, least, n }: Found,
  near: number,
  far: number,
  first: number,
  last: number,
): readonly [m: number, k: number] {
  const [mFrom, mTo] = innerEnds(spans[near], first);
  const [kFrom, kTo] = innerEnds(spans[far], last);
  let best = Number.POSITIVE_INFINITY;
  let found: readonly [number, number] = [mFrom, kFrom];
  for (let m = mFrom; m < mTo; m++) {
    for (let k = kFrom; k < kTo; k++) {
      const sum = least[first * n + m] + distance[m * n + k] + least[last * n + k];
      if (sum < best) [best, found] = [sum, [m, k]];
    }
  }
  return found;
}
