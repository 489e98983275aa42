/** How high a lane of units may be so that all of a layer's are in sight above the row of looks, when the page is not scrolled, and what they have at least. */
import { type RefObject, useLayoutEffect, useState } from "react";
import { arrangement } from "../../places/places";
import { type LeastSizes, laneRoom, leastSizes, mostLane } from "./laneWindow";

interface LaneRoom {
  readonly most: number;
  readonly least: LeastSizes;
}

/** @param lanes what holds them; @param count of units; @param answer, steps what stands above them: of others they are measured anew */
export function useLaneRoom(
  lanes: RefObject<HTMLElement | null>,
  count: number,
  answer: unknown,
  steps: number,
): LaneRoom {
  const [most, setMost] = useState(mostLane);
  const [isPhone, setPhone] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another subject the lanes begin elsewhere
  useLayoutEffect(() => {
    const measure = () => {
      const first = lanes.current?.querySelector("[data-lane]");
      // A phone is scrolled from lane to lane.
      const bar = arrangement() === "bar";
      setPhone(bar);
      if (!first || bar) return setMost(mostLane);
      const looks = getComputedStyle(document.documentElement).getPropertyValue("--looks-height");
      const top = first.getBoundingClientRect().top + scrollY;
      setMost(laneRoom(innerHeight - top - Number.parseFloat(looks), count));
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [lanes, count, answer, steps]);
  return { most, least: isPhone ? leastSizes.phone : leastSizes.usual };
}
