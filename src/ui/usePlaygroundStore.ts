/** The page's store, for every part of the page. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { shownRun } from "../store/runs";
import type { PlaygroundState, RunState } from "../store/state";
import type { PlaygroundStore } from "../store/store";
import type { PartStore, Turns } from "./turns";

export const PlaygroundContext = createContext<PlaygroundStore | null>(null);

export const TurnsContext = createContext<Turns | null>(null);

/** The state as the part sees it in which this stands; null where it sees it as it is. */
export const PartContext = createContext<PartStore | null>(null);

/** Throws outside of the page, which provides it. */
export function usePlaygroundStore(): PlaygroundStore {
  const store = useContext(PlaygroundContext);
  if (!store) throw new Error("This part stands outside of the page, and has no store.");
  return store;
}

/** In which order parts of the page follow the state. Throws outside of the page. */
export function useTurns(): Turns {
  const turns = useContext(TurnsContext);
  if (!turns) throw new Error("This part stands outside of the page, and has no turn.");
  return turns;
}

/** What a part of the page needs of the state; it is drawn again when that changes. */
export function usePlayground<T>(select: (state: PlaygroundState) => T): T {
  const store = usePlaygroundStore();
  return useStore(useContext(PartContext) ?? store, select);
}

/** The same of the run on the stage. */
export const useRun = <T>(select: (run: RunState) => T): T =>
  usePlayground((state) => select(shownRun(state)));
