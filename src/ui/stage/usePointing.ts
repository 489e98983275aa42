/** Pointing at a plot over time: which column lies under the pointer, and which was clicked. */
import { type RefObject, useEffect } from "react";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { fromBeginning } from "./readingDirection";

/** Which of `count` cells of an extent lies at an offset. */
export const indexAt = (offset: number, extent: number, count: number) =>
  Math.max(0, Math.min(count - 1, Math.floor((offset / extent) * count)));

/**
 * Hovering marks the step everywhere on the page, clicking selects it. For pointers only: whatever uses this has its
 * keyboard counterpart in the time slider or the plot itself.
 */
export function usePointing(plot: RefObject<HTMLElement | null>, steps: number): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const element = plot.current;
    if (!element) return;
    // Browsers round the place of a click but not that of a pointer.
    let last = 0;
    const follow = (event: PointerEvent) => {
      const box = element.getBoundingClientRect();
      last = indexAt(fromBeginning(element, event.clientX), box.width, steps);
    };
    const controller = new AbortController();
    const on = <Name extends "pointerdown" | "pointermove" | "pointerleave" | "click">(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ) => element.addEventListener(name, listener, { signal: controller.signal });
    on("pointerdown", follow);
    on("pointermove", (event) => {
      follow(event);
      store.getState().hover(last, null);
    });
    on("pointerleave", () => store.getState().hover(null, null));
    on("click", () => store.getState().selectTime(last));
    return () => controller.abort();
  }, [plot, store, steps]);
}
