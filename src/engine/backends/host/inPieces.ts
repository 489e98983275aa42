import type { SectionRun } from "../backend";

/** Work of which a piece is done at each `next`, as a section's run; `pause` is what has to be waited for before the next piece. */
export function inPieces(work: Iterator<void>, pause: () => Promise<void> | undefined): SectionRun {
  return {
    goOn: async (isCalled = () => false) => {
      while (!work.next().done) {
        const pausing = pause();
        if (!pausing) continue;
        await pausing;
        if (isCalled()) return false;
      }
      return true;
    },
  };
}
