/** The playhead that moves by itself: eight steps a second, round and round, driven by animation frames. */
import { useEffect } from "react";
import type { PlaygroundStore } from "../../store/store";
import { usePlaygroundStore } from "../usePlaygroundStore";
import type { StageViewStore } from "./stageView";

const stepMs = 125;
const reducedMotion = "(prefers-reduced-motion: reduce)";

/** Moves time while it is called once per frame with the frame's time; late frames never skip steps. */
function createAdvance(store: PlaygroundStore, view: StageViewStore): (nowMs: number) => void {
  let lastStepMs: number | null = null;
  return (nowMs) => {
    lastStepMs ??= nowMs;
    const lateMs = nowMs - lastStepMs;
    if (lateMs < stepMs) return;
    lastStepMs = lateMs < 2 * stepMs ? lastStepMs + stepMs : nowMs;
    const { time, selectTime } = store.getState();
    selectTime((time + 1) % view.getState().steps);
  };
}

function runWhilePlaying(store: PlaygroundStore, view: StageViewStore): () => void {
  let frame = 0;
  const start = () => {
    const advance = createAdvance(store, view);
    const tick = (nowMs: number) => {
      advance(nowMs);
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
  };
  const unsubscribe = store.subscribe(({ playing }, before) => {
    if (playing === before.playing) return;
    cancelAnimationFrame(frame);
    if (playing) start();
  });
  if (store.getState().playing) start();
  return () => {
    unsubscribe();
    cancelAnimationFrame(frame);
  };
}

/** Who asked for less motion sees the playhead move only after pressing play. */
function stillWhenAsked(store: PlaygroundStore): () => void {
  const query = matchMedia(reducedMotion);
  const still = () => {
    if (query.matches && store.getState().playing) store.getState().setPlaying(false);
  };
  still();
  query.addEventListener("change", still);
  return () => query.removeEventListener("change", still);
}

export function usePlayback(view: StageViewStore): void {
  const store = usePlaygroundStore();
  useEffect(() => stillWhenAsked(store), [store]);
  useEffect(() => runWhilePlaying(store, view), [store, view]);
}
