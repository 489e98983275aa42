/** How high a lane of units may be so that all of a layer's are in sight above the row of looks, when the page is not scrolled. */
import { type RefObject, useLayoutEffect, useState } from "react";
import { arrangement } from "../../places/places";
import { laneRoom, mostLane } from "./laneWindow";

/** @param lanes what holds them; @param count of units; @param answer, steps what stands above them: of others they are measured anew */
export function useLaneRoom(
  lanes: RefObject<HTMLElement | null>,
  count: number,
  answer: unknown,
  steps: number,
): number {
  const [room, setRoom] = useState(mostLane);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another subject the lanes begin elsewhere
  useLayoutEffect(() => {
    const measure = () => {
      const first = lanes.current?.querySelector("[data-lane]");
      // A phone is scrolled from lane to lane.
      if (!first || arrangement() === "bar") return setRoom(mostLane);
      const looks = getComputedStyle(document.documentElement).getPropertyValue("--looks-height");
      const top = first.getBoundingClientRect().top + scrollY;
      setRoom(laneRoom(innerHeight - top - Number.parseFloat(looks), count));
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [lanes, count, answer, steps]);
  return room;
}
