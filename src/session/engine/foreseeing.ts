/** When a run forecasts behind the last row of its series: whenever it rests, and now and then while it trains. */
import type { FutureForecast } from "../../data/evaluation/futureTypes";
import { isForeseen } from "../../data/rollout";
import { FutureReading, fewRollouts } from "./futureReading";
import type { Run } from "./run";

/** While training, this often at most and for this share of the time. */
const everyMs = 3000;
const shareOfTime = 0.1;

interface ReadHow {
  readonly isTraining: boolean;
  readonly milliseconds: number;
  readonly isCalled: () => boolean;
}

export class Foreseeing {
  #isStale = false;
  #notBeforeMs = 0;
  #reading: FutureReading | null = null;

  /** Whether what was told is not of the network as it is. */
  get isStale(): boolean {
    return this.#isStale;
  }

  isDue(nowMs: number): boolean {
    return this.#isStale && nowMs >= this.#notBeforeMs;
  }

  /** Of the network as it is. */
  ask(): void {
    this.#isStale = true;
  }

  /** The network is another one. */
  change(): void {
    this.#isStale = true;
    this.#reading = null;
  }

  /** What was asked of the network is to be asked of it elsewhere. */
  beginAnew(): void {
    this.#reading = null;
  }

  abandon(): void {
    this.#isStale = false;
    this.#reading = null;
  }

  /** Goes on; what it has come to, where that is all, or enough while it trains. */
  async read(run: Run, { isTraining, milliseconds, isCalled }: ReadHow): Promise<FutureForecast | null> {
    const { heldOut } = run.data;
    if (heldOut.kind === "text" || !heldOut.series || !isForeseen(heldOut.series)) {
      this.abandon();
      return null;
    }
    const startMs = performance.now();
    const reading =
      this.#reading ?? new FutureReading(run, heldOut.series, isTraining ? fewRollouts : undefined);
    this.#reading = reading;
    await reading.read(milliseconds, isCalled);
    const tookMs = performance.now() - startMs;
    if (isTraining) this.#notBeforeMs = startMs + tookMs + Math.max(everyMs, tookMs * (1 / shareOfTime - 1));
    if (!reading.isTold || (!isTraining && !reading.isDone)) return null;
    this.#reading = null;
    // What was told in training is of a part of what is held out.
    this.#isStale = isTraining;
    return reading.told();
  }
}
