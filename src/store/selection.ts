/** What the user looks at: one unit of one layer, one time step, and what the pointer is over. */
import type { StoreApi } from "zustand/vanilla";
import { defaultSampleLanguage, type Sight, sampleTexts } from "../data/samples/sampleTexts";
import type { KeptView } from "../kept/runRecord";
import type { DataSummary, RunSummary, Snapshot } from "../session/protocol";
import { sameSequence } from "../session/sameSequence";
import { message } from "../words/message";
import { withNotice } from "./notices";
import { shownRun } from "./runs";
import {
  type PlaygroundState,
  type SelectionActions,
  type SelectionSlice,
  type UnitOrderName,
  type UnitPin,
  unitOrders,
  type WritingSlice,
} from "./state";

export const initialSelection: SelectionSlice = {
  layer: 0,
  unit: 0,
  // At the very first steps there is hardly any state to see.
  time: 8,
  hoverTime: null,
  hoverUnit: null,
  playing: false,
  unitOrder: "alike",
  sortings: 0,
  rowHeight: null,
  columnWidth: null,
  pins: [],
  box: null,
  shownLook: "cell",
};

const isOrder = (name: string): name is UnitOrderName => unitOrders.some((order) => order === name);

/** What was looked at of a run that was kept; the box was of the sequence as it stood then. */
export const selectionOf = ({
  unitOrder,
  shownLook = initialSelection.shownLook,
  writing: _,
  ...view
}: KeptView): Omit<SelectionSlice, "playing" | "sortings"> => ({
  ...unhovered,
  ...view,
  shownLook,
  unitOrder: isOrder(unitOrder) ? unitOrder : initialSelection.unitOrder,
  box: null,
});

/** What the network was to write on from, and how, of a run that was kept with it. */
export const writingOf = ({ writing }: KeptView): Partial<WritingSlice> =>
  writing ? { prompt: writing.prompt, sampling: writing.sampling, generationLength: writing.length } : {};

/** What is looked at, and what is to be written, as it is kept. */
export const viewOf = ({
  layer,
  unit,
  time,
  unitOrder,
  rowHeight,
  columnWidth,
  pins,
  shownLook,
  prompt,
  sampling,
  generationLength,
}: SelectionSlice & WritingSlice): KeptView => ({
  layer,
  unit,
  time,
  unitOrder,
  rowHeight,
  columnWidth,
  pins,
  shownLook,
  writing: { prompt, sampling, length: generationLength },
});

/** As many as their colours can be told apart. */
export const mostPins = 6;

/** A pin keeps its colour as long as it is there; a new one takes the first that is free. Where none is, all stays as it is. */
export function togglePin(pins: readonly UnitPin[], at: Pick<UnitPin, "layer" | "unit">): readonly UnitPin[] {
  const others = pins.filter(({ layer, unit }) => layer !== at.layer || unit !== at.unit);
  if (others.length < pins.length) return others;
  const colours = Array.from({ length: mostPins }, (_, i) => i + 1);
  const colour = colours.find((one) => pins.every((pin) => pin.colour !== one));
  return colour === undefined ? pins : [...pins, { layer: at.layer, unit: at.unit, colour }];
}

const clampIndex = (index: number, count: number) => Math.max(0, Math.min(count - 1, index));

/** Nothing lies under the pointer before a new run has shown anything. */
export const unhovered: Pick<SelectionSlice, "hoverTime" | "hoverUnit"> = {
  hoverTime: null,
  hoverUnit: null,
};

/** The selection among what a snapshot has. */
export function selectionWithin(
  { layer, unit, time }: Pick<SelectionSlice, "layer" | "unit" | "time">,
  { layers, steps }: Snapshot,
): Pick<SelectionSlice, "layer" | "unit" | "time"> {
  const shown = clampIndex(layer, layers.length);
  return {
    layer: shown,
    unit: clampIndex(unit, layers[shown].hiddenSize),
    time: clampIndex(time, steps),
  };
}

