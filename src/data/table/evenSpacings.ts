import { type Spacing, spacingMs } from "./spacing";

/** The steps that rows can be brought to. */
export const evenSpacings: readonly Spacing[] = [
  { unit: "second", count: 1 },
  { unit: "minute", count: 1 },
  { unit: "minute", count: 5 },
  { unit: "minute", count: 15 },
  { unit: "minute", count: 30 },
  { unit: "hour", count: 1 },
  { unit: "hour", count: 3 },
  { unit: "hour", count: 6 },
  { unit: "hour", count: 12 },
  { unit: "day", count: 1 },
  { unit: "week", count: 1 },
  { unit: "month", count: 1 },
  { unit: "quarter", count: 1 },
  { unit: "year", count: 1 },
];

/** The one that is the fewest times as long, or as short. */
export function nearestSpacing(distanceMs: number): Spacing {
  const error = (spacing: Spacing) => Math.abs(Math.log(spacingMs(spacing) / distanceMs));
  return evenSpacings.reduce((a, b) => (error(b) < error(a) ? b : a));
}
