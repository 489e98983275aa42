/** Time divided into intervals of one length, as calendars and clocks divide it: weeks begin on Monday, all is UTC. */
import { type Spacing, unitMs } from "./spacing";
import type { DateOrder } from "./tableTypes";

export interface Intervals {
  /** The number of the interval in which a time lies. */
  readonly indexOf: (timeMs: number) => number;
  /** When it begins; it ends where the next one does. */
  readonly startOf: (index: number) => number;
  /** What it is called, which is read as a date of this order. */
  readonly nameOf: (index: number) => string;
  readonly order: DateOrder;
}

/** The first Monday, in 1969. */
const mondayMs = -3 * unitMs.day;

export function intervalsOf({ unit, count }: Spacing): Intervals {
  switch (unit) {
    case "month":
      return ofMonths(count, "yearMonth", (date) => date.toISOString().slice(0, 7));
    case "quarter":
      return ofMonths(
        3 * count,
        "quarter",
        (date) => `${date.getUTCFullYear()} Q${date.getUTCMonth() / 3 + 1}`,
      );
    case "year":
      return ofMonths(12 * count, "year", (date) => String(date.getUTCFullYear()));
    default:
      return ofLength(count * unitMs[unit], unit === "week" ? mondayMs : 0);
  }
}

function ofMonths(months: number, order: DateOrder, named: (start: Date) => string): Intervals {
  const startOf = (index: number) => Date.UTC(1970, index * months);
  return {
    indexOf: (timeMs) => {
      const date = new Date(timeMs);
      return Math.floor((12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth()) / months);
    },
    startOf,
    nameOf: (index) => named(new Date(startOf(index))),
    order,
  };
}

function ofLength(lengthMs: number, originMs: number): Intervals {
  const startOf = (index: number) => originMs + index * lengthMs;
  const digits = lengthMs % unitMs.day === 0 ? 10 : lengthMs % unitMs.minute === 0 ? 16 : 23;
  return {
    indexOf: (timeMs) => Math.floor((timeMs - originMs) / lengthMs),
    startOf,
    nameOf: (index) => new Date(startOf(index)).toISOString().slice(0, digits).replace("T", " "),
    order: "iso",
  };
}
