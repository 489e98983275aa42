/** What is computed of a run on demand: whether it is under way, and what has come of it. */
import type { SessionSlice } from "./state";

type Looks = SessionSlice["looks"];

const notLooked = { running: false, value: null } as const;

export const initialLooks: Looks = {
  profile: notLooked,
  benchmark: notLooked,
  effects: notLooked,
  answers: notLooked,
  importance: notLooked,
  second: notLooked,
  secondText: notLooked,
};

/** Nothing is under way any more. */
export const stoppedLooks = ({
  looks: { profile, benchmark, effects, answers, importance, second, secondText },
}: SessionSlice): Looks => ({
  profile: { ...profile, running: false },
  benchmark: { ...benchmark, running: false },
  effects: { ...effects, running: false },
  answers: { ...answers, running: false },
  importance: { ...importance, running: false },
  second: { ...second, running: false },
  secondText: { ...secondText, running: false },
});

/** What was computed of a run goes with it; what was computed of the engines stays. */
export const looksOfNewRun = (state: SessionSlice): Looks => ({
  ...stoppedLooks(state),
  profile: notLooked,
  effects: notLooked,
  answers: notLooked,
  importance: notLooked,
  second: notLooked,
  secondText: notLooked,
});