/** What says something at first sight, of the network that ships with the text in use; null of all other networks. */
export function sightOf(summary: RunSummary | null, data: DataSummary | null): Sight | null {
  if (!summary?.pretrained || data?.kind !== "text" || data.source !== "sample") return null;
  return sampleTexts[data.language ?? defaultSampleLanguage].sight;
}

/** The network that the page opens with shows the unit that says something, pinned; in one with other weights that pin means nothing. */
export function selectionOfNewRun(
  { pins, unit, data }: Pick<SelectionSlice, "pins" | "unit"> & { readonly data: DataSummary | null },
  before: RunSummary | null,
  summary: RunSummary,
): Partial<SelectionSlice> {
  const sight = sightOf(summary, data)?.unit ?? null;
  if (sight !== null && before === null && pins.length === 0 && unit === initialSelection.unit)
    return { unit: sight, pins: togglePin(pins, { layer: 0, unit: sight }) };
  const isFirst = before?.pretrained && !summary.pretrained && summary.cause !== "back" && pins.length === 1;
  return isFirst && pins[0].unit === unit ? { pins: [] } : {};
}

/**
 * What a new snapshot leaves of the selection: places among what it has, pins of units that it has, the box on the same sequence, and the
 * zoom of as many steps and units.
 * @param before the one on show until now
 */
export function selectionAfter(
  state: SelectionSlice,
  before: Snapshot | null,
  now: Snapshot,
): Partial<SelectionSlice> {
  const within = selectionWithin(state, now);
  const pins = state.pins.filter(({ layer, unit }) => unit < (now.layers[layer]?.hiddenSize ?? 0));
  const isSame = state.box !== null && before !== null && sameSequence(before.sequence, now.sequence);
  const units = before?.layers[state.layer]?.hiddenSize ?? now.layers[within.layer].hiddenSize;
  return {
    ...within,
    pins: pins.length < state.pins.length ? pins : state.pins,
    box: isSame ? state.box : null,
    columnWidth: before && before.steps !== now.steps ? null : state.columnWidth,
    rowHeight: units !== now.layers[within.layer].hiddenSize ? null : state.rowHeight,
  };
}

/** Rows are zoomed for as many as there are. */
function toLayer(state: PlaygroundState, layer: number): Partial<SelectionSlice> {
  const change = { ...select(state, { layer }), hoverUnit: null };
  const layers = shownRun(state).snapshot?.layers;
  const units = (index = 0) => layers?.[index]?.hiddenSize;
  return units(change.layer) === units(state.layer) ? change : { ...change, rowHeight: null };
}

/** A selection before there is a snapshot waits for it, which brings the bounds. */
const select = (state: PlaygroundState, change: Partial<SelectionSlice>): Partial<SelectionSlice> => {
  const { layer, unit, time } = { ...state, ...change };
  const { snapshot } = shownRun(state);
  const asked = { layer: Math.max(0, layer), unit: Math.max(0, unit), time: Math.max(0, time) };
  return snapshot ? selectionWithin(asked, snapshot) : asked;
};

export function selectionActions(set: StoreApi<PlaygroundState>["setState"]): SelectionActions {
  return {
    selectLayer: (layer) => set((state) => toLayer(state, layer)),
    selectUnit: (unit) => set((state) => select(state, { unit })),
    selectTime: (time) => set((state) => select(state, { time })),
    hover: (hoverTime, hoverUnit) => set({ hoverTime, hoverUnit }),
    setPlaying: (playing) => set({ playing }),
    orderUnits: (unitOrder) => set({ unitOrder }),
    sortAgain: () => set(({ sortings }) => ({ sortings: sortings + 1 })),
    zoomRows: (rowHeight) => set({ rowHeight }),
    zoomTime: (columnWidth) => set({ columnWidth }),
    togglePin: (unit) =>
      set(({ pins, layer, notices }) => {
        const toggled = togglePin(pins, { layer, unit });
        if (toggled !== pins) return { pins: toggled };
        return { notices: withNotice(notices, "info", message("stage.mostPins", { most: mostPins })) };
      }),
    selectBox: (box) => set({ box }),
    showLook: (shownLook) => set({ shownLook }),
  };
}
