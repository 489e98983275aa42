/**
 * Pointing at a lane of units: hovering marks step and unit everywhere on the page, a click selects them, with Ctrl or ⌘ it pins the unit,
 * and a mouse or pen that is dragged selects a box of units and steps. The keyboard's way is the lane's own (`Heatmap`).
 */
import { type RefObject, useEffect } from "react";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { fromBeginning } from "../readingDirection";
import type { StageViewStore } from "../stageView";
import { indexAt } from "../usePointing";
import { boxBetween } from "./boxBetween";

/** CSS pixels that a pressed pointer may move before it is dragged. */
const dragFrom = 4;

interface Pressed {
  readonly time: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** @param content an element as large as all rows and columns. */
export function useUnitPointing(
  content: RefObject<HTMLElement | null>,
  view: StageViewStore,
  steps: number,
  units: number,
): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    // Units may be thinner than a pixel, and browsers round the place of a click but not that of a pointer.
    let last = { time: 0, row: 0 };
    let pressed: Pressed | null = null;
    let dragged = false;
    const follow = (event: PointerEvent) => {
      const box = element.getBoundingClientRect();
      const time = indexAt(fromBeginning(element, event.clientX), box.width, steps);
      last = { time, row: indexAt(event.clientY - box.top, box.height, units) };
    };
    const unitAt = (row: number) => view.getState().order.units[row] ?? 0;
    const drag = (event: PointerEvent) => {
      // A button that is let go outside of the window says nothing here.
      if (!(event.buttons & 1)) pressed = null;
      if (!pressed) return;
      if (!dragged && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < dragFrom) return;
      if (!dragged) element.setPointerCapture(event.pointerId);
      dragged = true;
      store.getState().selectBox(boxBetween(view.getState(), pressed, last));
    };
    const controller = new AbortController();
    const on = <
      Name extends "pointerdown" | "pointermove" | "pointerup" | "pointercancel" | "pointerleave" | "click",
    >(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ) => element.addEventListener(name, listener, { signal: controller.signal });
    on("pointerdown", (event) => {
      follow(event);
      dragged = false;
      // A finger that moves scrolls.
      const drags = event.pointerType !== "touch" && event.button === 0 && !event.ctrlKey && !event.metaKey;
      pressed = drags ? { ...last, x: event.clientX, y: event.clientY } : null;
    });
    on("pointermove", (event) => {
      follow(event);
      drag(event);
      store.getState().hover(last.time, unitAt(last.row));
    });
    const release = () => {
      pressed = null;
    };
    on("pointerup", release);
    on("pointercancel", release);
    on("pointerleave", () => store.getState().hover(null, null));
    on("click", (event) => {
      if (dragged) return;
      const { selectTime, selectUnit, togglePin, selectBox } = store.getState();
      if (event.ctrlKey || event.metaKey) return togglePin(unitAt(last.row));
      selectTime(last.time);
      selectUnit(unitAt(last.row));
      selectBox(null);
    });
    return () => controller.abort();
  }, [content, view, store, steps, units]);
}
