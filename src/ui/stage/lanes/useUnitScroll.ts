/** Scrolls a lane of units where all others are scrolled to, also to what higher rows have only now made room for. */
import type { RefObject } from "react";
import { useLaneWindowStore } from "./laneWindow";
import { useLaneDraw } from "./useLaneDraw";

/** @returns what to do when the lane itself is scrolled. */
export function useUnitScroll(viewport: RefObject<HTMLElement | null>): () => void {
  const store = useLaneWindowStore();
  useLaneDraw(({ top }) => {
    const element = viewport.current;
    // The browser may keep a part of a pixel to itself.
    if (element && Math.abs(element.scrollTop - top) >= 1) element.scrollTop = top;
  });
  return () => {
    const top = viewport.current?.scrollTop ?? 0;
    if (Math.abs(store.getState().top - top) >= 1) store.setState({ top });
  };
}
