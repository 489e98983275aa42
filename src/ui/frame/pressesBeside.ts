/** Which presses beside a dialog are meant to close it. */

const doubleClickMs = 500;

/**
 * The second press of a double click is meant for what the first one was on: a dialog may have come, or have changed its size, in
 * between. Times are those at which presses were made, in ms, however late they are heard.
 */
export class PressesBeside {
  #lastMs = Number.NEGATIVE_INFINITY;
  #isSecond = false;

  /** The dialog has come, after a press or a key that nobody here has heard. */
  opened(ms: number): void {
    this.#lastMs = ms;
  }

  /** Anywhere, in the dialog or beside it. */
  pressed(ms: number): void {
    this.#isSecond = ms - this.#lastMs < doubleClickMs;
    this.#lastMs = ms;
  }

  /** Whether the last press was the first of its kind. */
  get isMeant(): boolean {
    return !this.#isSecond;
  }
}
