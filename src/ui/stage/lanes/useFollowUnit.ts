/** Where not all units are in sight, scrolls so that the selected one is. */
import { useLayoutEffect } from "react";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import { type LaneWindowStore, laneHeight, topWithin } from "./laneWindow";

/** @param row CSS pixels of a unit; @param most what a lane has room for */
export function useFollowUnit(
  view: StageViewStore,
  store: LaneWindowStore,
  units: number,
  row: number,
  most: number,
): void {
  const height = laneHeight(units, row, most);
  const show = (place: number) => {
    const { top } = store.getState();
    const highest = Math.max(0, place * row);
    const lowest = Math.min(units * row - height, (place + 1) * row - height);
    const next = Math.max(lowest, Math.min(highest, top));
    if (next !== top) store.setState({ top: next });
  };
  useLive(view, ({ selectedUnit, order }, before) => {
    if (before !== null && selectedUnit !== before.selectedUnit) show(order.rows[selectedUnit]);
  });
  // Of fewer or lower rows the end may be nearer.
  useLayoutEffect(() => {
    const { top } = store.getState();
    const next = topWithin(units, row, most, top);
    if (next !== top) store.setState({ top: next });
  }, [store, units, row, most]);
}
