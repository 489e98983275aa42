/** Frames of the histories of runs, on their way to what is kept and back: each is written once. */
import { frameBlob, readFrame } from "../../kept/keptFrames";
import type { RunRecord } from "../../kept/runRecord";
import type { RunStore } from "../../kept/runStore";
import {
  type HistoryFrame,
  historyUpTo,
  sharedFrames,
  type TrainingHistory,
  withEarlier,
} from "../../session/trainingHistory";
import type { PlaygroundData, RunState } from "../state";

/** What a save writes of a history, and what stands there after it. */
export interface FrameSave {
  readonly blobs: ReadonlyMap<number, Blob>;
  readonly frames: readonly HistoryFrame[];
}

export class FrameKeeper {
  readonly #runs: Pick<RunStore, "readFrames">;
  /** Which are there, by the ids of their runs; of a run that has left the page nothing is held here. */
  readonly #written = new Map<string, WeakSet<HistoryFrame>>();
  /** The readings under way, by the ids of their runs: of these nobody knows yet which are there. */
  readonly #coming = new Map<string, number>();

  constructor(runs: Pick<RunStore, "readFrames">) {
    this.#runs = runs;
  }

  /** Whether those that are there are on their way to the page, and what it knows of the history is not all of it. */
  isComing(id: string): boolean {
    return this.#coming.has(id);
  }

  async save(id: string, { frames: { frames } }: RunState): Promise<FrameSave> {
    const written = this.#written.get(id);
    const added = frames.filter((frame) => !written?.has(frame));
    const blobs = new Map<number, Blob>();
    for (const frame of added) blobs.set(frame.snapshot.step, await frameBlob(frame));
    return { blobs, frames };
  }

  saved(id: string, { frames }: FrameSave): void {
    this.#know(id, frames);
  }

  #know(id: string, frames: readonly HistoryFrame[]): void {
    const written = this.#written.get(id) ?? new WeakSet();
    for (const frame of frames) written.add(frame);
    this.#written.set(id, written);
  }

  forget(id: string): void {
    this.#written.delete(id);
  }

  /** Null where there are none. What cannot be read is not among them. */
  async read({ id, history, step: last }: RunRecord): Promise<TrainingHistory | null> {
    if (!history || history.steps.length === 0) return null;
    this.#coming.set(id, (this.#coming.get(id) ?? 0) + 1);
    try {
      const there = await this.#runs.readFrames(id);
      const read: HistoryFrame[] = [];
      for (const step of history.steps) {
        const blob = there.get(step);
        const frame = blob && step <= last ? await readFrame(blob) : null;
        if (frame) read.push(frame);
      }
      const frames = sharedFrames(read);
      this.#know(id, frames);
      return { from: history.from, perDoubling: history.perDoubling, frames };
    } finally {
      const others = (this.#coming.get(id) ?? 1) - 1;
      if (others > 0) this.#coming.set(id, others);
      else this.#coming.delete(id);
    }
  }
}

/** The run has its earlier frames, wherever it is by now: on the stage, or among those from before. */
export function withHistoryOf(
  { runs, past }: PlaygroundData,
  kept: string,
  earlier: TrainingHistory,
): Pick<PlaygroundData, "runs" | "past"> {
  const grown = <Run extends RunState>(run: Run): Run =>
    run.kept?.id === kept ? { ...run, frames: withEarlier(run.frames, historyUpTo(earlier, run.step)) } : run;
  return {
    runs: new Map([...runs].map(([id, run]) => [id, grown(run)])),
    past: past.map(grown),
  };
}
