/** Long work in turns, so that a message (to cancel it, above all) gets through in between. */

export interface Breathing {
  /** To be awaited every few milliseconds of work. Rejects with the signal's reason once it is aborted. */
  breathe(): Promise<void>;
}

const turnMs = 40;

/** Lets others have their turn every 40 ms, and looks at the signal whenever it is asked. */
export function startBreathing(signal?: AbortSignal): Breathing {
  let turnBeganMs = performance.now();
  return {
    breathe: async () => {
      signal?.throwIfAborted();
      if (performance.now() - turnBeganMs < turnMs) return;
      await new Promise((resolve) => setTimeout(resolve));
      turnBeganMs = performance.now();
      signal?.throwIfAborted();
    },
  };
}
