/**
 * Zooms the lanes: rows of units and columns of steps each by themselves, where the pointer is, or by buttons around the unit and the
 * step that are selected. With Ctrl or ⌘ a wheel zooms time, with Shift as well it zooms units; two fingers zoom the one along which they
 * are further apart.
 */
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { runsLeft, scrollTo } from "../readingDirection";
import type { StageViewStore } from "../stageView";
import {
  heldPlace,
  type LaneWindowStore,
  type LeastSizes,
  laneHeight,
  rowPixels,
  rowSteps,
  topWithin,
  widestColumn,
} from "./laneWindow";

export interface LaneZoom {
  /** Those that rows can have, in pixels, the lowest first. */
  readonly heights: readonly number[];
  readonly rows: (direction: 1 | -1) => void;
  readonly time: (direction: 1 | -1) => void;
  readonly allSteps: () => void;
  /** To the sizes that rows and steps have by themselves. */
  readonly atFirst: () => void;
}

const timeFactor = 1.5;

interface ZoomedLanes {
  readonly view: StageViewStore;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly store: LaneWindowStore;
  readonly steps: number;
  readonly units: number;
  /** CSS pixels of a unit, and what a lane has room for. */
  readonly row: number;
  readonly most: number;
  readonly least: LeastSizes;
}

export function useLaneZoom(lanes: ZoomedLanes): LaneZoom {
  const { view, scroller, store, steps, units, row, most, least } = lanes;
  const playground = usePlaygroundStore();
  const column = usePlayground((state) => state.columnWidth);
  // What stays where it is while the steps around it move: its share of all steps, and its distance from the window's left end.
  const held = useRef<{ readonly share: number; readonly x: number } | null>(null);
  // Wheels and fingers zoom by less than a row has pixels.
  const exactRow = useRef(row);

  const setColumn = (next: number | null, x: number) => {
    const { full, left } = store.getState();
    if (full === 0 || next === playground.getState().columnWidth) return;
    held.current = { share: (left + x) / full, x };
    playground.getState().zoomTime(next);
  };
  const zoomTime = (factor: number, clientX: number | null) => {
    const { full, width } = store.getState();
    const x = clientX === null ? playhead() : Math.max(0, Math.min(width, placeInWindow(clientX)));
    const wanted = (full / steps) * factor;
    const widest = Math.max(widestColumn, width / steps);
    setColumn(wanted * steps <= width ? 0 : Math.min(widest, wanted), x);
  };
  const playhead = () => {
    const { full, left, width } = store.getState();
    return heldPlace(((playground.getState().time + 0.5) / steps) * full - left, width);
  };
  const placeInWindow = (clientX: number) => {
    const outer = scroller.current;
    if (!outer) return 0;
    // What stands beside the plots is at their left in either direction.
    const right = outer.getBoundingClientRect().left + outer.clientWidth;
    return runsLeft(outer) ? right - clientX : clientX - right + store.getState().width;
  };
  const heights = rowSteps(units, least);
  const ownHeight = rowPixels(units, null, least);
  const zoomRows = (height: number, y: number) => {
    exactRow.current = Math.max(heights[0], Math.min(heights[heights.length - 1], height));
    const next = exactRow.current === ownHeight ? ownHeight : Math.round(exactRow.current);
    if (next === row) return;
    const { top } = store.getState();
    const place = (top + y) / row;
    playground.getState().zoomRows(next === ownHeight ? null : next);
    store.setState({ top: topWithin(units, next, most, place * next - y) });
  };

  // The columns have their new width, and nobody has seen them yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `held` belongs to one change of the width
  useLayoutEffect(() => {
    const outer = scroller.current;
    if (!outer || !held.current) return;
    const { share, x } = held.current;
    held.current = null;
    const { width } = store.getState();
    const full = outer.scrollWidth - (outer.clientWidth - width);
    scrollTo(outer, share * full - x);
  }, [column, scroller, store]);
  useLayoutEffect(() => {
    if (Math.round(exactRow.current) !== row) exactRow.current = row;
  }, [row]);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // Browsers turn a wheel sideways while Shift is held.
    const factor = 2 ** (-(event.deltaY || event.deltaX) / 240);
    if (!event.shiftKey) zoomTime(factor, event.clientX);
    else zoomRows(exactRow.current * factor, laneOffset(event.target, event.clientY));
  });
  const fingers = useRef<{ readonly dx: number; readonly dy: number } | null>(null);
  const onTouch = useEffectEvent((event: TouchEvent) => {
    const [a, b] = event.touches;
    const isOver = event.type === "touchend" || event.type === "touchcancel";
    if (event.touches.length !== 2 || !a || !b || isOver) {
      fingers.current = null;
      return;
    }
    event.preventDefault();
    const now = { dx: Math.abs(a.clientX - b.clientX), dy: Math.abs(a.clientY - b.clientY) };
    const before = fingers.current;
    fingers.current = now;
    if (!before) return;
    if (now.dx > now.dy) zoomTime(now.dx / Math.max(1, before.dx), (a.clientX + b.clientX) / 2);
    else
      zoomRows(
        exactRow.current * (now.dy / Math.max(1, before.dy)),
        laneOffset(event.target, (a.clientY + b.clientY) / 2),
      );
  });
  useEffect(() => {
    const outer = scroller.current;
    if (!outer) return;
    const controller = new AbortController();
    const options = { passive: false, signal: controller.signal };
    outer.addEventListener("wheel", (event) => onWheel(event), options);
    for (const name of ["touchstart", "touchmove", "touchend", "touchcancel"] as const)
      outer.addEventListener(name, (event) => onTouch(event), options);
    return () => controller.abort();
  }, [scroller]);

  const selectedRow = () => {
    const { order, selectedUnit } = view.getState();
    const { top } = store.getState();
    return heldPlace((order.rows[selectedUnit] + 0.5) * row - top, laneHeight(units, row, most));
  };
  return {
    heights,
    rows: (direction) => {
      const next =
        direction > 0 ? heights.find((height) => height > row) : heights.findLast((height) => height < row);
      if (next !== undefined) zoomRows(next, selectedRow());
    },
    time: (direction) => zoomTime(direction > 0 ? timeFactor : 1 / timeFactor, null),
    allSteps: () => setColumn(0, playhead()),
    atFirst: () => {
      setColumn(null, playhead());
      zoomRows(ownHeight, selectedRow());
    },
  };
}

/** How far below the upper end of a lane of units a pointer is, or 0 outside of one. */
function laneOffset(target: EventTarget | null, clientY: number): number {
  const lane = target instanceof Element ? target.closest("[data-lane]") : null;
  return lane ? clientY - lane.getBoundingClientRect().top : 0;
}
