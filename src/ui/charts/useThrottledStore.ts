/** A part of the store that a component sees at most every `intervalMs`, however often it changes. */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { shallow } from "zustand/shallow";
import type { Playground, PlaygroundStore } from "../../store/store";

/** For so long a change waits for the next one to bring it along: an engine leaves the page a core when it tells of a picture. */
const togetherMs = 150;

/** @param select must be the same function every time; its result is compared field by field. */
export function useThrottledStore<T>(
  store: PlaygroundStore,
  select: (state: Playground) => T,
  intervalMs: number,
): T {
  const [shown, setShown] = useState(() => select(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastMs = Number.NEGATIVE_INFINITY;
    let isDue = false;
    const show = () => {
      timer = undefined;
      isDue = false;
      lastMs = performance.now();
      setShown(select(store.getState()));
    };
    // In a task of its own: left to React, it is drawn with whatever is drawn next, such as the stage in a frame.
    const showNow = () => flushSync(show);
    const stop = store.subscribe((now, before) => {
      if (isDue || shallow(select(now), select(before))) return;
      const leftMs = lastMs + intervalMs - performance.now();
      isDue = leftMs <= 0;
      if (isDue) {
        clearTimeout(timer);
        timer = setTimeout(showNow);
      } else timer ??= setTimeout(showNow, leftMs + togetherMs);
    });
    show();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, select, intervalMs]);
  return shown;
}
