import type { AllWords } from "../../../words/catalogue";
import type { NumbersShape } from "../lanes/answerShape";

/** What each output of a network is called; of a forecast by how many rows ahead it is. [O] */
export function outputNames(
  { diagram }: AllWords,
  { outputs, forecast }: Pick<NumbersShape, "outputs" | "forecast">,
): string[] {
  if (!forecast) return outputs.map(({ name }) => name);
  const K = forecast.columns.length;
  return outputs.map((_, output) =>
    diagram.rowAhead({
      column: K === 1 ? null : forecast.columns[output % K],
      rows: Math.floor(output / K) + 1,
    }),
  );
}
