/**
 * Whether time runs to the right or to the left: as the text is read. The lanes bear it (`data-direction`), and mirror their pictures
 * (`--along`); places and pointers are counted from where time begins.
 */
import { rightToLeftLetter } from "../../words/rightToLeftLetter";

export type ReadingDirection = "ltr" | "rtl";

const strong = /\p{L}/u;

/** The direction of most letters. */
export function readingDirection(symbols: readonly string[]): ReadingDirection {
  let balance = 0;
  for (const symbol of symbols) if (strong.test(symbol)) balance += rightToLeftLetter.test(symbol) ? -1 : 1;
  return balance < 0 ? "rtl" : "ltr";
}

/** Of the lanes that an element stands in. */
export const runsLeft = (element: Element | null): boolean =>
  element?.closest<HTMLElement>("[data-direction]")?.dataset.direction === "rtl";

/** How far a place on the screen is from where an element's time begins, in CSS pixels. */
export function fromBeginning(element: Element, clientX: number): number {
  const { left, right } = element.getBoundingClientRect();
  return runsLeft(element) ? right - clientX : clientX - left;
}

/** Scrolls lanes so that what is in sight begins so far from the beginning of time, in CSS pixels. */
export function scrollTo(lanes: Element, place: number): void {
  lanes.scrollLeft = runsLeft(lanes) ? -place : place;
}
