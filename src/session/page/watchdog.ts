/**
 * Watches over a worker that has work: one that is alive answers a question within moments, whatever it computes. Silence is
 * counted in the page's own ticks, of which each counts for one, however late it comes: a hidden tab, whose timers are slowed, and
 * a computer that was asleep are no reason to take a worker for dead.
 */
const tickMs = 1000;

interface WatchdogOptions {
  /** Every second while it watches. */
  readonly onTick: () => void;
  /** After so many ticks without a word; it has stopped watching by then. */
  readonly patienceTicks: () => number;
  readonly onSilence: (seconds: number) => void;
}

export class Watchdog {
  readonly #options: WatchdogOptions;
  #timer: ReturnType<typeof setInterval> | null = null;
  #silentTicks = 0;

  constructor(options: WatchdogOptions) {
    this.#options = options;
  }

  /** Begins, where it does not watch already. */
  watch(): void {
    if (this.#timer !== null) return;
    this.#silentTicks = 0;
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  /** It has said something. */
  heard(): void {
    this.#silentTicks = 0;
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    this.#silentTicks++;
    if (this.#silentTicks < this.#options.patienceTicks()) this.#options.onTick();
    else {
      this.rest();
      this.#options.onSilence((this.#silentTicks * tickMs) / 1000);
    }
  }
}
