/** Missing values within one sequence, filled in place. */

export interface Gap {
  /** [rows]: NaN where a value is missing. */
  readonly values: Float64Array;
  /** The sequence is the rows from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
}

/** Each takes the last value before it. Returns how many were filled. */
export function carryForward({ values, from, to }: Gap): number {
  let filled = 0;
  for (let i = from + 1; i < to; i++) {
    if (!Number.isNaN(values[i]) || Number.isNaN(values[i - 1])) continue;
    values[i] = values[i - 1];
    filled++;
  }
  return filled;
}

/** Those before the first value take it. Returns how many were filled. */
export function carryBackward({ values, from, to }: Gap): number {
  let filled = 0;
  for (let i = to - 2; i >= from; i--) {
    if (!Number.isNaN(values[i]) || Number.isNaN(values[i + 1])) continue;
    values[i] = values[i + 1];
    filled++;
  }
  return filled;
}

/**
 * Those between two values lie on the line between them, over `times` or, without, over the rows; those after the last take
 * it. Returns how many were filled.
 */
export function interpolate({ values, from, to }: Gap, times: Float64Array | null): number {
  let filled = 0;
  let last = -1;
  for (let i = from; i < to; i++) {
    if (Number.isNaN(values[i])) continue;
    if (last >= 0 && i > last + 1) filled += bridge(values, last, i, times);
    last = i;
  }
  return filled + (last < 0 ? 0 : carryForward({ values, from: last, to }));
}

function bridge(values: Float64Array, start: number, end: number, times: Float64Array | null): number {
  const at = (i: number) => (times ? times[i] : i);
  const span = at(end) - at(start);
  for (let i = start + 1; i < end; i++) {
    const share = span > 0 ? (at(i) - at(start)) / span : (i - start) / (end - start);
    values[i] = values[start] + share * (values[end] - values[start]);
  }
  return end - start - 1;
}
