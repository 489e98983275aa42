/** Draws outside React whenever another part of the lanes comes into sight, at first, and where rendering may have made cells another size. */
import { useEffectEvent, useLayoutEffect } from "react";
import { useFaults } from "../useFaults";
import { type LaneWindow, useLaneWindowStore } from "./laneWindow";

export function useLaneDraw(draw: (now: LaneWindow) => void): void {
  const store = useLaneWindowStore();
  const guarded = useFaults();
  const onWindow = useEffectEvent((now: LaneWindow) => guarded(() => draw(now)));
  useLayoutEffect(() => onWindow(store.getState()));
  useLayoutEffect(() => store.subscribe((now) => onWindow(now)), [store]);
}
