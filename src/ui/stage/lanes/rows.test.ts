import { describe, expect, it } from "vitest";
import type { SnapshotLayer, SnapshotPlane } from "../../../session/protocol";
import { type CellName, cellNames } from "../../../session/settings";
import { layerOf } from "../../../store/sessionFixture";
import { cellDescriptions } from "../../cells/registry";
import { rowCount, rowPlane, rowValue } from "./rows";

const [T, H, I] = [4, 3, 5];

/** Gates whose numbers are their places, and states that follow them. */
function layerWith(
  planes: readonly SnapshotPlane[],
  states: readonly string[],
  reverse = false,
): SnapshotLayer {
  const W = planes.reduce((sum, { width }) => sum + width, 0);
  return {
    ...layerOf(T, H, { reverse }),
    planes,
    states,
    gates: Float32Array.from({ length: T * W }, (_, i) => i),
    hidden: Float32Array.from({ length: states.length * (T + 1) * H }, (_, i) => 1000 + i),
  };
}

const rowOf = (cell: CellName, id: string) => {
  const row = cellDescriptions[cell].rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`${cell} has no row ${id}.`);
  return row;
};

const planesOf = (widths: Readonly<Record<string, number>>): SnapshotPlane[] => {
  let first = 0;
  return Object.entries(widths).map(([name, width]) => {
    first += width;
    return { name, first: first - width, width, range: "share" };
  });
};

describe("the rows of a cell", () => {
  it.each(cellNames)("of %s have letters of their own", (cell) => {
    const ids = cellDescriptions[cell].rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("h");
  });

  it("are the four of a GRU and the six of an LSTM", () => {
    expect(cellDescriptions.gru.rows.map(({ id }) => id)).toEqual(["z", "r", "n", "h"]);
    expect(cellDescriptions.lstm.rows.map(({ id }) => id)).toEqual(["i", "f", "g", "o", "c", "h"]);
  });
});

describe("rowPlane", () => {
  it("finds a gate and both states of an LSTM", () => {
    const layer = layerWith(planesOf({ i: H, f: H, g: H, o: H }), ["h", "c"]);
    expect(rowValue(layer, rowOf("lstm", "g"), 2, 1)).toBe(2 * 4 * H + 2 * H + 1);
    // Row t + 1 of h, and of c, which follows the T + 1 rows of h.
    expect(rowValue(layer, rowOf("lstm", "h"), 2, 1)).toBe(1000 + 3 * H + 1);
    expect(rowValue(layer, rowOf("lstm", "c"), 2, 1)).toBe(1000 + (T + 1 + 3) * H + 1);
  });

  it("finds the states of a direction that runs backwards under the steps that make them", () => {
    const layer = layerWith(planesOf({ i: H, f: H, g: H, o: H }), ["h", "c"], true);
    expect(rowValue(layer, rowOf("lstm", "g"), 2, 1)).toBe(2 * 4 * H + 2 * H + 1);
    expect(rowValue(layer, rowOf("lstm", "h"), 2, 1)).toBe(1000 + 2 * H + 1);
    expect(rowValue(layer, rowOf("lstm", "c"), 0, 1)).toBe(1000 + (T + 1) * H + 1);
  });

  it("finds gates beside one that is as wide as the input, whose number is the mean", () => {
    const layer = layerWith(planesOf({ i: I, f: H, c: H, o: H }), ["h"]);
    const W = I + 3 * H;
    expect(rowCount(rowOf("fourGate", "i"), layer, H)).toBe(I);
    expect(rowValue(layer, rowOf("fourGate", "i"), 1, 2)).toBe(W + (I - 1) / 2);
    expect(rowCount(rowOf("fourGate", "o"), layer, H)).toBe(H);
    expect(rowValue(layer, rowOf("fourGate", "o"), 3, 2)).toBe(3 * W + I + 2 * H + 2);
  });

  it("has nothing for a row that the layer's cell does not have", () => {
    const layer = layerWith([], ["h"]);
    expect(rowPlane(layer, rowOf("gru", "z"))).toBeNull();
    expect(rowPlane(layer, rowOf("lstm", "c"))).toBeNull();
    expect(rowValue(layer, rowOf("rnn", "h"), 0, 0)).toBe(1000 + H);
  });
});
