import type { DescribedTable } from "./describeTable";
import { type Rhythm, rhythmOf } from "./guessForecast";
import { suggestOptions } from "./suggestOptions";
import type { PrepareOptions, TableQuestion } from "./tableTypes";

export interface Asked {
  readonly question: TableQuestion;
  readonly options: PrepareOptions;
}

/**
 * After another column was chosen to be forecast, or another time, or other series: season, window, calendar and scaling become those of the new
 * column, as far as they were the proposed ones of the old. What somebody has set stays.
 *
 * @param before the question until then, with the same options
 */
export function followQuestion(described: DescribedTable, before: TableQuestion, asked: Asked): Asked {
  const { question, options } = asked;
  if (before.kind !== "forecast" || question.kind !== "forecast") return asked;
  const known = [before.id, ...(before.idWith ?? []), ...before.targets, ...before.time];
  if (known.some((column) => column !== null && column >= described.table.columns.length)) return asked;
  const proposed = rhythmOf(described, before);
  const next = rhythmOf(described, question);
  const follows = (key: keyof Rhythm) =>
    isSame(question[key], before[key]) && isSame(before[key], proposed[key]);
  const [suggested, suggestedNext] = [before, question].map((one) => suggestOptions(described, one));
  return {
    question: {
      ...question,
      ...(follows("window") && { window: next.window }),
      ...(follows("period") && { period: next.period }),
      ...(follows("form") && { form: next.form }),
      // Without dates it has been taken away already.
      ...(isSame(before.calendar, proposed.calendar) && { calendar: next.calendar }),
    },
    options: {
      ...options,
      ...(options.scaling === suggested.scaling && { scaling: suggestedNext.scaling }),
      ...(options.seriesScaling === suggested.seriesScaling && {
        seriesScaling: suggestedNext.seriesScaling,
      }),
    },
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
