/** How far apart the rows of a series are, and how steps of that size are told. */
import { type Message, message } from "../../words/message";

export const timeUnits = [
  "millisecond",
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
] as const;

export type TimeUnit = (typeof timeUnits)[number];

/** "Every 15 minutes" is 15 of the unit. */
export interface Spacing {
  readonly unit: TimeUnit;
  readonly count: number;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Mean lengths of the Gregorian calendar where they vary. */
export const unitMs: Readonly<Record<TimeUnit, number>> = {
  millisecond: 1,
  second: secondMs,
  minute: minuteMs,
  hour: hourMs,
  day: dayMs,
  week: 7 * dayMs,
  month: 30.436875 * dayMs,
  quarter: 91.310625 * dayMs,
  year: 365.2425 * dayMs,
};

/** Counts of each unit that clocks and calendars are divided into. */
const usual: Readonly<Record<TimeUnit, readonly number[]>> = {
  millisecond: [1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 125, 200, 250, 500],
  second: [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30],
  minute: [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30],
  hour: [1, 2, 3, 4, 6, 8, 12],
  day: [1, 2, 3, 4, 5, 6, 10],
  week: [1, 2],
  month: [1, 2],
  quarter: [1, 2],
  year: [1, 2, 5, 10],
};
const candidates: readonly Spacing[] = timeUnits.flatMap((unit) =>
  usual[unit].map((count) => ({ unit, count })),
);

export const spacingMs = ({ unit, count }: Spacing): number => count * unitMs[unit];

/** Clocks that are read late by so much of a step still tick. */
const tolerance = 0.04;
/** Months and quarters are of different length. */
const calendarTolerance = 0.09;

/** Of this share of the steps, at least, the commonest must be. */
const leastShare = 0.3;

/**
 * The commonest distance of neighbours; null where none is common, or has a name. Equal times are no distance.
 *
 * @param timesMs in order
 */
export function spacingOf(timesMs: ArrayLike<number>): Spacing | null {
  const counts = new Map<Spacing | null, number>();
  let steps = 0;
  let [last, lastFound] = [Number.NaN, null as Spacing | null];
  for (let i = 1; i < timesMs.length; i++) {
    const distance = timesMs[i] - timesMs[i - 1];
    if (!(distance > 0)) continue;
    if (distance !== last) [last, lastFound] = [distance, namedDistance(distance)];
    counts.set(lastFound, (counts.get(lastFound) ?? 0) + 1);
    steps++;
  }
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest && commonest[1] >= leastShare * steps ? commonest[0] : null;
}

/** Null where neither clocks nor calendars are divided like this. */
export function namedDistance(distanceMs: number): Spacing | null {
  const error = (spacing: Spacing) => Math.abs(distanceMs / spacingMs(spacing) - 1);
  const isNear = (spacing: Spacing) =>
    error(spacing) <= (["month", "quarter"].includes(spacing.unit) ? calendarTolerance : tolerance);
  const near = candidates.filter(isNear);
  return near.length === 0 ? null : near.reduce((a, b) => (error(b) < error(a) ? b : a));
}

/** "day", "15 min", "half an hour". */
export const spacingMessage = ({ unit, count }: Spacing): Message =>
  message("table.spacing", { count, unit });

/** "30 days"; "48 steps of half an hour (24 hours)"; without a spacing "30 rows". */
export function stepsMessage(steps: number, spacing: Spacing | null): Message {
  if (!spacing) return message("table.duration", { value: steps, unit: "row" });
  if (spacing.count === 1) return message("table.duration", { value: steps, unit: spacing.unit });
  const each = { steps, spacing: spacingMessage(spacing) };
  if (steps === 1) return message("table.stepsOf", each);
  const duration = message("table.duration", durationOf(steps * spacing.count, spacing.unit));
  return message("table.stepsOfLasting", { ...each, duration });
}

/** "one day", "half an hour", "15 min". */
export function oneStepMessage(spacing: Spacing | null): Message {
  if (!spacing) return message("table.oneStep", { unit: "row" });
  return spacing.count === 1 ? message("table.oneStep", { unit: spacing.unit }) : spacingMessage(spacing);
}

/** In the largest unit of which there are two or more, up to days; to a tenth where it does not come out even. */
export function durationOf(
  count: number,
  unit: TimeUnit,
): { readonly value: number; readonly unit: TimeUnit } {
  const ms = count * unitMs[unit];
  const larger = (["day", "hour", "minute", "second"] as const).filter((one) => unitMs[one] > unitMs[unit]);
  const best = larger.find((one) => ms >= 2 * unitMs[one]) ?? unit;
  return { value: Math.round((10 * ms) / unitMs[best]) / 10, unit: best };
}
