/** Places in the day, week and year as points on a circle, so that the end is next to the beginning. */
import type { CalendarFeature } from "./tableTypes";

const dayMs = 86_400_000;

/** 0 to below 1, in UTC. */
type Turn = (timeMs: number) => number;

const turns: Readonly<Record<CalendarFeature, Turn>> = {
  hourOfDay: (time) => fraction(time / dayMs),
  // 1 January 1970 was a Thursday; the turn begins on Monday.
  dayOfWeek: (time) => fraction((Math.floor(time / dayMs) + 3) / 7),
  dayOfYear: turnOfYear,
  month: (time) => new Date(time).getUTCMonth() / 12,
};

const fraction = (value: number) => value - Math.floor(value);

function turnOfYear(timeMs: number): number {
  const year = new Date(timeMs).getUTCFullYear();
  const start = Date.UTC(year, 0);
  const days = (Date.UTC(year + 1, 0) - start) / dayMs;
  return Math.floor((timeMs - start) / dayMs) / days;
}

/** Sine and cosine of 2π·turn. */
export function circlePoint(feature: CalendarFeature, timeMs: number): readonly [number, number] {
  const angle = 2 * Math.PI * turns[feature](timeMs);
  return [Math.sin(angle), Math.cos(angle)];
}
