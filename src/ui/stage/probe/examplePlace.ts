/** Examples as people count them: the first, second, … of the part for training or of the part held out. */
import type { SeriesWindows } from "../../../data/examples";
import type { ExamplesSummary } from "../../../session/protocol";

export type ExamplePart = "train" | "heldOut";
type Counts = Pick<ExamplesSummary, ExamplePart>;

export interface ExamplePlace {
  readonly part: ExamplePart;
  /** From 1. */
  readonly number: number;
}

/** An example that somebody was at, and which examples it is one of. */
export interface ExampleVisit {
  readonly of: Counts;
  readonly index: number;
}

/** Where one was among these examples, or the first that is held out for who was among others. */
export const indexOfVisit = ({ of, index }: ExampleVisit, examples: Counts): number =>
  of === examples ? index : examples.train;

export const countOf = (counts: Counts, part: ExamplePart): number => counts[part];

/** @param index among all examples, the ones held out after those for training; one beyond the last is taken for the last. */
export function placeOf(counts: Counts, index: number): ExamplePlace {
  const within = Math.max(0, Math.min(counts.train + counts.heldOut - 1, index));
  return within < counts.train
    ? { part: "train", number: within + 1 }
    : { part: "heldOut", number: within - counts.train + 1 };
}

export function indexAt(counts: Counts, part: ExamplePart, number: number): number {
  const place = Math.max(1, Math.min(countOf(counts, part), number)) - 1;
  return part === "train" ? place : counts.train + place;
}

/** Which of several series an example is of. */
export const seriesAt = (series: readonly SeriesWindows[], index: number): number =>
  series.findIndex(({ train, heldOut }) =>
    [train, heldOut].some(([from, end]) => from <= index && index < end),
  );

/** The first example of a series in a part or, where it has none there, in the other one. */
export function firstOfSeries({ train, heldOut }: SeriesWindows, part: ExamplePart): number {
  const [wanted, other] = part === "train" ? [train, heldOut] : [heldOut, train];
  return wanted[0] < wanted[1] ? wanted[0] : other[0];
}
