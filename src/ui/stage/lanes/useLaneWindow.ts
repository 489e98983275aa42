/** Measures what of the lanes is in sight. */
import { type RefObject, useLayoutEffect, useState } from "react";
import { createStore } from "zustand/vanilla";
import type { LaneWindow, LaneWindowStore } from "./laneWindow";

/** @param scroller what scrolls sideways; @param plot an element as wide as all columns. */
export function useLaneWindow(
  scroller: RefObject<HTMLElement | null>,
  plot: RefObject<HTMLElement | null>,
): LaneWindowStore {
  const [store] = useState(() => createStore<LaneWindow>(() => ({ full: 0, left: 0, width: 0, top: 0 })));
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, plot.current];
    if (!outer || !inner) return;
    const measure = () => {
      const full = inner.getBoundingClientRect().width;
      // Labels beside the plots, if they stand there, cover the rest.
      const covered = outer.scrollWidth - full;
      // Below 0 where time runs to the left.
      const left = Math.abs(outer.scrollLeft);
      const width = Math.max(0, Math.min(full, outer.clientWidth - covered));
      const now = store.getState();
      if (full !== now.full || left !== now.left || width !== now.width)
        store.setState({ full, left, width });
    };
    measure();
    outer.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    return () => {
      outer.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [scroller, plot, store]);
  return store;
}
