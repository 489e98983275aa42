import { message } from "../../words/message";
import type { Example, ExampleAnswer, Quantity } from "../examples";

/** At every step the next values of the same quantity are asked, `horizon` of them. */
export function nextValues(quantity: Quantity, horizon: number): ExampleAnswer {
  return {
    kind: "numbers",
    at: "every",
    ahead: true,
    outputs: Array.from({ length: horizon }, (_, h) => ({
      ...quantity,
      name: message("files.ahead", { name: quantity.name, steps: h + 1 }),
    })),
    forecast: { horizon, columns: [quantity.name], periods: [null] },
  };
}

/** The example of a series [T + horizon] of scaled values: the first T are read. */
export function seriesWindow(series: ArrayLike<number>, horizon: number): Example {
  const steps = series.length - horizon;
  const answer = new Float32Array(steps * horizon);
  for (let t = 0; t < steps; t++)
    for (let h = 0; h < horizon; h++) answer[t * horizon + h] = series[t + 1 + h];
  return { steps, input: Float32Array.from({ length: steps }, (_, t) => series[t]), answer };
}
