/** What the user looks at: one unit, one time step, and what the pointer is over. */
import type { StoreApi } from "zustand/vanilla";
import type { PlaygroundState, SelectionActions, SelectionSlice } from "./state";

export const initialSelection: SelectionSlice = {
  unit: 0,
  // At the very first steps there is hardly any state to see.
  time: 8,
  hoverTime: null,
  hoverUnit: null,
  playing: false,
};

const clampIndex = (index: number, count: number) => Math.max(0, Math.min(count - 1, index));

/** The selection in a network of `units` hidden units. */
export const selectionWithin = (selection: SelectionSlice, units: number): Partial<SelectionSlice> => ({
  unit: clampIndex(selection.unit, units),
  hoverUnit: null,
  hoverTime: null,
});

export function selectionActions(set: StoreApi<PlaygroundState>["setState"]): SelectionActions {
  return {
    selectUnit: (unit) => set((state) => ({ unit: clampIndex(unit, state.settings.hiddenSizes[0]) })),
    selectTime: (time) =>
      set((state) => ({
        time: clampIndex(time, state.snapshot?.steps ?? Number.POSITIVE_INFINITY),
      })),
    hover: (hoverTime, hoverUnit) => set({ hoverTime, hoverUnit }),
    setPlaying: (playing) => set({ playing }),
  };
}
