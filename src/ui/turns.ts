/**
 * Parts of the page follow another run or other data one after the other, each in a task of its own: drawn at once, all of them would
 * hold the main thread for longer than a frame, and a key that is pressed meanwhile would wait. Every other change they follow at once.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Playground, PlaygroundStore } from "../store/store";
import { yieldToEventLoop } from "../yieldToEventLoop";

/** The state as a part of the page sees it. */
export type PartStore = StoreApi<Playground>;

export interface Turns {
  /**
   * Has the part follow the page's state until the function that comes back is called.
   * @param isFirst whether its turn comes before that of all who joined earlier
   */
  readonly join: (part: PartStore, isFirst: boolean) => () => void;
  /** Whether a part still shows what was there before. */
  readonly behind: StoreApi<boolean>;
}

/** So much changes with these that every part is drawn anew. */
const isAnother = (state: Playground, before: Playground): boolean =>
  state.data !== before.data || state.shownId !== before.shownId;

/** @param pause what lies between two turns */
export function turnsOf(store: PlaygroundStore, pause: () => Promise<void> = yieldToEventLoop): Turns {
  let parts: readonly PartStore[] = [];
  const waiting = new Set<PartStore>();
  const behind = createStore(() => false);
  const follow = (part: PartStore) => part.setState(store.getState(), true);
  const takeTurns = async () => {
    while (waiting.size > 0) {
      await pause();
      const next = parts.find((part) => waiting.delete(part));
      if (next) follow(next);
    }
    behind.setState(false, true);
  };
  store.subscribe((state, before) => {
    if (isAnother(state, before)) for (const part of parts) waiting.add(part);
    for (const part of parts) if (!waiting.has(part)) follow(part);
    if (waiting.size === 0 || behind.getState()) return;
    behind.setState(true, true);
    void takeTurns();
  });
  return {
    join: (part, isFirst) => {
      parts = isFirst ? [part, ...parts] : [...parts, part];
      follow(part);
      return () => {
        parts = parts.filter((one) => one !== part);
        waiting.delete(part);
      };
    },
    behind,
  };
}
