/** Scrolls a lane of units where all others are scrolled to, also to what higher rows have only now made room for. */
import { type RefObject, useRef } from "react";
import { useLaneWindowStore } from "./laneWindow";
import { useLaneDraw } from "./useLaneDraw";

/** @returns what to do when the lane itself is scrolled. */
export function useUnitScroll(viewport: RefObject<HTMLElement | null>): () => void {
  const store = useLaneWindowStore();
  // Where it is scrolled to: to ask the browser at each drawing would have it lay the page out.
  const at = useRef(0);
  useLaneDraw(({ top }) => {
    const element = viewport.current;
    // The browser may keep a part of a pixel to itself.
    if (!element || Math.abs(at.current - top) < 1) return;
    element.scrollTop = top;
    at.current = element.scrollTop;
  });
  return () => {
    at.current = viewport.current?.scrollTop ?? 0;
    if (Math.abs(store.getState().top - at.current) >= 1) store.setState({ top: at.current });
  };
}
