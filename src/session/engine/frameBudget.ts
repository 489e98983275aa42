/** Which frames of a run's history there is time for: as many as take a small share of its training, and some more at its beginning. */

/** Of the time spent on training. */
const share = 0.02;
/** Beside that: the first steps change the most, and come before any time was spent. */
const allowanceMs = 400;

/** What a frame is made of, and how much of all that there is time for it may take: pictures come before what stands beside them. */
const shares = { picture: 1, state: 0.75, writing: 0.5 } as const;
type Part = keyof typeof shares;

export class FrameBudget {
  #trainingMs = 0;
  #spentMs = 0;
  /** What each has taken the last time. */
  readonly #last: Record<Part, number> = { picture: 0, state: 0, writing: 0 };

  trained(milliseconds: number): void {
    this.#trainingMs += milliseconds;
  }

  spent(milliseconds: number, on: Part): void {
    this.#spentMs += milliseconds;
    this.#last[on] = milliseconds;
  }

  hasTimeFor(part: Part): boolean {
    const allowedMs = allowanceMs + share * this.#trainingMs;
    return this.#spentMs + this.#last[part] <= shares[part] * allowedMs;
  }
}
