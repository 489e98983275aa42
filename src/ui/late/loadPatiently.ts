/** Loads a program, and tries again where it does not come: after a moment, and then after longer ones. */
import { PartNotLoaded } from "./PartNotLoaded";

/** Before the second attempt, the third, and the last. */
const patientMs: readonly number[] = [500, 1_500, 4_000];
/** For somebody who has been told that it did not come, and asks again: an answer at once. */
export const impatientMs: readonly number[] = [500];

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * The address stays the same at every attempt: browsers ask for a module that did not come again, and under another address its
 * neighbours would not take it for the one that they share.
 * @throws PartNotLoaded where no attempt has brought it; and what the program itself throws when it runs
 */
export async function loadPatiently<T>(
  load: () => Promise<T>,
  pausesMs = patientMs,
  pause = wait,
): Promise<T> {
  let last: unknown;
  for (let attempt = 0; ; attempt++) {
    try {
      return await load();
    } catch (error) {
      // A module that fails as it runs does so once, and the browser gives that same error each time; of one that does not
      // come it makes a new one.
      if (attempt > 0 && error === last) throw error;
      if (attempt === pausesMs.length) throw new PartNotLoaded(error);
      last = error;
    }
    await pause(pausesMs[attempt]);
  }
}
