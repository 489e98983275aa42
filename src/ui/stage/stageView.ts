/**
 * What the stage shows in this frame: a pure function of the playground's state, clamped to the snapshot's shape.
 * Everything on the stage draws from here; nothing on it reads the selection or the snapshot by itself.
 */

import type { StoreApi } from "zustand/vanilla";
import type { ShownSequence, Snapshot, SnapshotLayer } from "../../session/protocol";
import { sameSequence } from "../../session/sameSequence";
import { sameTexts } from "../../session/sameTexts";
import type { CellName } from "../../session/settings";
import { snapshotBefore, snapshotOnShow } from "../../store/pastFrames";
import { shownRun } from "../../store/runs";
import type { RunState, SelectionSlice, UnitBox, UnitPin } from "../../store/state";
import type { Playground } from "../../store/store";
import type { CellNumbers, LayerInput } from "../cells/cellNumbers";
import { readCellNumbers } from "../cells/readCellNumbers";
import { cellDescriptions } from "../cells/registry";
import { type AnswerShape, answerShape } from "./lanes/answerShape";
import { type NextSymbols, nextSymbols, type Prediction, predictions } from "./lanes/predictions";
import { stepLabels } from "./lanes/stepLabels";
import { layerChange } from "./layerChange";
import { type LayerShape, layerShapes } from "./layerWords";
import { asStored, type RowOrder } from "./order/rowOrder";
import type { ShownOrder } from "./order/unitOrdering";
import type { Theme } from "./paint/colourScale";

/** What of the playground the stage depends on. */
export type StageState = Pick<RunState, "snapshot" | "summary" | "settings"> &
  Pick<SelectionSlice, "layer" | "time" | "unit" | "hoverTime" | "hoverUnit" | "pins" | "box"> & {
    /** Of the units of the layer on show; null before the first snapshot. */
    readonly order: ShownOrder | null;
    /** What the lanes show the difference to; null where they show what is. */
    readonly before: Snapshot | null;
  };

export function stageState(state: Playground, order: ShownOrder | null): StageState {
  const { layer, time, unit, hoverTime, hoverUnit, pins, box } = state;
  const { summary, settings } = shownRun(state);
  const [snapshot, before] = [snapshotOnShow(state), snapshotBefore(state)];
  return { snapshot, before, summary, settings, layer, time, unit, hoverTime, hoverUnit, pins, box, order };
}

export interface StageView {
  readonly snapshot: Snapshot | null;
  /** The same object as long as it is the same sequence. */
  readonly sequence: ShownSequence | null;
  /** The same object as long as the answers are of the same kind. */
  readonly answer: AnswerShape | null;
  readonly cellName: CellName;
  /** All layers and directions; the same array as long as they are the same. Empty before the first snapshot. */
  readonly layers: readonly LayerShape[];
  /** Which of them is on show, and what it did. */
  readonly layerIndex: number;
  readonly layer: SnapshotLayer | null;
  /** How it has changed since the snapshot that lanes compare it with; null where they show what it does. */
  readonly change: SnapshotLayer | null;
  readonly changedSince: Snapshot | null;
  /** What is read at each step, "" where it is no symbol; the same array as long as its symbols are the same. [T] */
  readonly symbols: readonly string[];
  /** T */
  readonly steps: number;
  /** H of the layer on show. */
  readonly units: number;
  /** In which row each of them stands; the same object as long as it is the same, and the training steps behind it. */
  readonly order: RowOrder;
  readonly orderedAtStep: number | null;
  /** Of the layer on show; the same array as long as they are the same. */
  readonly pins: readonly UnitPin[];
  readonly box: UnitBox | null;
  /** The step and the unit on show: those under the pointer, otherwise those selected. */
  readonly time: number;
  readonly unit: number;
  readonly selectedTime: number;
  readonly selectedUnit: number;
  readonly theme: Theme;
  readonly cell: CellNumbers | null;
  readonly next: NextSymbols | null;
  /** [T], or empty where there are no classes. */
  readonly predictions: readonly Prediction[];
  /** What the right numbers are at every step, NaN where nobody knows, [T, O]; null where the answer is a class. */
  readonly came: ArrayLike<number> | null;
}

export type StageViewStore = StoreApi<StageView>;

/** How many symbols the list of probable next symbols has. */
export const nextCount = 8;
const placeholderSteps = 64;

const clampIndex = (index: number, count: number) => Math.max(0, Math.min(count - 1, Math.trunc(index) || 0));

const noLayers: readonly LayerShape[] = [];

/** Until the first snapshot: the probe's own characters, so that nothing moves when it comes. */
function expectedSymbols({ summary }: StageState): readonly string[] {
  const characters = summary?.probe.kind === "text" ? Array.from(summary.probe.text) : [];
  return characters.length > 0 ? characters : Array.from({ length: placeholderSteps }, () => "");
}

