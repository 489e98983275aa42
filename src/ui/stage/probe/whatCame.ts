/**
 * What would have been right at every step, in numbers. T time steps, O outputs, K columns that are forecast.
 */
import type { ShownAnswer, ShownSequence } from "../../../session/protocol";
import { sameSaid } from "../../../words/message";

export type NumbersAnswer = Extract<ShownAnswer, { kind: "numbers" }>;

/**
 * [T, O], NaN where nobody knows. A forecast is asked at every step, not only at the last: what then came is the later part
 * of the very sequence, where its column is among what is read, and behind its end the rows that were to be forecast.
 */
export function whatCame(input: ShownSequence["input"], answer: NumbersAnswer): ArrayLike<number> {
  const { forecast, truth, outputs } = answer;
  if (!forecast || answer.at === "every") return truth;
  const O = outputs.length;
  const T = truth.length / O;
  const K = forecast.columns.length;
  const reads = forecast.columns.map((column) =>
    input.kind === "features" ? input.features.findIndex(({ name }) => sameSaid(name, column)) : -1,
  );
  const at = (row: number, k: number): number => {
    if (row >= T) return row - T < forecast.horizon ? truth[(T - 1) * O + (row - T) * K + k] : Number.NaN;
    return input.kind === "features" && reads[k] >= 0
      ? input.values[row * input.features.length + reads[k]]
      : Number.NaN;
  };
  return Float64Array.from({ length: T * O }, (_, i) => {
    const output = i % O;
    return at(Math.floor(i / O) + Math.floor(output / K) + 1, output % K);
  });
}
