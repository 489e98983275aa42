import type { ForecastQuestion } from "../../../data/table/tableTypes";

/** Behind the last row at least the horizon is forecast: a number of rows that was chosen grows with it. */
export function withHorizon(question: ForecastQuestion, horizon: number): ForecastQuestion {
  const { ahead } = question;
  return { ...question, horizon, ...(ahead !== undefined && { ahead: Math.max(ahead, horizon) }) };
}
