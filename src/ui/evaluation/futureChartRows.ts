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

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const rangeOf = (low: number, high: number): Range | null =>
  Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
