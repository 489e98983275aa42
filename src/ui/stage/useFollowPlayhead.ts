/** Where the columns do not all fit, scrolls sideways so that the selected time step stays in sight. */
import type { RefObject } from "react";
import { runsLeft } from "./readingDirection";
import type { StageViewStore } from "./stageView";
import { useLive } from "./useLive";

const margin = 24;

/** @param scroller what scrolls; @param plot an element as wide as all columns. */
export function useFollowPlayhead(
  view: StageViewStore,
  scroller: RefObject<HTMLElement | null>,
  plot: RefObject<HTMLElement | null>,
): void {
  useLive(view, ({ selectedTime, steps }, before) => {
    if (!scroller.current || !plot.current || selectedTime === before?.selectedTime) return;
    const { scrollWidth, clientWidth, scrollLeft } = scroller.current;
    if (scrollWidth <= clientWidth) return;
    const window = scroller.current.getBoundingClientRect();
    const columns = plot.current.getBoundingClientRect();
    // The labels beside the plots, if they stand there, cover this much of the window.
    const covered = scrollWidth - columns.width;
    const share = (selectedTime + 0.5) / steps;
    const x = columns.left + (runsLeft(scroller.current) ? 1 - share : share) * columns.width - window.left;
    if (x < covered + margin || x > clientWidth - margin) {
      scroller.current.scrollLeft = scrollLeft + x - covered - (clientWidth - covered) / 3;
    }
  });
}
