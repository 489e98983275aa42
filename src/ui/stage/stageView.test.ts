import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../session/settings";
import { twoBidirectional } from "../../store/sessionFixture";
import type { UnitBox } from "../../store/state";
import { exampleSnapshot } from "./examplesFixture";
import { moveSelection } from "./moveSelection";
import { rowOrder } from "./order/rowOrder";
import { snapshotFixture } from "./snapshotFixture";
import { type StageState, type StageView, stageView } from "./stageView";

const [T, H] = [5, 7];
const snapshot = snapshotFixture("abcab", H);
const state: StageState = {
  snapshot,
  summary: null,
  settings: defaultSettings,
  layer: 0,
  time: 1,
  unit: 2,
  hoverTime: null,
  hoverUnit: null,
  pins: [],
  box: null,
  order: null,
  before: null,
};

describe("stageView", () => {
  it("shows the selection, and what is under the pointer before it", () => {
    expect(stageView(state, "light", null)).toMatchObject({ time: 1, unit: 2, steps: T, units: H });
    const hovered = stageView({ ...state, hoverTime: 3, hoverUnit: 6 }, "light", null);
    expect(hovered).toMatchObject({ time: 3, unit: 6, selectedTime: 1, selectedUnit: 2 });
    expect(hovered.cell).toMatchObject({ time: 3, unit: 6, input: { kind: "symbol", symbol: "a" } });
    expect(hovered.cell?.of["h"]).toBe(snapshot.layers[0].hidden[4 * H + 6]);
  });

  it("clamps what a longer probe or a larger network has left behind", () => {
    const view = stageView({ ...state, time: 127, unit: 511, hoverTime: 64, hoverUnit: -1 }, "light", null);
    expect(view).toMatchObject({ time: T - 1, unit: 0, selectedTime: T - 1, selectedUnit: H - 1 });
    expect(view.next?.actual).toBeNull();
  });

  it("shows the layer and direction chosen, and clamps the unit to its own", () => {
    const layers = twoBidirectional(T);
    layers[2].hidden.fill(0.25);
    layers[3].hidden.set([0.5, -0.5, 0.75], 3 * 3);
    const deep = { ...snapshot, layers };
    const above = stageView({ ...state, snapshot: deep, layer: 2, unit: 4 }, "light", null);
    expect(above).toMatchObject({ layer: layers[2], layerIndex: 2, units: 3, unit: 2, selectedUnit: 2 });
    expect(above.cell).toMatchObject({ input: { kind: "layer", number: 1 }, of: { h: 0.25 } });
    // A direction that runs backwards makes row t at step t, from row t + 1.
    const backwards = stageView({ ...state, snapshot: deep, layer: 3, time: 3, unit: 0 }, "light", above);
    expect(backwards.layers).toBe(above.layers);
    expect(backwards.cell?.of).toMatchObject({ h: 0.5, hPrevious: 0 });
    const before = stageView({ ...state, snapshot: deep, layer: 3, time: 2, unit: 0 }, "light", backwards);
    expect(before.cell?.of).toMatchObject({ h: 0, hPrevious: 0.5 });
    expect(before.next).not.toBeNull();
    const gone = stageView({ ...state, layer: 3 }, "light", before);
    expect(gone).toMatchObject({ layerIndex: 0, layer: snapshot.layers[0], units: H });
    expect(gone.layers).toEqual([{ layer: 0, reverse: false, hiddenSize: H }]);
  });

  it("keeps what has not changed, so that it is not drawn again", () => {
    const { sequence } = snapshot;
    const { input } = sequence;
    if (input.kind !== "symbols") throw new Error("The fixture reads a text.");
    const { symbols } = input;
    const first = stageView(state, "light", null);
    const moved = stageView({ ...state, unit: 4 }, "light", first);
    expect(moved.next).toBe(first.next);
    expect(moved.predictions).toBe(first.predictions);
    expect(moved.cell).not.toBe(first.cell);
    const trained = stageView(
      {
        ...state,
        snapshot: { ...snapshot, sequence: { ...sequence, input: { ...input, symbols: [...symbols] } } },
      },
      "light",
      first,
    );
    expect(trained.symbols).toBe(first.symbols);
    expect(trained.predictions).not.toBe(first.predictions);
  });

  it("keeps the sequence and the kind of answer while a network trains on, and what came with them", () => {
    const first = stageView({ ...state, snapshot: exampleSnapshot("forecast", T) }, "light", null);
    const trained = stageView({ ...state, snapshot: exampleSnapshot("forecast", T) }, "light", first);
    expect(trained.snapshot).not.toBe(first.snapshot);
    expect(trained.sequence).toBe(first.sequence);
    expect(trained.answer).toBe(first.answer);
    expect(trained.came).toBe(first.came);
    const other = exampleSnapshot("forecast", T);
    if (other.sequence.input.kind !== "features") throw new Error("The fixture has features.");
    other.sequence.input.values[3] += 1;
    const changed = stageView({ ...state, snapshot: other }, "light", trained);
    expect(changed.sequence).not.toBe(trained.sequence);
    expect(changed.came).not.toBe(trained.came);
    const asked = stageView({ ...state, snapshot: exampleSnapshot("classAtLast", T) }, "light", trained);
    expect(asked.answer).not.toBe(trained.answer);
    expect(asked.came).toBeNull();
  });

  it("has a place for everything before the first snapshot", () => {
    const view = stageView({ ...state, snapshot: null, time: 99, unit: 99 }, "dark", null);
    expect(view).toMatchObject({
      snapshot: null,
      layer: null,
      layers: [],
      cell: null,
      next: null,
      steps: 64,
      time: 63,
    });
    expect(view.units).toBe(defaultSettings.hiddenSizes[0]);
    expect(view.unit).toBe(defaultSettings.hiddenSizes[0] - 1);
  });
});

