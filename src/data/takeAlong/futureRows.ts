/** What is forecast behind the last row, below the held-out forecasts of the same file. */

import type { CsvCell } from "../csv/csvWriter";
import type { FutureForecast } from "../evaluation/futureTypes";
import type { AnswerWords } from "./answerTable";
import { nameCell } from "./nameCell";

export function futureRows(
  { columns, series }: FutureForecast,
  words: Pick<AnswerWords, "future">,
): readonly (readonly CsvCell[])[] {
  const K = columns.length;
  return series.flatMap(({ name, names, pastNames, forecast, low80, high80 }, s) => {
    const own = name === null ? [] : [nameCell(name, s + 1)];
    const after = nameCell(pastNames[pastNames.length - 1], 0);
    return names.map((row, j) => [
      ...own,
      after,
      nameCell(row, j + 1),
      j + 1,
      words.future,
      ...columns.flatMap((_, k) => [null, forecast[j * K + k], null, low80[j * K + k], high80[j * K + k]]),
    ]);
  });
}
