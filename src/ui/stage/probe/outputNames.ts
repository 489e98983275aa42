import type { NumbersShape } from "../lanes/answerShape";

/** What each output of a network is called; of a forecast by how many rows ahead it is. [O] */
export function outputNames({ outputs, forecast }: Pick<NumbersShape, "outputs" | "forecast">): string[] {
  if (!forecast) return outputs.map(({ name }) => name);
  const K = forecast.columns.length;
  return outputs.map((_, output) => {
    const ahead = Math.floor(output / K) + 1;
    const when = ahead === 1 ? "next row" : `${ahead} rows ahead`;
    return K === 1 ? when : `${forecast.columns[output % K]}, ${when}`;
  });
}