describe("the rows of the view", () => {
  const rows = rowOrder([6, 5, 4, 3, 2, 1, 0]);

  it("are in the order that is given, and as stored where it is of another size", () => {
    const ordered = stageView({ ...state, order: { rows, step: 2 } }, "light", null);
    expect(ordered).toMatchObject({ order: rows, orderedAtStep: 2 });
    const other = stageView({ ...state, order: { rows: rowOrder([1, 0]), step: 2 } }, "light", null);
    expect(other.order.units).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(stageView({ ...state, order: null }, "light", ordered).order).toBe(rows);
  });

  it("have the pins and the box of their layer alone", () => {
    const pins = [
      { layer: 0, unit: 6, colour: 1 },
      { layer: 0, unit: 7, colour: 2 },
      { layer: 1, unit: 2, colour: 3 },
    ];
    const box = { layer: 1, units: [0], from: 0, to: 1 };
    const view = stageView({ ...state, pins, box }, "light", null);
    expect(view).toMatchObject({ pins: [pins[0]], box: null });
    expect(stageView({ ...state, pins: [...pins] }, "light", view).pins).toBe(view.pins);
  });

  it("have as much of the box as there is", () => {
    const boxed = (change: Partial<UnitBox>, previous: StageView | null = null) =>
      stageView({ ...state, box: { layer: 0, units: [1, 6], from: 1, to: 3, ...change } }, "light", previous);
    const box = { layer: 0, units: [1, 6], from: 1, to: 3 };
    expect(stageView({ ...state, box }, "light", null).box).toBe(box);
    const larger = boxed({ units: [6, 7, 1], to: 90 });
    expect(larger.box).toEqual({ layer: 0, units: [6, 1], from: 1, to: T - 1 });
    expect(boxed({ units: [6, 7, 1], to: 90 }, larger).box).toBe(larger.box);
    expect(boxed({ units: [7] }).box).toBeNull();
    expect(boxed({ from: T, to: T }).box).toBeNull();
  });
});

describe("moveSelection", () => {
  it.each([
    ["ArrowRight", { time: 2, row: 2 }],
    ["ArrowLeft", { time: 0, row: 2 }],
    ["ArrowUp", { time: 1, row: 1 }],
    ["ArrowDown", { time: 1, row: 3 }],
    ["Home", { time: 0, row: 2 }],
    ["End", { time: 4, row: 2 }],
    ["PageUp", { time: 1, row: 0 }],
    ["PageDown", { time: 1, row: 6 }],
    ["Tab", null],
  ])("%s", (key, place) => {
    expect(moveSelection({ time: 1, row: 2 }, T, H, key)).toEqual(place);
  });

  it("starts from inside a plot that has become smaller", () => {
    expect(moveSelection({ time: 90, row: 90 }, T, H, "ArrowLeft")).toEqual({ time: 3, row: 6 });
  });
});
