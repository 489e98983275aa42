import type { AllWords } from "../../../words/catalogue";
import { say } from "../../../words/say";
import type { NumbersShape } from "../lanes/answerShape";

/** What each output of a network is called; of a forecast by how many rows ahead it is. [O] */
export function outputNames(
  words: AllWords,
  { outputs, forecast }: Pick<NumbersShape, "outputs" | "forecast">,
): string[] {
  if (!forecast) return outputs.map(({ name }) => say(words, name));
  const K = forecast.columns.length;
  return outputs.map((_, output) =>
    words.diagram.rowAhead({
      column: K === 1 ? null : say(words, forecast.columns[output % K]),
      rows: Math.floor(output / K) + 1,
    }),
  );
}
