import { useEffect } from "react";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";

const playedInMs = 10_000;

/** Shows frame after frame while the history is played, all of it in ten seconds. */
export function usePlayingPast(): void {
  const store = usePlaygroundStore();
  const playing = usePlayground((state) => state.playingPast);
  const count = useRun((run) => run.frames.frames.length);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => store.getState().showNextFrame(), playedInMs / count);
    return () => clearInterval(timer);
  }, [store, playing, count]);
}
