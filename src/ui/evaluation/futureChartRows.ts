/** What is forecast behind the last row, as the rows of a chart. */
import type { FutureForecast, FutureSeries } from "../../data/evaluation/futureTypes";
import type { Said } from "../../words/message";

type Range = readonly [low: number, high: number];

export interface FutureChartRow {
  readonly row: Said;
  /** Null behind the last row that is known, and where a value was filled in. */
  readonly known: number | null;
  /** Null before the last row that is known, from where the forecast goes on. */
  readonly forecast: number | null;
  readonly most: Range | null;
  readonly half: Range | null;
  readonly middle: number | null;
}

/** The last `past` rows of a column, and those behind them. */
export function futureChartRows(
  { columns }: Pick<FutureForecast, "columns">,
  series: FutureSeries,
  column: number,
  past: number,
): FutureChartRow[] {
  const K = columns.length;
  const n = series.pastNames.length;
  const first = Math.max(0, n - past);
  const known = Array.from({ length: n - first }, (_, i): FutureChartRow => {
    const value = finite(series.past[(first + i) * K + column]);
    const isLast = first + i === n - 1;
    const meets: Range | null = isLast && value !== null ? [value, value] : null;
    return {
      row: series.pastNames[first + i],
      known: value,
      forecast: isLast ? value : null,
      most: meets,
      half: meets,
      middle: meets && value,
    };
  });
  const ahead = series.names.map((row, j): FutureChartRow => {
    const at = j * K + column;
    return {
      row,
      known: null,
      forecast: finite(series.forecast[at]),
      most: rangeOf(series.low80[at], series.high80[at]),
      half: rangeOf(series.low50[at], series.high50[at]),
      middle: finite(series.middle[at]),
    };
  });
  return [...known, ...ahead];
}

/** As many of the rows, the first ones, as have a range. */
export function rowsWithRange(
  { columns }: Pick<FutureForecast, "columns">,
  { names, low80 }: FutureSeries,
  column: number,
): number {
  const end = names.findIndex((_, j) => Number.isNaN(low80[j * columns.length + column]));
  return end === -1 ? names.length : end;
}

/** The last row of so many in a chart of which all other inputs are known, by its place; null where that is the last one to come. */
export function inputsEndAt({ names, knownInputs }: FutureSeries, chartRows: number): number | null {
  if (knownInputs === null || knownInputs >= names.length) return null;
  return chartRows - names.length + knownInputs - 1;
}

export interface FanAside {
  readonly rows: number;
  /** Of forecasts. */
  readonly side: "low" | "high" | "both";
}

/**
 * In how many rows the forecast lies outside of the range in which half of what comes is to lie: there three of four of the errors that the
 * range was made of have one sign. Null where it does in none.
 */
export function fanAside(
  { columns }: Pick<FutureForecast, "columns">,
  { names, forecast, low50, high50 }: FutureSeries,
  column: number,
): FanAside | null {
  let [low, high] = [0, 0];
  for (let at = column; at < names.length * columns.length; at += columns.length) {
    if (forecast[at] < low50[at]) low++;
    if (forecast[at] > high50[at]) high++;
  }
  if (low + high === 0) return null;
  return { rows: low + high, side: low > 0 && high > 0 ? "both" : low > 0 ? "low" : "high" };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const rangeOf = (low: number, high: number): Range | null =>
  Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
