/** With which season, and in which form, each of the columns is forecast. */
import { leadOf } from "../targetForm";
import type { ForecastQuestion, TargetRhythm } from "./tableTypes";

type Rhythm = Omit<TargetRhythm, "column">;
type Rhythms = Pick<ForecastQuestion, "period" | "form" | "others">;
type OfTargets = Rhythms & Pick<ForecastQuestion, "targets">;

export function rhythmOfTarget({ period, form, others }: Rhythms, column: number): Rhythm {
  return others?.find((other) => other.column === column) ?? { period, form: form ?? "value" };
}

export const rhythmsOf = (question: OfTargets): readonly TargetRhythm[] =>
  question.targets.map((column) => ({ column, ...rhythmOfTarget(question, column) }));

/** The first is that of the question; of the others those that differ are named. */
export function fromRhythms(
  rhythms: readonly TargetRhythm[],
): Pick<ForecastQuestion, "period" | "form" | "others"> {
  const [{ period, form } = { period: null, form: "value" as const }, ...rest] = rhythms;
  const others = rest.filter((other) => other.period !== period || other.form !== form);
  return { period, form, others: others.length > 0 ? others : undefined };
}

/** One column with another season or form. */
export function withRhythm<Q extends OfTargets>(question: Q, column: number, part: Partial<Rhythm>): Q {
  const rhythms = rhythmsOf(question).map((own) => (own.column === column ? { ...own, ...part } : own));
  return { ...question, ...fromRhythms(rhythms) };
}

/** Rows that must lie before the first window. */
export const leadOfQuestion = (question: ForecastQuestion): number =>
  Math.max(0, ...rhythmsOf(question).map(({ form, period }) => leadOf({ form, season: period ?? 1 })));
