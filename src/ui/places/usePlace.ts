import { useEffect, useState } from "react";
import { usePlayground } from "../usePlaygroundStore";
import { arrangement, type Place } from "./places";

/** Which part of the page a small screen shows. */
export function usePlace(): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = useState<Place>("stage");
  const rejected = usePlayground((state) => state.rejected);
  // A file can be dropped anywhere on the page; what is wrong with it is said beside the data.
  useEffect(() => {
    if (rejected) setPlace("data");
  }, [rejected]);
  // What takes the place of another begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: Another part, or another reason, is in sight.
  useEffect(() => {
    if (arrangement() === "bar") scrollTo(0, 0);
  }, [place, rejected]);
  return [place, setPlace];
}
