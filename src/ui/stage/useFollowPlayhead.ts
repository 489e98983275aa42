/** Where the columns do not all fit, scrolls sideways so that the selected time step stays in sight. */
import type { RefObject } from "react";
import { type LaneWindowStore, showsAllSteps } from "./lanes/laneWindow";
import { scrollTo } from "./readingDirection";
import type { StageViewStore } from "./stageView";
import { useLive } from "./useLive";

const margin = 24;

/** @param scroller what scrolls */
export function useFollowPlayhead(
  view: StageViewStore,
  scroller: RefObject<HTMLElement | null>,
  laneWindow: LaneWindowStore,
): void {
  useLive(view, ({ selectedTime, steps }, before) => {
    // What is known of the window is not asked of the page, which would be laid out for it.
    const { full, left, width } = laneWindow.getState();
    if (!scroller.current || selectedTime === before?.selectedTime) return;
    if (full === 0 || showsAllSteps({ full, width })) return;
    const place = ((selectedTime + 0.5) / steps) * full;
    if (place < left + margin || place > left + width - margin) scrollTo(scroller.current, place - width / 3);
  });
}
