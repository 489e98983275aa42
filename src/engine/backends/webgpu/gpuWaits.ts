import type { LossReason } from "../backend";

/**
 * The waits for a GPU. Work of minutes is no reason to give one up, since it is submitted in short pieces and each is reported; but
 * one that finishes none of them for long, while somebody waits, has stopped for good, and not every driver says so. Time is counted
 * in ticks, each for one however late it comes: a computer may have been asleep.
 */
const tickMs = 1000;
const mostTicks = 60;

/** Rejects what waits for a GPU that is given up. */
export class SilentGpuError extends Error {
  constructor(readonly silentSeconds: number) {
    super(`The GPU has finished nothing for ${silentSeconds} s.`);
  }
}

export class GpuWaits {
  /** Resolves with the reason when it is given up. */
  readonly givenUp: Promise<LossReason>;
  readonly #patienceTicks: () => number;
  #giveUp = (_: LossReason) => {};
  #silence: SilentGpuError | null = null;
  /** What rejects those that wait: a race with one promise for all would keep something of each for ever. */
  readonly #waiting = new Set<(error: Error) => void>();
  #silentTicks = 0;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(patienceTicks = () => mostTicks) {
    this.#patienceTicks = patienceTicks;
    this.givenUp = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
  }

  /** The value of a promise of the GPU's; rejects when the GPU is given up. */
  async until<T>(promise: Promise<T>): Promise<T> {
    if (this.#silence) throw this.#silence;
    let fail = (_: Error) => {};
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    this.#waiting.add(fail);
    this.#timer ??= setInterval(() => this.#tick(), tickMs);
    try {
      return await Promise.race([promise, failed]);
    } finally {
      this.#waiting.delete(fail);
      this.progressed();
      if (this.#waiting.size === 0) this.#stop();
    }
  }

  /** It has finished something. */
  progressed(): void {
    this.#silentTicks = 0;
  }

  #tick(): void {
    this.#silentTicks++;
    if (this.#silentTicks < this.#patienceTicks()) return;
    this.#stop();
    this.#silence = new SilentGpuError((this.#silentTicks * tickMs) / 1000);
    this.#giveUp(this.#silence);
    for (const fail of this.#waiting) fail(this.#silence);
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
