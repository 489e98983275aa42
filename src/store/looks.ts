/** What is computed of a run on demand: whether it is under way, and what has come of it. */
import type { SessionSlice } from "./state";

export const notLooked = { running: false, value: null } as const;

/** Nothing is under way any more. */
export const stoppedLooks = ({ looks: { profile, benchmark } }: SessionSlice): SessionSlice["looks"] => ({
  profile: { ...profile, running: false },
  benchmark: { ...benchmark, running: false },
});
