import { describe, expect, it } from "vitest";
import type { SnapshotLayer } from "../../../session/protocol";
import { type CellName, cellNames } from "../../../session/settings";
import { layerOf } from "../../../store/sessionFixture";
import { englishWords } from "../../../words/english";
import { cellDescriptions } from "../../cells/registry";
import { snapshotFixture } from "../snapshotFixture";
import { hasOrder, orderUnits, orderWords } from "./orderUnits";
import { asStored, onTheWay, rowOrder } from "./rowOrder";
import { toEnd } from "./toEnd";
import { meanStates, saturations, timeConstants } from "./unitScores";

const [T, H] = [4, 3];

/** A GRU of three units, whose every gate and state is given by its unit and step. */
function layerWith(z: readonly (readonly number[])[], h: readonly (readonly number[])[]): SnapshotLayer {
  const layer = layerOf(T, H);
  for (let t = 0; t < T; t++) {
    for (let unit = 0; unit < H; unit++) {
      layer.gates[t * 4 * H + unit] = 0.5;
      layer.gates[t * 4 * H + H + unit] = z[unit][t];
      layer.hidden[(t + 1) * H + unit] = h[unit][t];
    }
  }
  return layer;
}

const still = [0, 0, 0, 0];
const order = (
  name: Parameters<typeof orderUnits>[0],
  layer: SnapshotLayer,
  cell: CellName = "gru",
  effects: readonly number[] | null = null,
) => toEnd(orderUnits(name, layer, cellDescriptions[cell], effects)).units;

it("calls saturation what saturates: gates, or the states of a cell without", () => {
  for (const cell of cellNames) {
    const name = orderWords(cellDescriptions[cell], "saturation");
    expect(name, cell).toBe(cell === "rnn" ? "saturatedStates" : "saturation");
    expect(englishWords.takeAlong.laneOrders[name].includes("gate"), cell).toBe(cell !== "rnn");
    expect(englishWords.stage.orders[name].about.includes("gate"), cell).toBe(cell !== "rnn");
  }
  expect(orderWords(cellDescriptions.rnn, "mean")).toBe("mean");
});

describe("the numbers of units", () => {
  it("are the time constant of the share kept, −1 / ln of its mean", () => {
    const layer = layerWith([[0.5, 0.5, 0.5, 0.5], [1, 1, 0.8, 0.8], still], [still, still, still]);
    const [half, most, none] = timeConstants(layer, cellDescriptions.gru) ?? [];
    expect(half).toBeCloseTo(-1 / Math.log(0.5), 6);
    expect(most).toBeCloseTo(-1 / Math.log(0.9), 5);
    expect(none).toBeCloseTo(0, 12);
    // The article's cell takes the new state with o, and keeps what o leaves.
    const planes = [{ name: "o", first: 0, width: H, range: "share" }] as const;
    const gates = Float32Array.from({ length: T * H }, () => 0.25);
    const [rest] = timeConstants({ ...layer, planes, gates }, cellDescriptions.fourGate) ?? [];
    expect(rest).toBeCloseTo(-1 / Math.log(0.75), 6);
    expect(timeConstants(layer, cellDescriptions.rnn)).toBeNull();
  });

  it("are the share of gate values below 0.1 or above 0.9, or of states beyond ±0.9", () => {
    const layer = layerWith(
      [[0.05, 0.95, 0.5, 0.1], still, [0.5, 0.5, 0.5, 0.5]],
      [[1, -1, 0.95, 0.2], still, still],
    );
    // Two gates of four steps each, of which r stands at 0.5.
    expect(saturations(layer, cellDescriptions.gru)).toEqual([2 / 8, 4 / 8, 0]);
    expect(saturations(layer, cellDescriptions.rnn)).toEqual([3 / 4, 0, 0]);
  });

  it("are the mean of h", () => {
    const layer = layerWith([still, still, still], [[1, 0, 0.5, 0.5], still, [-1, -1, 0, 0]]);
    expect(meanStates(layer)).toEqual([0.5, 0, -0.5]);
  });
});

describe("orderUnits", () => {
  const layer = layerWith(
    [[0.5, 0.5, 0.5, 0.5], still, [0.9, 0.9, 0.9, 0.9]],
    [
      [0.1, 0, 0, 0],
      [-0.5, -0.5, 0.5, 0.5],
      [0.9, 0.9, 0.9, 0.9],
    ],
  );

  it("puts the largest number on top", () => {
    expect(order("stored", layer)).toEqual([0, 1, 2]);
    expect(order("memory", layer)).toEqual([2, 0, 1]);
    expect(order("saturation", layer)).toEqual([1, 0, 2]);
    expect(order("effect", layer, "gru", [0.2, 0.1, 3])).toEqual([2, 0, 1]);
    expect(order("mean", layer)).toEqual([2, 0, 1]);
  });

  it("puts a unit that keeps everything on top of those that forget", () => {
    const kept = layerWith([[0.5, 0.5, 0.5, 0.5], [1, 1, 1, 1], still], [still, still, still]);
    expect(timeConstants(kept, cellDescriptions.gru)?.[1]).toBe(Number.POSITIVE_INFINITY);
    expect(order("memory", kept)).toEqual([1, 0, 2]);
  });

  it("leaves units as they are stored by what a cell does not have, and puts those that are no numbers last", () => {
    expect(hasOrder(cellDescriptions.rnn, "memory")).toBe(false);
    expect(order("memory", layer, "rnn")).toEqual([0, 1, 2]);
    const broken = layerWith([still, still, still], [[Number.NaN, 0, 0, 0], still, [1, 1, 1, 1]]);
    expect(order("mean", broken)).toEqual([2, 1, 0]);
  });

  it("brings units that do alike together, whatever the order they are stored in, the larger states on top", () => {
    const groups = [0, 1, 2, 0, 1, 2, 0, 1, 2];
    const shapes = [
      [1, 1, -1, 1],
      [-1, -1, -1, 1],
      [0.2, 0.1, 0.2, 0.1],
    ];
    const many = layerOf(T, groups.length);
    for (const [unit, group] of groups.entries())
      for (let t = 0; t < T; t++)
        many.hidden[(t + 1) * groups.length + unit] = shapes[group][t] * (1 - unit / 100);
    const found = order("alike", many).map((unit) => groups[unit]);
    expect(found).toEqual([0, 0, 0, 2, 2, 2, 1, 1, 1]);
  });

  it("is a permutation for layers of every size", () => {
    for (const units of [1, 2, 3, 37]) {
      const [one] = snapshotFixture("abcabda", units).layers;
      for (const name of ["alike", "memory", "saturation", "mean"] as const)
        expect(order(name, one).toSorted((a, b) => a - b)).toEqual(asStored(units).units);
    }
  });
});

describe("a row order", () => {
  it("knows the row of each unit", () => {
    expect(rowOrder([2, 0, 1]).rows).toEqual([1, 2, 0]);
  });

  it("moves from one order to another, row by row, and is one at every moment", () => {
    const [from, to] = [asStored(5), rowOrder([4, 3, 2, 1, 0])];
    expect(onTheWay(from, to, 0).units).toEqual(from.units);
    expect(onTheWay(from, to, 1).units).toEqual(to.units);
    for (const share of [0.2, 0.5, 0.9])
      expect(onTheWay(from, to, share).units.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
    expect(onTheWay(asStored(3), rowOrder([1, 2, 0]), 0.4).units).toEqual([1, 0, 2]);
  });
});
