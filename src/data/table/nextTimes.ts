/** When the rows behind the last one of a series will be. */
import { daysInMonth } from "./dates";
import { spacingOf } from "./spacing";

/** So many of the last rows say how far apart they are. */
const mostRows = 500;
const dayMs = 86_400_000;

/**
 * At the usual distance of the last rows: calendar months keep their day, or their last one; days leave weekends out where no row
 * is on one. Null where times do not go on.
 *
 * @param times in order, of one series; milliseconds since 1970 where `isDates`, else any number
 */
export function nextTimes(times: Float64Array, isDates: boolean, count: number): Float64Array | null {
  const known = times.subarray(Math.max(0, times.length - mostRows));
  const step = nextOf(known, isDates);
  if (!step) return null;
  const next = new Float64Array(count);
  let time = known[known.length - 1];
  for (let i = 0; i < count; i++) {
    time = step(time, i);
    next[i] = time;
  }
  return next;
}

type Step = (time: number, i: number) => number;

function nextOf(times: Float64Array, isDates: boolean): Step | null {
  const distance = usualDistance(times);
  if (!(distance > 0)) return null;
  const day = dayOfMonth(times);
  const months = isDates ? monthsApart(times, day) : 0;
  if (months > 0) return monthly(times, months, day);
  // Of months that are no calendar's, as of 30 days, all are of one length.
  const spacing = isDates && !isEven(times) ? spacingOf(times) : null;
  const last = dateOf(times[times.length - 1]);
  switch (spacing?.unit) {
    case "year":
      return monthly(times, 12 * spacing.count, last);
    case "quarter":
      return monthly(times, 3 * spacing.count, last);
    case "month":
      return monthly(times, spacing.count, last);
    case "day":
      if (spacing.count === 1 && times.length > 7 && !times.some(isWeekend)) return nextWeekday;
  }
  return (time) => time + distance;
}

/** The middle one; not a number where all are equal. */
function usualDistance(times: Float64Array): number {
  const distances = times.slice(1).map((time, i) => time - times[i]);
  const positive = distances.filter((distance) => distance > 0).sort();
  return positive[positive.length >> 1];
}

/** How many calendar months the rows of one day of the month are usually apart; 0 where they are not of one day. */
function monthsApart(times: Float64Array, day: number): number {
  const isOfDay = (time: number) => dateOf(time) === Math.min(day, daysOf(time));
  if (!lastOnes(times).every(isOfDay)) return 0;
  const later = times.filter((time, i) => i === 0 || time > times[i - 1]);
  const months = later.map((time) => 12 * new Date(time).getUTCFullYear() + new Date(time).getUTCMonth());
  const distances = months
    .slice(1)
    .map((month, i) => month - months[i])
    .sort();
  return distances[distances.length >> 1];
}

const daysOf = (time: number) =>
  daysInMonth(new Date(time).getUTCFullYear(), new Date(time).getUTCMonth() + 1);

/** The largest of the last ones: shorter months have cut it. */
const dayOfMonth = (times: Float64Array): number => Math.max(...lastOnes(times).map(dateOf));

const lastOnes = (times: Float64Array) => times.subarray(-12);

const dateOf = (time: number) => new Date(time).getUTCDate();

const isEven = (times: Float64Array): boolean =>
  times.every((time, i) => i < 2 || time - times[i - 1] === times[1] - times[0]);

/** @param day of the month, where a month has it */
function monthly(times: Float64Array, months: number, day: number): Step {
  const first = new Date(times[times.length - 1]);
  const isMonthEnd = lastOnes(times).every(isLastDay);
  const timeOfDay = ((first.getTime() % dayMs) + dayMs) % dayMs;
  return (_, i) => {
    const month = first.getUTCMonth() + months * (i + 1);
    const start = new Date(Date.UTC(first.getUTCFullYear(), month));
    const days = daysInMonth(start.getUTCFullYear(), start.getUTCMonth() + 1);
    return start.getTime() + ((isMonthEnd ? days : Math.min(day, days)) - 1) * dayMs + timeOfDay;
  };
}

const isLastDay = (time: number) => new Date(time + dayMs).getUTCDate() === 1;

const isWeekend = (time: number) => [0, 6].includes(new Date(time).getUTCDay());

const nextWeekday: Step = (time) => {
  let next = time + dayMs;
  while (isWeekend(next)) next += dayMs;
  return next;
};