/** @param previous the view before, whose unchanged parts are kept. */
export function stageView(state: StageState, theme: Theme, previous: StageView | null): StageView {
  const { snapshot } = state;
  const shown = snapshot && snapshot.steps > 0 ? snapshot : null;
  const found = shown ? stepLabels(shown) : expectedSymbols(state);
  const symbols = previous && sameTexts(previous.symbols, found) ? previous.symbols : found;
  const steps = symbols.length;
  const layers = shown ? layerShapes(shown.layers, previous?.layers ?? null) : noLayers;
  const layerIndex = clampIndex(state.layer, layers.length);
  const layer = shown?.layers[layerIndex] ?? null;
  const units = layer?.hiddenSize ?? state.settings.hiddenSizes[0];
  const time = clampIndex(state.hoverTime ?? state.time, steps);
  const unit = clampIndex(state.hoverUnit ?? state.unit, units);
  const classes = shown?.answer.kind === "class" ? shown.answer : null;
  const sequence = shown && keptSequence(shown.sequence, previous?.sequence ?? null);
  const answer = shown && answerShape(shown.answer, previous?.answer ?? null);
  const sameQuestion =
    previous !== null && previous.sequence === sequence && previous.answer === answer && sequence !== null;
  const sameSnapshot = previous !== null && previous.snapshot === shown;
  const sameStep = sameSnapshot && previous.time === time;
  const sameUnit = sameStep && previous.unit === unit && previous.layer === layer;
  return {
    snapshot: shown,
    sequence,
    answer,
    cellName: shown?.cell ?? state.settings.cell,
    layers,
    layerIndex,
    layer,
    change: sameChange(previous, layer, state.before)
      ? previous.change
      : layer && state.before && layerChange(layer, state.before.layers[layerIndex]),
    changedSince: state.before,
    symbols,
    steps,
    units,
    order: keptOrder(state.order?.rows ?? null, units, previous),
    orderedAtStep: state.order?.step ?? null,
    pins: keptPins(state.pins, layerIndex, units, previous),
    box: keptBox(state.box, layerIndex, units, steps, previous),
    time,
    unit,
    selectedTime: clampIndex(state.time, steps),
    selectedUnit: clampIndex(state.unit, units),
    theme,
    cell: sameUnit ? previous.cell : shown && layer && numbersOf(shown, layer, symbols, time, unit),
    next: sameStep ? previous.next : classes && nextSymbols(classes, time, nextCount),
    predictions: sameSnapshot ? previous.predictions : classes ? predictions(classes) : [],
    came: sameQuestion ? previous.came : shown && rightNumbers(shown),
  };
}

const sameChange = (
  previous: StageView | null,
  layer: SnapshotLayer | null,
  before: Snapshot | null,
): previous is StageView => previous?.layer === layer && previous.changedSince === before;

function numbersOf(
  { cell, sequence }: Snapshot,
  layer: SnapshotLayer,
  symbols: readonly string[],
  time: number,
  unit: number,
): CellNumbers {
  const input: LayerInput =
    layer.layer > 0
      ? { kind: "layer", number: layer.layer }
      : sequence.input.kind === "symbols"
        ? { kind: "symbol", symbol: symbols[time] }
        : { kind: "features" };
  return readCellNumbers(cellDescriptions[cell], layer, { time, unit, input });
}

const keptSequence = (found: ShownSequence, previous: ShownSequence | null): ShownSequence =>
  previous && sameSequence(previous, found) ? previous : found;

function keptOrder(asked: RowOrder | null, units: number, previous: StageView | null): RowOrder {
  if (asked?.units.length === units) return asked;
  return previous?.order.units.length === units ? previous.order : asStored(units);
}

function keptPins(
  all: readonly UnitPin[],
  layerIndex: number,
  units: number,
  previous: StageView | null,
): readonly UnitPin[] {
  const pins = all.filter(({ layer, unit }) => layer === layerIndex && unit < units);
  const before = previous?.pins;
  return before?.length === pins.length && pins.every((pin, i) => pin === before[i]) ? before : pins;
}

/** The box among the units and steps that there are; the same object as long as it is the same. */
function keptBox(
  box: UnitBox | null,
  layerIndex: number,
  units: number,
  steps: number,
  previous: StageView | null,
): UnitBox | null {
  if (box?.layer !== layerIndex) return null;
  const found = { ...box, units: box.units.filter((unit) => unit < units), to: Math.min(box.to, steps - 1) };
  if (found.units.length === 0 || found.from > found.to) return null;
  return [box, previous?.box].find((one) => one && sameBox(one, found)) ?? found;
}

const sameBox = (a: UnitBox, b: UnitBox) =>
  a.layer === b.layer &&
  a.from === b.from &&
  a.to === b.to &&
  a.units.length === b.units.length &&
  a.units.every((unit, i) => unit === b.units[i]);

function rightNumbers({ answer }: Snapshot): ArrayLike<number> | null {
  return answer.kind === "numbers" ? answer.truth : null;
}
