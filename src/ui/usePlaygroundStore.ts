/** The page's store, for every part of the page. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { shownRun } from "../store/runs";
import type { PlaygroundState, RunState } from "../store/state";
import type { PlaygroundStore } from "../store/store";

export const PlaygroundContext = createContext<PlaygroundStore | null>(null);

/** Throws outside of the page, which provides it. */
export function usePlaygroundStore(): PlaygroundStore {
  const store = useContext(PlaygroundContext);
  if (!store) throw new Error("This part stands outside of the page, and has no store.");
  return store;
}

/** What a part of the page needs of the state; it is drawn again when that changes. */
export const usePlayground = <T>(select: (state: PlaygroundState) => T): T =>
  useStore(usePlaygroundStore(), select);

/** The same of the run on the stage. */
export const useRun = <T>(select: (run: RunState) => T): T =>
  usePlayground((state) => select(shownRun(state)));
