/** A clock that ticks evenly, as far as its digits tell: thirds of a second are 0.333, 0.667, 1.0. */

/** Of the steps, so many may be of another length, where rows are missing. */
const mostMissing = 0.02;
const mostDecimals = 6;

/**
 * The step of the clock; null where the numbers are none. Each number is one unit of its last digit at most from where the clock
 * stands, counted from the last gap on, which no sum of uneven steps is for long.
 *
 * @param parts in each of them the clock may begin anew; NaN where there is nothing
 */
export function evenStep(parts: readonly Float64Array[]): number | null {
  const distances: number[] = [];
  for (const values of parts)
    for (let i = 1; i < values.length; i++) {
      const distance = values[i] - values[i - 1];
      if (!Number.isNaN(distance)) distances.push(distance);
    }
  if (distances.length < 8) return null;
  const unit = lastDigit(parts);
  const usual = distances.slice().sort((a, b) => a - b)[distances.length >> 1];
  if (unit === null || Math.abs(usual) < unit * 0.999) return null;
  const slack = 1.001 * unit;
  const like = distances.filter((distance) => Math.abs(distance - usual) <= slack);
  const step = like.reduce((sum, distance) => sum + distance, 0) / like.length;
  let gaps = 0;
  for (const values of parts) {
    let [from, at] = [0, values[0]];
    for (let i = 1; i < values.length; i++) {
      if (Math.abs(values[i] - (at + (i - from) * step)) <= slack) continue;
      gaps++;
      [from, at] = [i, values[i]];
    }
  }
  return gaps <= mostMissing * distances.length ? step : null;
}

/** What one more in the last decimal place means; null where there are more places than anybody writes. */
function lastDigit(parts: readonly Float64Array[]): number | null {
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    const scale = 10 ** decimals;
    const isWhole = (value: number) =>
      Number.isNaN(value) ||
      Math.abs(value * scale - Math.round(value * scale)) <= 1e-9 * Math.max(1, Math.abs(value * scale));
    if (parts.every((values) => values.every(isWhole))) return 1 / scale;
  }
  return null;
}
