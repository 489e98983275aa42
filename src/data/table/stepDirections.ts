/** How many of the steps between neighbours go on in time, and how many back; none of those to or from no time (NaN). */
export function stepDirections(times: ArrayLike<number>): {
  readonly rising: number;
  readonly falling: number;
} {
  let [rising, falling] = [0, 0];
  for (let i = 1; i < times.length; i++) {
    if (times[i] > times[i - 1]) rising++;
    else if (times[i] < times[i - 1]) falling++;
  }
  return { rising, falling };
}
