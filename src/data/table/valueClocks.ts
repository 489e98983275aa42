/** Columns of numbers that are a clock by what they say, whatever their names: seconds or milliseconds since 1970. */
import { namedDistance } from "./spacing";
import type { ColumnType } from "./tableTypes";

interface NumberColumn {
  readonly type: ColumnType;
  /** In the order of the rows, without the missing ones. */
  readonly values: readonly number[];
}

type Clock = "unixSeconds" | "unixMilliseconds";

/** From 2001 to 2065. */
const clocks: readonly (readonly [Clock, number])[] = [
  ["unixSeconds", 1],
  ["unixMilliseconds", 1000],
];
const [earliestSeconds, latestSeconds] = [1e9, 3e9];
const fewestCells = 4;

/**
 * A clock ticks: its numbers never go back, or they do so at most where another series begins, and most of its steps are of a length
 * that clocks and calendars have. The last column of numbers stays one, since something has to be left that was measured.
 */
export function valueClocks(columns: readonly NumberColumn[]): ReadonlyMap<number, Clock> {
  const numbers = columns.flatMap(({ type }, c) => (type.kind === "number" ? [c] : []));
  const found = numbers.flatMap((c) => {
    const clock = clockOf(columns[c].values);
    return clock ? [[c, clock] as const] : [];
  });
  return new Map(found.length < numbers.length ? found : []);
}

function clockOf(values: readonly number[]): Clock | null {
  if (values.length < fewestCells) return null;
  for (const [clock, perSecond] of clocks) {
    const isPossible = (value: number) =>
      Number.isInteger(value) && value >= earliestSeconds * perSecond && value < latestSeconds * perSecond;
    if (values.every(isPossible)) return ticks(values, 1000 / perSecond) ? clock : null;
  }
  return null;
}

/** @param unitMs of the numbers */
function ticks(values: readonly number[], unitMs: number): boolean {
  const steps = values.slice(1).map((value, i) => value - values[i]);
  const forward = steps.filter((step) => step > 0);
  const back = steps.filter((step) => step < 0);
  // The newest may come first.
  const [onward, against] = forward.length >= back.length ? [forward, back] : [back, forward];
  if (onward.length === 0 || against.length > 0.2 * steps.length) return false;
  const distances = onward.map((step) => Math.abs(step) * unitMs);
  const usual = distances.toSorted((a, b) => a - b)[distances.length >> 1];
  const alike = distances.filter((distance) => Math.abs(distance - usual) <= 0.15 * usual).length;
  return alike >= 0.6 * distances.length && namedDistance(usual) !== null;
}
