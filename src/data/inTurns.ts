/** Work in pieces: it leaves off at each `yield`, so that whoever drives it can let others have their turn. */
import type { Breathing } from "./breathing";

export type Pieces<T> = Generator<void, T, void>;

/** All pieces one after the other. */
export function atOnce<T>(pieces: Pieces<T>): T {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** Breathes between two pieces. Rejects with the signal's reason once it is aborted. */
export async function inTurns<T>(pieces: Pieces<T>, { breathe }: Breathing): Promise<T> {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    await breathe();
  }
}
