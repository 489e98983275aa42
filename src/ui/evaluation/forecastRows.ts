/** Forecasts as the rows of a chart. */
import type { ForecastEvaluation } from "../../data/evaluation/evaluationTypes";
import type { Said } from "../../words/message";

export interface ForecastChartRow {
  /** What the row is called that it is of. */
  readonly row: Said;
  readonly truth: number;
  readonly forecast: number;
  /** The last value, which a naive forecast repeats. */
  readonly naive: number;
  /** What the strongest baseline says. */
  readonly strongest: number;
}

/** The newest `most` forecasts of a column, `ahead` rows ahead. */
export function forecastRows(
  { columns, horizon, chart }: Pick<ForecastEvaluation, "columns" | "horizon" | "chart">,
  column: number,
  ahead: number,
  most: number,
): ForecastChartRow[] {
  const K = columns.length;
  const n = chart.rows.length / horizon;
  const first = Math.max(0, n - most);
  return Array.from({ length: n - first }, (_, i) => {
    const place = (first + i) * horizon + ahead - 1;
    const output = place * K + column;
    return {
      row: chart.rowNames[chart.rows[place]],
      truth: chart.truth[output],
      forecast: chart.forecast[output],
      naive: chart.last[(first + i) * K + column],
      strongest: chart.strongest[output],
    };
  });
}

export interface HorizonRow {
  readonly ahead: number;
  readonly network: number;
  readonly naive: number;
  readonly seasonal: number | null;
  readonly drift: number;
  readonly mean: number;
}

/** Of a column: the root mean squared error by how many rows ahead. */
export function horizonRows({ rows }: Pick<ForecastEvaluation, "rows">, column: number): HorizonRow[] {
  return rows.flatMap(({ column: of, ahead, network, naive, seasonal, drift, mean }) =>
    of === column && ahead !== null
      ? [
          {
            ahead,
            network: network.rmse,
            naive: naive.rmse,
            seasonal: seasonal?.rmse ?? null,
            drift: drift.rmse,
            mean: mean.rmse,
          },
        ]
      : [],
  );
}
