import { useEffect, useState } from "react";
import { usePlayground } from "../usePlaygroundStore";
import type { Place } from "./places";

/** Which part of the page a small screen shows. */
export function usePlace(): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = useState<Place>("stage");
  const rejected = usePlayground((state) => state.rejected);
  // A file can be dropped anywhere on the page; what is wrong with it is said beside the data.
  useEffect(() => {
    if (rejected) setPlace("data");
  }, [rejected]);
  const show = (next: Place) => {
    setPlace(next);
    // Each begins at its top.
    if (next !== place) scrollTo(0, 0);
  };
  return [place, show];
}
