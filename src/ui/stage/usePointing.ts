/** Pointing at a plot: which column and row lie under the pointer, and which were clicked. */
import { type RefObject, useEffect } from "react";
import { usePlaygroundStore } from "../usePlaygroundStore";

const indexAt = (offset: number, extent: number, count: number) =>
  Math.max(0, Math.min(count - 1, Math.floor((offset / extent) * count)));

/**
 * Hovering marks the place everywhere on the page, clicking selects it. For pointers only: whatever uses this has its
 * keyboard counterpart in the time slider, the unit field or the plot itself.
 * @param units rows of the plot, or null where only time can be pointed at.
 */
export function usePointing(plot: RefObject<HTMLElement | null>, steps: number, units: number | null): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const element = plot.current;
    if (!element) return;
    // Units may be thinner than a pixel, and browsers round the place of a click but not that of a pointer.
    let last: { readonly time: number; readonly unit: number | null } = { time: 0, unit: null };
    const follow = (event: PointerEvent) => {
      const box = element.getBoundingClientRect();
      const time = indexAt(event.clientX - box.left, box.width, steps);
      last = { time, unit: units === null ? null : indexAt(event.clientY - box.top, box.height, units) };
    };
    const controller = new AbortController();
    const on = <Name extends "pointerdown" | "pointermove" | "pointerleave" | "click">(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ) => element.addEventListener(name, listener, { signal: controller.signal });
    on("pointerdown", follow);
    on("pointermove", (event) => {
      follow(event);
      store.getState().hover(last.time, last.unit);
    });
    on("pointerleave", () => store.getState().hover(null, null));
    on("click", () => {
      store.getState().selectTime(last.time);
      if (last.unit !== null) store.getState().selectUnit(last.unit);
    });
    return () => controller.abort();
  }, [plot, store, steps, units]);
}
