import { shownRun } from "../../store/runs";
import type { PastRun, RunState } from "../../store/state";
import type { PlaygroundStore } from "../../store/store";

/** A run whose state is known. */
export type SavedRun = RunState & {
  readonly saved: NonNullable<PastRun["saved"]>;
  readonly of: PastRun["of"];
};

/** The run on the stage with its state as it is now, which the engine tells between two steps. Rejects when it is aborted. */
export function savedNow(store: PlaygroundStore, signal: AbortSignal): Promise<SavedRun> {
  return new Promise((resolve, reject) => {
    const before = shownRun(store.getState()).saved;
    const stop = store.subscribe((state) => {
      const run = shownRun(state);
      const { saved, of } = run;
      if (!saved || saved === before || !of) return;
      end();
      resolve({ ...run, saved, of });
    });
    const abort = () => {
      end();
      reject(signal.reason);
    };
    const end = () => {
      stop();
      signal.removeEventListener("abort", abort);
    };
    signal.addEventListener("abort", abort);
    store.getState().askState();
  });
}
