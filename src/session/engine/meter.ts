/** Collects training steps, and tells how fast they come. */
import type { StepMetrics } from "../protocol";

/** Speed is measured over this much of the past. */
const windowMs = 3000;
/** The page hears of new steps by themselves at most this often. */
const reportMs = 250;

export interface Report {
  readonly points: readonly StepMetrics[];
  readonly stepsPerSecond: number | null;
}

export class Meter {
  #waiting: StepMetrics[] = [];
  #landings: { readonly ms: number; readonly step: number }[] = [];
  #reportedMs = Number.NEGATIVE_INFINITY;

  /** Forgets the speed, as after a pause. */
  restart(): void {
    this.#landings = [];
  }

  add(points: readonly StepMetrics[], nowMs: number): void {
    if (points.length === 0) return;
    this.#waiting.push(...points);
    this.#landings.push({ ms: nowMs, step: points[points.length - 1].step });
    while (this.#landings.length > 2 && this.#landings[0].ms < nowMs - windowMs) this.#landings.shift();
  }

  /** What has come in since the last report, or null if there is nothing or it is too soon. */
  report(nowMs: number, atOnce: boolean): Report | null {
    if (this.#waiting.length === 0 || (!atOnce && nowMs - this.#reportedMs < reportMs)) return null;
    const points = this.#waiting;
    this.#waiting = [];
    this.#reportedMs = nowMs;
    return { points, stepsPerSecond: this.#speed() };
  }

  #speed(): number | null {
    if (this.#landings.length < 2) return null;
    const first = this.#landings[0];
    const last = this.#landings[this.#landings.length - 1];
    return last.ms > first.ms ? ((last.step - first.step) * 1000) / (last.ms - first.ms) : null;
  }
}
