import type { Pieces } from "../inTurns";
import type { DescribedTable } from "./describeTable";
import { type Rhythm, rhythmOf } from "./guessForecast";
import { suggestOptions } from "./suggestOptions";
import type { ForecastQuestion, PrepareOptions, TableQuestion } from "./tableTypes";
import { fromRhythms, rhythmOfTarget } from "./targetRhythm";

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
export function* followQuestion(
  described: DescribedTable,
  before: TableQuestion,
  asked: Asked,
): Pieces<Asked> {
  const { question, options } = asked;
  if (before.kind !== "forecast" || question.kind !== "forecast") return asked;
  const known = [before.id, ...(before.idWith ?? []), ...before.targets, ...before.time];
  if (known.some((column) => column !== null && column >= described.table.columns.length)) return asked;
  const proposed = yield* rhythmOf(described, before);
  const next = yield* rhythmOf(described, question);
  const followed: ForecastQuestion = {
    ...question,
    ...followedRhythms({ before, proposed, question, next }),
    window:
      isSame(question.window, before.window) && isSame(before.window, proposed.window)
        ? next.window
        : question.window,
    // Without dates it has been taken away already.
    calendar: isSame(before.calendar, proposed.calendar) ? next.calendar : question.calendar,
  };
  const suggested = yield* suggestOptions(described, before);
  const suggestedNext = yield* suggestOptions(described, followed);
  return {
    question: followed,
    options: {
      ...options,
      ...(options.scaling === suggested.scaling && { scaling: suggestedNext.scaling }),
      ...(options.seriesScaling === suggested.seriesScaling && {
        seriesScaling: suggestedNext.seriesScaling,
      }),
    },
  };
}

interface Followed {
  readonly before: ForecastQuestion;
  /** What was proposed for it. */
  readonly proposed: Rhythm;
  readonly question: ForecastQuestion;
  readonly next: Rhythm;
}

/** Season and form, column by column; of one that was not forecast before, what stood there for the first. */
function followedRhythms({ before, proposed, question, next }: Followed) {
  const of = (rhythm: Pick<Rhythm, "period" | "form" | "others">, column: number) =>
    rhythmOfTarget(rhythm, column);
  const rhythms = question.targets.map((column) => {
    const known = before.targets.includes(column) ? column : (before.targets[0] ?? column);
    const [asked, was, first] = [question, before, proposed].map((rhythm) => of(rhythm, known));
    const found = of(next, column);
    const isProposed = (key: "period" | "form") => asked[key] === was[key] && was[key] === first[key];
    return {
      column,
      period: isProposed("period") ? found.period : asked.period,
      form: isProposed("form") ? found.form : asked.form,
    };
  });
  return rhythms.length > 0 ? fromRhythms(rhythms) : {};
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
