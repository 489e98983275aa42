/** Draws outside React: `draw` runs after mounting and after every change of the view, and nothing re-renders. */
import { useEffectEvent, useLayoutEffect } from "react";
import type { StageView, StageViewStore } from "./stageView";

/** @param draw writes to the DOM; it gets the view on show and, after the first time, the one drawn before. */
export function useLive(
  view: StageViewStore,
  draw: (now: StageView, before: StageView | null) => void,
): void {
  const onView = useEffectEvent(draw);
  useLayoutEffect(() => {
    onView(view.getState(), null);
    return view.subscribe((now, before) => onView(now, before));
  }, [view]);
}
