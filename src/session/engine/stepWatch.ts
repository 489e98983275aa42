/** Tells how far a training step is that takes long, until it is over. */
import type { Trainer } from "../../engine/train/trainer";

const lookEveryMs = 250;
/** A shorter one is over before anybody has read of it. */
const longMs = 1000;

export class StepWatch {
  readonly #tell: (share: number | null) => void;
  #timer: ReturnType<typeof setInterval> | null = null;
  #seen = { step: 0, sinceMs: 0 };
  #isTold = false;

  constructor(tell: (share: number | null) => void) {
    this.#tell = tell;
  }

  /** @param trainer whichever is at work at the time */
  begin(trainer: () => Pick<Trainer, "underWay">): void {
    this.end();
    this.#seen = { step: 0, sinceMs: performance.now() };
    this.#timer = setInterval(() => this.#look(trainer().underWay), lookEveryMs);
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#say(null);
  }

  #look(underWay: Trainer["underWay"]): void {
    const nowMs = performance.now();
    if (underWay?.step !== this.#seen.step) this.#seen = { step: underWay?.step ?? 0, sinceMs: nowMs };
    this.#say(underWay && nowMs - this.#seen.sinceMs >= longMs ? underWay.share : null);
  }

  #say(share: number | null): void {
    if (share === null && !this.#isTold) return;
    this.#isTold = share !== null;
    this.#tell(share);
  }
}
