/** What is forecast behind the last row, below the held-out forecasts of the same file. */

import type { Said } from "../../words/message";
import type { CsvCell } from "../csv/csvWriter";
import type { FutureForecast } from "../evaluation/futureTypes";
import type { AnswerWords } from "./answerTable";

const cellOf = (name: Said, number: number): CsvCell =>
  typeof name === "string" ? name : rowOf(name, number);

/** A row that has no time is named by its number in the file. */
function rowOf({ key, values }: Exclude<Said, string>, number: number): CsvCell {
  const { row } = values;
  return key === "table.rowNamed" && typeof row === "number" ? row : number;
}

export function futureRows(
  { columns, series }: FutureForecast,
  words: Pick<AnswerWords, "future">,
): readonly (readonly CsvCell[])[] {
  const K = columns.length;
  return series.flatMap(({ name, names, pastNames, forecast, low80, high80 }, s) => {
    const own = name === null ? [] : [cellOf(name, s + 1)];
    const after = cellOf(pastNames[pastNames.length - 1], 0);
    return names.map((row, j) => [
      ...own,
      after,
      cellOf(row, j + 1),
      j + 1,
      words.future,
      ...columns.flatMap((_, k) => [null, forecast[j * K + k], null, low80[j * K + k], high80[j * K + k]]),
    ]);
  });
}
