/**
 * Fetches what is not loaded yet, one program after the other, each when the page has nothing else to do: what was fetched opens
 * without a network, and after another version of the page was put in the place of this one.
 */
import { type LateProgram, latePrograms } from "./lateProgram";

/** Safari has no way to ask for idle time. */
const afterMs = 1_000;

const idle = () =>
  new Promise<void>((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, afterMs);
  });

export async function fetchAhead(
  programs: ReadonlySet<LateProgram<unknown>> = latePrograms,
  whenIdle = idle,
): Promise<void> {
  // Those that are named meanwhile come at the end of the set, and get their turn.
  for (const program of programs) {
    if (program.part !== null) continue;
    await whenIdle();
    // Whoever needs it will ask again, and hear of it.
    await program.fetch().catch(() => undefined);
  }
}
