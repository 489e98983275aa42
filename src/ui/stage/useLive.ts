/**
 * Draws outside React: `draw` runs after mounting, after every change of the view and in another language, and nothing re-renders.
 * What it throws goes to the boundary around the part, as if it had been thrown in rendering, and does not reach others that draw.
 */
import { useEffectEvent, useLayoutEffect } from "react";
import { useWords } from "../words/useWords";
import type { StageView, StageViewStore } from "./stageView";
import { useFaults } from "./useFaults";

/** @param draw writes to the DOM; it gets the view on show and, but for the first time in a language, the one drawn before. */
export function useLive(
  view: StageViewStore,
  draw: (now: StageView, before: StageView | null) => void,
): void {
  const { language } = useWords();
  const guarded = useFaults();
  const onView = useEffectEvent((now: StageView, before: StageView | null) =>
    guarded(() => draw(now, before)),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: in other words all is drawn anew
  useLayoutEffect(() => {
    onView(view.getState(), null);
    return view.subscribe((now, before) => onView(now, before));
  }, [view, language]);
}
